"""What arrives costs the same in a large archive as in a small one."""

from reader.store.store import Store
from tests.store.test_queries import plan


def test_a_revision_that_arrives_finds_its_article_by_an_index(store: Store) -> None:
    """While a deferred key is open, SQLite looks for the children of every new parent."""
    (line,) = plan(store, "select 1 from article where revision_id = 1")
    assert line == "SEARCH article USING COVERING INDEX article_by_revision (revision_id=?)"
