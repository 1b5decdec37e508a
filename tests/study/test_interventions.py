"""What was given, done or met."""

import pytest

from reader.model.study import StudyValue
from reader.study.extract import study
from reader.study.interventions import interventions
from reader.study.reading.article import Article


def given(text: str) -> tuple[StudyValue, ...]:
    return interventions(Article(text), set())


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        (
            "Relotumab eases hives\n\nPatients given relotumab had fewer hives, the trial found.",
            "relotumab",
            "DRUG",
        ),
        (
            "Zendora (crelafenib) shrinks tumours\n\nIn the trial, 40 patients received Zendora.",
            "zendora (crelafenib)",
            "DRUG",
        ),
        (
            "Acupuncture before birth tested\n\nThe study randomised 200 women to acupuncture.",
            "acupuncture",
            "PROCEDURE",
        ),
        (
            "Trial of cognitive behavioral therapy for stammering\n\nSixty adults received "
            "cognitive behavioral therapy.",
            "cognitive behavioral therapy",
            "BEHAVIORAL",
        ),
        (
            "Flu vaccine protects carers\n\nCarers who had the flu vaccine missed fewer days, the "
            "researchers report.",
            "flu vaccine",
            "BIOLOGICAL",
        ),
        (
            "Air pollution tied to hay fever\n\nExposure to air pollution was higher in towns, the "
            "study found.",
            "air pollution",
            "OTHER",
        ),
    ],
)
def test_the_first_value_is_what_was_tested(text: str, value: str, kind: str) -> None:
    first = given(text)[0]
    assert (str(first.value).lower(), first.details.get("kind")) == (value, kind)


def test_what_is_given_together_is_one_value() -> None:
    text = (
        "Two drugs together prolong survival\n\nIn the trial, patients given lenvarutinib "
        "plus ralotumab lived longer. Lenvarutinib plus ralotumab was safe."
    )
    assert "lenvarutinib plus ralotumab" in {str(value.value).lower() for value in given(text)}


def test_a_class_stands_behind_the_drug_it_means() -> None:
    text = (
        "Old malaria drug slows bone loss\n\nThe team gave mefloquine to 60 women. Mefloquine slowed "
        "bone loss."
    )
    assert [str(v.value).lower() for v in given(text)] == ["mefloquine"]


def test_a_treatment_already_taken_is_not_what_was_tested() -> None:
    text = (
        "Dulafenib for bone pain in women receiving tamoxifen\n\nThe trial compared dulafenib with "
        "placebo in 80 women receiving tamoxifen."
    )
    assert str(given(text)[0].value).lower() == "dulafenib"


@pytest.mark.parametrize(
    "text",
    [
        "Dark spots seen on Neptune\n\nThe telescope saw dark spots, the astronomers report.",
        "Cholesterol levels fell\n\nThe survey measured cholesterol levels of 900 adults.",
    ],
)
def test_what_was_only_seen_or_measured_is_no_treatment(text: str) -> None:
    assert not any(v.details.get("kind") == "DRUG" for v in given(text))


def test_the_name_of_a_journal_or_a_school_is_nothing_that_was_given() -> None:
    text = (
        "Evening walks ease sore backs\n\n"
        "MORWICK, 4 May 2026 – In a trial published in The Journal of Hand Rehabilitation, 128 office "
        "workers were randomly assigned to evening walks or to none. The walkers, who were followed at "
        "the School of Physical Therapy in Morwick, had less pain after a year."
    )
    values = [str(v.value) for v in study(text).values.get("intervention_or_exposure", ())]
    assert not any("Rehabilitation" in value or "Physical" in value for value in values)
