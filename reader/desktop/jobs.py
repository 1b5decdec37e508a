"""Long work off the user's thread: operations that take time, and questions."""

import logging
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from reader.desktop.tongue import retold, tr
from reader.model.change import Steps
from reader.model.errors import ReaderError

log = logging.getLogger(__name__)

T = TypeVar("T")

#: How much less urgent long work is than the window (nice).
_NICE = 4

MISTAKE = (
    "This is a mistake in Studywire; nothing you wrote is lost. “Report of a mistake” under Help has "
    "what to send."
)


@dataclass(eq=False, slots=True)
class Job:
    """A long operation under way."""

    title: str
    cancelled: bool = False


class Jobs(QObject):
    """One lane: jobs that write take turns. A job that only reads the archive goes beside it, and
    waits for none of them. Signals reach the user's thread."""

    started = Signal(object)  # Job
    stepped = Signal(object, object)  # Job, Step
    failed = Signal(object, str)  # Job, a sentence for the user
    finished = Signal(object)  # Job

    def __init__(self) -> None:
        super().__init__()
        self._lane = ThreadPoolExecutor(1, thread_name_prefix="jobs", initializer=_step_back)
        self._beside = ThreadPoolExecutor(2, thread_name_prefix="readers")
        self._jobs: list[Job] = []
        self.finished.connect(self._forget)

    @property
    def running(self) -> tuple[Job, ...]:
        """The jobs under way and waiting, the oldest first."""
        return tuple(self._jobs)

    def start(self, title: str, steps: Steps, *, reads: bool = False) -> Job:
        """Put an operation on the lane. It begins when those before it have ended; one that only
        `reads` begins at once."""
        job = Job(title)
        self._jobs.append(job)
        (self._beside if reads else self._lane).submit(self._run, job, steps)
        return job

    def cancel(self, job: Job) -> None:
        job.cancelled = True

    def close(self) -> None:
        """Cancel everything and wait for it, which takes less than a second."""
        for job in self._jobs:
            job.cancelled = True
        self._lane.shutdown(wait=True)
        self._beside.shutdown(wait=True)

    def _run(self, job: Job, steps: Steps) -> None:
        self.started.emit(job)
        try:
            while not job.cancelled and (step := next(steps, None)):
                self.stepped.emit(job, step)
        except ReaderError as error:
            self.failed.emit(job, retold(str(error)))
        except Exception:
            log.exception("%s failed", job.title)
            self.failed.emit(job, tr(MISTAKE))
        finally:
            steps.close()
            self.finished.emit(job)

    def _forget(self, job: Job) -> None:
        if job in self._jobs:
            self._jobs.remove(job)


def _step_back() -> None:
    """Let the window's thread go first where this one wants the same processor, as do the threads and
    children that it starts. Elsewhere than on Linux all threads of a program are alike."""
    if sys.platform == "linux":
        me = threading.get_native_id()
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, me, os.getpriority(os.PRIO_PROCESS, me) + _NICE)


class Questions(QObject):
    """Questions that may take a moment: asked on threads of their own, answered on the user's."""

    _answered = Signal(object, object)
    _refused = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = ThreadPoolExecutor(2, thread_name_prefix="questions")
        self._open = 0
        self._closed = False
        self._answered.connect(self._call)
        self._refused.connect(self._call)

    def ask(
        self,
        question: Callable[[], T],
        answer: Callable[[T], None],
        refuse: Callable[[str], None] = log.warning,
    ) -> None:
        """Call `answer` with what `question` returns, or `refuse` with a sentence for the user.

        Once closed, nothing is asked any more: a timer may still fire while a window goes.
        """
        if self._closed:
            return
        self._open += 1
        self._threads.submit(self._ask, question, answer, refuse)

    @property
    def is_idle(self) -> bool:
        """Every question has been answered."""
        return self._open == 0

    def close(self) -> None:
        self._closed = True
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _call(self, then: Callable[[Any], None], value: object) -> None:
        self._open -= 1
        then(value)

    def _ask(
        self,
        question: Callable[[], Any],
        answer: Callable[[Any], None],
        refuse: Callable[[str], None],
    ) -> None:
        try:
            value = question()
        except ReaderError as error:
            self._refused.emit(refuse, retold(str(error)))
        except Exception:
            log.exception("a question failed")
            self._refused.emit(refuse, tr(MISTAKE))
        else:
            self._answered.emit(answer, value)
