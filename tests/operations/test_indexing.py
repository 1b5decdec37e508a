"""Texts become findable in small transactions; what that leaves in pieces is merged afterwards."""

import pytest

from reader.model.feed import Feed
from reader.model.query import ArticleQuery
from reader.operations.indexing import index, tidy
from reader.store.store import Store
from tests.conftest import NOW, arrive, entry


def pieces(store: Store) -> int:
    return int(
        store.connection().execute("select count(distinct segid) from words_idx").fetchone()[0]
    )


def in_pieces(store: Store, feed: Feed, count: int) -> None:
    for number in range(count):
        arrive(store, feed, entry(number, html=f"<p>coral reef {number}</p>"))


def test_indexing_leaves_merging_for_later_and_tidying_does_it(store: Store, feed: Feed) -> None:
    in_pieces(store, feed, 12)
    before = pieces(store)
    assert before >= 12
    steps = list(tidy(store))
    assert steps
    assert pieces(store) < 4
    assert store.articles.count(ArticleQuery(words="coral")) == 12
    assert not list(tidy(store))


def test_tidying_that_was_stopped_goes_on_where_it_was(store: Store, feed: Feed) -> None:
    in_pieces(store, feed, 12)
    steps = tidy(store)
    next(steps)
    steps.close()
    list(tidy(store))
    assert pieces(store) < 4
    assert store.articles.count(ArticleQuery(words="reef 7")) == 1


def test_an_archive_of_before_merges_later_too(store: Store) -> None:
    for table in ("words", "titles"):
        kept = dict(store.connection().execute(f"select k, v from {table}_config"))
        assert (kept["automerge"], kept["crisismerge"], kept["usermerge"]) == (0, 1999, 8)


def test_few_pieces_are_left_as_they_are(store: Store, feed: Feed) -> None:
    in_pieces(store, feed, 5)
    assert not list(tidy(store))
    assert store.search.pieces(64) == pieces(store) == 5
    assert store.search.pieces(3) == 3


def test_of_very_many_pieces_some_are_merged_while_more_come_in(
    store: Store, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.operations.indexing.PIECES", 10)
    for number in range(60):
        with store.writing():
            store.arrivals.merge(feed.id, [entry(number, html=f"<p>coral reef {number}</p>")], NOW)
        list(index(store))
    assert pieces(store) < 20
    assert store.articles.count(ArticleQuery(words="coral")) == 60
    list(tidy(store))
    assert store.articles.count(ArticleQuery(words="reef 7")) == 1


def test_no_transaction_of_indexing_merges_a_whole_level(store: Store, feed: Feed) -> None:
    """That may take a second, for which whoever wants to write would wait."""
    in_pieces(store, feed, 20)
    assert pieces(store) == 20


def test_what_came_is_written_into_the_archive_between_transactions(
    store: Store, feed: Feed
) -> None:
    """The log does not grow for ever, though no commit has to wait for it."""
    size = store.path.stat().st_size
    for number in range(40):
        with store.writing(durable=False):
            store.arrivals.merge(feed.id, [entry(number)], NOW)
    list(index(store))
    assert store.path.stat().st_size > size
