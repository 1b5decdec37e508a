"""The write-ahead log, and when what stands in it is put into the archive's own pages.

SQLite does that within the commit that lets the log grow too long, whoever's it is. It waits for the
disk, and so would the user's next write. What fills the log most, writing down what came and indexing
it, does it after its own transactions instead, when others may already write.
"""

import sqlite3
from contextlib import suppress

#: Transactions after which the log is put into the archive, and pages of it after which a commit does.
TRANSACTIONS, PAGES = 16, 8_000


class Log:
    """Counts transactions; a number too many or too few does no harm."""

    def __init__(self) -> None:
        self._grown = 0

    def grew(self, connection: sqlite3.Connection) -> None:
        """A transaction of what can be fetched again is over. Called outside of any."""
        self._grown += 1
        if self._grown >= TRANSACTIONS:
            self._grown = 0
            with suppress(sqlite3.OperationalError):  # the log keeps it; the next one tries again
                connection.execute("pragma wal_checkpoint(passive)").fetchall()
