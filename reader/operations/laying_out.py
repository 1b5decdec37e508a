"""Making the texts of articles that came without them.

When a feed is asked for the first time, lists show its articles as soon as their titles are
known. What was fetched is kept; here it is read again, whole, cleaned and laid out in worker
processes. That goes on where it was after a crash.
"""

import logging
import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, field

from reader.feeds.reading import read
from reader.model.article import Article, ArticleRow
from reader.model.change import Step, Steps
from reader.model.errors import ReaderError
from reader.model.feed import ParsedFeed
from reader.operations.indexing import SLICE, index_some
from reader.operations.pool import PARSE_LIMIT, Pool
from reader.store.store import Store

log = logging.getLogger(__name__)

#: Feeds in the workers at once, so many that none of these waits while a slice is indexed; and seconds
#: until stopping is looked for.
AT_ONCE, PATIENCE = 10, 0.25
_BROKEN = "The texts of this feed could not be read, only its titles."


def lay_out(store: Store, pool: Pool, only: Sequence[int] | None = None) -> Steps:
    """Make the texts that are still to be made, of these feeds or of all, and let them be found.

    What the workers do and what is indexed go on side by side: whole slices, for what is indexed in
    pieces takes longer, and fewer where no text comes for a while.
    """
    run = _LayingOut(store, pool, deque(store.fetched.feeds() if only is None else only))
    total = len(run.waiting)
    with run.at_work():
        while run.under_way:
            found = store.pending.count("index", SLICE) if only is None else 0
            filled = run.next(0.0 if found == SLICE else PATIENCE)
            if found and not filled:
                index_some(store)
            done = total - len(run.waiting) - len(run.under_way)
            kinds = frozenset({Article, ArticleRow}) if filled else frozenset()
            yield Step(done, total, f"{done:,} of {total:,} feeds prepared", kinds)


def lay_out_one(store: Store, pool: Pool, article_id: int) -> Steps:
    """Make the texts of an article's feed now."""
    article = store.articles.one(article_id)
    return lay_out(store, pool, [article.feed_id] if article else ())


@dataclass(slots=True)
class _LayingOut:
    """Feeds that are read again."""

    store: Store
    pool: Pool
    waiting: deque[int]
    under_way: "dict[Future[ParsedFeed], int]" = field(default_factory=dict)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        self._submit()
        try:
            yield
        finally:
            for future in self.under_way:
                future.cancel()

    def next(self, patience: float) -> int:
        """Keep what the workers have read meanwhile; of how many feeds."""
        ready, _ = wait(self.under_way, timeout=patience, return_when=FIRST_COMPLETED)
        read = [(self.under_way.pop(future), future) for future in ready]
        self._submit()
        if read:
            with self.store.writing(durable=False):
                for feed_id, future in read:
                    self._fill(feed_id, future)
        return len(read)

    def _submit(self) -> None:
        while self.waiting and len(self.under_way) < AT_ONCE:
            feed_id = self.waiting.popleft()
            if response := self.store.fetched.of(feed_id):
                self.under_way[self.pool.submit(read, response, seconds=PARSE_LIMIT)] = feed_id

    def _fill(self, feed_id: int, future: "Future[ParsedFeed]") -> None:
        """Titles could be read, texts perhaps not; then the feed has failed after all. Nothing is
        left to do where the texts were made meanwhile for an article that was opened."""
        if not self.store.fetched.has(feed_id):
            return
        now = int(time.time())
        try:
            entries = future.result().entries
        except CancelledError:
            return  # it stays among those that wait
        except Exception as error:  # a mistake in one feed's reading keeps no other from its texts
            log.info("feed %d could not be laid out", feed_id, exc_info=error)
            entries = ()
            said = str(error) if isinstance(error, ReaderError) else _BROKEN
            self.store.feeds.failed(feed_id, now, 200, said)
            self.store.feeds.forget_validators(feed_id)
        self.store.arrivals.fill(feed_id, entries, now)
        self.store.fetched.done(feed_id)
