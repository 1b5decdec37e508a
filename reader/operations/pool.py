"""What operations expect of the worker processes."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Protocol, TypeVar

T = TypeVar("T")

#: Seconds that parsing one feed, and studying one text, may take.
PARSE_LIMIT = 10.0
STUDY_LIMIT = 10.0


class Pool(Protocol):
    """Where pure work is done: `reader.workers.pool.Workers`, or a test's stand-in."""

    def submit(
        self, function: Callable[..., T], /, *args: Any, seconds: float, light: bool = False
    ) -> "Future[T]":
        """`light` is work of a few milliseconds, which need not start a child of its own."""
        ...
