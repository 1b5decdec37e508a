"""Fetching, indexing and studying, one after the other on the lane; and what is said about it."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from reader.desktop.jobs import Job, Jobs
from reader.desktop.pace import Pace
from reader.desktop.session import Session
from reader.desktop.status_line import StatusLine
from reader.desktop.tongue import retold, tr
from reader.desktop.works import Works
from reader.feeds.fetch import Fetcher
from reader.model.change import Step, Steps
from reader.model.feed import Feed
from reader.model.schedule import Asking
from reader.workers.pool import Workers

#: Milliseconds from the first step of long work until the panes look at what came, and between two
#: looks while it goes on: each takes the window's thread some 20 ms. Between two words on it.
LOOK, AGAIN, TELL = 400, 1_000, 200
#: Milliseconds without work after which the worker processes are let go.
IDLE = 30_000


class Updater(QObject):
    """Starts long work and tells the status line and the session of it."""

    #: The reports of a refresh that has ended.
    refreshed = Signal(object)

    def __init__(
        self, session: Session, jobs: Jobs, fetcher: Fetcher, workers: Workers, status: StatusLine
    ) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._fetcher = fetcher
        self._works = Works(session.store, fetcher, workers)
        self._status = status
        self._reports: list[dict[str, Any]] = []
        self._asking = Asking.ALL
        self._refreshes: list[Job] = []
        #: Articles that are read closely before all others; a job under way takes them from here.
        self._first: list[int] = []
        self._close: list[Job] = []
        #: The article that is open and has no card yet.
        self._studied_first: list[int] = []
        self._kinds: frozenset[type] = frozenset()
        self._has_looked = False
        self._looking = QTimer(self, singleShot=True)
        self._looking.timeout.connect(self._say_kinds)
        self._last: tuple[Job, Step] | None = None
        #: Work on an article that was opened, which shows in the article.
        self._aside: list[Job] = []
        self._pace = Pace()
        self._telling = QTimer(self, singleShot=True, interval=TELL)
        self._telling.timeout.connect(self._show_progress)
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._idle.timeout.connect(workers.rest)
        jobs.stepped.connect(self._step)
        jobs.failed.connect(lambda job, sentence: status.say(sentence, trouble=True, stays=True))
        jobs.finished.connect(self._finish)

    @property
    def reports(self) -> Sequence[dict[str, Any]]:
        """What became of each feed in the last refresh."""
        return self._reports

    @property
    def is_refreshing(self) -> bool:
        return bool(self._refreshes)

    def refresh(self, feeds: Sequence[Feed], asking: Asking = Asking.ALL) -> None:
        """Ask feeds for what is new, then index and study it."""
        if self._refreshes:
            return
        self._reports, self._asking = [], asking
        steps = self._works.refresh(feeds, asking)
        self._refreshes.append(self._jobs.start(tr("Checking feeds"), steps))
        self.catch_up()

    def add_samples(self) -> None:
        self._jobs.start(tr("Adding samples"), self._works.add_samples())
        self.catch_up()

    def catch_up(self) -> None:
        """Index and study what waits for it, perhaps since the last time.

        What came can be searched before other servers are asked for more of it.
        """
        if self._session.store.read_only:
            return
        works = self._works
        self._jobs.start(tr("Preparing"), works.lay_out())
        self._jobs.start(tr("Indexing"), works.index())
        self._jobs.start(tr("Fetching texts"), works.complete_waiting())
        self._jobs.start(tr("Indexing"), works.index())
        self._jobs.start(tr("Studying"), works.study(self._studied_first))
        self._jobs.start(tr("Comparing"), works.group())
        self._jobs.start(tr("Applying rules"), works.rule())
        self._jobs.start(tr("Fetching images"), works.illustrate_waiting())
        self._jobs.start(tr("Sorting the index"), works.tidy())
        self._read_closely()

    def prepare(self, article_id: int) -> None:
        """Make the text of an article that was opened before it has one, whatever else goes on."""
        store = self._session.store
        if article_id and store.arrivals.is_bare(article_id) and not store.read_only:
            steps = self._works.lay_out_one(article_id)
            self._aside.append(self._jobs.start(tr("Preparing"), steps, reads=True))

    def with_texts(self, steps: Steps) -> Steps:
        """The steps, once no article lacks its text any more."""
        yield from self._works.lay_out()
        yield from steps

    def complete(self, article_id: int) -> None:
        """Fetch the whole text of an article, then index and study it."""
        self._jobs.start(tr("Fetching the whole text"), self._works.complete([article_id]))
        self.catch_up()

    def study_first(self, article_id: int) -> None:
        """Study an article before all that wait for it, among which it is."""
        self._studied_first[:] = [article_id]

    def read_closely(self, article_id: int) -> None:
        """Let the token classifier read an article before all that wait for it."""
        if article_id not in self._first:
            self._first.append(article_id)
        if not self._close:
            self._read_closely()

    def _read_closely(self) -> None:
        steps = self._works.study_closely(self._first)
        self._close.append(self._jobs.start(tr("Reading closely"), steps))

    def illustrate(self, article_id: int) -> None:
        """Fetch the pictures of an article."""
        self._jobs.start(tr("Fetching images"), self._works.illustrate([article_id]))

    def stop(self) -> None:
        """Stop all long work. What is done stays; the rest is taken up at the next start."""
        for job in self._jobs.running:
            self._jobs.cancel(job)
        self._fetcher.cancel()

    def _step(self, job: Job, step: Step) -> None:
        self._idle.stop()
        if self._is_told(job):
            self._last = (job, step)
            if not self._telling.isActive():
                self._telling.start()
        if step.report and "notice" in step.report:
            self._status.say(step.report["notice"], stays=True)
        elif step.report and "article" in step.report:
            if step.report["error"] and step.total == 1:
                self._status.say(step.report["error"], trouble=True)
        elif step.report and job in self._refreshes:
            self._reports.append(step.report)
        self._kinds |= step.kinds
        if self._kinds and not self._looking.isActive():
            self._looking.start(AGAIN if self._has_looked else LOOK)

    @property
    def tells_of(self) -> Job | None:
        """What the status line tells of, or told of last."""
        return self._last[0] if self._last else None

    def _is_told(self, job: Job) -> bool:
        """Whether the status line tells of this job: it tells of one at a time, until that has
        ended, and of a refresh before all others."""
        told = self.tells_of
        first = told is job or told not in self._jobs.running or job in self._refreshes
        return first and job not in self._aside

    def _show_progress(self) -> None:
        if self._last:
            job, step = self._last
            left = self._pace.left(job, step.done, step.total)
            words = " · ".join(part for part in (job.title, retold(step.message), left) if part)
            self._status.show_progress(words, step.done, step.total)
            if job in self._refreshes and self._reports:
                self._status.offer_details()

    def _finish(self, job: Job) -> None:
        for jobs in (self._close, self._aside):
            if job in jobs:
                jobs.remove(job)
        if job in self._refreshes:
            self._refreshes.remove(job)
            self._tell()
        if not self._jobs.running:
            self._telling.stop()
            self._status.rest()
            self._idle.start()
            self._looking.stop()
            self._say_kinds()
            self._has_looked = False

    def _say_kinds(self) -> None:
        self._has_looked = True
        kinds, self._kinds = self._kinds, frozenset()
        if kinds:
            self._session.changed.emit(kinds)

    def _tell(self) -> None:
        """Say what came of it; nothing where the clock asked and nothing came."""
        tally = Counter[str]()
        for report in self._reports:
            tally.update(new=report["new"], updated=report["updated"])
            tally[report["status"]] += 1
        failed = tally["error"] if self._asking is not Asking.DUE else 0
        if self._asking is not Asking.DUE or tally["new"]:
            self._status.say(told(tally, failed), trouble=bool(failed), stays=bool(failed))
        skipped = tally["skipped"] and self._asking is not Asking.DUE
        self._status.offer_details(there=bool(failed or skipped))
        self._follow_moves()
        self.refreshed.emit(self._reports)

    def _follow_moves(self) -> None:
        """Feeds that have moved for good are followed there, which can be undone."""
        from reader.operations.subscribing import move  # loaded by the refresh

        store = self._session.store
        for report in self._reports:
            if report["moved_to"] and (feed := store.feeds.at(report["feed"])):
                self._session.do(move(store, feed, report["moved_to"]))


def told(tally: Counter[str], failed: int) -> str:
    """What came of a refresh, in a line."""
    if tally["offline"] and tally["offline"] == tally.total() - tally["new"] - tally["updated"]:
        return tr("No server can be reached. What you have stays.")
    new, updated, skipped = tally["new"], tally["updated"], tally["skipped"]
    words = tr("{new:,} new", new=new) if new else tr("Nothing new")
    words += tr(" · {updated:,} updated", updated=updated) if updated else ""
    if failed:
        words += tr(
            " · {failed:,} {noun} a look",
            failed=failed,
            noun=tr("feed needs") if failed == 1 else tr("feeds need"),
        )
    return words + (tr(" · {skipped:,} left alone", skipped=skipped) if skipped else "")
