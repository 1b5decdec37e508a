"""Whether a passage still says the same after its publisher changed the text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.annotation import TextPositionSelector
from reader.model.correction import Correction, Passage, Placed
from reader.text import anchors
from reader.text.material import is_material
from reader.text.revised import Revised
from reader.text.rewording import anchor, kept, placed

OLD = (
    "The trial ran for a year. In all, 1,234 patients were not helped by the drug at all. It ended."
)


def correction(start: int, end: int) -> Correction:
    passage = Passage(anchors.quote(OLD, start, end), TextPositionSelector(start, end))
    return Correction("id", 1, 1, "sample_size", "", "rejected", None, None, (passage,), 0)


def place(new: str, made: Correction) -> Placed:
    revised = Revised(OLD, new)
    return placed(made, new, [anchor(revised, passage) for passage in made.evidence])


@pytest.mark.parametrize(
    ("old", "new", "material"),
    [
        ("1,234 patients", "1,324 patients", True),
        ("1,234 patients", "1234 patients", False),
        ("were not helped", "were helped", True),
        ("12 months", "12 weeks", True),
        ("higher risk", "lower risk", True),
        ("blinded", "unblinded", True),
        ("the patients improved", "the participants improved", False),
        ("46 %", "46 percentage points", True),
    ],
)
def test_numbers_units_negations_and_directions_are_material(
    old: str, new: str, material: bool
) -> None:
    assert is_material(old, new) is material


@pytest.mark.parametrize(
    ("new", "words", "source"),
    [
        (OLD, "1,234 patients", "ok"),
        (f"News! {OLD}", "1,234 patients", "ok"),
        (OLD.replace("1,234", "1,324"), "1,324 patients", "changed"),
        (OLD.replace("patients", "adult patients"), "1,234 adult patients", "ok"),
        (OLD.replace("1,234 patients", "half of them"), "half of them", "changed"),
        ("Something else altogether stands here now.", "", "gone"),
        ("", "", "gone"),
    ],
)
def test_a_passage_is_followed_or_said_to_be_lost(new: str, words: str, source: str) -> None:
    start = OLD.index("1,234")
    found = place(new, correction(start, start + len("1,234 patients")))
    assert found.source == source
    assert [span.text for span in found.spans] == ([words] if words else [])
    assert all(new[span.start : span.end] == span.text for span in found.spans)


def test_a_reworded_passage_keeps_its_first_word_though_likeness_would_not() -> None:
    old = "They took zinc. They were followed for 18 months in Norway and Chile. It ended."
    new = "They took zinc. They were followed for 24 months in Norway, Peru and Chile. It ended."
    at = old.index("18 months")
    passage = Passage(anchors.quote(old, at, at + 9), TextPositionSelector(at, at + 9))
    found = anchor(Revised(old, new), passage)
    assert (new[found.start : found.end], found.state) == ("24 months", "material")


def test_a_passage_that_never_stood_there_is_found_in_the_text_that_has_it() -> None:
    start = OLD.index("1,234 patients")
    made = correction(start, start + len("1,234 patients"))
    other = OLD.replace("1,234", "1,324")
    assert kept(made, other) == Placed(made, (), "gone", made.evidence)
    assert kept(made, OLD).source == "ok"
    passage = made.evidence[0]
    found = anchor(Revised(other, OLD), passage)
    assert (found.start, found.end, found.state) == (start, start + 14, "ok")
    assert anchor(Revised(other, "It ended."), passage).state == "orphan"


@given(st.text("1,234 patientsd.", max_size=200), st.integers(0, 60), st.integers(1, 30))
def test_whatever_becomes_of_a_text_its_passages_stand_in_it(
    new: str, start: int, length: int
) -> None:
    found = place(new, correction(start, start + length))
    assert all(new[span.start : span.end] == span.text for span in found.spans)


def test_a_text_that_repeats_itself_takes_no_time() -> None:
    start = OLD.index("1,234")
    wanted = correction(start, start + 5)
    before = wanted.evidence[0].quote.prefix[-12:]
    begun = time.perf_counter()
    assert place(before * 30_000, wanted).source == "gone"
    assert time.perf_counter() - begun < 5
