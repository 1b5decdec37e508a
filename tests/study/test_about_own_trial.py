"""What a company tells below "About" of its own trial, and of other things."""

from reader.study.extract import study

STORY = """Velorimab meets its main goal in the phase 3 KESTREL-2 trial of gout

BASEL, 3 May 2025. Dovane Pharma said today that the phase 3 KESTREL-2 trial of velorimab met its primary endpoint, a lower rate of flares at 52 weeks against placebo.

{heading}

It is a randomised, double-blind trial. A total of 806 adults were enrolled at 112 sites.

About velorimab

Velorimab has been given to more than 2,300 people in nine studies.
"""


def test_a_section_on_the_trial_of_the_news_tells_of_it() -> None:
    card = study(STORY.format(heading="About KESTREL-2"))
    assert card.values["sample_size"][0].value == 806
    assert card.values["blinding"][0].value == "double"


def test_a_section_on_another_trial_does_not() -> None:
    card = study(STORY.format(heading="About PLOVER-1"))
    assert "sample_size" not in card.values


def test_a_calculation_has_no_participants() -> None:
    card = study(
        "Sugar tax could prevent 60,000 cases of obesity, modelling suggests\n\nA computer model by researchers in "
        "Leeds, fed with the diets of 4,900 children, projected that a tax would prevent 60,000 cases by 2040."
    )
    assert card.values["study_type"][0].value == "modelling"
    assert "sample_size" not in card.values
