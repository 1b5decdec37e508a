"""A language model's answers: candidates only, and only with a true quote."""

import json
import threading
from dataclasses import replace

import pytest

from reader.model.answers import answers
from reader.model.card_json import card_from_json, card_to_dict, card_to_json
from reader.model.errors import ModelError
from reader.model.settings import Settings
from reader.model.study import StudyCard
from reader.operations.asking import ask, ask_about, language_model
from reader.operations.correcting import correct, reject, say_study
from reader.operations.sampling import add_samples
from reader.operations.studying import study_one
from reader.store.store import Store
from reader.study.batch import study_texts

TEXT = (
    "Zinc lozenges shorten colds in a trial\n\n"
    "Forty-one adults with a cold were randomly assigned to zinc lozenges or to placebo, "
    "researchers report in the Journal of Invented Medicine. The team found that colds of those "
    "who took zinc ended two days earlier. The tester of the lozenges knew who took what."
)


class Telling:
    """A model that says what it was given."""

    name = "tiny"

    def __init__(self, *rows: object, said: str | None = None) -> None:
        self.said = json.dumps({"answers": rows}) if said is None else said
        self.closed = threading.Event()
        self.shown = ""

    def answer(self, instructions: str, text: str) -> str:
        self.shown = text
        return self.said

    def close(self) -> None:
        self.closed.set()


def row(field: str, value: object, quote: object) -> dict[str, object]:
    return {"field": field, "value": value, "quote": quote}


@pytest.fixture
def card() -> StudyCard:
    (made,) = study_texts([(TEXT, None)])
    assert made.is_study.value
    return replace(made, candidates=())


def test_an_answer_with_a_true_quote_becomes_a_candidate(card: StudyCard) -> None:
    quote = "The tester of the lozenges knew who took what"
    asked = ask(Telling(row("limitations", "the tester knew", quote)), TEXT, card)
    ((field, value),) = asked.candidates
    assert field == "limitations"
    assert value.method == "model:tiny"
    assert TEXT[value.evidence[0].start : value.evidence[0].end] == quote
    assert asked.values == card.values
    assert card_to_dict(asked)["candidates"][0]["field"] == "limitations"
    assert card_from_json(card_to_json(asked)).candidates == asked.candidates


@pytest.mark.parametrize(
    "wrong",
    [
        row("limitations", "no control group", "There was no control group"),
        row("limitations", "knew", "the tester of the lozenges knew who took what"),
        row("limitations", "knew", "The tester  of the lozenges knew"),
        row("limitations", "knew", ""),
        row("limitations", "knew", "a"),
        row("limitations", "knew", None),
        row("limitations", "", "The tester of the lozenges"),
        row("limitations", ["knew"], "The tester of the lozenges"),
        row("limitations", "x" * 301, "The tester of the lozenges"),
        row("study_type", "gold standard", "a trial"),
        row("sample_size", 400, "Forty-one adults"),
        row("sample_size", "many", "Forty-one adults"),
        row("randomized", "probably", "randomly assigned"),
        row("claim_strength", "none", "Zinc lozenges shorten colds"),
        row("secret", "x", "Zinc lozenges"),
        row("status_of_evidence", "retracted", "in a trial"),
        "text",
        {"value": "x"},
        {"field": ["x"], "value": "x", "quote": "in a trial"},
    ],
)
def test_an_answer_that_is_not_true_to_the_text_is_dropped(card: StudyCard, wrong: object) -> None:
    assert ask(Telling(wrong), TEXT, card) == card


@pytest.mark.parametrize(
    "said",
    ["", "I cannot help with that.", "{", "{}", "[]", '{"answers": 3}', '{"answers": null}',
     '{"answers": [', '{"answers": ' + "[" * 50_000],
)  # fmt: skip
def test_what_is_no_list_of_answers_is_said_to_be_none(card: StudyCard, said: str) -> None:
    with pytest.raises(ModelError, match="not the list of answers"):
        ask(Telling(said=said), TEXT, card)


def test_a_list_without_answers_is_a_list(card: StudyCard) -> None:
    assert ask(Telling(), TEXT, card) == card


SIZE = row("sample_size", "41", "Forty-one adults with a cold")
WRITTEN = json.dumps({"answers": [SIZE]})


@pytest.mark.parametrize(
    "said",
    [
        f"<think>maybe {{41}}</think>\n```json\n{WRITTEN}\n```",
        f'<think>maybe {{"field": "phase"}}</think>{json.dumps({"answers": [SIZE]}, indent=2)}',
        f"Of {{41}} adults it says: {WRITTEN}",
        f"{WRITTEN} That is all of it}}.",
        json.dumps([SIZE]),
        json.dumps(SIZE),
        json.dumps({"result": {"answers": [SIZE]}}),
        f'{WRITTEN[:-2]}, {{"field": "limitations", "va',
        f"{json.dumps({'answers': [row('phase', '3', 'Zinc lozenges')]})} Or rather: {WRITTEN}",
    ],
)
def test_the_answers_are_found_in_whatever_stands_around_them(card: StudyCard, said: str) -> None:
    bare = replace(card, values={})
    ((field, value),) = ask(Telling(said=said), TEXT, bare).candidates
    assert (field, value.value) == ("sample_size", 41)


