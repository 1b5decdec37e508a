"""Keeping what came of asking a feed: entries, health, and when to ask again."""

import logging
import zlib
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from reader.feeds import manners
from reader.model.errors import FeedError, FetchError
from reader.model.feed import Feed, Listing, ParsedFeed, Response, TakenIn
from reader.model.schedule import Check, FeedOptions, Plan
from reader.store.store import Store

if TYPE_CHECKING:
    from reader.store.arrivals import Merged

log = logging.getLogger(__name__)

Report = dict[str, Any]


def report(feed: Feed, status: str = "ok", **values: Any) -> Report:
    """What became of one feed: "ok", "unchanged", "skipped", "offline" or "error"."""
    nothing = {"new": 0, "updated": 0, "error": None, "why": None, "moved_to": None}
    return {"feed": feed.address, "title": feed.title, "status": status, **nothing, **values}


class Keeper:
    """Writes down what feeds answered, each answer in one transaction."""

    def __init__(self, store: Store, clock: Callable[[], float]) -> None:
        self._store = store
        self._clock = clock
        self._interval = store.settings.all().refresh_minutes * manners.MINUTE
        self._options = store.feed_settings.options()

    @property
    def now(self) -> int:
        return int(self._clock())

    def options(self, feed: Feed) -> FeedOptions:
        return self._options.get(feed.id, FeedOptions())

    def unchanged(self, feed: Feed, response: Response) -> Report:
        with self._store.writing(durable=False):
            self._store.feeds.succeeded(feed.id, self.now, 304, None)
            moved_to = self._answered(feed, response, self._store.schedules.plan(feed.id))
            self._log(feed, response.status, "Nothing new.")
        return report(feed, "unchanged", moved_to=moved_to)

    def arrived(self, feed: Feed, came: TakenIn, response: Response) -> Report:
        store, parsed = self._store, came.feed
        if parsed is None:  # a server without validators sent the same bytes again
            return self.unchanged(feed, response)
        with store.writing(durable=False):
            merged = self._merged(feed, parsed, came.listing)
            if merged.bare:
                store.fetched.keep(feed.id, response, came.kept)
            store.feeds.describe(feed.id, parsed)
            known = replace(response.validators, body_sha256=came.sha256)
            store.feeds.succeeded(feed.id, self.now, response.status, known)
            plan = replace(store.schedules.plan(feed.id), ttl=parsed.ttl)
            moved_to = self._answered(feed, response, plan)
            count = len(came.listing.guids if came.listing else parsed.entries)
            self._log(feed, response.status, f"{merged.new:,} new of {count:,}.")
        return report(feed, new=merged.new, updated=len(merged.changed), moved_to=moved_to)

    def _merged(self, feed: Feed, parsed: ParsedFeed, listing: Listing | None) -> "Merged":
        if listing is None:
            return self._store.arrivals.merge(feed.id, parsed.entries, self.now)
        merged = self._store.listings.keep(feed.id, listing, self.now)
        return merged or self._store.arrivals.merge(feed.id, listing.entries, self.now)

    def failed(self, feed: Feed, error: FeedError) -> Report:
        """A feed could not be had; what was there stays."""
        status = error.status if isinstance(error, FetchError) else 0
        schedules = self._store.schedules
        with self._store.writing(durable=False):
            self._store.feeds.failed(feed.id, self.now, status, str(error))
            failures = self._store.feeds.health(feed.id).failures
            plan = self._after(feed, schedules.plan(feed.id), error, failures)
            schedules.keep_plan(feed.id, plan)
            self._log(feed, status, str(error))
            if isinstance(error, FetchError) and status == 429:
                rest = error.retry_after or manners.REST
                host = error.host or urlsplit(feed.address).hostname or ""
                schedules.let_rest(host, self.now + rest, self.now)
        log.info("%s: %s", urlsplit(feed.address).netloc, error)
        return report(feed, "error", error=str(error))

    def _answered(self, feed: Feed, response: Response, plan: Plan) -> str | None:
        """Plan the next check; where the feed has moved to, if that is to be proposed now."""
        plan = replace(plan, lifetime=response.lifetime)
        plan = manners.after_answer(plan, self.now, self._wait(feed), self._chance(feed))
        self._store.schedules.keep_plan(feed.id, plan)
        return self._moved(feed, response.moved_to)

    def _moved(self, feed: Feed, address: str) -> str | None:
        schedules = self._store.schedules
        old = schedules.move(feed.id)
        if not address or address == feed.address:
            if old and not old.told:
                schedules.keep_move(feed.id, None)
            return None
        move = manners.seen(old, address)
        told = manners.is_settled(move) and self._store.feeds.at(address) is None
        schedules.keep_move(feed.id, replace(move, told=move.told or told))
        return address if told else None

    def _after(self, feed: Feed, plan: Plan, error: FeedError, failures: int) -> Plan:
        status = error.status if isinstance(error, FetchError) else 0
        if status == 410:
            return manners.after_the_end(plan)
        retry = error.retry_after if isinstance(error, FetchError) and status >= 500 else 0
        if status == 429 and isinstance(error, FetchError):
            retry = error.retry_after or manners.REST
        return manners.after_failure(
            plan, self.now, self._wait(feed), failures, retry, self._chance(feed)
        )

    def _wait(self, feed: Feed) -> int:
        own = self.options(feed).interval * manners.MINUTE
        return own or self._interval or manners.USUAL

    def _chance(self, feed: Feed) -> float:
        """Between 0 and 1, another for every feed and check, and the same each time it is asked."""
        return zlib.crc32(f"{feed.address} {self.now}".encode()) / 2**32

    def _log(self, feed: Feed, status: int, words: str) -> None:
        self._store.schedules.log(feed.id, Check(self.now, status, words))
