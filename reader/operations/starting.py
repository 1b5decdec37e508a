"""Feeds to begin with, by field: a list that comes with the program, nothing of it asked unasked."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

from reader.feeds.opml import read_opml
from reader.model.change import Change, Edit
from reader.model.feed import Subscription
from reader.resource import resource
from reader.store.store import Store


@lru_cache(maxsize=1)
def starters() -> dict[str, tuple[Subscription, ...]]:
    """The feeds by field, each in a folder of that name."""
    rows = read_opml(resource("starter/feeds.opml").read_bytes()).feeds
    return {field: tuple(feeds) for field, feeds in groupby(rows, key=lambda row: row.folder)}


def follow(store: Store, chosen: Iterable[Subscription]) -> Change:
    """Follow feeds of the list; those that are followed already stay as they are."""
    new = [row for row in chosen if store.subscriptions.at(row.address) is None]
    label = "Follow 1 feed" if len(new) == 1 else f"Follow {len(new):,} feeds"
    return Change(label, tuple(Edit(None, row) for row in new))
