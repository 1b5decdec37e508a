"""What a user types as a value comes to the card's normal form, or to a sentence that helps."""

import contextlib
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.card_words import shown
from reader.model.errors import ReaderError
from reader.model.study import FIELDS, StudyValue
from reader.model.typed import as_typed, form, found_in, typed


@pytest.mark.parametrize(
    ("field", "text", "value", "details"),
    [
        ("sample_size", "120", 120, {}),
        ("sample_size", " 1,234 people ", 1234, {"unit": "people"}),
        ("sample_size", "1 234", 1234, {}),
        ("sample_size", "12\u202f000", 12000, {}),
        ("studies_included", "12", 12, {}),
        ("study_type", "Randomised controlled trial", "randomized_controlled_trial", {}),
        ("study_type", "cohort", "cohort", {}),
        ("randomized", "yes", True, {}),
        ("controlled", "No", False, {}),
        ("phase", "2/3", "2/3", {}),
        ("status_of_evidence", "Preprint", "preprint", {"code": "preprint"}),
        (
            "follow_up",
            "2 to 15 years",
            "2 to 15 years",
            {"min_years": 2.0, "max_years": 15.0, "iso8601": ["P2Y", "P15Y"]},
        ),
        (
            "follow_up",
            "18 mo",
            "18 mo",
            {"min_years": 1.5, "max_years": 1.5, "iso8601": ["P18M"]},
        ),
        (
            "follow_up",
            "A year and a half",
            "A year and a half",
            {"min_years": 1.5, "max_years": 1.5, "iso8601": ["P1.5Y"]},
        ),
        (
            "follow_up",
            "up to two and a half years",
            "up to two and a half years",
            {"min_years": 2.5, "max_years": 2.5, "iso8601": ["P2.5Y"]},
        ),
        (
            "follow_up",
            "3 months and a half",
            "3 months and a half",
            {"min_years": 0.292, "max_years": 0.292, "iso8601": ["P3.5M"]},
        ),
        (
            "follow_up",
            "about half a year",
            "about half a year",
            {"min_years": 0.5, "max_years": 0.5, "iso8601": ["P0.5Y"]},
        ),
        (
            "follow_up",
            "a week",
            "a week",
            {"min_years": 0.019, "max_years": 0.019, "iso8601": ["P1W"]},
        ),
        ("publication_date", "2011-03-22", "2011-03-22", {}),
        ("publication_date", "22 March 2011", "2011-03-22", {}),
        ("publication_date", "March 22, 2011", "2011-03-22", {}),
        ("publication_date", "Mar 2011", "2011-03", {}),
        ("study_period", "1995-06 to 2001-05", None, {"from": "1995-06", "to": "2001-05"}),
        ("study_period", "June 1995 – May 2001", None, {"from": "1995-06", "to": "2001-05"}),
        ("study_period", "from 2001", None, {"from": "2001"}),
        ("doi", "https://doi.org/10.1000/ABC.1", "10.1000/abc.1", {}),
        ("pmid", "PMID: 21321234", "21321234", {}),
        ("nct_id", "NCT01234567", "NCT01234567", {}),
        ("deaths", "2 of 35, from the treatment", None, {"n": 2, "of": 35}),
        ("condition", "  multiple \n sclerosis", "multiple sclerosis", {}),
        ("condition", "gout\x00 \ud83d", "gout", {}),
    ],
)
def test_what_is_typed_comes_to_the_normal_form(
    field: str, text: str, value: object, details: dict[str, object]
) -> None:
    found, more = typed(field, text)
    assert found == (" ".join(text.split()) if value is None else value)
    assert more == details


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("sample_size", "about twelve", "Participants is a whole number above 0, such as 120"),
        ("sample_size", "0", "above 0"),
        ("sample_size", "-5", "above 0"),
        ("sample_size", "12.5", "above 0"),
        ("sample_size", "1,23", "above 0"),
        ("study_type", "a nice one", "Design is one of: Randomised controlled trial"),
        ("follow_up", "long", "such as 18 months or 2 to 15 years"),
        ("follow_up", "15 to 2 years", "Follow-up is a number with days"),
        ("publication_date", "2011-02-30", "a date, a month or a year"),
        ("publication_date", "2011-13", "a date"),
        ("study_period", "2001 to 1995", "the earlier first"),
        ("doi", "doi.org", "begins with 10."),
        ("pmid", "abc", "up to nine digits"),
        ("nct_id", "NCT1", "registered under a number"),
        ("deaths", "36 of 35", "cannot be"),
        ("condition", "  ", "Type a value, such as a few words."),
        ("limitations", "x" * 1001, "1,000 characters"),
    ],
)
def test_what_cannot_be_a_value_is_answered_with_what_to_type(
    field: str, text: str, sentence: str
) -> None:
    with pytest.raises(ReaderError, match=sentence):
        typed(field, text)


@pytest.mark.parametrize("field", [row.name for row in FIELDS])
def test_the_example_and_every_choice_of_a_field_can_be_typed(field: str) -> None:
    asked = form(field)
    for text in asked.choices or asked.example.split(" or "):
        value, details = typed(field, text)
        again = as_typed(field, StudyValue(value, (), 1.0, "user", details=details))
        assert typed(field, again) == (value, details)
        assert shown(field, StudyValue(value, (), 1.0, "user", details=details))


@pytest.mark.parametrize(
    ("field", "passage", "text"),
    [
        ("sample_size", "a total of 1,234 adults took part", "1,234"),
        ("follow_up", "were followed for two to 15 years.", "two to 15 years"),
        ("study_type", "in a randomized controlled trial", "randomized_controlled_trial"),
        ("study_type", "in a meeting", ""),
        ("doi", "see doi:10.1000/xyz here", "10.1000/xyz"),
        ("nct_id", "registered (NCT01234567)", "NCT01234567"),
        ("publication_date", "on a sunny day", ""),
        ("condition", "multiple\nsclerosis", "multiple sclerosis"),
    ],
)
def test_a_selected_passage_suggests_the_value(field: str, passage: str, text: str) -> None:
    assert found_in(field, passage) == text


@given(
    st.sampled_from([row.name for row in FIELDS]),
    st.text(string.printable + "–ä\u202f", max_size=60),
)
def test_whatever_is_typed_is_a_value_or_a_sentence(field: str, text: str) -> None:
    found_in(field, text)
    with contextlib.suppress(ReaderError):
        value, _ = typed(field, text)
        assert value is not None
