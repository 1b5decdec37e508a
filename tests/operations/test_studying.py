"""Study cards: made once, made again when needed, never in anybody's way."""

from collections.abc import Sequence
from concurrent.futures import Future

import pytest

from reader.model.card_json import card_to_json
from reader.model.errors import WorkerError
from reader.model.study import StudyCard
from reader.operations.sampling import add_samples
from reader.operations.studying import study, study_one
from reader.store.store import Store
from tests.fakes import Here, done


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
    monkeypatch.setattr("reader.operations.studying.VERSION", "99")
    assert list(study(samples, Here()))[-1].done == 12
    assert list(study(samples, Here())) == []


def test_reading_the_archive_anew_is_taken_up_where_it_was_stopped(
    samples: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(study(samples, Here()))
    monkeypatch.setattr("reader.operations.studying.VERSION", "99")
    monkeypatch.setattr("reader.study.extract.VERSION", "99")
    monkeypatch.setattr("reader.operations.studying.BATCH", 2)
    monkeypatch.setattr("reader.operations.studying.AHEAD", 1)
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

        def submit(self, function, /, *args, seconds):  # type: ignore[no-untyped-def]
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
