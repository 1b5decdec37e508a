"""Whose turn it is in a refresh, and how far it is."""

from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urlsplit

from reader.feeds import manners
from reader.model.feed import OWN, Feed
from reader.model.schedule import Asking, FeedOptions, Plan
from reader.operations.keeping import Report
from reader.store.store import Store


def host_of(feed: Feed) -> str:
    return _host(feed.address)


@lru_cache(maxsize=4_096)
def _host(address: str) -> str:
    return urlsplit(address).hostname or ""


def due(store: Store, feeds: Iterable[Feed], now: int) -> list[Feed]:
    """The feeds that the clock would ask now."""
    plans, rests = store.schedules.plans(), store.schedules.rests()
    options = store.feed_settings.options()
    return [
        feed
        for feed in feeds
        if not feed.address.startswith(OWN)
        and not manners.why_not(
            plans.get(feed.id, Plan()),
            Asking.DUE,
            now,
            (host_of(feed), rests.get(host_of(feed), 0)),
            options.get(feed.id, FeedOptions()).paused,
        )
    ]


def hosts_in_turn(feeds: Iterable[Feed]) -> list[Feed]:
    """The feeds so that neighbours lie on different hosts, as few of which are asked at once."""
    by_host: dict[str, deque[Feed]] = {}
    for feed in feeds:
        by_host.setdefault(host_of(feed), deque()).append(feed)
    queue, turns = deque(by_host.values()), []
    while queue:
        waiting = queue.popleft()
        turns.append(waiting.popleft())
        if waiting:
            queue.append(waiting)
    return turns


@dataclass(slots=True)
class Tally:
    """How far a refresh is."""

    total: int
    done: int = 0
    new: int = 0
    statuses: Counter[str] = field(default_factory=Counter)

    def add(self, said: Report) -> None:
        self.done += 1
        self.new += said["new"]
        self.statuses[said["status"]] += 1

    def message(self) -> str:
        parts = [f"{self.done:,} of {self.total:,} feeds", f"{self.new:,} new"]
        failed, skipped = self.statuses["error"], self.statuses["skipped"]
        parts += [f"{failed:,} could not be had"] if failed else []
        parts += [f"{skipped:,} left alone"] if skipped else []
        return " · ".join(parts)
