"""What the window is made of is left out when Python looks for what nobody needs."""

import gc

import pytest

from reader.desktop import pausing


@pytest.mark.usefixtures("window")
def test_what_stays_until_the_end_is_set_apart() -> None:
    before = gc.get_freeze_count()
    gc.disable()  # as the start does
    pausing.set_apart()
    try:
        assert gc.get_freeze_count() > before + 10_000
        assert gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()
