"""Passages are found again, or said to be lost; never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.annotation import TextPositionSelector
from reader.text.anchors import Place, find, quote, trimmed

TEXT = (
    "Bees and blood pressure\n"
    "In all, 212 adults took part. The diet helped some of them.\n"
    "The authors ask for caution. The diet helped some of them."
)


def moved(passage: str, now: str, occurrence: int = 0) -> tuple[str, str]:
    """What stands where a passage of TEXT is found in another text, and the state."""
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(passage, start + 1)
    end = start + len(passage)
    place = find(now, quote(TEXT, start, end), TextPositionSelector(start, end))
    return now[place.start : place.end], place.state


@pytest.mark.parametrize(
    ("passage", "now", "found"),
    [
        ("212 adults", TEXT, ("212 adults", "ok")),
        ("212 adults", "A new first paragraph.\n" + TEXT, ("212 adults", "ok")),
        ("212 adults", TEXT.replace("Bees", "Wasps"), ("212 adults", "ok")),
        ("212 adults", TEXT.replace("212", "221"), ("", "orphan")),
        ("212 adults", "", ("", "orphan")),
        ("212 adults", "Nothing around is the same: 212 adults!", ("212 adults", "ambiguous")),
        (
            "In all, 212 adults took part. The diet helped",
            "x In all, 212 adults took part. The diet helped y",
            ("In all, 212 adults took part. The diet helped", "ok"),
        ),
    ],
)
def test_a_passage_is_found_where_it_stands_now(
    passage: str, now: str, found: tuple[str, str]
) -> None:
    assert moved(passage, now) == found


@pytest.mark.parametrize("occurrence", [0, 1])
def test_of_two_equal_sentences_the_same_one_is_found(occurrence: int) -> None:
    sentence = "The diet helped some of them."
    now = "Inserted above.\n" + TEXT
    start = [i for i in range(len(now)) if now.startswith(sentence, i)][occurrence]
    old = [i for i in range(len(TEXT)) if TEXT.startswith(sentence, i)][occurrence]
    selector = quote(TEXT, old, old + len(sentence))
    place = find(now, selector, TextPositionSelector(old, old + len(sentence)))
    assert place == Place(start, start + len(sentence), "ok", "exact")


def test_equal_sentences_in_equal_company_are_ambiguous() -> None:
    now = "aaa. same words. aaa. same words. aaa."
    selector = quote("aaa. same words. aaa.", 5, 15)
    assert find(now + "x", selector, TextPositionSelector(90, 100)).state == "ambiguous"


@pytest.mark.parametrize(
    ("passage", "inner"), [("  word \n", "word"), ("word", "word"), (" \n ", ""), ("", "")]
)
def test_white_space_at_the_ends_is_no_part_of_a_highlight(passage: str, inner: str) -> None:
    text = f"before{passage}after"
    start, end = trimmed(text, 6, 6 + len(passage))
    assert text[start:end] == inner


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 60), st.text(max_size=60))
def test_in_the_same_text_a_passage_is_always_where_it_was(
    text: str, start: int, length: int, above: str
) -> None:
    end = min(len(text), start + length)
    if start >= end:
        return
    position = TextPositionSelector(start, end)
    place = find(text, quote(text, start, end), position)
    assert (place.start, place.end, place.state) == (start, end, "ok")
    again = find(above + text, quote(text, start, end), position)
    if again.state != "orphan":
        assert (above + text)[again.start : again.end] == text[start:end]
