"""The models that tell findings and caveats from other sentences."""

import json

import pytest

from reader.resource import resource
from reader.study import results, signs
from reader.study.caveat_model import HEARD, Weigher, likely, weigher
from reader.study.limitations import candidates, chosen
from reader.study.reading.article import Article
from reader.study.sentence_model import Model, model, scored

TEXT = (
    "Evening walks help stiff hips, trial finds\n\n"
    "The trial enrolled 240 people with stiff hips, the researchers report in the Journal of "
    "Invented Medicine. They found that walkers could climb stairs sooner.\n\n"
    "Everyone who took part lived near a park. The walkers were cheerful. Stairs are old."
)
PARK = Model({"": -3.0, "near park": 5.0, "park": 5.0}, 1.5, 0.7)


@pytest.fixture
def article() -> Article:
    return Article(TEXT)


def weighed(least: float, **heard: float) -> Weigher:
    """Models of which the second hears only what is given here."""
    return Weigher(PARK, dict.fromkeys(("", *HEARD), 0.0) | {"own": 1.0} | heard, least)


def test_a_sentence_with_known_words_is_taken(article: Article) -> None:
    (found,) = likely(article, {}, weighed(0.9), 5)
    assert found.sentence.text == "Everyone who took part lived near a park."
    assert found.probability == pytest.approx(0.999, abs=0.001)


def test_no_more_sentences_are_taken_than_asked(article: Article) -> None:
    assert likely(article, {}, weighed(0.9), 0) == []
    assert len(likely(article, {}, weighed(0.0), 2)) == 2


def test_the_neighbour_of_a_caveat_is_likelier_one(article: Article) -> None:
    alone = {
        str(one.sentence.text): one.probability for one in likely(article, {}, weighed(0.0), 9)
    }
    by = weighed(0.0, before=0.5)
    beside = {str(one.sentence.text): one.probability for one in likely(article, {}, by, 9)}
    assert beside["The walkers were cheerful."] > alone["The walkers were cheerful."]
    assert beside["Stairs are old."] < alone["Stairs are old."]


def test_what_the_rules_say_is_heard(article: Article) -> None:
    start = TEXT.index("Stairs are old")
    found = likely(article, {start: 2.0}, weighed(0.9, ruled=9.0), 5)
    assert "Stairs are old." in [one.sentence.text for one in found]


def test_what_the_models_find_says_so_and_has_its_evidence(article: Article) -> None:
    values = chosen(article, tuple(candidates(article)), weighed(0.9))
    (value,) = [v for v in values if v.method.startswith("linear:")]
    (span,) = value.evidence
    assert value.method == "linear:caveat/3"
    assert value.confidence == 0.9
    assert TEXT[span.start : span.end] == span.text == value.value


def test_features_are_words_pairs_signs_neighbours_and_the_place(article: Article) -> None:
    features = set(signs.signed(article)[-1].features)
    assert {"stair", "old", "stair are", "@body", "@numbers 0", "@fifth 4"} <= features
    assert {"<@past", ">@end", ">>@end", "<<@past"} <= features
    assert "@past" not in features


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [
        ("The walkers drank half as much.", "@past"),
        ("The walkers slept no longer.", "@no"),
        ("The two groups could not be told apart.", "@same"),
        ("Walkers may be fitter to begin with.", "@modal"),
        ("We asked only people who live near a park.", "@only"),
        ("Did it help?", "@question"),
        ("“It did,” she said.", "@quoted"),
        ("Twelve of the walkers fell.", "@number first"),
    ],
)
def test_signs(sentence: str, sign: str) -> None:
    (row,) = [s for s in signs.signed(Article(sentence)) if s.sentence.text == sentence]
    assert sign in row.features


def test_findings_are_weighed_by_rules_and_model(article: Article) -> None:
    found = tuple(results.candidates(article))
    stairs = Model({"": -9.0, "stair": 20.0}, 1.5)
    first, *_ = results.chosen(article, found, stairs)
    assert "stairs" in TEXT[first.start : first.end]
    assert results.chosen(article, found, Model({"": -20.0}, 1.5)) == []
    assert len(results.chosen(article, found, Model({"": 20.0}, 1.5))) > 2


@pytest.mark.parametrize("name", ["findings", "caveats"])
def test_the_models_that_ship_are_small_and_whole(name: str) -> None:
    assert resource(f"models/{name}.json").stat().st_size < 100_000
    data = json.loads(resource(f"models/{name}.json").read_text("utf-8"))
    assert data["schema"] == "studywire.sentences/1"
    assert all(isinstance(weight, float) for weight in data["weights"].values())


def test_a_finding_and_a_caveat_must_be_likely_enough() -> None:
    assert 0.0 <= model("findings").least <= 4.0
    assert 0.2 <= model("findings").precision <= 1.0
    assert 0.2 <= weigher().least <= 0.6
    assert set(weigher().heard) == {"", *HEARD}


@pytest.mark.parametrize("text", ["", "\n\n", "1234 5678", "שלום עולם", "x" * 50_000])
def test_any_text_has_odds_or_no_sentence(text: str) -> None:
    assert all(abs(odds) < 60 for _, odds in scored(Article(text), weigher().words))
    assert all(
        0 <= Model({"": odds}, 0.5).probability(frozenset()) <= 1 for odds in (-900.0, 0.0, 900.0)
    )
