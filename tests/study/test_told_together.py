"""Conditions, treatments, groups and places told side by side, in ways real news has of telling them."""

import pytest

from reader.study.conditions import conditions
from reader.study.extract import study
from reader.study.findings import weigh
from reader.study.interventions import interventions
from reader.study.reading.article import Article


def ill(text: str) -> list[str]:
    return [str(value.value).lower() for value in conditions(Article(text))]


def test_a_condition_named_with_the_first_is_one_of_the_study() -> None:
    text = (
        "Choir rehearsals ease breathing\n\nThe team in Bergen studied 210 adults with asthma and "
        "bronchitis for a year."
    )
    assert ill(text) == ["asthma", "bronchitis"]


def test_an_example_is_no_condition_of_the_study() -> None:
    text = (
        "Choir rehearsals ease breathing\n\nThe team in Bergen studied 210 adults with asthma. "
        "Complications such as asthma and pneumonia were rare in the study."
    )
    assert ill(text) == ["asthma"]


def test_what_takes_the_place_of_something_is_what_was_tested() -> None:
    text = (
        "Sore elbows were the subject of a study.\n\nMost of the 80 patients did well on physiotherapy "
        "instead of surgery. Those in one group received physiotherapy. A few needed surgery later. "
        "Nobody else needed surgery."
    )
    assert str(interventions(Article(text), set())[0].value) == "physiotherapy"


def weight(sentence: str) -> float:
    low = sentence.lower()
    return weigh(low, sentence, low, reported=False)


def test_groups_told_by_what_they_were_given_are_a_finding() -> None:
    told = "Students who received a lamp and took part in walks had lower scores than those who stayed in."
    assert weight(told) > weight("Students received a lamp and took part in walks.") + 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Previously, gulls had fewer eggs on islands with cats.",
        "Late nights were defined as more than three parties a week.",
    ],
)
def test_what_was_known_before_or_what_a_word_means_is_none(sentence: str) -> None:
    assert weight(sentence) < 0


def test_a_city_that_is_called_new_keeps_its_name() -> None:
    text = (
        "Night bakers cough more\n\nThe study was led by researchers at Ashdown University and New York "
        "University. The team followed 400 bakers for a year and found that 30 percent coughed more."
    )
    places = [str(value.value) for value in study(text).values.get("institution", ())]
    assert places == ["Ashdown University", "New York University"]
