"""Each caution leads to the words it rests on; none is shown without."""

from dataclasses import replace
from typing import Any

import pytest

from reader.desktop.articles.facts_line import CHIPS
from reader.desktop.study import cautions
from reader.model.facts import cautions as codes
from reader.model.facts import facts
from reader.model.study import Span, StudyCard, StudyValue

SPAN = Span(0, 4, "Text")


def value(said: Any, *, status: str = "stated", **details: Any) -> StudyValue:
    return StudyValue(said, (SPAN,), 0.9, "rule:test/1", status, details)


def card(**values: StudyValue) -> StudyCard:
    return StudyCard("1", "0", value(True), {name: (v,) for name, v in values.items()})


COHORT = value("cohort")
RCT = value("randomized_controlled_trial")
CASES = {
    "animal": (card(study_type=value("animal"), species=value("mouse")), ["species/0"]),
    "animal, people counted": (
        card(study_type=value("animal"), species=value("human")),
        ["study_type/0"],
    ),
    "in vitro, of a species": (
        card(study_type=replace(value("in_vitro"), evidence=()), species=value("mouse")),
        [],
    ),
    "in vitro": (card(study_type=value("in_vitro")), ["study_type/0"]),
    "preprint": (card(status_of_evidence=value("preprint")), ["status_of_evidence/0"]),
    "not reviewed": (
        card(limitations=value("It was not peer reviewed", code="not_peer_reviewed")),
        ["limitations/0"],
    ),
    "abstract": (card(status_of_evidence=value("conference_abstract")), ["status_of_evidence/0"]),
    "uncontrolled": (
        card(controlled=value(True), study_type=value("single_arm_trial")),
        ["study_type/0"],
    ),
    "no controls": (card(study_type=RCT, controlled=value(False)), ["controlled/0"]),
    "no comparator": (
        card(
            study_type=value("single_arm_trial"), comparator=value(None, status="explicitly_none")
        ),
        ["comparator/0"],
    ),
    "small": (card(study_type=RCT, sample_size=value(49, unit="people")), ["sample_size/0"]),
    "not small": (card(study_type=RCT, sample_size=value(50)), []),
    "small review": (card(study_type=value("meta_analysis"), sample_size=value(12)), []),
    "industry": (card(funding=value("Relivex Pharmaceuticals Inc")), ["funding/0"]),
    "charity": (card(funding=value("Relivex Company Foundation")), []),
    "cause": (
        card(study_type=COHORT, claim_strength=value("direct_causal")),
        ["claim_strength/0", "study_type/0"],
    ),
    "no cause": (
        card(study_type=COHORT, claim_strength=value("correlational")),
        ["study_type/0"],
    ),
    "cause of a trial": (card(study_type=RCT, claim_strength=value("direct_causal")), []),
    "nothing": (card(), []),
}


@pytest.mark.parametrize("name", CASES)
def test_a_caution_leads_to_its_words(name: str) -> None:
    made, places = CASES[name]
    links = cautions.caution_links(made)
    assert [address for _, address in links] == [cautions.SCHEME + place for place in places]
    assert all(caption for caption, _ in links)
    for _, address in links:
        field, place = cautions.target(address) or ("", 0)
        assert made.values[field][place].evidence


def test_a_caution_without_words_is_not_shown() -> None:
    own = StudyValue(20, (), 1.0, "user")
    assert cautions.caution_links(card(sample_size=own)) == ()


@pytest.mark.parametrize(
    ("unit", "caption"),
    [
        ("nurses", "Small: 28 nurses"),
        ("", "Small: 28 participants"),
        ("volunteers who all came from the same small town", "Small: 28 participants"),
    ],
)
def test_a_caution_is_short(unit: str, caption: str) -> None:
    made = card(study_type=RCT, sample_size=value(28, unit=unit))
    assert [words for words, _ in cautions.caution_links(made)] == [caption]


def test_every_caution_has_a_chip_for_the_list() -> None:
    for made, _ in CASES.values():
        assert set(codes(facts(made))) <= set(CHIPS)
