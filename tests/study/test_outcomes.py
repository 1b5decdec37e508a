"""What was measured."""

import pytest

from reader.study.outcomes import outcome_measures
from reader.study.reading.article import Article


def measured(text: str, taken: set[str] | None = None) -> list[str]:
    values = outcome_measures(Article(text), taken or set())
    return [str(value.value).lower() for value in values]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The primary endpoint was time to first fracture.", "time to first fracture"),
        ("In this trial the drug improved overall survival.", "overall survival"),
        ("The researchers measured the EDSS; scores improved in 12 people.", "edss"),
        ("The study found a lower risk of stroke in walkers.", "risk of stroke"),
        (
            "The trial found that scores on the Fernhill Balance Scale rose.",
            "fernhill balance scale",
        ),
        ("The team found higher ghrelin levels in short sleepers.", "ghrelin levels"),
        ("The trial found that on the Morwick scale walkers gained two points.", "morwick scale"),
        ("The trial found fewer transfusions with the new drops.", "transfusions"),
        ("The trial found that agitation eased by a third.", "agitation"),
    ],
)
def test_outcomes_are_found_by_name_list_and_grammar(text: str, outcome: str) -> None:
    assert outcome in measured(text)


def test_the_parts_of_a_composite_are_outcomes_of_their_own() -> None:
    text = "The primary outcome was hospital admission, stroke or death from any cause."
    assert {"hospital admission", "stroke", "death from any cause"} <= set(measured(text))


def test_a_scale_is_named_in_the_details() -> None:
    (value, *_) = outcome_measures(Article("The team measured the PHQ-9 at six months."), set())
    assert value.details["instrument"] == "PHQ-9"


def test_what_participants_have_is_not_what_is_measured() -> None:
    assert measured("The study recruited 40 people with fatigue and high blood pressure.") == []


def test_what_was_given_is_not_what_was_measured() -> None:
    text = "In this trial weight loss improved physical function in 80 adults."
    assert "weight loss" not in measured(text, {"weight loss"})


def test_a_word_inside_a_treatments_name_is_no_outcome() -> None:
    assert "hearing" not in measured("In this trial hearing aids improved quality of life.")
