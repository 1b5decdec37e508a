"""Child processes for work on hostile input: each task has a limit of time and of memory.

A thread can neither be stopped nor be kept from the interpreter's lock, so feeds are parsed and
texts studied in processes of their own. They know no archive and no window: what goes in and
what comes out is pickled, and a child that goes wrong is killed and replaced.
"""

import os
import pickle
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from reader.workers.lane import Lane
from reader.workers.process import Process
from reader.workers.task import Task

#: Children at once. More would only take memory, as one process writes the archive.
MOST = 3
#: Seconds that closing waits for children that were killed.
_PATIENCE = 5.0

T = TypeVar("T")


class Workers:
    """Some child processes, started when there is work for them. Close it at the end.

    The first child is alone in its lane and has all light work: what is done in a few
    milliseconds a task costs less than a second child's start. The others come with the first
    task that is not light while the first child is at work, or when that child is held up.
    """

    def __init__(self, count: int = 0) -> None:
        count = count or min(MOST, os.cpu_count() or 1)
        self._lock = threading.RLock()
        self._watched = threading.Condition(self._lock)
        #: When the thread that watches over time wakes next; None where there is none yet.
        self._wakes: float | None = None
        sizes = (1, count - 1) if count > 1 else (1,)
        self._lanes = [Lane(size, self._lock, self._watch) for size in sizes]
        self._closed = False

    def submit(
        self, function: Callable[..., T], /, *args: Any, seconds: float, light: bool = False
    ) -> "Future[T]":
        """Run a function of a module in a child, `seconds` at most.

        What it raises comes through unchanged; WorkerError if it took too long, too much memory
        or its process with it. Cancelling the future while it runs kills that child only.
        """
        message = pickle.dumps((function, args, seconds), pickle.HIGHEST_PROTOCOL)
        task = Task[T](message, seconds, light=light)
        with self._lock:
            if self._closed:
                raise RuntimeError("these workers are closed")
            self._lane(light=light).put(task)
        return task

    def rest(self) -> None:
        """End the children, if none is at work, to free their memory. The next task starts new."""
        with self._lock:
            if not any(lane.is_at_work for lane in self._lanes):
                self._end()

    def close(self) -> None:
        """Stop everything. All that is under way is cancelled. May be called twice."""
        with self._lock:
            self._closed = True
            tasks = [task for lane in self._lanes for task in lane.tasks]
            for lane in self._lanes:
                lane.is_closed = True
            self._watched.notify_all()
        for task in tasks:
            task.cancel()
        with self._lock:
            ended = self._end()
        until = time.monotonic() + _PATIENCE
        for process in ended:
            process.join(max(0.0, until - time.monotonic()))

    def _end(self) -> list[Process]:
        return [process for lane in self._lanes for process in lane.empty()]

    def _lane(self, *, light: bool) -> Lane:
        first = self._lanes[0]
        if not first.is_at_work or (light and first.flows):
            return first
        return min(self._lanes, key=lambda lane: lane.load)

    def _watch(self, due: float) -> None:
        """See to it that what has taken too long at a moment is stopped then."""
        if self._wakes is None:
            self._wakes = due
            threading.Thread(target=self._look_on, name="time limits", daemon=True).start()
        elif due < self._wakes:
            self._watched.notify_all()

    def _look_on(self) -> None:
        with self._lock:
            while not self._closed:
                now = time.monotonic()
                for lane in self._lanes:
                    lane.stop(now)
                self._wakes = min((process.due for process in self._running()), default=_NEVER)
                self._watched.wait(None if self._wakes == _NEVER else max(0.0, self._wakes - now))

    def _running(self) -> list[Process]:
        return [
            process for lane in self._lanes for process in lane.processes if not process.is_over
        ]


_NEVER = float("inf")
