"""Children that take their tasks from one queue."""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

from reader.workers.process import STARTING, Process
from reader.workers.task import Task

#: Seconds after which light work, too, goes past the first child, which is held up by something;
#: a child that starts has some more.
HELD_UP, START_UP = 1.5, 3.0
#: Light tasks that a child has at once, so that it does not wait for us between them.
AHEAD = 2


class Lane:
    """All methods but those of a `Giver`, which threads of processes call, want the lock held."""

    def __init__(
        self, count: int, lock: threading.RLock, deadline: Callable[[float], None]
    ) -> None:
        self._count = count
        self._lock = lock
        self._deadline = deadline
        self._changed = threading.Condition(lock)
        self._waiting: deque[Task[Any]] = deque()
        self._stirred = 0.0
        self.processes: list[Process] = []
        self.is_closed = False

    @property
    def tasks(self) -> Iterator[Task[Any]]:
        yield from self._waiting
        for process in self.processes:
            yield from process.given

    @property
    def is_at_work(self) -> bool:
        return bool(self._waiting) or any(process.given for process in self.processes)

    @property
    def load(self) -> float:
        return sum(1 for _ in self.tasks) / self._count

    @property
    def flows(self) -> bool:
        """Whether something was done a short while ago, or nothing is to be done."""
        held_up = time.monotonic() - self._stirred >= HELD_UP
        return not (held_up and self.is_at_work)

    def put(self, task: Task[Any]) -> None:
        if not self.is_at_work:
            self._stirred = time.monotonic()
        task.drop = self._drop
        self._waiting.append(task)
        self._start()
        self._changed.notify_all()

    def empty(self) -> list[Process]:
        """Its processes, for whoever waits for their end; the next task starts new ones."""
        ended, self.processes = self.processes, []
        for process in ended:
            process.is_over = True
            process.kill()
        self._changed.notify_all()
        return ended

    def stop(self, now: float) -> None:
        """End what has taken too long."""
        for process in self.processes:
            if process.due <= now and not process.is_over:
                self._stop(process, process.given[0] if process.given else None)

    def _stop(self, process: Process, task: Task[Any] | None) -> None:
        process.stopped_for, process.is_over = task, True
        process.kill()

    def _start(self) -> None:
        """One more child, if all have something to do."""
        busy = all(process.given for process in self.processes)
        if self.is_closed or not (self._waiting and busy and len(self.processes) < self._count):
            return
        if not self.processes:
            self._stirred = time.monotonic() + START_UP
        try:
            self.processes.append(Process(self))
        except OSError:  # the system has no room for it
            lost, self._waiting = self._waiting, deque()
            threading.Thread(target=_give_up, args=(lost,), name="no room").start()
        self._deadline(time.monotonic() + STARTING)

    def _drop(self, task: Task[Any]) -> None:
        """A task was cancelled; where it is under way, its child is killed."""
        with self._lock:
            if task.is_dropped:
                return
            task.is_dropped = task.set_running_or_notify_cancel() is False
            if task in self._waiting:
                self._waiting.remove(task)
            for process in self.processes:
                if process.given and process.given[0] is task:
                    self._stop(process, task)

    def take(self, process: Process) -> Task[Any] | None:
        with self._lock:
            while not process.is_over:
                if self._waiting and self._may_have(process, self._waiting[0]):
                    task = self._waiting.popleft()
                    process.given.append(task)
                    if process.is_ready and len(process.given) == 1:
                        self._begin(process)
                    return task
                self._changed.wait()
        return None

    def _may_have(self, process: Process, task: Task[Any]) -> bool:
        """One task; of light ones a second, if no other child is free for it."""
        if not process.given:
            return True
        light = task.light and all(one.light for one in process.given)
        busy = all(other.given for other in self.processes)
        return light and busy and len(process.given) < AHEAD

    def _begin(self, process: Process) -> None:
        """The child does the first of its tasks from now on."""
        process.due = time.monotonic() + process.given[0].seconds
        self._deadline(process.due)
        if process.given[0].cancelled():
            self._stop(process, process.given[0])

    def answered(self, process: Process, *, well: bool, came: Any) -> None:
        with self._lock:
            self._stirred = time.monotonic()
            done = process.given.popleft() if process.is_ready else None
            process.is_ready, process.due = True, float("inf")
            if process.given:
                self._begin(process)
            self._changed.notify_all()
        if done:
            done.settle(well, came)

    def lost(self, process: Process, status: int | None) -> None:
        with self._lock:
            process.is_over = True
            given, process.given = process.given, deque()
            if process in self.processes:
                self.processes.remove(process)
            ended = given.popleft() if given and _is_to_blame(process, given[0]) else None
            self._waiting.extendleft(task for task in reversed(given) if not task.done())
            self._start()
            self._changed.notify_all()
        if ended and process.stopped_for is ended:
            ended.took_too_long()
        elif ended:
            ended.broke_its_process(status)


def _is_to_blame(process: Process, first: Task[Any]) -> bool:
    """Whether a child that ended did so by its first task, not for one before."""
    return process.stopped_for in (None, first)


def _give_up(tasks: deque[Task[Any]]) -> None:
    """On a thread of its own, for whoever hears of it may ask for more."""
    for task in tasks:
        task.broke_its_process(None)
