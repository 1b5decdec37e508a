"""Study cards: made once, made again when needed, never in anybody's way."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace

import pytest

from reader.model.card_json import card_to_json
from reader.model.change import Change, Edit
from reader.model.errors import WorkerError
from reader.model.settings import Setting
from reader.model.study import StudyCard
from reader.operations import correcting
from reader.operations.awaiting import waits
from reader.operations.sampling import add_samples
from reader.operations.studying import (
    BY_RULES,
    CLOSE_LIMIT,
    CLOSELY,
    LONG,
    LONGEST,
    lacks_close_reading,
    study,
    study_closely,
    study_one,
)
from reader.store.store import Store
from reader.store.studies import Text
from reader.study.extract import LIMIT
from reader.study.phrases import marker
from tests.fakes import Classifier, Here, done


@pytest.fixture
def samples(store: Store) -> Store:
    list(add_samples(store))
    return store


def test_every_article_gets_a_card_the_newest_first(samples: Store) -> None:
    steps = list(study(samples, Here()))
    assert steps[-1].message == "12 of 12 articles studied"
    cards = [samples.studies.card(article_id) for article_id in range(1, 13)]
    assert all(cards)
    assert samples.pending.count("study") == 0
    assert list(study(samples, Here())) == []


def test_studying_takes_up_where_it_was_stopped(samples: Store) -> None:
    steps = study(samples, Here())
    next(steps)
    steps.close()
    left = samples.pending.count("study")
    assert 0 <= left < 12
    list(study(samples, Here()))
    assert samples.pending.count("study") == 0


def test_a_new_extractor_studies_everything_anew(
    samples: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(study(samples, Here()))
    monkeypatch.setattr("reader.operations.awaiting.VERSION", "99")
    assert list(study(samples, Here()))[-1].done == 12
    assert list(study(samples, Here())) == []


def test_reading_the_archive_anew_is_taken_up_where_it_was_stopped(
    samples: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(study(samples, Here()))
    monkeypatch.setattr("reader.operations.awaiting.VERSION", "99")
    monkeypatch.setattr("reader.study.extract.VERSION", "99")
    small = replace(BY_RULES, batch=2, ahead=1)
    monkeypatch.setattr("reader.operations.studying.BY_RULES", small)
    steps = study(samples, Here())
    first = [next(steps), next(steps)]
    steps.close()
    assert [step.message for step in first] == [
        "2 of 12 articles studied",
        "4 of 12 articles studied",
    ]
    made = {n: card.extractor for n in range(1, 13) if (card := samples.studies.card(n))}
    assert {n for n, version in made.items() if version == "99"} == {9, 10, 11, 12}
    assert len(list(study(samples, Here()))) == 4
    assert {samples.studies.card(n).extractor for n in made} == {"99"}  # type: ignore[union-attr]


def test_a_text_that_cannot_be_studied_harms_only_itself(samples: Store) -> None:
    class Fragile(Here):
        """Fails for every batch that holds the sixth sample."""

        def submit(self, function, /, *args, **limits):  # type: ignore[no-untyped-def]
            texts: Sequence[tuple[str, int | None]] = args[0]
            if any(text == poison for text, _ in texts):
                future: Future[list[StudyCard]] = Future()
                future.set_exception(WorkerError("It took too long and was stopped."))
                return future
            return done(function, *args)

    article = samples.articles.one(6)
    assert article
    poison = article.content.text
    list(study(samples, Fragile()))
    assert [n for n in range(1, 13) if samples.studies.card(n) is None] == [6]
    assert samples.pending.count("study") == 0


def test_one_article_is_studied_on_demand(samples: Store) -> None:
    article = samples.articles.one(3)
    assert article
    card = study_one(samples, article)
    assert card.text_sha256
    kept = samples.studies.card(3)
    assert kept
    assert card_to_json(kept) == card_to_json(card)
    assert study_one(samples, article) == kept
    assert samples.pending.count("study") == 11


@pytest.fixture
def second_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """A token classifier is installed."""
    Classifier.install(monkeypatch)


def read_closely(store: Store) -> list[int]:
    cards = {n: store.studies.card(n) for n in range(1, 13)}
    return [n for n, card in cards.items() if card and card.extractor.endswith("+phrases:fake/1")]


@pytest.mark.usefixtures("second_reader")
def test_what_the_rules_have_read_is_read_closely_too(samples: Store) -> None:
    list(study(samples, Here()))
    assert samples.pending.count("closely") == 12
    steps = list(study_closely(samples, Here()))
    assert steps[-1].message == "12 of 12 articles read closely"
    assert read_closely(samples) == list(range(1, 13))
    assert list(study_closely(samples, Here())) == []
    studies = [c for n in range(1, 13) if (c := samples.studies.card(n)) and c.is_study.value]
    assert studies
    for card in studies:
        assert any(v.method == "phrases:fake/1" for v in card.values["limitations"])


@pytest.mark.usefixtures("second_reader")
def test_a_second_look_is_no_change_that_the_history_tells(samples: Store) -> None:
    list(study(samples, Here()))
    list(study_closely(samples, Here()))
    assert samples.histories.values(range(1, 13), "limitations") == []


@pytest.mark.usefixtures("second_reader")
def test_what_was_read_closely_keeps_its_values_until_it_is_read_so_again(
    samples: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(study(samples, Here()))
    list(study_closely(samples, Here()))
    before = [samples.studies.card(n) for n in range(1, 13)]
    monkeypatch.setattr("reader.operations.awaiting.VERSION", "99")
    monkeypatch.setattr("reader.study.phrases.closely.VERSION", "99")
    list(study(samples, Here()))
    assert [samples.studies.card(n) for n in range(1, 13)] == before
    assert lacks_close_reading(samples, 3)
    list(study_closely(samples, Here()))
    after = [samples.studies.card(n) for n in range(1, 13)]
    assert {card.extractor for card in after if card} == {"99+phrases:fake/1"}
    assert samples.histories.values(range(1, 13), "limitations") == []
    assert not samples.pending.is_any("study")
    assert not samples.pending.is_any("closely")


def set_closely(store: Store, *, on: bool) -> None:
    row = store.settings.one("read_closely")
    store.apply(Change("Set", (Edit(row, Setting("read_closely", "true" if on else "false")),)))


@pytest.mark.usefixtures("second_reader")
def test_without_a_second_reader_what_waits_for_it_since_an_update_is_read_by_the_rules(
    samples: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(study(samples, Here()))
    list(study_closely(samples, Here()))
    article, held = samples.articles.one(3), samples.studies.card(3)
    assert article
    assert held
    if not held.is_study.value:
        samples.apply(correcting.say_study(samples, article, held.is_study, is_study=True))
    samples.apply(correcting.correct(samples, article, "sample_size", "77"))
    rooms = "operations.awaiting", "operations.studying", "study.extract", "study.phrases.closely"
    for module in rooms:
        monkeypatch.setattr(f"reader.{module}.VERSION", "99")
    list(study(samples, Here()))
    assert samples.studies.card(3).extractor != "99"  # type: ignore[union-attr]
    assert not waits(samples, "study")
    set_closely(samples, on=False)
    assert waits(samples, "study")
    assert list(study(samples, Here()))[-1].done == 12
    cards = [samples.studies.card(n) for n in range(1, 13)]
    assert {card.extractor for card in cards if card} == {"99"}
    assert cards[2]
    assert cards[2].values["sample_size"][0].value == 77
    assert not waits(samples, "study")
    assert list(study(samples, Here())) == []
    set_closely(samples, on=True)
    assert list(study(samples, Here())) == []
    list(study_closely(samples, Here()))
    cards = [samples.studies.card(n) for n in range(1, 13)]
    assert {card.extractor for card in cards if card} == {"99+phrases:fake/1"}


@pytest.mark.usefixtures("second_reader")
def test_who_switches_the_second_reader_off_stops_it(
    samples: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(study(samples, Here()))
    monkeypatch.setattr("reader.operations.studying.CLOSELY", replace(CLOSELY, batch=1))
    steps = study_closely(samples, Here())
    next(steps)
    set_closely(samples, on=False)
    list(steps)
    assert 1 <= len(read_closely(samples)) <= 2
    assert samples.pending.count("closely") >= 10


def test_a_long_text_has_more_time_as_far_as_it_is_read() -> None:
    def seconds(*lengths: int) -> float:
        return CLOSELY.limit([Text(1, 1, "x" * length, None) for length in lengths])

    assert seconds(100) == seconds(LONG - 1) == CLOSE_LIMIT
    assert seconds(100, 100) == 2 * CLOSE_LIMIT
    assert seconds(LONG) == 2 * CLOSE_LIMIT
    assert seconds(LONGEST) == seconds(LONGEST * 9) == 5 * CLOSE_LIMIT
    assert LONGEST == LIMIT


@pytest.mark.usefixtures("second_reader")
def test_what_cannot_be_read_closely_is_read_by_a_new_extractors_rules(
    samples: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Weak(Here):
        """Fails at close reading."""

        def submit(self, function, /, *args, **limits):  # type: ignore[no-untyped-def]
            if getattr(function, "keywords", {}).get("closely"):
                future: Future[list[StudyCard]] = Future()
                future.set_exception(WorkerError("It took too long and was stopped."))
                return future
            return done(function, *args)

    list(study(samples, Here()))
    list(study_closely(samples, Here()))
    monkeypatch.setattr("reader.operations.awaiting.VERSION", "99")
    monkeypatch.setattr("reader.study.extract.VERSION", "99")
    list(study(samples, Weak()))
    list(study_closely(samples, Weak()))
    cards = [samples.studies.card(n) for n in range(1, 13)]
    assert {card.extractor for card in cards if card} == {"99"}
    assert not samples.pending.is_any("closely")


@pytest.mark.usefixtures("second_reader")
def test_an_opened_article_is_read_closely_later(samples: Store) -> None:
    article = samples.articles.one(3)
    assert article
    assert "+" not in study_one(samples, article).extractor
    assert samples.pending.next("closely", 5) == [3]


@pytest.mark.usefixtures("second_reader")
def test_whoever_wants_no_second_reader_gets_none(samples: Store) -> None:
    row = samples.settings.one("read_closely")
    samples.apply(Change("Off", (Edit(row, Setting("read_closely", "false")),)))
    list(study(samples, Here()))
    assert list(study_closely(samples, Here())) == []
    assert read_closely(samples) == []


def test_a_second_reader_that_comes_later_reads_the_newest_of_the_archive(
    samples: Store, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setattr("reader.operations.studying.NEWEST", 5)
    monkeypatch.setattr(marker, "is_installed", lambda: False)
    monkeypatch.setattr(marker, "name", lambda: None)
    list(study(samples, Here()))
    assert list(study_closely(samples, Here())) == []
    request.getfixturevalue("second_reader")
    assert list(study_closely(samples, Here()))[-1].done == 5
    assert read_closely(samples) == [8, 9, 10, 11, 12]


@pytest.mark.usefixtures("second_reader")
def test_what_somebody_reads_now_is_read_closely_before_what_waits(samples: Store) -> None:
    list(study(samples, Here()))
    first = [2]
    steps = study_closely(samples, Here(), first)
    next(steps)
    assert read_closely(samples) == [2]
    first.append(1)
    next(steps)
    assert read_closely(samples) == [1, 2]
    list(steps)
    assert read_closely(samples) == list(range(1, 13))


@pytest.mark.usefixtures("second_reader")
def test_an_article_lacks_close_reading_until_it_was_read_so(samples: Store) -> None:
    assert not lacks_close_reading(samples, 3)  # the rules come first
    list(study(samples, Here()))
    assert lacks_close_reading(samples, 3)
    assert not lacks_close_reading(samples, 99)
    list(study_closely(samples, Here(), [3]))
    assert not lacks_close_reading(samples, 3)


@pytest.mark.usefixtures("second_reader")
def test_no_article_lacks_what_is_not_wanted(samples: Store) -> None:
    list(study(samples, Here()))
    row = samples.settings.one("read_closely")
    samples.apply(Change("Off", (Edit(row, Setting("read_closely", "false")),)))
    assert not lacks_close_reading(samples, 3)


def test_what_somebody_reads_now_is_studied_before_what_waits(samples: Store) -> None:
    """And once only; one that does not wait is left alone."""
    first = [1]
    steps = study(samples, Here(), first)
    next(steps)
    assert samples.studies.extracted(1)
    first += [1, 999, 2]
    list(steps)
    assert not first
    assert samples.studies.extracted(2)
    assert not samples.pending.count("study")
