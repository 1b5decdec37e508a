"""Lists: what is in them, in which order, and how little they cost."""

import pytest

from reader.model.article import ReadMark, Star, Tagging
from reader.model.change import Change, Edit
from reader.model.feed import Feed
from reader.model.query import ArticleQuery
from reader.store.store import Store
from tests.conftest import arrive, entry

QUERIES = (
    ArticleQuery(),
    ArticleQuery(feed_id=1),
    ArticleQuery(folder="Journals"),
    ArticleQuery(unread=True),
    ArticleQuery(starred=True),
    ArticleQuery(annotated=True),
    ArticleQuery(tag="ms"),
    ArticleQuery(words="words"),
)


def put(store: Store, *rows: object) -> None:
    store.apply(Change("Put", tuple(Edit(None, row) for row in rows)))


def test_lists_narrow_by_each_field(store: Store, feed: Feed) -> None:
    third, second, first = arrive(store, feed, entry(1), entry(2), entry(3))
    put(store, ReadMark(first), Star(second), Tagging(third, "MS/relapse"))
    lists = {
        "all": ArticleQuery(),
        "unread": ArticleQuery(unread=True),
        "starred": ArticleQuery(starred=True),
        "tag": ArticleQuery(tag="ms"),
        "words": ArticleQuery(words="article 2"),
        "kept": ArticleQuery(unread=True, keep=(first,)),
        "annotated": ArticleQuery(annotated=True),
    }
    found = {name: list(store.articles.ids(query)) for name, query in lists.items()}
    assert found == {
        "all": [third, second, first],
        "unread": [third, second],
        "starred": [second],
        "tag": [third],
        "words": [second],
        "kept": [third, second, first],
        "annotated": [],
    }


def test_a_row_says_what_a_list_shows(store: Store, feed: Feed) -> None:
    (article,) = arrive(store, feed, entry(1, author="Ada Roe"))
    put(store, ReadMark(article), Star(article), Tagging(article, "b"), Tagging(article, "A"))
    row = store.articles.rows([article])[article]
    assert (row.feed_title, row.title, row.author) == ("Example News", "Article 1", "Ada Roe")
    assert (row.read, row.starred, row.updated, row.tags) == (True, True, False, ("A", "b"))
    assert row.facts == ""


def test_a_page_of_a_list_is_one_query(store: Store, feed: Feed) -> None:
    found = arrive(store, feed, *(entry(n) for n in range(200)))
    statements: list[str] = []
    store.connection().set_trace_callback(statements.append)
    assert len(store.articles.rows(found[:128])) == 128
    assert len(statements) == 1


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_no_list_scans_the_bodies(store: Store, feed: Feed, query: ArticleQuery) -> None:
    arrive(store, feed, *(entry(n) for n in range(50)))
    statements: list[str] = []
    store.connection().set_trace_callback(statements.append)
    store.articles.ids(query)
    store.connection().set_trace_callback(None)
    for statement in (s for s in statements if not s.startswith("--")):  # FTS5's own
        plan = [row[3] for row in store.connection().execute(f"explain query plan {statement}")]
        assert not [step for step in plan if step.startswith("SCAN") and "revision" in step]
        assert "SCAN a" not in plan  # through an index, never the table


def test_an_article_that_is_not_there_is_left_out(store: Store) -> None:
    assert store.articles.rows([1, 2]) == {}
    assert store.articles.one(1) is None
    assert store.articles.revisions(1) == []


def test_an_unsubscribed_feed_keeps_its_articles_but_not_in_the_inbox(
    store: Store, feed: Feed
) -> None:
    (article,) = arrive(store, feed, entry(1))
    subscription = store.subscriptions.at(feed.address)
    unsubscribe = Change("Unsubscribe", (Edit(subscription, None),))
    store.apply(unsubscribe)
    assert store.feeds.all() == []
    assert store.feeds.counts() == (0, 1)
    assert list(store.articles.ids(ArticleQuery())) == [article]
    assert list(store.articles.ids(ArticleQuery(unread=True))) == []
    store.apply(unsubscribe.reversed())
    assert list(store.articles.ids(ArticleQuery(unread=True))) == [article]
