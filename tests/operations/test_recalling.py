"""The history of a cell: who said what when; and putting something back."""

import pytest

from reader.model.evidence import Report
from reader.model.feed import Feed
from reader.model.history import Event
from reader.operations import correcting, recalling, tabulating
from reader.store.store import Store
from tests.cards import card, study
from tests.conftest import arrive, entry


@pytest.fixture
def article_id(store: Store, feed: Feed) -> int:
    (found,) = arrive(store, feed, entry())
    study(store, found, sample_size=48)
    return found


def past(store: Store, article_id: int, field: str = "sample_size") -> list[Event]:
    return recalling.history(store, [Report(article_id, "T", 2026, "F")], field)


def told(store: Store, article_id: int) -> list[tuple[str, str, str]]:
    return [(event.who, event.deed, event.words.split()[0]) for event in past(store, article_id)]


def reread(store: Store, article_id: int, extractor: str, size: int) -> None:
    """A newer extractor reads the text again."""
    (text,) = store.studies.texts([article_id])
    made = card(sample_size=size)
    with store.writing():
        store.studies.keep(text, type(made)(extractor, "", made.is_study, made.values))


def size(store: Store, article_id: int) -> object:
    found = store.studies.card(article_id)
    value = found.one("sample_size") if found else None
    return value.value if value else None


def test_an_untouched_value_has_its_extractor_and_sentence(store: Store, article_id: int) -> None:
    (event,) = past(store, article_id)
    assert (event.who, event.words, event.sentence) == ("extractor test", "48", "x")
    assert event.holds


def test_a_correction_a_newer_extractor_and_a_revert_are_all_told(
    store: Store, article_id: int
) -> None:
    """Acceptance 29: history tells who, when and what."""
    store.apply(tabulating.correct(store, article_id, "sample_size", "50"))
    reread(store, article_id, "test/2", 49)
    assert size(store, article_id) == 50
    decision = store.corrections.of(article_id)[0]
    store.apply(correcting.take_back(store, decision.id))
    assert size(store, article_id) == 49
    assert sorted(told(store, article_id)) == sorted(
        [
            ("extractor test", "read", "48"),
            ("extractor test/2", "read", "49"),
            ("you", "gave your own value", "50"),
            ("you", "took back: gave your own value", "50"),
        ]
    )
    assert [e.words for e in past(store, article_id) if e.holds] == ["49"]


def test_one_decision_in_the_place_of_another_is_one_line(store: Store, article_id: int) -> None:
    for text in ("50", "51"):
        store.apply(tabulating.correct(store, article_id, "sample_size", text))
    yours = [e.words for e in past(store, article_id) if e.who == "you"]
    assert sorted(yours) == ["50", "51"]


def test_an_earlier_value_of_the_user_is_put_back(store: Store, article_id: int) -> None:
    for text in ("50", "51"):
        store.apply(tabulating.correct(store, article_id, "sample_size", text))
    earlier = next(e for e in past(store, article_id) if e.words == "50" and e.row)
    change = recalling.put_back(store, earlier, "sample_size")
    assert change.label == "Put back Participants"
    store.apply(change)
    assert size(store, article_id) == 50
    assert [e.words for e in past(store, article_id) if e.holds] == ["50"]
    store.apply(change.reversed())
    assert size(store, article_id) == 51


def test_what_extraction_says_now_is_put_back_by_taking_the_decision_back(
    store: Store, article_id: int
) -> None:
    store.apply(tabulating.correct(store, article_id, "sample_size", "50"))
    now = next(e for e in past(store, article_id) if e.who == "extractor test")
    store.apply(recalling.put_back(store, now, "sample_size"))
    assert size(store, article_id) == 48
    assert not store.corrections.of(article_id)


def test_what_an_older_extractor_said_is_put_back_as_a_decision(
    store: Store, article_id: int
) -> None:
    reread(store, article_id, "test/2", 49)
    old = next(e for e in past(store, article_id) if e.words == "48")
    store.apply(recalling.put_back(store, old, "sample_size"))
    assert size(store, article_id) == 48
    assert [row.kind for row in store.corrections.of(article_id)] == ["accepted"]


def test_a_field_of_many_values_keeps_those_nobody_decided_about(
    store: Store, article_id: int
) -> None:
    study(store, article_id, condition=["gout", "pain"])
    found = store.studies.card(article_id)
    article = store.articles.one(article_id)
    assert found
    assert article
    store.apply(correcting.reject(store, article, "condition", found.values["condition"][0]))
    holding = {e.words: e.holds for e in past(store, article_id, "condition")}
    assert holding["pain"]
