"""Links of ours lead to articles and highlights of this archive, and to nothing else."""

import pytest

from reader.model.errors import ReaderError
from reader.model.feed import Feed
from reader.operations.linking import Linked, link_to, resolve
from reader.store.store import Store
from tests.conftest import arrive, entry


def test_a_link_leads_to_its_article(store: Store, feed: Feed) -> None:
    (article_id,) = arrive(store, feed, entry(1))
    assert resolve(store, link_to(article_id)) == Linked(article_id)
    assert resolve(store, link_to(article_id, "no-such-mark")) == Linked(article_id)


@pytest.mark.parametrize(
    "address",
    [
        *("studywire://article/", "studywire://article/1x", "studywire://article/-1"),
        *("studywire://delete/1", "studywire://article/../1", "studywire:article/1"),
        *("https://article/1", "file:///article/1", "studywire://article/1/2", "studywire://[x/1"),
        *("studywire://article/99", "", "studywire://article/٣"),
        "studywire://article/" + "9" * 40,
    ],
)
def test_other_links_are_refused_in_words(store: Store, feed: Feed, address: str) -> None:
    """Rule 11: known verbs and numbers only."""
    arrive(store, feed, entry(1), entry(2), entry(3))
    with pytest.raises(ReaderError):
        resolve(store, address)
