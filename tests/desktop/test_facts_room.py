"""Facts and cautions of a study share one line of the list."""

import pytest

from reader.desktop.articles.facts_room import AROUND, Line, fitted

FACTS, CAUTIONS = ("Single-arm", "n 22", "2–5 y"), ("uncontrolled", "small")


def measure(words: str) -> int:
    return 6 * len(words)


@pytest.mark.parametrize(
    ("width", "facts", "cautions"),
    [
        (400, "Single-arm · n 22 · 2–5 y", ("uncontrolled", "small")),
        (290, "Single-arm · n 22 · 2–5 y", ("uncontrolled", "+1")),
        (260, "Single-arm · n 22 …", ("uncontrolled", "small")),
        (250, "Single-arm · n 22 …", ("uncontrolled", "+1")),
        (180, "Single-arm · n 22 …", ("+2",)),
    ],
)
def test_what_does_not_fit_goes_in_order(width: int, facts: str, cautions: tuple[str, ...]) -> None:
    assert fitted(FACTS, CAUTIONS, width, measure) == Line(facts, cautions)


def test_in_no_width_is_a_caution_silent_or_cut() -> None:
    for width in range(60, 420):
        line = fitted(FACTS, CAUTIONS, width, measure)
        assert line.cautions
        assert line.facts.startswith("Single-arm · n 22")
        if line.cautions != ("+2",):
            taken = measure(line.facts) + sum(measure(c) + AROUND for c in line.cautions)
            assert taken <= width


def test_what_is_no_study_has_no_cautions() -> None:
    assert fitted(("not a study",), (), 50, measure) == Line("not a study", ())
    assert fitted(("",), ("retracted",), 300, measure) == Line("", ("retracted",))
