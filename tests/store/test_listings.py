"""First documents as listings come to the very rows that merging their entries makes."""

import random
from pathlib import Path
from typing import Any

import pytest

from reader.feeds.taking_in import listing
from reader.model.article import Content
from reader.model.change import Change, Edit
from reader.model.feed import Entry, Subscription
from reader.store.store import Store

NOW = 1_800_000_000
TABLES = ("article", "revision", "article_key", "feed_count", "unread")
TITLES = ("Otters of the north", "Wells", "otters, of the NORTH!", "Ångström & Ænima", "")
LINKS = ("https://a.org/1", "http://www.a.org/1/", "https://a.org/2?utm_source=x", "", "a/b")


def bare(chance: random.Random) -> Entry:
    return Entry(
        f"g{chance.randrange(30)}",
        chance.choice(LINKS),
        Content(chance.choice(TITLES), "", "", ""),
        chance.choice(("", "Ada Berg")),
        chance.choice((None, -5, 0, NOW + 9, *range(NOW - 9, NOW))),
        None,
        tuple(chance.sample(("Otters", "Wells", "Fens"), chance.randrange(4))),
        bare=True,
    )


def rows(store: Store) -> list[list[Any]]:
    connection = store.connection()
    return [sorted(connection.execute(f"select * from {table}"), key=repr) for table in TABLES]


def followed(path: Path, address: str = "https://a.org/f") -> Store:
    store = Store(path)
    store.apply(Change("Add", (Edit(None, Subscription(address)),)))
    return store


@pytest.mark.parametrize("seed", range(12))
def test_a_listing_makes_the_rows_that_merging_makes(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    entries = tuple(bare(chance) for _ in range(chance.choice((0, 1, 7, 26, 47, 90))))
    with followed(tmp_path / "a.db") as one, followed(tmp_path / "b.db") as other:
        with one.writing():
            merged = one.arrivals.merge(1, entries, NOW)
        with other.writing():
            kept = other.listings.keep(1, listing(entries), NOW)
        assert kept == merged
        assert rows(other) == rows(one)


def test_a_feed_with_articles_takes_no_listing(tmp_path: Path) -> None:
    entries = (Entry("g1", "https://a.org/1", Content("Otters", "", "", ""), bare=True),)
    with followed(tmp_path / "a.db") as store, store.writing():
        first = store.listings.keep(1, listing(entries), NOW)
        assert first
        assert (first.new, first.bare) == (1, 1)
        assert store.listings.keep(1, listing(entries), NOW) is None
