"""What arrives, and what is asked, costs about the same in a large archive as in a small one."""

import pytest

from reader.model.article import ArticleRow
from reader.model.feed import Feed
from reader.model.query import ArticleQuery
from reader.store.parts import COUNTED, Part, leading
from reader.store.query_sql import QuerySql
from reader.store.store import Store
from reader.text.query.asked import asked
from tests.cards import study
from tests.conftest import arrive, entry
from tests.store.test_queries import plan


def test_a_revision_that_arrives_finds_its_article_by_an_index(store: Store) -> None:
    """While a deferred key is open, SQLite looks for the children of every new parent."""
    (line,) = plan(store, "select 1 from article where revision_id = 1")
    assert line == "SEARCH article USING COVERING INDEX article_by_revision (revision_id=?)"


def test_an_article_is_not_looked_up_for_each_of_many_values(store: Store, feed: Feed) -> None:
    """`condition:gout` may stand for thousands of values that cards state, and one states few."""
    for article_id in arrive(store, feed, *(entry(n) for n in range(20))):
        study(store, article_id, condition=f"gout of kind {article_id}")
    sql = QuerySql(store.connection)
    (part,) = sql.parts(asked("condition:gout "))
    walked = f"explain query plan select a.id from article a where {part.probe}"
    steps = [row[3] for row in store.connection().execute(walked, sql.values)]
    (looked_up,) = (step for step in steps if step.startswith("SEARCH v "))
    assert looked_up == "SEARCH v USING PRIMARY KEY (article_id=? AND name=?)"


def test_what_was_not_counted_to_its_end_is_taken_for_more_in_a_large_archive() -> None:
    word, design = Part("a", "word", COUNTED, newest=True), Part("b", "design", 60_000, newest=True)
    assert leading([word, design]) is word
    assert leading([word, design], 1_000_000) is design


def test_what_is_limited_comes_as_one_row(
    store: Store, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With every row a thread gives the interpreter away, and waits for whoever takes it."""
    found = arrive(store, feed, *(entry(n) for n in range(60)))
    monkeypatch.setattr("reader.store.table.Table._each", None)  # would be an error
    assert list(store.articles.ids(ArticleQuery(unread=True), 50)) == found[:50]
    (row,) = store.articles.rows(found[:1]).values()
    assert isinstance(row, ArticleRow)
    assert row.title == "Article 59"
