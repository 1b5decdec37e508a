"""Asking feeds for what is new."""

import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import CancelledError, Future
from contextlib import closing
from dataclasses import dataclass, field, replace
from queue import Empty, SimpleQueue
from typing import Any

from reader.feeds import manners
from reader.feeds.reading import get_ready, take_in
from reader.model.article import ArticleRow
from reader.model.change import Step, Steps
from reader.model.errors import FeedError, FetchError, OfflineError, ReaderError
from reader.model.feed import OWN, Feed, Request, Response
from reader.model.schedule import Asking, Plan
from reader.operations.keeping import Keeper, Report, report
from reader.operations.laying_out import lay_out
from reader.operations.pool import PARSE_LIMIT, Pool
from reader.operations.signing_in import authorization
from reader.operations.turns import Tally, host_of, hosts_in_turn
from reader.operations.wire import Wire
from reader.store.store import Store

#: Feeds asked at once, where a hanging one holds a place; of one host; bytes waiting to be read.
ASKED, OF_ONE_HOST, WAITING = 96, 2, 16 * 2**20
#: Feeds in the workers and on their way back; what is parsed takes far more memory than its bytes.
PARSED_AT_ONCE = 6
#: Seconds for which what arrives is gathered for one transaction, and feeds that it holds at most.
TOGETHER, AT_MOST = 0.1, 20
#: Seconds between steps while nothing happens, so that stopping takes no longer.
PATIENCE = 0.25
_OFFLINE = "No server can be reached. What you have stays; the feeds are asked when it is back."


@dataclass(slots=True)
class _Arrived:
    """What came of one feed: fetched bytes, a parsed feed, or an error."""

    feed: Feed
    future: "Future[Any]"
    response: Response | None = None


def refresh(
    store: Store,
    wire: Wire,
    pool: Pool,
    feeds: Sequence[Feed],
    asking: Asking = Asking.ALL,
    clock: Callable[[], float] = time.time,
) -> Steps:
    """`check` the feeds, then make the texts of what came."""
    said = Step(0, 0, "")
    with closing(check(store, wire, pool, feeds, asking, clock)) as steps:
        for said in steps:
            yield said
    for step in lay_out(store, pool):
        yield Step(said.done, said.total, said.message, step.kinds)


def check(
    store: Store,
    wire: Wire,
    pool: Pool,
    feeds: Sequence[Feed],
    asking: Asking = Asking.ALL,
    clock: Callable[[], float] = time.time,
) -> Steps:
    """Fetch widely, parse in workers, keep one feed at a time as each arrives.

    Each feed's step carries a report, see `reader.operations.keeping.report`. One broken feed
    does not stop the others. Of a feed's first document only what a list shows is kept at once;
    `reader.operations.laying_out` makes the texts.
    """
    run = _Refresh(store, wire, pool, Keeper(store, clock), asking)
    run.begin(feed for feed in feeds if not feed.address.startswith(OWN))
    tally = Tally(len(run.waiting))
    try:
        while run.busy:
            said = run.next()
            if said:
                tally.add(said)
            kinds = frozenset({Feed, ArticleRow}) if said else frozenset()
            yield Step(tally.done, tally.total, tally.message(), kinds, said)
    finally:
        run.stop()


