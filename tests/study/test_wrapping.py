"""Texts broken into lines of one width."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.study.extract import study
from reader.study.reading.wrapping import unwrapped

PARAGRAPHS = (
    "Cycling to work cuts back pain, trial suggests",
    "LINDHOLM, 4 May 2026 – A total of 128 office workers with chronic back pain were randomly "
    "assigned to cycle to work or to keep their usual way of travelling, in a trial published in "
    "The Journal of Made-Up Rehabilitation.",
    "After 12 months the cyclists reported pain on 6 days a month, against 11 days among those who "
    "kept their usual way of travelling. The researchers caution that participants knew which group "
    "they were in.",
)
TEXT = "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("width", [50, 66, 78, 99])
def test_a_broken_text_gives_the_card_of_the_whole_one(width: int) -> None:
    broken = "\n\n".join(textwrap.fill(part, width) for part in PARAGRAPHS)
    whole, card = study(TEXT), study(broken)
    assert {n: [v.value for v in rows] for n, rows in card.values.items()} == {
        n: [v.value for v in rows] for n, rows in whole.values.items()
    }
    for value in (v for rows in card.values.values() for v in rows):
        assert all(broken[span.start : span.end] == span.text for span in value.evidence)


def test_lists_keep_their_lines() -> None:
    text = "What we do\nNews\nResearch and innovation in rehabilitation medicine\nContact\nAbout us\nJobs"
    assert unwrapped(text) == text


def test_a_headline_above_its_text_stays_apart() -> None:
    body = textwrap.fill(PARAGRAPHS[1], 70)
    assert unwrapped(f"Short headline\n{body}").startswith("Short headline\nLINDHOLM")


def test_texts_with_long_lines_stay_as_they_are() -> None:
    assert unwrapped(TEXT) is TEXT


@given(st.text(alphabet="ab. \n", max_size=300))
def test_places_stay_the_same(text: str) -> None:
    flat = unwrapped(text)
    assert len(flat) == len(text)
    assert all(a == b or (a, b) == ("\n", " ") for a, b in zip(text, flat, strict=True))
