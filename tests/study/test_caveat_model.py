"""The model that finds limitations no pattern knows."""

import json
import time

import pytest

from reader.resource import resource
from reader.study.caveat_model import Model, features, further, model, scored, told
from reader.study.limitations import by_rule, with_further
from reader.study.reading.article import Article

TEXT = (
    "Evening walks help stiff hips, trial finds\n\n"
    "The trial enrolled 240 people with stiff hips, the researchers report in the Journal of "
    "Invented Medicine. They found that walkers could climb stairs sooner.\n\n"
    "Everyone who took part lived near a park. The walkers were cheerful. Stairs are old."
)
PARK = Model({"": -3.0, "near a": 5.0, "park": 5.0}, 0.8, 0.7)


@pytest.fixture
def article() -> Article:
    return Article(TEXT)


def test_a_sentence_with_known_words_is_taken(article: Article) -> None:
    (found,) = further(article, (), PARK, 5)
    assert found.sentence.text == "Everyone who took part lived near a park."
    assert found.probability > 0.85


def test_nothing_is_taken_twice_nor_more_than_asked(article: Article) -> None:
    start = TEXT.index("Everyone")
    assert further(article, [(start + 3, start + 9)], PARK, 5) == []
    assert further(article, (), PARK, 0) == []
    assert further(article, (), PARK, -1) == []
    assert len(further(article, (), Model({"": 9.0}, 0.8), 2)) == 2


def test_what_it_adds_says_so_and_has_its_evidence(article: Article) -> None:
    values = with_further(article, by_rule(article), PARK)
    (value,) = [v for v in values if v.method.startswith("linear:")]
    (span,) = value.evidence
    assert value.method == "linear:caveat/1"
    assert value.confidence == 0.7
    assert TEXT[span.start : span.end] == span.text == value.value


def test_features_are_words_pairs_and_the_place(article: Article) -> None:
    sentence = told(article)[-1]
    marks = {f"@{sentence.whose.name}", "@3"}
    assert features(sentence, 0.99) == {"stair", "are", "old", "stair are", "are old"} | marks


def test_the_model_that_ships_is_read_in_50_ms() -> None:
    started = time.perf_counter()
    json.loads(resource("models/caveats.json").read_text("utf-8"))
    assert time.perf_counter() - started < 0.05
    assert 0.5 <= model().least <= 1.0
    assert 0.3 <= model().precision <= 1.0
    assert all(isinstance(weight, float) for weight in model().weights.values())


@pytest.mark.parametrize("text", ["", "\n\n", "1234 5678", "שלום עולם", "x" * 50_000])
def test_any_text_has_a_probability_or_no_sentence(text: str) -> None:
    assert all(0 <= found.probability <= 1 for found in scored(Article(text), model()))
