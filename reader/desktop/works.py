"""The long work of the window. What does it is loaded once it begins, on the lane, and for work
that nothing waits for not at all."""

from collections.abc import Sequence

from reader.feeds.fetch import Fetcher
from reader.model.change import Steps
from reader.model.feed import Feed
from reader.model.schedule import Asking
from reader.operations.awaiting import waits
from reader.store.store import Store
from reader.workers.pool import Workers


class Works:
    """Each method is the steps of one job."""

    def __init__(self, store: Store, wire: Fetcher, workers: Workers) -> None:
        self._store = store
        self._wire = wire
        self._workers = workers

    def refresh(self, feeds: Sequence[Feed], asking: Asking) -> Steps:
        from reader.operations.refreshing import check

        yield from check(self._store, self._wire, self._workers, feeds, asking)

    def add_samples(self) -> Steps:
        from reader.operations.sampling import add_samples

        yield from add_samples(self._store)

    def complete(self, article_ids: Sequence[int]) -> Steps:
        from reader.operations.completing import complete

        yield from complete(self._store, self._wire, self._workers, article_ids)

    def illustrate(self, article_ids: Sequence[int]) -> Steps:
        from reader.operations.illustrating import illustrate

        yield from illustrate(self._store, self._wire, article_ids)

    # -- what articles wait for

    def lay_out(self) -> Steps:
        if self._store.fetched.feeds():
            from reader.operations.laying_out import lay_out

            yield from lay_out(self._store, self._workers)

    def lay_out_one(self, article_id: int) -> Steps:
        from reader.operations.laying_out import lay_out_one

        yield from lay_out_one(self._store, self._workers, article_id)

    def index(self) -> Steps:
        if waits(self._store, "index"):
            from reader.operations.indexing import index

            yield from index(self._store)

    def tidy(self) -> Steps:
        from reader.operations.indexing import tidy

        yield from tidy(self._store)

    def complete_waiting(self) -> Steps:
        if waits(self._store, "full text"):
            from reader.operations.completing import complete_waiting

            yield from complete_waiting(self._store, self._wire, self._workers)

    def study(self, first: list[int]) -> Steps:
        if waits(self._store, "study"):
            from reader.operations.studying import study

            yield from study(self._store, self._workers, first)

    def group(self) -> Steps:
        if waits(self._store, "story"):
            from reader.operations.grouping import group

            yield from group(self._store)

    def rule(self) -> Steps:
        if waits(self._store, "rule"):
            from reader.operations.ruling import rule_arrivals

            yield from rule_arrivals(self._store)

    def illustrate_waiting(self) -> Steps:
        if waits(self._store, "images"):
            from reader.operations.illustrating import illustrate_waiting

            yield from illustrate_waiting(self._store, self._wire)

    def study_closely(self, first: list[int]) -> Steps:
        if first or waits(self._store, "closely"):
            from reader.operations.studying import study_closely

            yield from study_closely(self._store, self._workers, first)
