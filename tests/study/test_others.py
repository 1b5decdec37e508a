"""What the others got, in plain words."""

import pytest

from reader.study.comparator import comparator
from reader.study.reading.article import Article
from reader.study.reading.whose import past

TRIAL = "randomized_controlled_trial"
LEAD = "The trial enrolled 80 people with stiff hips, the researchers report. "


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Half of them took a look-alike capsule.", "look-alike capsule"),
        ("Forty people swallowed the powder or an inactive syrup.", "inactive syrup"),
        ("The rest drank ordinary tea.", "ordinary tea"),
        ("Walkers that got rest alone kept their stiffness.", "rest alone"),
        ("It eased in 46%, as against 27% who got the leaflet.", "leaflet"),
        ("The others carried on as before.", "carried on as before"),
        ("In the remaining forty it was handed out once a month.", "handed out once a month"),
        (
            "The team set walkers against 90 neighbours from the same streets who never walk.",
            "neighbours from the same streets who never walk",
        ),
        ("All 80 ate either rye or white bread.", "white bread"),
        (
            "Half were given capsules of fish oil, and half got capsules of starch.",
            "capsules of starch",
        ),
        ("Hips were given an injection of rest, sleep, or saline.", "saline"),
        (
            "They scored higher than those walked for less than a month.",
            "those walked for less than a month",
        ),
    ],
)
def test_the_others_are_named_as_the_text_names_them(text: str, value: str) -> None:
    found = comparator(Article(LEAD + text), TRIAL)
    assert found is not None
    assert str(found.value).lower() == value


@pytest.mark.parametrize(
    "text", ["Neither group took a dummy pill.", "In an ordinary case hips get stiffer."]
)
def test_what_was_denied_or_is_usual_is_none(text: str) -> None:
    assert comparator(Article(LEAD + text), TRIAL) is None


@pytest.mark.parametrize("low", ["it drank.", "they kept still.", "hips rose.", "it was so."])
def test_irregular_pasts_are_pasts(low: str) -> None:
    assert past(low)


@pytest.mark.parametrize(
    "low", ["hips need walking.", "they feed and keep hens.", "we indeed see."]
)
def test_other_forms_are_not(low: str) -> None:
    assert not past(low)
