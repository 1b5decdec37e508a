"""Subscribing to feeds, one or many."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from reader.feeds.addresses import normalise
from reader.feeds.discover import find
from reader.feeds.opml import read_opml, write_opml
from reader.feeds.parse import parse
from reader.model.change import Change, Edit
from reader.model.errors import FeedError
from reader.model.feed import OWN, Feed, FoundFeed, ParsedFeed, Request, Response, Subscription
from reader.model.schedule import FeedAddress
from reader.operations.pool import PARSE_LIMIT, Pool
from reader.store.store import Store

Get = Callable[[Request], Response]
Parse = Callable[[Response], ParsedFeed]


@dataclass(frozen=True, slots=True)
class Import:
    """What a list of feeds comes to, before anything is written."""

    change: Change
    #: Addresses that are subscribed already.
    known: tuple[str, ...]
    #: Addresses that were not taken, and why.
    skipped: tuple[tuple[str, str], ...]

    @property
    def added(self) -> int:
        return sum(isinstance(edit.after, Subscription) for edit in self.change.edits)

    def summary(self) -> str:
        """Such as "497 feeds added, 3 not: 2 × This is a local address. 1 × …"."""
        words = f"{self.added:,} {'feed' if self.added == 1 else 'feeds'} added"
        words += f", {len(self.known):,} followed already" if self.known else ""
        if not self.skipped:
            return words + "."
        reasons = Counter(why for _, why in self.skipped).most_common(3)
        return f"{words}, {len(self.skipped):,} not: " + " ".join(
            f"{count:,} × {why}" for why, count in reasons
        )


def look_up(typed: str, get: Get, parse: Parse) -> tuple[FoundFeed, ...]:
    """The feeds behind what the user typed. Raises FeedError with a sentence where there is none."""
    return find(typed, get, parse)


@dataclass(frozen=True, slots=True)
class Found:
    """What stands behind several addresses: feeds, and sentences about where there are none."""

    feeds: tuple[FoundFeed, ...]
    refused: tuple[str, ...] = ()


def look_up_all(typed: str, get: Get, parse: Parse) -> Found:
    """The feeds behind one address or several, parted by white space. Raises FeedError where
    nothing at all is found."""
    feeds: dict[str, FoundFeed] = {}
    refused: list[str] = []
    addresses = several(typed)
    for address in addresses:
        try:
            feeds |= {found.address: found for found in find(address, get, parse)}
        except FeedError as error:
            if len(addresses) == 1:
                raise
            refused.append(f"{address[:100]}: {error}")
    if not feeds:
        raise FeedError("\n".join(refused))
    return Found(tuple(feeds.values()), tuple(refused))


def several(typed: str) -> list[str]:
    """The addresses in what was typed: one, unless all of its words look like addresses."""
    words = typed.split()
    address = re.compile(r"(?:https?|feed):\S|[\w-]+(?:\.[\w-]+)+(?:[/:?#]\S*)?$")
    return words if len(words) > 1 and all(map(address.match, words)) else [typed]


def where(store: Store, address: str) -> str:
    """Where a feed stands that is followed already, "" for one that is not."""
    feed = store.feeds.at(address)
    if feed is None:
        return ""
    return f"You follow it already{f', in {feed.folder}' if feed.folder else ''}."


def parse_in(pool: Pool, response: Response) -> ParsedFeed:
    """Parse in a worker process and wait for it. Raises ParseError or WorkerError."""
    return pool.submit(parse, response, seconds=PARSE_LIMIT).result()


def subscribe(store: Store, found: FoundFeed, typed: str, folder: str = "") -> Change:
    """Follow a feed that was found behind what the user typed. Empty where it is followed already.

    A feed on the host that was typed may lie on the user's own machine or network; a feed that a
    page of another host points to may not.
    """
    if store.subscriptions.at(found.address):
        return Change("Add feed", ())
    local = any(_host(normalise(each)) == _host(found.address) for each in several(typed))
    row = Subscription(found.address, folder=folder, local=local)
    return Change("Add feed", (Edit(None, row),))


def move(store: Store, feed: Feed, address: str) -> Change:
    """Follow a feed at the address it has moved to for good. Its articles stay its own.

    What the user typed may have been local; where it leads now may not be.
    """
    row = store.subscriptions.at(feed.address)
    if row is None or store.feeds.at(address):
        return Change("Move feed", ())
    edits: list[Edit[Any]] = [
        Edit(FeedAddress(feed.id, feed.address), FeedAddress(feed.id, address))
    ]
    there = replace(row, address=address)
    if row.local and _host(address) != _host(feed.address):
        edits.append(Edit(there, replace(there, local=False)))
    return Change(f"{feed.title} has moved to {urlsplit(address).hostname}", tuple(edits))


def rename(store: Store, feed: Feed, title: str) -> Change:
    """Call a feed something else; no title gives it its own name back."""
    return Change("Rename feed", arrange(store, feed, title=title).edits)


def arrange(
    store: Store, feed: Feed, *, title: str | None = None, folder: str | None = None
) -> Change:
    """Call a feed something else, or put it into another folder; None leaves it as it is."""
    old = store.subscriptions.at(feed.address)
    if old is None:
        return Change("Arrange feed", ())
    new = replace(
        old,
        title=old.title if title is None else title.strip(),
        folder=old.folder if folder is None else folder.strip(),
    )
    return Change("Arrange feed", (Edit(old, new),) if new != old else ())


def unsubscribe(store: Store, feeds: Iterable[Feed]) -> Change:
    """Follow feeds no longer. Their articles stay in the archive."""
    rows = (store.subscriptions.at(feed.address) for feed in feeds)
    return Change("Unsubscribe", tuple(Edit(row, None) for row in rows if row))


def import_opml(store: Store, data: bytes, *, allow_local: bool = False) -> Import:
    """What the feeds of an OPML document would add. Raises ParseError where it is none."""
    read = read_opml(data, allow_local=allow_local)
    known = [row.address for row in read.feeds if store.subscriptions.at(row.address)]
    new = [row for row in read.feeds if row.address not in set(known)]
    label = "Import 1 feed" if len(new) == 1 else f"Import {len(new):,} feeds"
    added = {row.address for row in new}
    rows = [*new, *(row for row in read.settings if row.address in added)]
    change = Change(label, tuple(Edit(None, row) for row in rows))
    return Import(change, tuple(known), tuple(read.skipped))


def export_opml(store: Store) -> bytes:
    """All feeds with their folders, names and settings, for another reader or another Studywire."""
    feeds = [feed for feed in store.feeds.all() if not feed.address.startswith(OWN)]
    settings = {feed.address: store.feed_settings.of(feed.address) for feed in feeds}
    return write_opml(feeds, settings)


def _host(address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    return ("file" if parts.scheme == "file" else "web", parts.netloc.lower())
