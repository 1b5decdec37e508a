"""Asking feeds for what is new."""

import hashlib
import logging
import time
from collections import deque
from collections.abc import Iterable, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field, replace
from queue import Empty, SimpleQueue
from typing import Any, Protocol
from urllib.parse import urlsplit

from reader.feeds.parse import parse
from reader.model.article import ArticleRow
from reader.model.change import Step, Steps
from reader.model.errors import FeedError, FetchError, ReaderError
from reader.model.feed import Feed, ParsedFeed, Request, Response
from reader.operations.annotating import reanchor
from reader.operations.pool import PARSE_LIMIT, Pool
from reader.store.store import Store

log = logging.getLogger(__name__)

#: Feeds fetched or parsed at once; a hanging one holds one of these places.
UNDER_WAY = 96
#: Seconds between steps while nothing happens, so that stopping takes no longer.
PATIENCE = 0.25
#: Addresses of feeds that come with the program and are never fetched.
OWN = "studywire:"


class Wire(Protocol):
    """Where feeds come from: `reader.feeds.fetch.Fetcher`, or a test's stand-in."""

    def submit(self, request: Request) -> "Future[Response | None]": ...


@dataclass(slots=True)
class _Arrived:
    """What came of one feed: fetched bytes, a parsed feed, or an error."""

    feed: Feed
    future: "Future[Any]"
    response: Response | None = None


@dataclass(slots=True)
class _Tally:
    """How far a refresh is."""

    total: int
    done: int = 0
    new: int = 0
    updated: int = 0
    failed: int = 0

    def message(self) -> str:
        parts = [f"{self.done:,} of {self.total:,} feeds", f"{self.new:,} new"]
        parts += [f"{self.failed:,} could not be had"] if self.failed else []
        return " · ".join(parts)


def refresh(store: Store, wire: Wire, pool: Pool, feeds: Sequence[Feed]) -> Steps:
    """Fetch widely, parse in workers, keep one feed at a time as each arrives.

    Each feed's step carries a report: feed, status ("ok", "unchanged" or "error"), new, updated,
    error. One broken feed does not stop the others.
    """
    feeds = [feed for feed in feeds if not feed.address.startswith(OWN)]
    run = _Refresh(store, wire, pool, deque(_hosts_in_turn(feeds)))
    tally = _Tally(len(feeds))
    try:
        while run.busy:
            report = run.next()
            if report:
                _count(tally, report)
            kinds = frozenset({Feed, ArticleRow}) if report else frozenset()
            yield Step(tally.done, tally.total, tally.message(), kinds, report)
    finally:
        run.stop()


def _count(tally: _Tally, report: dict[str, Any]) -> None:
    tally.done += 1
    tally.new += report["new"]
    tally.updated += report["updated"]
    tally.failed += report["status"] == "error"


def _hosts_in_turn(feeds: Iterable[Feed]) -> list[Feed]:
    """The feeds so that neighbours lie on different hosts, as few of which are asked at once."""
    by_host: dict[str, deque[Feed]] = {}
    for feed in feeds:
        by_host.setdefault(urlsplit(feed.address).netloc, deque()).append(feed)
    queue, turns = deque(by_host.values()), []
    while queue:
        waiting = queue.popleft()
        turns.append(waiting.popleft())
        if waiting:
            queue.append(waiting)
    return turns


@dataclass(slots=True)
class _Refresh:
    """The feeds under way, and what becomes of each."""

    store: Store
    wire: Wire
    pool: Pool
    waiting: deque[Feed]
    under_way: int = 0
    futures: set["Future[Any]"] = field(default_factory=set)
    arrived: "SimpleQueue[_Arrived]" = field(default_factory=SimpleQueue)

    @property
    def busy(self) -> bool:
        return bool(self.waiting or self.under_way)

    def next(self) -> dict[str, Any] | None:
        """The report of the next feed that is done, None if none is within `PATIENCE`."""
        while self.waiting and self.under_way < UNDER_WAY:
            feed = self.waiting.popleft()
            known = self.store.feeds.validators(feed.id)
            request = Request(feed.address, known, feed.local)
            self.under_way += 1
            self._expect(feed, self.wire.submit(request))
        try:
            arrived = self.arrived.get(timeout=PATIENCE)
        except Empty:
            return None
        self.futures.discard(arrived.future)
        try:
            report = self._go_on(arrived)
        except CancelledError:
            report = _report(arrived.feed, error="Stopped before an answer came.")
        except FeedError as error:
            report = self._failed(arrived.feed, error)
        except ReaderError as error:
            report = self._failed(arrived.feed, FetchError(str(error)))
        self.under_way -= report is not None
        return report

    def stop(self) -> None:
        for future in self.futures:
            future.cancel()

    def _expect(self, feed: Feed, future: "Future[Any]", response: Response | None = None) -> None:
        self.futures.add(future)
        future.add_done_callback(lambda done: self.arrived.put(_Arrived(feed, done, response)))

    def _go_on(self, arrived: _Arrived) -> dict[str, Any] | None:
        """Take a feed one stage further; None while it is not done."""
        feed, result = arrived.feed, arrived.future.result()
        if isinstance(result, ParsedFeed):
            return self._keep(feed, result, arrived.response)
        if result is None or self._is_unchanged(feed, result):
            with self.store.writing(durable=False):
                self.store.feeds.succeeded(feed.id, _now(), 304, None)
            return _report(feed, status="unchanged")
        self._expect(
            feed, self.pool.submit(parse, result, seconds=PARSE_LIMIT), _without_body(result)
        )
        return None

    def _is_unchanged(self, feed: Feed, response: Response) -> bool:
        """A server without validators sent the same bytes again."""
        return self.store.feeds.validators(feed.id).body_sha256 == _sha256(response.body)

    def _keep(self, feed: Feed, parsed: ParsedFeed, response: Response | None) -> dict[str, Any]:
        with self.store.writing(durable=False):
            merged = self.store.arrivals.merge(feed.id, parsed.entries, _now())
            self.store.feeds.describe(feed.id, parsed)
            if response:
                kept = response.validators
                self.store.feeds.succeeded(feed.id, _now(), response.status, kept)
            for article_id in self.store.annotations.articles_with(merged.changed):
                reanchor(self.store, article_id)
        return _report(feed, new=merged.new, updated=len(merged.changed))

    def _failed(self, feed: Feed, error: FeedError) -> dict[str, Any]:
        """A feed could not be had; what was there stays."""
        status = error.status if isinstance(error, FetchError) else 0
        with self.store.writing(durable=False):
            self.store.feeds.failed(feed.id, _now(), status, str(error))
        log.info("%s: %s", urlsplit(feed.address).netloc, error)
        return _report(feed, status="error", error=str(error))


def _report(
    feed: Feed, *, status: str = "ok", new: int = 0, updated: int = 0, error: str = ""
) -> dict[str, Any]:
    return {
        "feed": feed.address,
        "title": feed.title,
        "status": "error" if error else status,
        "new": new,
        "updated": updated,
        "error": error or None,
    }


def _without_body(response: Response) -> Response:
    known = replace(response.validators, body_sha256=_sha256(response.body))
    return replace(response, body=b"", validators=known)


def _sha256(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def _now() -> int:
    return int(time.time())
