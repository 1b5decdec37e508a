"""What a file may give as a value of the card, and what it may not."""

from typing import Any

import pytest

from reader.model.correction import IS_STUDY
from reader.model.soundness import is_range, is_sound, is_text, is_time
from tests.cards import value


@pytest.mark.parametrize(
    ("field", "said", "details"),
    [
        ("sample_size", 120, {"unit": "adults", "arms": [{"label": "zinc", "n": 60}]}),
        ("study_type", "cohort", {"features": ["multicentre"], "of_treatment": True}),
        ("phase", "1/3", {}),
        ("randomized", False, {}),
        ("follow_up", "18 months", {"min_years": 1.5, "max_years": 1.5, "iso8601": ["P18M"]}),
        ("condition", "colds", {"ids": {"mesh": "D003139"}}),
        ("key_results", "Colds fell", {"estimate": -12.0, "ci_level": 95.0, "p": ".02", "n": 1}),
        ("population", "children", {"min_age": 0, "max_age": None}),
        ("journal", "Annals of Ño\nDoubt", {"what later versions know": 3}),
        (IS_STUDY, None, {}),
    ],
)
def test_what_extraction_and_people_give_is_sound(
    field: str, said: Any, details: dict[str, Any]
) -> None:
    assert is_sound(field, value(said, **details))


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("sample_size", "abc"),
        ("sample_size", -5),
        ("sample_size", 0),
        ("sample_size", 1e308),
        ("sample_size", float("nan")),
        ("sample_size", None),
        ("sample_size", True),
        ("sample_size", 10**40),
        ("studies_included", 1.5),
        ("study_type", "banana"),
        ("blinding", 3),
        ("phase", "9"),
        ("randomized", "yes"),
        (IS_STUDY, "maybe"),
        ("journal", " "),
        ("journal", "a\x1b[31m"),
        ("journal", "a\ud800"),
        ("journal", "a" * 5_001),
    ],
)
def test_a_field_takes_values_of_its_kind_alone(field: str, said: Any) -> None:
    assert not is_sound(field, value(said))


@pytest.mark.parametrize(
    "details",
    [
        {"min_years": "two"},
        {"min_years": -1.0},
        {"max_years": 1e300},
        {"max_years": float("inf")},
        {"n": 2.5},
        {"of": True},
        {"estimate": "x"},
        {"ci_low": [1]},
        {"arms": [{"label": {}, "n": "x"}]},
        {"arms": {"label": "a", "n": 2}},
        {"ids": {"mesh": ["a"]}},
        {"who": "raters"},
        {"iso8601": [1]},
        {"et_al": "yes"},
        {"unit": {}},
        {"unit": "a\ud800"},
        {"unheard of": float("nan")},
    ],
)
def test_details_have_their_kinds_and_ranges(details: dict[str, Any]) -> None:
    assert not is_sound("key_results", value("Colds fell", **details))


def test_sureness_passages_and_times_have_ranges() -> None:
    assert not is_sound("journal", value("Heart", confidence=float("nan")))
    assert not is_sound("journal", value("Heart", confidence=1.5))
    assert is_range(0, 0)
    assert not is_range(-5, 10**9)
    assert not is_range(9, 8)
    assert not is_range(0, 2**40)
    assert is_time(1_700_000_000)
    assert not any(map(is_time, (-1, 10**12, 1e9, True, None)))
    assert is_text("")
    assert not is_text(b"")
