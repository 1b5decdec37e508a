"""What the window is made of is left out when Python looks for what nobody needs."""

import gc

import pytest
from pytestqt.qtbot import QtBot

from reader.desktop import pausing
from reader.desktop.window import MainWindow


def test_what_stays_until_the_end_is_set_apart(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pausing, "_MADE", 0)
    before = gc.get_freeze_count()
    pausing.set_apart_later(window)
    try:
        qtbot.waitUntil(lambda: gc.get_freeze_count() > before + 10_000)
    finally:
        gc.unfreeze()
