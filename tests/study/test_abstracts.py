"""What papers say of themselves: protocols, free reviews, flags, lengths, registry numbers, periods."""

import pytest

from reader.model.study import StudyValue
from reader.study import design, elsewhere, follow_up, identifiers, study_period
from reader.study.reading.article import Article
from reader.study.species import species

PROTOCOL = (
    "Tea against coughing: study protocol for a randomised trial\n"
    "Coughing is common. We will enrol 240 adults at six clinics. They will be assigned to tea or "
    "water. The main outcome will be the number of coughs. Results will be published in a journal."
)
REVIEW = (
    "Tea and the cough reflex\n"
    "Coughing has many causes. This article reviews how tea acts on the throat. Warmth soothes, and "
    "tannins bind proteins. Directions for research are discussed."
)
TRIAL = (
    "Tea against coughing\n"
    "In this trial, 240 adults were randomly assigned to tea or water. Coughs fell by 30% with tea "
    "(p < 0.01). The mechanism is discussed."
)


def _drawn(text: str) -> StudyValue | None:
    article = Article(text)
    return design.study_type(article, species(article, None), cells=False)


@pytest.mark.parametrize(
    ("text", "form"), [(PROTOCOL, "protocol"), (REVIEW, "narrative_review"), (TRIAL, None)]
)
def test_the_form_of_a_paper_is_told_where_it_reports_no_study(text: str, form: str | None) -> None:
    drawn = _drawn(text)
    assert drawn is not None
    assert drawn.details.get("form") == form
    assert (drawn.value == "other") == (form is not None)
    assert drawn.evidence


def test_news_of_a_plan_is_no_protocol() -> None:
    assert elsewhere.protocol(Article(PROTOCOL))
    assert not elsewhere.protocol(Article(PROTOCOL + " The team of Ann Lee told colleagues so."))


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("They drank tea for 12 weeks and were asked at 6 weeks.", ["12 weeks"]),
        ("After 24 weeks, coughs had fallen in the 24-week trial.", ["24-week"]),
        ("Their mean age was 62 ± 7 years, the treatment took two months.", ["two months"]),
        ("It was measured at baseline, 2 weeks, and 3 months.", []),
        ("Adults on tea for > or = 12 months joined the 6-week trial.", ["6-week"]),
        ("Coughs were counted on the 3 days before each visit.", []),
        ("Coughs were fewer 8 weeks after the addition of honey.", []),
    ],
)
def test_points_of_time_are_no_lengths(text: str, lengths: list[str]) -> None:
    found = follow_up.lengths(Article(text))
    assert [text[row.start : row.end] for row in found] == lengths


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Trial registration: NCT: 01234567.", "NCT01234567"),
        ("Registered at EudraCT (2016‐003743‐10).", "2016-003743-10"),
        ("Netherlands Trial Register: NTR 2090.", "NTR2090"),
        ("Clinical Trials.gov: NCT01234567", "NCT01234567"),
    ],
)
def test_a_registration_is_read_however_it_is_set(text: str, number: str) -> None:
    found = identifiers.registration(Article(text))
    assert found is not None
    assert found.value == number


def test_a_period_may_end_in_a_later_sentence() -> None:
    found = study_period.study_period(
        Article(
            "Night work and blood pressure\n\nIn 2001 researchers began mailing questionnaires to "
            "nurses. They picked those who were healthy, and kept up with them until 2023."
        )
    )
    assert found is not None
    assert (found.details["from"], found.details["to"]) == ("2001", "2023")
    assert [span.text for span in found.evidence] == ["2001", "2023"]
