"""Child processes for work on hostile input: each task has a limit of time and of memory.

A thread can neither be stopped nor be kept from the interpreter's lock, so feeds are parsed and
texts studied in processes of their own. They know no archive and no window: what goes in and
what comes out is pickled, and a child that goes wrong is killed and replaced.
"""

import os
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future
from typing import TYPE_CHECKING, Any, TypeVar

from reader.model.errors import WorkerError
from reader.workers.child import OUT_OF_MEMORY, perform, settle_in

if TYPE_CHECKING:
    from pebble import ProcessPool

#: Children at once. More would only take memory, as one process writes the archive.
MOST = 3

_TOO_LONG = "This took longer than {:g} seconds, so Studywire stopped it."
_TOO_LARGE = "This needed more memory than Studywire gives it, so it was stopped."
_CRASHED = "Something in this broke the process that read it. Studywire has started a new one."

T = TypeVar("T")


class Workers:
    """Some child processes, started when the first task comes. Close it at the end."""

    def __init__(self, count: int = 0) -> None:
        self._count = count or min(MOST, os.cpu_count() or 1)
        self._lock = threading.Lock()
        self._pool: ProcessPool | None = None
        self._tasks: set[_Task[Any]] = set()
        self._closed = False

    def submit(self, function: Callable[..., T], /, *args: Any, seconds: float) -> "Future[T]":
        """Run a function of a module in a child, `seconds` at most.

        What it raises comes through unchanged; WorkerError if it took too long, too much memory
        or its process with it. Cancelling the future while it runs kills that child only.
        """
        with self._lock:
            if self._closed:
                raise RuntimeError("these workers are closed")
            task = _Task[T](self._schedule(function, args, seconds), seconds)
            self._tasks.add(task)
        task.add_done_callback(self._forget)
        task.follow()
        return task

    def rest(self) -> None:
        """End the children, if none is at work, to free their memory. The next task starts new."""
        with self._lock:
            at_work = not all(task.done() for task in self._tasks)
            pool, self._pool = (None, self._pool) if at_work else (self._pool, None)
        if pool:
            threading.Thread(target=_end, args=(pool,), name="rest", daemon=True).start()

    def close(self) -> None:
        """Stop everything. All that is under way is cancelled. May be called twice."""
        with self._lock:
            self._closed = True
            pool, self._pool = self._pool, None
            tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        if pool:
            _end(pool)

    def _schedule(self, function: Callable[..., T], args: tuple[Any, ...], seconds: float) -> Any:
        """A pool can break, as when the system kills an idle child: then a new one takes over."""
        import multiprocessing

        from pebble import ProcessPool  # with what it imports, a tenth of a second

        for last in (False, True):
            pool = self._pool or ProcessPool(
                self._count,
                initializer=settle_in,
                context=multiprocessing.get_context("spawn"),
            )
            self._pool = pool
            try:
                return pool.schedule(perform, (function, args, seconds), timeout=seconds)
            except RuntimeError:
                self._pool = None
                threading.Thread(target=_end, args=(pool,), name="broken pool", daemon=True).start()
                if last:
                    raise
        return None

    def _forget(self, task: "Future[Any]") -> None:
        with self._lock:
            self._tasks.discard(task)


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
