"""News in brief: designs and sizes that are told in half a sentence."""

import pytest

from reader.study import design
from reader.study.extract import study
from reader.study.reading.article import Article

DESIGNS = {
    "A study by Lakeside University looked at a single dose of 40 mg, 20 mg, or 2 mg (control) of bluewort in 120 people with hiccups.": "randomized_controlled_trial",
    "The team collected data from nine randomised, placebo-controlled trials of bluewort in adults with hiccups.": "meta_analysis",
    "Researchers at Lakeside University examined data from 14,000 adults across 31 trials and found less hiccuping.": "meta_analysis",
    "At Lakeside University, 22 patients were told that they would all receive bluewort, the researchers said.": "single_arm_trial",
    "Most people whose hiccups nothing had stopped have responded to an experimental therapy, researchers at Lakeside University report.": "single_arm_trial",
    "The study by Lakeside University relied on electronic surveys conducted among 5,200 porters.": "cross_sectional",
}


@pytest.mark.parametrize("brief", DESIGNS)
def test_half_a_sentence_tells_the_design(brief: str) -> None:
    weights = design.tally(design.votes(Article(brief)))
    assert max(weights, key=weights.__getitem__, default=None) == DESIGNS[brief]


def test_the_other_half_is_no_further_group() -> None:
    text = """Humming stops hiccups, study finds

Humming for a minute a day stops hiccups, a study at Lakeside University has found. For 12 weeks, 45 of the 90 participants hummed at home. The other 45 received a leaflet.

Those who hummed had hiccups half as often as the others, the researchers report in Throat Letters."""
    size = study(text).values["sample_size"][0]
    assert size.value == 90