def test_part_of_a_word_or_number_is_no_quotation(card: StudyCard) -> None:
    wrong = row("limitations", "an adult was ill", "orty-one adults with")
    assert ask(Telling(wrong), TEXT, card) == card


def test_what_stands_in_no_text_is_left_out_of_an_answer(card: StudyCard) -> None:
    model = Telling(row("limitations", "a\ud800 tester\x1b[31m\n knew", "The tester"))
    model.name = "ti\ud800ny"
    ((_, value),) = ask(model, TEXT, card).candidates
    assert (value.value, value.method) == ("a tester [31m knew", "model:ti ny")
    assert card_to_json(ask(model, TEXT, card)).encode()


@pytest.mark.parametrize(
    ("said", "years"),
    [("18 months", 1.5), ("a year and a half", 1.5), ("one and a half years", 1.5), ("long", None)],
)
def test_a_follow_up_has_its_length(card: StudyCard, said: str, years: float | None) -> None:
    asked = ask(Telling(row("follow_up", said, "ended two days earlier")), TEXT, card)
    found = [value.details["min_years"] for _, value in asked.candidates]
    assert found == ([] if years is None else [years])


def test_what_the_card_says_already_is_no_candidate(card: StudyCard) -> None:
    assert card.one("sample_size")
    assert ask(Telling(row("sample_size", 41, "Forty-one adults")), TEXT, card) == card


def test_a_field_gets_three_candidates_at_most(card: StudyCard) -> None:
    quotes = ["The tester", "the lozenges", "knew who", "took what", "took zinc"]
    rows = [row("limitations", quote, quote) for quote in quotes]
    bare = replace(card, values={})
    assert len(ask(Telling(*rows), TEXT, bare).candidates) == 3


def test_asking_again_replaces_the_answers(card: StudyCard) -> None:
    once = ask(Telling(row("limitations", "one", "The tester")), TEXT, card)
    again = ask(Telling(row("limitations", "two", "The tester")), TEXT, once)
    assert [value.value for _, value in again.candidates] == ["two"]


def test_of_news_without_a_study_nothing_is_asked() -> None:
    (card,) = study_texts([("University opens a new library building\n\nIt has a cafe.", None)])
    model = Telling()
    assert ask(model, "University opens", card) == card
    assert not model.shown


def test_a_long_text_is_shown_in_part(card: StudyCard) -> None:
    model = Telling()
    ask(model, TEXT + " filler" * 50_000, card)
    assert len(model.shown) == 24_000


@pytest.fixture
def samples(store: Store) -> Store:
    list(add_samples(store))
    return store


def anew(store: Store, article_id: int, extractor: str) -> None:
    """Another extractor studies an article."""
    (text,) = store.studies.texts([article_id])
    (card,) = study_texts([(text.text, text.published)], [text.known])
    with store.writing():
        store.studies.keep(text, replace(card, extractor=extractor))


def told(store: Store, article_id: int) -> list[object]:
    """What a language model said of an article and is kept."""
    card = store.studies.extracted(article_id)
    assert card
    return [value.value for _, value in answers(card)]


def test_the_answers_on_an_article_are_kept_beside_its_card(samples: Store) -> None:
    article = samples.articles.one(2)
    assert article
    before = study_one(samples, article)
    quote = article.content.title
    model = Telling(row("limitations", "something that no rule says", quote))
    steps = list(ask_about(samples, model, article))
    assert steps[-1].message == "The language model gave 1 answer with a true quote"
    assert StudyCard in steps[-1].kinds
    kept = samples.studies.card(2)
    assert kept
    assert kept.values == before.values
    assert kept.candidates[-1][1].value == "something that no rule says"
    assert model.closed.is_set()


def test_what_the_user_decided_is_not_taken_for_what_the_text_says(samples: Store) -> None:
    article = samples.articles.one(2)
    assert article
    before = study_one(samples, article)
    size = before.one("sample_size")
    samples.apply(correct(samples, article, "sample_size", "17", value=size))
    model = Telling(row("limitations", "something that no rule says", article.content.title))
    list(ask_about(samples, model, article))
    extracted = samples.studies.extracted(2)
    assert extracted
    assert extracted.values == before.values
    held = samples.studies.card(2)
    assert held
    assert held.values["sample_size"][0].value == 17


