"""Highlights follow their words through whatever a publisher does, or are said to be lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.annotation import STATES, TextPositionSelector
from reader.text import anchors
from reader.text.following import choices, follow
from reader.text.revised import Revised
from tests.benchmarks.bench_anchors import EDITS, measure

TEXT = (
    "Bees and blood pressure\n"
    "In all, 212 adults took part, and the diet did not help any of the older ones.\n"
    "The authors of the study ask for caution. They plan a larger trial in Aldane.\n"
    "A nurse who was not involved called the result a surprise for everybody."
)


def followed(words: str, new: str) -> tuple[str, str]:
    """What stands where these words of TEXT are found in another text, and the state."""
    start = TEXT.index(words)
    end = start + len(words)
    place = follow(
        Revised(TEXT, new), anchors.quote(TEXT, start, end), TextPositionSelector(start, end)
    )
    return new[place.start : place.end], place.state


LINES = TEXT.split("\n")


@pytest.mark.parametrize(
    ("words", "new", "found"),
    [
        ("212 adults", TEXT, ("212 adults", "ok")),
        ("212 adults", f"New above.\n{TEXT}", ("212 adults", "ok")),
        ("212 adults took part", TEXT.replace("212", "221"), ("221 adults took part", "material")),
        (
            "the diet did not help any of the older ones",
            TEXT.replace("did not help", "did help"),
            ("the diet did help any of the older ones", "material"),
        ),
        (
            "The authors of the study ask for caution.",
            TEXT.replace("of the study", "of this study"),
            ("The authors of this study ask for caution.", "changed"),
        ),
        (LINES[2], "\n".join([LINES[0], LINES[1], LINES[3], LINES[2]]), (LINES[2], "ok")),
        (LINES[2], "\n".join([LINES[0], LINES[1], LINES[3]]), ("", "orphan")),
        ("They plan a larger trial", "Something else entirely.", ("", "orphan")),
        ("212 adults", "", ("", "orphan")),
    ],
)
def test_a_passage_is_followed_or_said_to_be_lost(
    words: str, new: str, found: tuple[str, str]
) -> None:
    assert followed(words, new) == found


def test_other_quotation_marks_and_dashes_are_the_same_words() -> None:
    old, new = (
        "She said: “a surprise – really”. It's new.",
        'She said: "a surprise - really". It’s new.',
    )
    place = follow(Revised(old, new), anchors.quote(old, 10, 31), TextPositionSelector(10, 31))
    assert (place.start, place.end, place.state) == (10, 31, "ok")


def test_an_orphan_stands_about_where_it_was() -> None:
    new = "\n".join([LINES[0], LINES[1], LINES[3]])
    start, end = TEXT.index(LINES[2]), TEXT.index(LINES[3]) - 1
    place = follow(
        Revised(TEXT, new), anchors.quote(TEXT, start, end), TextPositionSelector(start, end)
    )
    assert place.start == place.end
    assert abs(place.start - new.index(LINES[3])) <= 1


def test_words_that_stand_twice_are_offered_in_both_places() -> None:
    old, new = "Ana asked. It helped.", "Else. It helped. More. It helped."
    position = TextPositionSelector(11, 21)
    found = choices(Revised(old, new), anchors.quote(old, 11, 21), position)
    assert [new[start:end] for start, end in found] == ["It helped.", "It helped."]


@given(
    st.text("ab .\n212no😀", max_size=120), st.text("ab .\n212no😀", max_size=120),
    st.integers(0, 120), st.integers(1, 60),
)  # fmt: skip
def test_whatever_becomes_of_a_text_a_place_stands_in_it(
    old: str, new: str, start: int, length: int
) -> None:
    end = min(len(old), start + length)
    if start >= end:
        return
    position = TextPositionSelector(start, end)
    place = follow(Revised(old, new), anchors.quote(old, start, end), position)
    assert place.state in STATES
    assert 0 <= place.start <= place.end <= len(new)
    if place.state == "ok":
        assert new[place.start : place.end].strip() == old[start:end].strip()
    again = follow(Revised(old, old), anchors.quote(old, start, end), position)
    assert (again.start, again.end, again.state) == (start, end, "ok")


@given(st.text("ab .\n2", max_size=80), st.text("ab .\n2", max_size=80))
def test_what_is_said_to_stand_in_both_texts_does(old: str, new: str) -> None:
    last_old = last_new = 0
    for run in Revised(old, new).runs:
        assert old[run.before : run.before + run.length] == new[run.after : run.after + run.length]
        assert run.before >= last_old
        assert run.after >= last_new
        last_old, last_new = run.before + run.length, run.after + run.length


@pytest.mark.parametrize("edit", ["10 % of words", "sentence deleted", "paragraph moved"])
def test_none_of_a_hundred_passages_is_put_to_a_wrong_place(edit: str) -> None:
    """The whole measurement, with boilerplate too: tests/benchmarks/bench_anchors.py."""
    tally, _ = measure(EDITS[edit], 100, boilerplate=False)
    assert tally["wrong"] == 0
    assert edit == "sentence deleted" or tally["lost"] <= 3
