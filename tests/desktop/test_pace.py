"""How long work will still take."""

import pytest

from reader.desktop.pace import Pace


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("seconds", "done", "total", "words"),
    [
        (3, 10, 1000, ""),
        (10, 0, 1000, ""),
        (10, 100, 0, ""),
        (10, 100, 100, ""),
        (10, 100, 150, ""),
        (10, 100, 300, "about 20 s left"),
        (10, 100, 2_000, "about 3 min left"),
        (10, 100, 100_000, "about 2.8 h left"),
    ],
)
def test_time_left_is_told_where_it_is_known_and_worth_a_word(
    seconds: float, done: int, total: int, words: str
) -> None:
    clock = Clock()
    pace, key = Pace(clock), object()
    pace.left(key, 0, total)
    clock.now = seconds
    assert pace.left(key, done, total) == words


def test_other_work_begins_anew() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.left("a", 0, 1000)
    clock.now = 100
    assert pace.left("b", 500, 1000) == ""
    clock.now = 200
    assert pace.left("b", 600, 1000) == "about 7 min left"


def test_work_that_begins_in_the_middle_is_measured_from_there() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.left("a", 900, 1000)
    clock.now = 50
    assert pace.left("a", 910, 1000) == "about 8 min left"
