"""The archive: one SQLite file, a connection a thread, one writer at a time."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from reader.model.change import Change, Edit
from reader.store import opening
from reader.store.errors import archive_error, unwritable
from reader.store.log import Log
from reader.store.reader_tables import ReaderTables
from reader.store.turns import Turns

if TYPE_CHECKING:
    from reader.store.deletions import Deletions
    from reader.store.table import Editable


class Store(ReaderTables):
    """An open archive. Raises ArchiveError where the file is not one of ours, and for all of
    SQLite's errors. May be used from any thread; `close()` when no thread uses it any more."""

    sqlite_version = sqlite3.sqlite_version

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self._turns, self._log = Turns(), Log()
        self.read_only = False
        try:
            self._open()
        except sqlite3.Error as error:
            self.close()
            raise archive_error(error) from error
        except BaseException:
            self.close()
            raise

    def _open(self) -> None:
        exists = opening.examine(self.path)
        if exists:
            self.read_only = not opening.is_writable(self.path)
            with_schema = opening.connect(self.path, read_only=True)
            self._connections.append(with_schema)
            opening.check_schema(with_schema, self.path)
        else:
            opening.make(self.path)
        connection = self.connection()
        if not self.read_only:
            opening.migrate(connection, self.path)

    @cached_property
    def _editable(self) -> "dict[type, Editable]":
        from reader.store.editable import editable

        return editable(self)

    @cached_property
    def deletions(self) -> "Deletions":
        from reader.store.deletions import Deletions

        return Deletions(self.connection, self._editable)

    @property
    def has_deletions(self) -> bool:
        """Whether there is a deletion that still can be undone."""
        try:
            found = self.connection().execute("select exists (select 1 from deletion)").fetchone()
        except sqlite3.Error as error:
            raise archive_error(error) from error
        return bool(found[0])

    def connection(self) -> sqlite3.Connection:
        """This thread's connection."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = opening.connect(self.path, read_only=self.read_only)
            self._local.connection = connection
            with self._lock:
                self._connections.append(connection)
        return connection

    def hurry(self) -> None:
        """This thread waits for other programs no longer than a user would wait for a window."""
        self._turns.hurry()

    @contextmanager
    def writing(self, *, durable: bool = True) -> Iterator[None]:
        """A transaction that holds the write lock from its start. Keep it short.

        `durable` waits until the disk has it (`synchronous = full`), as what people write must;
        what can be fetched again need not (`normal`). Within another of the same thread it is part
        of that one, and if it fails, it alone is undone.
        """
        if self.read_only:
            raise unwritable()
        connection = self.connection()
        with self._turns.taken(connection):
            if connection.in_transaction:
                with _part_of(connection):
                    yield
                return
            try:
                connection.execute(f"pragma synchronous = {'full' if durable else 'normal'}")
                connection.execute("begin immediate")
                try:
                    yield
                except BaseException:
                    connection.rollback()
                    raise
                connection.execute("commit")
            except sqlite3.Error as error:
                if connection.in_transaction:
                    connection.rollback()
                raise archive_error(error) from error
        if not durable:
            self._log.grew(connection)
            self._turns.give_way()

    def apply(self, change: Change, *, keeping: bool = False, forgetting: int = 0) -> int:
        """Carry out a change, all of it or nothing. On disk when this returns.

        With `keeping`, a change that deletes is kept among the deletions, and its number there
        returned, else 0; `forgetting` is the number of the deletion that this change undoes.
        """
        with self.writing():
            for kind, edits in groupby(change.edits, key=_kind):
                self._edit(self._editable[kind], list(edits))
            if forgetting:
                self.deletions.forget(forgetting)
            return self.deletions.keep(change) if keeping else 0

    def _edit(self, table: "Editable", edits: list[Edit[Any]]) -> None:
        table.remove([edit.before for edit in edits if edit.before is not None])
        table.put([edit.after for edit in edits if edit.after is not None])

    def close(self) -> None:
        """Close every thread's connection."""
        with self._lock:
            for connection in self._connections:
                connection.close()
            self._connections.clear()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


@contextmanager
def _part_of(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        connection.execute("savepoint part")
        try:
            yield
        except BaseException:
            if connection.in_transaction:
                connection.execute("rollback to part")
            raise
        connection.execute("release part")
    except sqlite3.Error as error:
        raise archive_error(error) from error


def _kind(edit: Edit[Any]) -> type:
    return type(edit.before if edit.before is not None else edit.after)
