"""What was decided on study cards goes out as JSON and comes back."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reader.imports.read import read
from reader.model.change import Change, Edit
from reader.model.correction import Correction
from reader.model.correction_json import decision_from_dict, decision_to_dict
from reader.model.feed import Feed, Subscription
from reader.model.query import ArticleQuery
from reader.model.record import Wishes
from reader.model.study import StudyCard
from reader.operations import correcting, importing
from reader.operations.exporting import export
from reader.store.store import Store
from tests.cards import study
from tests.conftest import arrive, entry

QUOTE = {"exact": "colds", "prefix": "", "suffix": ""}
PLACE = {"start": 0, "end": 5}


def decided(store: Store, feed: Feed) -> int:
    """An article with a correction, a rejection, something not reported and a word on the whole."""
    (article_id,) = arrive(store, feed, entry(1))
    study(store, article_id, sample_size=120, phase="2", journal="Heart", condition=["asthma"])
    article, card = store.articles.one(article_id), _card(store, article_id)
    assert article is not None
    for change in (
        correcting.correct(
            store, article, "sample_size", "118", value=card.one("sample_size"), passage=(0, 4)
        ),
        correcting.reject(store, article, "condition", card.values["condition"][0]),
        correcting.not_reported(store, article, "journal", card.values["journal"]),
        correcting.say_study(store, article, card.is_study, is_study=False),
    ):
        store.apply(change)
    return article_id


def _card(store: Store, article_id: int) -> StudyCard:
    card = store.studies.card(article_id)
    assert card is not None
    return card


def _written(store: Store, path: Path) -> bytes:
    everything = list(store.articles.ids(ArticleQuery()))
    list(export(store, everything, "json", path, Wishes()))
    return path.read_bytes()


def _take(store: Store, data: bytes) -> int:
    """Take a file in; the number of edits that came of it."""
    change = importing.accept(store, importing.preview(store, [read("x.json", data)]))
    store.apply(change)
    return len(change.edits)


def _plain(rows: list[Correction]) -> list[Correction]:
    return sorted((replace(r, article_id=0, revision_id=0) for r in rows), key=lambda r: r.id)


def test_decisions_come_back_into_a_fresh_archive(store: Store, feed: Feed, tmp_path: Path) -> None:
    before = decided(store, feed)
    made = store.corrections.of(before)
    assert {row.kind for row in made} == {"corrected", "rejected", "not_reported"}
    with Store(tmp_path / "fresh.db") as fresh:
        _take(fresh, _written(store, tmp_path / "out.json"))
        (article_id,) = fresh.articles.ids(ArticleQuery())
        assert _plain(fresh.corrections.of(article_id)) == _plain(made)
        assert _take(fresh, _written(store, tmp_path / "out.json")) == 0


def test_the_card_that_is_extracted_anew_keeps_them(
    store: Store, feed: Feed, tmp_path: Path
) -> None:
    decided(store, feed)
    with Store(tmp_path / "fresh.db") as fresh:
        _take(fresh, _written(store, tmp_path / "out.json"))
        (article_id,) = fresh.articles.ids(ArticleQuery())
        study(fresh, article_id, sample_size=120, phase="2", journal="Heart", condition=["asthma"])
        card = _card(fresh, article_id)
        size = card.one("sample_size")
        assert (size and size.value, card.is_study.value) == (118, False)
        assert card.one("journal") is None
        assert "condition" not in card.values


def test_a_lost_decision_comes_back_into_its_own_archive(
    store: Store, feed: Feed, tmp_path: Path
) -> None:
    article_id = decided(store, feed)
    kept, data = store.corrections.of(article_id), _written(store, tmp_path / "out.json")
    for row in kept:
        store.apply(correcting.take_back(store, row.id))
    assert store.corrections.of(article_id) == []
    _take(store, data)
    assert _plain(store.corrections.of(article_id)) == _plain(kept)


def test_a_later_decision_stays(store: Store, feed: Feed, tmp_path: Path) -> None:
    article_id = decided(store, feed)
    data = json.loads(_written(store, tmp_path / "out.json"))
    for row in data["articles"][0]["decisions"]:
        row |= {"id": row["id"][:-4] + "0000", "created": row["created"] - 60}
    before = store.corrections.of(article_id)
    assert _take(store, json.dumps(data).encode()) == 0
    assert store.corrections.of(article_id) == before


def test_an_older_decision_gives_way_and_undo_brings_it_back(
    store: Store, feed: Feed, tmp_path: Path
) -> None:
    article_id = decided(store, feed)
    before = store.corrections.of(article_id)
    data = json.loads(_written(store, tmp_path / "out.json"))
    (said,) = [r for r in data["articles"][0]["decisions"] if r["field"] == "sample_size"]
    said |= {"id": said["id"][:-4] + "0000", "created": said["created"] + 60}
    said["value"]["value"] = 117
    change = importing.accept(
        store, importing.preview(store, [read("x.json", json.dumps(data).encode())])
    )
    store.apply(change)
    sizes = [r for r in store.corrections.of(article_id) if r.field == "sample_size"]
    assert [r.value and r.value.value for r in sizes] == [117]
    store.apply(change.reversed())
    assert store.corrections.of(article_id) == before


@pytest.mark.parametrize(
    "broken",
    [
        {"field": "secret"},
        {"kind": "shouted"},
        {"value": None},
        {"value": 7},
        {"value": {"value": {}, "evidence": [], "confidence": 1, "method": "", "status": ""}},
        {"evidence": [{}]},
        {"created": "soon"},
        {"created": 10**30},
        {"id": "\ud800"},
        {"target": "\ud800"},
        {"evidence": [{"quote": {"exact": "", "prefix": "", "suffix": ""}, "position": PLACE}]},
        {"evidence": [{"quote": QUOTE, "position": {"start": 5, "end": 10**9 * 9}}]},
        {"field": []},
    ],
)
def test_what_is_no_decision_is_left_out(
    store: Store, feed: Feed, broken: dict[str, object]
) -> None:
    article_id = decided(store, feed)
    row = next(r for r in store.corrections.of(article_id) if r.kind == "corrected")
    assert decision_from_dict(decision_to_dict(row)).value == row.value
    with pytest.raises(ValueError, match="decision"):
        decision_from_dict(decision_to_dict(row) | broken)


def test_a_damaged_decision_alone_is_left_out_and_told(
    store: Store, feed: Feed, tmp_path: Path
) -> None:
    decided(store, feed)
    data = json.loads(_written(store, tmp_path / "out.json"))
    (size,) = [r for r in data["articles"][0]["decisions"] if r["field"] == "sample_size"]
    size["value"] |= {"arms": "two"}
    found = read("x.json", json.dumps(data).encode())
    assert {row.field for row in found.items[0].decisions} == {"condition", "journal", "is_study"}
    ((what, why),) = found.skipped
    assert (what, why) == (
        data["articles"][0]["title"],
        "A decision on its study card is damaged. It is left out.",
    )


def test_an_import_outlives_halves_of_characters_and_absurd_numbers(
    store: Store, feed: Feed, tmp_path: Path
) -> None:
    decided(store, feed)
    data = json.loads(_written(store, tmp_path / "out.json"))
    quote = {"exact": "nowhere\ud800", "prefix": "", "suffix": ""}
    data["articles"][0] |= {
        "title": "Half\ud800 a title",
        "guid": "\udfff",
        "note": {"id": "x", "text": "mine \udc00", "created": 10**30, "modified": -1},
        "annotations": [{"id": "y", "quote": quote, "position": {"start": 0, "end": 10**30}}],
    }
    with Store(tmp_path / "fresh.db") as fresh:
        _take(fresh, json.dumps(data).encode())
        (article_id,) = fresh.articles.ids(ArticleQuery())
        article = fresh.articles.one(article_id)
        assert article is not None
        assert article.content.title == "Half\ufffd a title"
        assert fresh.notes.of_articles([article_id])[article_id].text == "mine \ufffd"
        assert len(fresh.corrections.of(article_id)) == 4


def test_a_value_that_is_kept_without_a_passage_comes_back_so(
    store: Store, feed: Feed, tmp_path: Path
) -> None:
    article_id = decided(store, feed)
    arrive(store, feed, entry(1, title="Wholly other words"))
    study(store, article_id, condition="gout")
    article = store.articles.one(article_id)
    value = _card(store, article_id).one("sample_size")
    assert article is not None
    assert value is not None
    store.apply(correcting.accept(store, article, "sample_size", value))
    data = _written(store, tmp_path / "out.json")
    with Store(tmp_path / "other.db") as other:
        other.apply(Change("Subscribe", (Edit(None, Subscription(feed.address, "News")),)))
        found = other.feeds.at(feed.address)
        assert found is not None
        (there,) = arrive(other, found, entry(1, title="Wholly other words"))
        study(other, there, condition="gout")
        _take(other, data)
        value = _card(other, there).one("sample_size")
        assert value is not None
        assert value.review is not None
        assert (value.value, value.evidence, value.review.source) == (118, (), "without")


def test_a_passage_that_another_text_lacks_is_gone_until_the_text_has_it_again(
    store: Store, feed: Feed, tmp_path: Path
) -> None:
    article_id = decided(store, feed)
    data = _written(store, tmp_path / "out.json")
    first = store.articles.one(article_id)
    assert first is not None
    with Store(tmp_path / "other.db") as other:
        other.apply(Change("Subscribe", (Edit(None, Subscription(feed.address, "News")),)))
        found = other.feeds.at(feed.address)
        assert found is not None
        (there,) = arrive(other, found, entry(1, title="Wholly other words"))
        study(other, there, sample_size=120)
        _take(other, data)
        value = _card(other, there).one("sample_size")
        assert value is not None
        assert value.review is not None
        assert (value.value, value.evidence, value.review.source) == (118, (), "gone")
        (row,) = [r for r in other.corrections.of(there) if r.field == "sample_size"]
        assert [passage.quote.exact for passage in row.evidence] == [first.content.text[:4]]
        assert other.articles.count(ArticleQuery(words="is:stale")) == 1
        arrive(other, found, entry(1))
        study(other, there, sample_size=120)
        value = _card(other, there).one("sample_size")
        assert value is not None
        assert value.review is not None
        assert ([span.text for span in value.evidence], value.review.source) == (
            [first.content.text[:4]],
            "ok",
        )
        assert other.articles.count(ArticleQuery(words="is:stale")) == 0
