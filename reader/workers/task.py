"""A task: what a child is asked to do, and the future of what comes of it."""

from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from typing import Any, TypeVar

from reader.model.errors import WorkerError
from reader.workers.child import OUT_OF_MEMORY

_TOO_LONG = "This took longer than {:g} seconds, so Studywire stopped it."
_TOO_LARGE = "This needed more memory than Studywire gives it, so it was stopped."
_CRASHED = "Something in this broke the process that read it. Studywire has started a new one."

T = TypeVar("T")


class Task(Future[T]):
    """A future whose failures are told in words, and which can be cancelled any time."""

    def __init__(self, message: bytes, seconds: float, *, light: bool) -> None:
        super().__init__()
        self.message = message
        self.seconds = seconds
        self.light = light
        self.is_dropped = False
        #: What is to be done when it is cancelled.
        self.drop: Callable[[Task[Any]], None] = _nothing

    def cancel(self) -> bool:
        if not super().cancel():
            return False
        self.drop(self)
        return True

    def settle(self, well: bool, came: Any) -> None:
        """It has ended: with a result or an error. Nobody hears of it once it was cancelled."""
        self.message = b""
        with suppress(InvalidStateError):
            if well:
                self.set_result(came)
            else:
                self.set_exception(came)

    def took_too_long(self) -> None:
        self.settle(False, WorkerError(_TOO_LONG.format(self.seconds)))

    def broke_its_process(self, status: int | None) -> None:
        words = _TOO_LARGE if status == OUT_OF_MEMORY else _CRASHED
        self.settle(False, WorkerError(words))


def _nothing(_task: Task[Any]) -> None:
    """A task that nobody has taken yet."""
