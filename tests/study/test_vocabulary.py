"""The word lists: how names are found, and that the long ones are fit to be searched."""

import time

import pytest

from reader.study import (
    comparator,
    conditions,
    interventions,
    outcomes,
    population,
    treatments,
    vocabulary,
)
from reader.study.reading.article import Article
from reader.study.vocabulary import Entry, Terms, fold, words


def found(terms: Terms, text: str) -> list[str]:
    return [hit.entry.name for hit in terms.find(text, words(text))]


def test_spelling_plural_and_hyphen_make_no_difference() -> None:
    terms = Terms([("brain tumor", Entry("brain tumor")), ("anemia", Entry("anemia"))])
    assert found(terms, "Brain tumours and anaemia; brain-tumor") == [
        "brain tumor",
        "anemia",
        "brain tumor",
    ]


def test_capitals_count_for_short_forms() -> None:
    terms = Terms([("AIMS", Entry("scale")), ("app", Entry("app"))])
    assert found(terms, "The team aims high; AIMS fell. An app for APP.") == ["scale", "app"]


@pytest.mark.parametrize("name", ["mesh_diseases", "mesh_treatments"])
def test_keys_of_the_long_lists_are_folded_as_words_are(name: str) -> None:
    rows = (vocabulary.folder() / f"{name}.tsv").read_text("utf-8").splitlines()[1::97]
    for row in rows:
        for key in row.split("\t")[1:]:
            assert " ".join(fold(part) for part in key.split(" ")) in {key, fold(key)} or "'" in key


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Multiple sclerosis", "D009103"),
        ("heart failure", "D006333"),
        ("Friedreich's ataxia", "D005621"),
    ],
)
def test_everyday_names_lead_to_their_headings(text: str, id: str) -> None:
    assert vocabulary.descriptors("mesh_diseases").id_of(text) == id


def test_drugs_are_known_by_the_ending_of_their_names() -> None:
    assert treatments.is_drug("zelutinib")
    assert not any(
        treatments.is_drug(word) for word in ("comparison", "protein", "vitamin", "cost")
    )


HOSTILE = {
    "one word": "a" * 40_000,
    "openers": "patients with " * 3_000,
    "choices": "receive either x or " * 2_000,
    "relative clauses": "women who had who had not " * 1_500,
    "brackets": "(" * 20_000,
    "brands": "Abcde (" * 4_000,
    "capitals": "A Bc Scale of the " * 2_000,
    "commas": "stroke, " * 4_000,
    "numbers": "1,234 " * 5_000,
    "short forms": "multiple sclerosis (MS) " * 1_500,
    "no spaces": "compared,with;than" * 2_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_makes_the_phrases_slow(name: str) -> None:
    half, whole = (_seconds(HOSTILE[name][: len(HOSTILE[name]) // n]) for n in (2, 1))
    assert whole < max(10 * half, 4.0)


def _seconds(text: str) -> float:
    start = time.process_time()
    article = Article(text)
    given = interventions.interventions(article, set())
    conditions.conditions(article)
    outcomes.outcome_measures(article, set())
    population.population(article, None, None)
    comparator.comparator(article, "cohort", given)
    return time.process_time() - start
