"""What came second is offered as a candidate."""

import pytest

from reader.model.study import StudyCard
from reader.study.extract import study

TEXT = (
    "Evening walks help people with stiff hips, trial finds\n\n"
    "The trial, published in the Journal of Invented Medicine, enrolled 240 people with stiff "
    "hips, who were randomly assigned to evening walks or to advice. The researchers found that "
    "walkers could climb stairs sooner. After a year, 198 people were examined again."
)


@pytest.fixture
def card() -> StudyCard:
    return study(TEXT)


def test_another_count_of_people_is_a_candidate(card: StudyCard) -> None:
    size = card.one("sample_size")
    assert size
    assert size.value == 240
    others = [value for name, value in card.candidates if name == "sample_size"]
    assert [value.value for value in others] == [198]
    (span,) = others[0].evidence
    assert TEXT[span.start : span.end] == "198 people"
    assert others[0].confidence < size.confidence


def test_a_candidate_never_repeats_a_value_of_the_card(card: StudyCard) -> None:
    kept = {(name, v.value) for name, values in card.values.items() for v in values}
    assert not kept & {(name, value.value) for name, value in card.candidates}


def test_news_without_a_study_has_no_candidates() -> None:
    card = study("Town opens its new library\n\nThe mayor cut a ribbon before 300 people.")
    assert not card.is_study.value
    assert card.candidates == ()