@dataclass(slots=True)
class _Refresh:
    """The feeds under way, and what becomes of each."""

    store: Store
    wire: Wire
    pool: Pool
    keeper: Keeper
    asking: Asking
    waiting: deque[Feed] = field(default_factory=deque)
    under_way: Counter[str] = field(default_factory=Counter)
    futures: set["Future[Any]"] = field(default_factory=set)
    fetched: deque[tuple[Feed, Response]] = field(default_factory=deque)
    asked: int = 0
    parsing: int = 0
    arrived: "SimpleQueue[_Arrived]" = field(default_factory=SimpleQueue)
    ready: deque[Report] = field(default_factory=deque)
    #: Failures that may be the network's, while no server has answered.
    held: list[tuple[Feed, FeedError]] = field(default_factory=list)
    answered: bool = False
    #: Texts that are being made while nothing arrives.
    meanwhile: Steps | None = None
    plans: dict[int, Plan] = field(default_factory=dict)
    rests: dict[str, int] = field(default_factory=dict)

    def begin(self, feeds: Iterable[Feed]) -> None:
        self.plans, self.rests = self.store.schedules.plans(), self.store.schedules.rests()
        self.waiting.extend(hosts_in_turn(feeds))
        if not all(feed.total for feed in self.waiting):  # a child starts while servers think
            self.pool.submit(get_ready, seconds=PARSE_LIMIT, light=True)

    @property
    def busy(self) -> bool:
        return bool(self.waiting or self.under_way.total() or self.ready or self.held)

    def next(self) -> Report | None:
        """The report of the next feed that is done, None if none is within `PATIENCE`."""
        self._ask()
        self._parse()
        if not self.ready and self.held and not (self.waiting or self.under_way.total()):
            self._release()
        if not self.ready:
            self._receive()
        return self.ready.popleft() if self.ready else None

    def _receive(self) -> None:
        """Take what arrives one stage further, in one transaction for several feeds."""
        gathered = self._gathered()
        if not gathered:
            self._make_texts()
            return
        with self.store.writing(durable=False):
            for arrived in gathered:
                if said := self._went(arrived):
                    self.ready.append(said)

    def _gathered(self) -> list[_Arrived]:
        """What arrives before TOGETHER is over; what is to be parsed goes to the workers meanwhile."""
        gathered: list[_Arrived] = []
        until = time.perf_counter() + (0 if self.meanwhile else PATIENCE)
        while arrived := self._arrival(until - time.perf_counter()):
            if arrived.response or not self._is_to_parse(arrived):
                gathered.append(arrived)
                until = min(until, time.perf_counter() + TOGETHER)
            self._ask()
            self._parse()
            if len(gathered) in (AT_MOST, self.under_way.total()):
                break
        return gathered

    def _make_texts(self) -> None:
        """While nothing arrives, as when a server hangs, texts are made of what has come."""
        if not self.parsing:
            self.meanwhile = self.meanwhile or lay_out(self.store, self.pool)
            if next(self.meanwhile, None) is None:
                self.meanwhile = None

    def _is_to_parse(self, arrived: _Arrived) -> bool:
        """Whether a feed that was fetched goes to the workers, where it is then."""
        future = arrived.future
        if future.cancelled() or future.exception():
            return False
        self._is_online(arrived.feed)
        if future.result().unchanged:
            return False
        self.fetched.append((arrived.feed, future.result()))
        return True

    def _arrival(self, patience: float) -> _Arrived | None:
        try:
            arrived = self.arrived.get(patience > 0, max(0.0, patience))
        except Empty:
            return None
        self.futures.discard(arrived.future)
        self.parsing -= arrived.response is not None
        self.asked -= arrived.response is None
        return arrived

    def stop(self) -> None:
        if self.meanwhile:
            self.meanwhile.close()
        for future in self.futures:
            future.cancel()

    def _ask(self) -> None:
        """Ask as many of the waiting as may be asked at once, while the workers keep up."""
        if not self.waiting or sum(len(answer.body) for _, answer in self.fetched) > WAITING:
            return
        for _ in range(len(self.waiting)):
            if self.asked >= ASKED:
                return
            feed = self.waiting.popleft()
            why = self._why_not(feed)
            if why:
                self.ready.append(report(feed, "skipped", why=why))
            elif self.under_way[host_of(feed)] >= OF_ONE_HOST:
                self.waiting.append(feed)
            else:
                self._send(feed)

    def _send(self, feed: Feed) -> None:
        try:
            request = self._request(feed)
        except ReaderError as error:
            self.ready.append(self.keeper.failed(feed, FetchError(str(error))))
            return
        self.under_way[host_of(feed)] += 1
        self.asked += 1
        self._expect(feed, self.wire.submit(request))

    def _why_not(self, feed: Feed) -> str:
        return manners.why_not(
            self.plans.get(feed.id, Plan()),
            self.asking,
            self.keeper.now,
            (host_of(feed), self.rests.get(host_of(feed), 0)),
            self.keeper.options(feed).paused,
        )

    def _request(self, feed: Feed) -> Request:
        options = self.keeper.options(feed)
        return Request(
            feed.address,
            self.store.feeds.validators(feed.id),
            feed.local,
            options.user_agent,
            options.proxy,
            authorization(feed.address, options.sign_in),
            as_sent=True,
        )

    def _expect(self, feed: Feed, future: "Future[Any]", response: Response | None = None) -> None:
        self.futures.add(future)
        future.add_done_callback(lambda done: self.arrived.put(_Arrived(feed, done, response)))

    def _went(self, arrived: _Arrived) -> Report | None:
        """Take a feed one stage further; None while it is not done."""
        feed = arrived.feed
        try:
            said: Report | None = self._go_on(feed, arrived)
        except CancelledError:
            said = report(feed, "error", error="Stopped before an answer came.")
        except FeedError as error:
            said = self._failed(feed, error)
        except ReaderError as error:
            said = self._failed(feed, FetchError(str(error)))
        self.under_way[host_of(feed)] -= 1
        return said

    def _go_on(self, feed: Feed, arrived: _Arrived) -> Report:
        result = arrived.future.result()
        if arrived.response:
            return self.keeper.arrived(feed, result, arrived.response)
        return self.keeper.unchanged(feed, result)

    def _parse(self) -> None:
        """Give the workers what has come, a little at a time."""
        while self.fetched and self.parsing < PARSED_AT_ONCE:
            feed, answer = self.fetched.popleft()
            self.parsing += 1
            wanted = self.store.arrivals.wanted(feed.id)
            known = self.store.feeds.validators(feed.id).body_sha256
            came = self.pool.submit(take_in, answer, wanted, known, seconds=PARSE_LIMIT, light=True)
            self._expect(feed, came, answer if wanted.bare else replace(answer, body=b""))

    def _failed(self, feed: Feed, error: FeedError) -> Report | None:
        """Being offline is nobody's failure: what looks like it waits until any server answers."""
        if isinstance(error, OfflineError):
            return report(feed, "offline", why=str(error))
        if isinstance(error, FetchError) and not error.status and not self.answered:
            self.held.append((feed, error))
            return None
        self._is_online(feed)
        said = self.keeper.failed(feed, error)
        self.rests = self.store.schedules.rests()
        return said

    def _is_online(self, feed: Feed) -> None:
        if not self.answered and not feed.address.startswith("file:"):
            self.answered = True
            self._release()

    def _release(self) -> None:
        """Report what was held back: as failures, or as being offline if nobody ever answered."""
        held, self.held = self.held, []
        offline = not self.answered and len({host_of(feed) for feed, _ in held}) > 1
        for feed, error in held:
            gone = report(feed, "offline", why=_OFFLINE)
            self.ready.append(gone if offline else self.keeper.failed(feed, error))