def test_what_the_user_rejected_is_not_written_into_the_card(samples: Store) -> None:
    article = samples.articles.one(2)
    assert article
    size = study_one(samples, article).one("sample_size")
    assert size
    samples.apply(reject(samples, article, "sample_size", size))
    model = Telling(row("limitations", "something else", article.content.title))
    list(ask_about(samples, model, article))
    extracted, shown = samples.studies.extracted(2), samples.studies.card(2)
    assert extracted
    assert extracted.one("sample_size") == size
    assert shown
    assert shown.one("sample_size") != size


def test_answers_are_kept_when_an_article_is_studied_anew(samples: Store) -> None:
    article = samples.articles.one(2)
    assert article
    model = Telling(row("limitations", "something that no rule says", article.content.title))
    list(ask_about(samples, model, article))
    anew(samples, 2, "9.9")
    assert told(samples, 2) == ["something that no rule says"]


def test_answers_that_come_while_an_article_is_studied_anew_are_kept(samples: Store) -> None:
    class Late(Telling):
        def answer(self, instructions: str, text: str) -> str:
            self.closed.wait(0.4)
            return super().answer(instructions, text)

    article = samples.articles.one(2)
    assert article
    steps = ask_about(samples, Late(row("limitations", "late", article.content.title)), article)
    next(steps)
    anew(samples, 2, "9.9")
    assert list(steps)[-1].message == "The language model gave 1 answer with a true quote"
    assert told(samples, 2) == ["late"]


def test_answers_whose_words_are_gone_from_the_text_go(samples: Store) -> None:
    article = samples.articles.one(2)
    assert article
    words = article.content.text.split()
    first, last = " ".join(words[:3]), " ".join(words[-3:])
    rows = [row("limitations", "stays", first), row("limitations", "goes", last)]
    list(ask_about(samples, Telling(*rows), article))
    (text,) = samples.studies.texts([2])
    shorter = replace(text, text="Corrected. " + text.text[: -len(last)])
    (card,) = study_texts([(shorter.text, None)])
    with samples.writing():
        samples.studies.keep(shorter, card)
    assert told(samples, 2) == ["stays"]
    kept = samples.studies.extracted(2)
    assert kept
    (span,) = kept.candidates[-1][1].evidence
    assert shorter.text[span.start : span.end] == first


def test_words_without_sense_take_no_answer_away(samples: Store) -> None:
    article = samples.articles.one(2)
    assert article
    list(ask_about(samples, Telling(row("limitations", "good", article.content.title)), article))
    with pytest.raises(ModelError):
        list(ask_about(samples, Telling(said="I am sorry, I can not do that."), article))
    assert told(samples, 2) == ["good"]


def test_what_the_card_says_already_is_no_new_answer(samples: Store) -> None:
    article = samples.articles.one(2)
    assert article
    size = study_one(samples, article).one("sample_size")
    assert size
    model = Telling(row("sample_size", size.value, size.evidence[0].text))
    assert "no new answer" in list(ask_about(samples, model, article))[-1].message


def test_of_what_the_user_says_is_a_study_the_model_is_asked(samples: Store) -> None:
    article = samples.articles.one(2)
    assert article
    found = replace(study_one(samples, article).is_study, value=False)
    card = samples.studies.extracted(2)
    (text,) = samples.studies.texts([2])
    assert card
    with samples.writing():
        samples.studies.keep(text, replace(card, is_study=found))
    model = Telling(row("limitations", "good", article.content.title))
    (only,) = ask_about(samples, model, article)
    assert only.report
    assert "nothing was asked" in only.report["notice"]
    assert not model.shown
    samples.apply(say_study(samples, article, found, is_study=True))
    list(ask_about(samples, model, article))
    assert told(samples, 2) == ["good"]


def test_closing_stops_the_model_and_keeps_nothing(samples: Store) -> None:
    class Slow(Telling):
        def answer(self, instructions: str, text: str) -> str:
            self.closed.wait(10)
            raise ModelError("Stopped.")

    article = samples.articles.one(2)
    assert article
    before = study_one(samples, article)
    model = Slow()
    steps = ask_about(samples, model, article)
    next(steps)
    steps.close()
    assert model.closed.is_set()
    assert samples.studies.card(2) == before


def test_a_failure_of_the_model_reaches_the_user(samples: Store) -> None:
    class Broken(Telling):
        def answer(self, instructions: str, text: str) -> str:
            raise ModelError("No language model answers at localhost.")

    article = samples.articles.one(2)
    assert article
    with pytest.raises(ModelError, match="No language model answers"):
        list(ask_about(samples, Broken(), article))


def test_it_is_off_unless_the_user_sets_an_address() -> None:
    assert language_model(Settings()) is None
    model = language_model(Settings(language_model="localhost:11434", language_model_name="tiny"))
    assert model
    assert model.name == "tiny"
