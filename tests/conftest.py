"""What tests share: a real archive in a temporary folder, a feed in it, and entries to put there."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from reader.model.change import Change, Edit
from reader.model.feed import Entry, Feed, Subscription
from reader.model.query import ArticleQuery
from reader.store.store import Store
from reader.text.document import content

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"  # whatever is spoken on this machine

# A check gives the same answer twice, on a busy machine too. To look for new cases by hand:
# python -m pytest --hypothesis-profile=search
settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("search", deadline=None, max_examples=2_000)
settings.load_profile("steady")

NOW = 1_780_000_000


def entry(number: int = 1, title: str = "", html: str = "", **values: object) -> Entry:
    """An entry as the wire gives it."""
    said = content(title or f"Article {number}", html or f"<p>Words of article {number}.</p>")
    given: dict[str, object] = {
        "guid": f"tag:example.org,{number}",
        "link": f"https://example.org/{number}",
        "published": NOW - 1000 + number,
    }
    return Entry(content=said, **{**given, **values})  # type: ignore[arg-type]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "archive.db") as opened:
        yield opened


@pytest.fixture
def feed(store: Store) -> Feed:
    """A feed the user subscribed to, still empty."""
    address = "https://example.org/feed.xml"
    store.apply(Change("Subscribe", (Edit(None, Subscription(address, "Example News")),)))
    found = store.feeds.at(address)
    assert found
    return found


def arrive(store: Store, feed: Feed, *entries: Entry, now: int = NOW) -> list[int]:
    """Entries arrive and are indexed; the ids of the articles of the feed, the newest first."""
    with store.writing():
        store.arrivals.merge(feed.id, entries, now)
        waiting = store.pending.next("index", 10_000)
        store.search.index(waiting)
        store.pending.done("index", waiting)
    return list(store.articles.ids(ArticleQuery(feed_id=feed.id)))
