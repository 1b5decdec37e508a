"""What it was compared with."""

import pytest

from reader.study.comparator import comparator
from reader.study.reading.article import Article

TRIAL = "randomized_controlled_trial"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We gave 40 adults the drug or placebo for six weeks.", "placebo"),
        ("In the trial, 90 women had laser or sham treatment.", "sham treatment"),
        ("This trial compared yoga with usual care in 70 people.", "usual care"),
        ("In this study half stayed on a waiting list.", "waiting list"),
        ("Participants received sonidafil plus rest or rest alone.", "rest alone"),
        ("Bexarutinib was superior to dacotinib in this trial.", "dacotinib"),
        (
            "Patients were assigned to receive either early surgery or physiotherapy.",
            "physiotherapy",
        ),
        (
            "Patients were randomized to standard treatment or a new diet, the team reports.",
            "standard treatment",
        ),
    ],
)
def test_the_comparator_is_named_as_the_text_names_it(text: str, value: str) -> None:
    found = comparator(Article(text), TRIAL)
    assert found is not None
    assert str(found.value).lower() == value


def test_a_group_may_be_told_by_what_it_did_not_do() -> None:
    text = "The team found fewer falls among those who did not take sleeping pills."
    found = comparator(Article(text), "cohort")
    assert found is not None
    assert str(found.value).startswith("those who did not")


@pytest.mark.parametrize(
    "text",
    [
        "This was an uncontrolled study. No sham procedure was used for comparison.",
        "The trial did not include a control group, the authors note.",
    ],
)
def test_a_denied_comparator_is_said_to_be_none(text: str) -> None:
    found = comparator(Article(text), "single_arm_trial")
    assert found is not None
    assert (found.value, found.status) == (None, "explicitly_none")


@pytest.mark.parametrize(
    "text",
    [
        "Symptoms were milder than expected.",
        "Sales rose compared with the previous year.",
        "The team described nine patients and followed them for a year.",
    ],
)
def test_other_comparisons_are_no_comparator(text: str) -> None:
    assert comparator(Article(text), "case_series") is None
