"""Child processes for work on hostile input: each task has a limit of time and of memory.

A thread can neither be stopped nor be kept from the interpreter's lock, so feeds are parsed and
texts studied in processes of their own. They know no archive and no window: what goes in and
what comes out is pickled, and a child that goes wrong is killed and replaced.
"""

import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from reader.model.errors import WorkerError
from reader.workers.child import OUT_OF_MEMORY, perform, settle_in

if TYPE_CHECKING:
    from pebble import ProcessPool

#: Children at once. More would only take memory, as one process writes the archive.
MOST = 3
#: Seconds after which light work, too, goes past the first child, which is held up by something.
HELD_UP = 0.5

_TOO_LONG = "This took longer than {:g} seconds, so Studywire stopped it."
_TOO_LARGE = "This needed more memory than Studywire gives it, so it was stopped."
_CRASHED = "Something in this broke the process that read it. Studywire has started a new one."

T = TypeVar("T")


@dataclass(slots=True)
class _Lane:
    """Children that take their tasks from one queue, and since when each task waits or is done."""

    count: int
    pool: "ProcessPool | None" = None
    tasks: "dict[_Task[Any], float]" = field(default_factory=dict)

    @property
    def load(self) -> float:
        return len(self.tasks) / self.count

    @property
    def flows(self) -> bool:
        oldest = next(iter(self.tasks.values()), None)
        return oldest is None or time.monotonic() - oldest < HELD_UP

    def take(self) -> "ProcessPool | None":
        """Its children, for whoever ends them; the next task starts new ones."""
        pool, self.pool = self.pool, None
        return pool


class Workers:
    """Some child processes, started when there is work for them. Close it at the end.

    The first child is alone in its lane and has all light work: what is done in a few
    milliseconds a task costs less than a second child's start. The others come with the first
    task that is not light while the first child is at work, or when that child is held up.
    """

    def __init__(self, count: int = 0) -> None:
        count = count or min(MOST, os.cpu_count() or 1)
        self._lanes = [_Lane(1), *([_Lane(count - 1)] if count > 1 else [])]
        self._lock = threading.Lock()
        self._closed = False

    def submit(
        self, function: Callable[..., T], /, *args: Any, seconds: float, light: bool = False
    ) -> "Future[T]":
        """Run a function of a module in a child, `seconds` at most.

        What it raises comes through unchanged; WorkerError if it took too long, too much memory
        or its process with it. Cancelling the future while it runs kills that child only.
        """
        with self._lock:
            if self._closed:
                raise RuntimeError("these workers are closed")
            lane = self._lane(light=light)
            task = _Task[T](_schedule(lane, function, args, seconds), seconds)
            lane.tasks[task] = time.monotonic()
        task.add_done_callback(self._forget)
        task.follow()
        return task

    def rest(self) -> None:
        """End the children, if none is at work, to free their memory. The next task starts new."""
        with self._lock:
            at_work = not all(task.done() for lane in self._lanes for task in lane.tasks)
            pools = [] if at_work else [lane.take() for lane in self._lanes]
        for pool in filter(None, pools):
            threading.Thread(target=_end, args=(pool,), name="rest", daemon=True).start()

    def close(self) -> None:
        """Stop everything. All that is under way is cancelled. May be called twice."""
        with self._lock:
            self._closed = True
            pools = [lane.take() for lane in self._lanes]
            tasks = [task for lane in self._lanes for task in lane.tasks]
        for task in tasks:
            task.cancel()
        for pool in filter(None, pools):
            _end(pool)

    def _lane(self, *, light: bool) -> _Lane:
        first = self._lanes[0]
        if not first.tasks or (light and first.flows):
            return first
        return min(self._lanes, key=lambda lane: lane.load)

    def _forget(self, task: "Future[Any]") -> None:
        with self._lock:
            for lane in self._lanes:
                lane.tasks.pop(task, None)  # type: ignore[call-overload]


def _schedule(
    lane: _Lane, function: Callable[..., T], args: tuple[Any, ...], seconds: float
) -> Any:
    """A pool can break, as when the system kills an idle child: then a new one takes over."""
    import multiprocessing

    from pebble import ProcessPool  # with what it imports, a tenth of a second

    for last in (False, True):
        pool = lane.pool or ProcessPool(
            lane.count,
            initializer=settle_in,
            context=multiprocessing.get_context("spawn"),
        )
        lane.pool = pool
        try:
            return pool.schedule(perform, (function, args, seconds), timeout=seconds)
        except RuntimeError:
            lane.pool = None
            threading.Thread(target=_end, args=(pool,), name="broken pool", daemon=True).start()
            if last:
                raise
    return None


class _Task(Future[T]):
    """A task's future, whose failures are told in words, and which can be cancelled any time."""

    def __init__(self, inner: Any, seconds: float) -> None:
        super().__init__()
        self._inner = inner
        self._seconds = seconds

    def follow(self) -> None:
        self._inner.add_done_callback(self._settle)

    def cancel(self) -> bool:
        return bool(self._inner.cancel())

    def _settle(self, inner: "Future[T]") -> None:
        if inner.cancelled():
            super().cancel()
            self.set_running_or_notify_cancel()
        elif error := inner.exception():
            self.set_exception(_explained(error, self._seconds))
        else:
            self.set_result(inner.result())


def _explained(error: BaseException, seconds: float) -> BaseException:
    from pebble import ProcessExpired

    if isinstance(error, ProcessExpired):
        return WorkerError(_TOO_LARGE if error.exitcode == OUT_OF_MEMORY else _CRASHED)
    if isinstance(error, BrokenExecutor):
        return WorkerError(_CRASHED)
    if isinstance(error, TimeoutError):
        return WorkerError(_TOO_LONG.format(seconds))
    return error


def _end(pool: Any) -> None:
    pool.stop()
    pool.join()
