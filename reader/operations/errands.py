"""Fetching what belongs to articles: their pages, their pictures. As politely as feeds are asked."""

import time
from collections import Counter, deque
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Any
from urllib.parse import urlsplit

from reader.feeds import manners
from reader.model.errors import FetchError, OfflineError, ReaderError
from reader.model.feed import Feed, Request
from reader.model.schedule import FeedOptions
from reader.operations.refreshing import OF_ONE_HOST, PATIENCE
from reader.operations.signing_in import authorization
from reader.operations.wire import Wire
from reader.store.store import Store

#: Errands under way at once, as each holds an answer in memory.
UNDER_WAY = 24
STOPPED = "Stopped before an answer came."
_NO_FEED = "The feed of this article is not in the archive."
_BUSY = "{} asked for fewer requests. Studywire leaves it alone for a while."


@dataclass(slots=True)
class Came:
    """What came of one errand: an answer, or the sentence that says why there is none."""

    key: Any
    result: Any = None
    error: str = ""
    #: It is worth trying again another time.
    later: bool = False


class Asker:
    """Makes requests as the user set for the feed of an article."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._options = store.feed_settings.options()
        self._known: dict[int, tuple[Feed, str]] = {}

    def request(self, feed_id: int, address: str, accept: str, limit: int = 0) -> Request:
        """With the feed's proxy and User-Agent; who signs in, and what is local, for its own server
        alone. Raises ReaderError where a password cannot be had."""
        feed, secret = self._known.get(feed_id) or self._looked_up(feed_id)
        own = _origin(feed.address) == _origin(address)
        options = self._options.get(feed_id, FeedOptions())
        return Request(
            address,
            local=feed.local and own,
            user_agent=options.user_agent,
            proxy=options.proxy,
            authorization=secret if own else "",
            accept=accept,
            limit=limit,
        )

    def _looked_up(self, feed_id: int) -> tuple[Feed, str]:
        feed = self._store.feeds.one(feed_id)
        if feed is None:
            raise ReaderError(_NO_FEED)
        sign_in = self._options.get(feed_id, FeedOptions()).sign_in
        self._known[feed_id] = feed, authorization(feed.address, sign_in)
        return self._known[feed_id]


@dataclass(slots=True)
class Errands:
    """Requests in a queue: some at once, two of a host, none of a host that wants rest."""

    store: Store
    wire: Wire
    clock: Callable[[], float] = time.time
    waiting: deque[tuple[Any, Request]] = field(default_factory=deque)
    under_way: Counter[str] = field(default_factory=Counter)
    futures: set["Future[Any]"] = field(default_factory=set)
    arrived: "SimpleQueue[tuple[Any, str, Future[Any]]]" = field(default_factory=SimpleQueue)
    ready: deque[Came] = field(default_factory=deque)
    rests: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rests = self.store.schedules.rests()

    def ask(self, key: Any, request: Request) -> None:
        """Put a request into the queue; `key` comes back with its answer."""
        self.waiting.append((key, request))

    def expect(self, key: Any, future: "Future[Any]", host: str = "") -> None:
        """Wait for something else too, such as what a worker makes of an answer."""
        self.under_way[host] += 1
        self.futures.add(future)
        future.add_done_callback(lambda done: self.arrived.put((key, host, done)))

    @property
    def busy(self) -> bool:
        return bool(self.waiting or self.ready or self.under_way.total())

    def next(self) -> Came | None:
        """What has come, None if nothing has within `PATIENCE`."""
        self._send()
        if self.ready:
            return self.ready.popleft()
        try:
            key, host, future = self.arrived.get(timeout=PATIENCE)
        except Empty:
            return None
        self.futures.discard(future)
        self.under_way[host] -= 1
        return self._came(key, future)

    def stop(self) -> None:
        for future in self.futures:
            future.cancel()

    def _send(self) -> None:
        """Ask as many of the waiting as may be asked at once."""
        for _ in range(len(self.waiting)):
            if self.under_way.total() >= UNDER_WAY:
                return
            key, request = self.waiting.popleft()
            host = urlsplit(request.address).hostname or ""
            if self.rests.get(host, 0) > self.clock():
                self.ready.append(Came(key, error=_BUSY.format(host), later=True))
            elif self.under_way[host] >= OF_ONE_HOST:
                self.waiting.append((key, request))
            else:
                self.expect(key, self.wire.submit(request), host)

    def _came(self, key: Any, future: "Future[Any]") -> Came:
        try:
            return Came(key, future.result())
        except CancelledError:
            return Came(key, error=STOPPED, later=True)
        except FetchError as error:
            if error.status in (429, 503):
                self._let_rest(error)
            later = isinstance(error, OfflineError) or error.status in (429, 503)
            return Came(key, error=str(error), later=later)
        except ReaderError as error:
            return Came(key, error=str(error))

    def _let_rest(self, error: FetchError) -> None:
        now = int(self.clock())
        with self.store.writing(durable=False):
            until = now + (error.retry_after or manners.REST)
            self.store.schedules.let_rest(error.host, until, now)
        self.rests = self.store.schedules.rests()


def _origin(address: str) -> tuple[str, str | None, int | None]:
    try:
        parts = urlsplit(address)
        return parts.scheme, parts.hostname, parts.port
    except ValueError:
        return "", address, None
