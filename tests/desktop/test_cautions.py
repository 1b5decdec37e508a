"""Each caution leads to the words it rests on; none is shown without."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from reader.desktop.articles.facts_line import CHIPS
from reader.desktop.study import cautions
from reader.model.cautions import cautions as found_in
from reader.model.facts import facts
from reader.model.feed import Feed
from reader.model.study import Span, StudyCard, StudyValue
from reader.operations import correcting
from reader.operations.studying import study as study_waiting
from reader.store.store import Store
from tests.cards import study
from tests.conftest import arrive, entry
from tests.fakes import Here

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


def without_words(made: StudyCard, names: Sequence[str]) -> StudyCard:
    """The card as it would be had the user typed these values, without a passage."""
    own = {name: (replace(made.values[name][0], evidence=()),) for name in names}
    return replace(made, values={**made.values, **own})


@pytest.mark.parametrize("name", CASES)
def test_a_caution_without_words_is_not_shown(name: str) -> None:
    made, _ = CASES[name]
    for count in range(1, len(made.values) + 1):
        for names in combinations(made.values, count):
            shown = cautions.caution_links(without_words(made, names))
            assert not {address.split("/")[-2] for _, address in shown} & set(names)
    assert cautions.caution_links(without_words(made, tuple(made.values))) == ()


def test_a_cause_is_claimed_only_where_the_text_tells_of_an_observation() -> None:
    made, _ = CASES["cause"]
    assert cautions.caution_links(without_words(made, ["study_type"])) == ()


#: What a user types for a value that the text says nothing of, and the chip that it could bring.
TYPED = {
    "sample_size": "12",
    "study_type": "cohort",
    "funding": "Relivex Inc",
    "limitations": "uncontrolled",
    "status_of_evidence": "preprint",
    "controlled": "no",
    "claim_strength": "direct_causal",
}


def chips(store: Store, article_id: int) -> tuple[str, ...]:
    return store.articles.rows([article_id])[article_id].cautions


@pytest.mark.parametrize("field", TYPED)
def test_a_value_that_the_user_types_without_a_passage_brings_no_chip(
    store: Store, feed: Feed, field: str
) -> None:
    (article_id,) = arrive(store, feed, entry(1))
    study(store, article_id, condition="gout")
    article = store.articles.one(article_id)
    assert article
    store.apply(correcting.correct(store, article, field, TYPED[field]))
    held = store.studies.card(article_id)
    assert held
    assert held.values[field][0].evidence == ()
    assert chips(store, article_id) == ()
    assert cautions.links_of(store, article, held) == ()


def test_a_passage_that_is_linked_later_brings_the_chip(store: Store, feed: Feed) -> None:
    (article_id,) = arrive(store, feed, entry(1, html="<p>We asked twelve people.</p>"))
    study(store, article_id, condition="gout")
    article = store.articles.one(article_id)
    assert article
    store.apply(correcting.correct(store, article, "sample_size", "12"))
    held = store.studies.card(article_id)
    assert held
    start = article.content.text.index("twelve")
    store.apply(
        correcting.correct(
            store, article, "sample_size", "12",
            value=held.one("sample_size"), passage=(start, start + 13),
        )
    )  # fmt: skip
    assert chips(store, article_id) == ("small",)


def test_a_decision_on_a_card_whose_text_waits_changes_the_chips(store: Store, feed: Feed) -> None:
    (article_id,) = arrive(store, feed, entry(1))
    study(store, article_id, sample_size=20)
    article = store.articles.one(article_id)
    assert article
    arrive(store, feed, entry(1, html="<p>Other words.</p>"))
    assert store.studies.card(article_id) is None
    assert chips(store, article_id) == ("small",)
    assert cautions.links_of(store, article, None)
    _, before = store.studies.last(article_id) or (0, None)
    assert before
    store.apply(correcting.reject(store, article, "sample_size", before.values["sample_size"][0]))
    assert chips(store, article_id) == ()
    assert cautions.links_of(store, article, None) == ()


def test_facts_of_an_older_archive_are_told_anew_where_the_user_decided(
    store: Store, feed: Feed
) -> None:
    (article_id,) = arrive(store, feed, entry(1))
    study(store, article_id, sample_size=20)
    article, held = store.articles.one(article_id), store.studies.card(article_id)
    assert article
    assert held
    store.apply(correcting.accept(store, article, "sample_size", held.values["sample_size"][0]))
    with store.writing():  # as the step of the archive leaves it
        store.connection().execute("update fact set quoted = 0 where name = 'sample_size'")
        store.pending.ask("facts", [article_id])
    assert chips(store, article_id) == ()
    list(study_waiting(store, Here()))
    assert chips(store, article_id) == ("small",)
    assert not store.pending.is_any("facts")


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
        assert {caution.code for caution in found_in(facts(made))} <= set(CHIPS)
