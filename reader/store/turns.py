"""Whose turn it is to write: one thread of the process at a time.

A thread that waits for another program's write keeps its turn meanwhile. The thread of a window does
not wait so long for it: better a sentence than a window that stands still.
"""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from reader.model.errors import ArchiveError
from reader.store.errors import busy

#: Milliseconds that a thread in a hurry waits, and that it waits once it has waited in vain: one click
#: often writes several things.
HURRY, AGAIN = 700, 50
#: Seconds for which it does not wait again.
RECENTLY = 3.0
#: Seconds between looks whether those who waited have had their turn, and looks at most.
_LOOK, _LOOKS = 0.001, 100


class Turns:
    """A lock that a thread may take again within its turn."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._local = threading.local()
        #: Threads that wait; each puts itself in and takes itself out.
        self._waiting: set[int] = set()

    @property
    def is_awaited(self) -> bool:
        """Whether a thread waits for its turn."""
        return bool(self._waiting)

    def give_way(self) -> None:
        """Let those who wait go first: a lock alone goes to whoever asks for it next."""
        for _ in range(_LOOKS):
            if not self.is_awaited:
                return
            time.sleep(_LOOK)

    def hurry(self) -> None:
        """This thread does not wait long."""
        self._local.refused = -RECENTLY

    def _patience(self) -> int:
        """Milliseconds, -1 for any number of them."""
        refused: float | None = getattr(self._local, "refused", None)
        if refused is None:
            return -1
        return AGAIN if time.monotonic() - refused < RECENTLY else HURRY

    @contextmanager
    def taken(self, connection: sqlite3.Connection) -> Iterator[None]:
        """Raises ArchiveError where this thread will not wait any longer."""
        patience = self._patience()
        try:
            if not self._acquired(patience / 1000 if patience >= 0 else -1):
                raise busy()
            try:
                if patience >= 0:
                    connection.execute(f"pragma busy_timeout = {patience}")
                yield
            finally:
                self._lock.release()
        except ArchiveError as error:
            if patience >= 0 and str(error) == str(busy()):
                self._local.refused = time.monotonic()
            raise

    def _acquired(self, seconds: float) -> bool:
        me = threading.get_ident()
        self._waiting.add(me)
        try:
            return self._lock.acquire(timeout=seconds)
        finally:
            self._waiting.discard(me)
