"""Whose turn it is to write: one thread of the process at a time.

A thread that waits for another program's write keeps its turn meanwhile. The thread of a window does
not wait so long for it: better a sentence than a window that stands still.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from reader.store.errors import busy


class Turns:
    """A lock that a thread may take again within its turn."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._local = threading.local()

    def hurry(self, seconds: float) -> None:
        """This thread waits no longer than this."""
        self._local.patience = seconds

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Raises ArchiveError where this thread will not wait any longer."""
        if not self._lock.acquire(timeout=getattr(self._local, "patience", -1)):
            raise busy()
        try:
            yield
        finally:
            self._lock.release()
