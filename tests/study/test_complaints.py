"""Harms told without a word for them."""

import pytest

from reader.study import harms
from reader.study.reading.article import Article

LEAD = "The trial enrolled 80 people with stiff hips, the researchers report. "
TRIAL = "randomized_controlled_trial"


@pytest.mark.parametrize(
    "sentence",
    [
        "A rash was noted by 12% of those on the spring and 5% of the others.",
        "Two people in the spring group needed stitches after bleeding.",
        "Dizziness and blisters followed about one walk in ten.",
        "One walker got a sore throat and bruises.",
        "Nausea was more common among those who walked.",
        "Seven patients had neck pain and hoarseness after the second walk.",
    ],
)
def test_what_befell_people_is_an_adverse_event(sentence: str) -> None:
    value = harms.adverse_events(Article(LEAD + sentence), TRIAL)
    assert value is not None
    assert value.value == sentence.rstrip(".")


@pytest.mark.parametrize(
    "sentence",
    [
        "Two people had a history of bleeding.",
        "Stiff hips may cause back pain in many people.",
        "Did anyone get a rash in the spring group?",
        "Hip stiffness eased by 12 points.",
    ],
)
def test_what_was_there_before_is_none(sentence: str) -> None:
    assert harms.adverse_events(Article(LEAD + sentence), TRIAL) is None


def test_a_cohort_has_outcomes_and_not_harms() -> None:
    article = Article(LEAD + "Twelve of the walkers developed an infection.")
    assert harms.adverse_events(article, "cohort") is None


def test_what_the_story_is_about_is_no_harm() -> None:
    article = Article(f"Springs and headache\n\n{LEAD}Headache was reported by 12 people.")
    assert harms.adverse_events(article, TRIAL) is None


def test_which_they_were_says_more_than_that_there_were_some() -> None:
    listed = "Every walker got blisters and five people had a rash."
    article = Article(f"{LEAD}Side effects were common early on. {listed}")
    value = harms.adverse_events(article, TRIAL)
    assert value is not None
    assert value.value == listed.rstrip(".")


def test_a_list_goes_on_behind_a_decimal_point() -> None:
    article = Article(
        LEAD + "The most common side effects were rash (4.1% vs. 2.0%) and cough (3.2%)."
    )
    value = harms.adverse_events(article, TRIAL)
    assert value is not None
    assert str(value.value).endswith("cough (3.2%)")
