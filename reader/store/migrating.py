"""The steps that bring an archive into shape, and what they let it hold."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from reader.model.errors import ArchiveError
from reader.store.errors import archive_error
from reader.store.evidence_migrations import migrations
from reader.store.finished import programs


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse an archive of a newer Studywire, and one that somebody built something into."""
    try:
        with _one_moment(connection):  # another program may be taking steps
            applied = {row.name for row in migrations.applied(Database(connection))}
            found = programs(connection)
    except sqlite3.Error as error:
        raise archive_error(error) from error
    known = {row.name for row in migrations.pending(Database(memory=True))}
    if applied - known:
        raise ArchiveError(
            f"{path} was written by a newer Studywire. Update Studywire to open it; "
            "the archive was left as it is."
        )
    if found - _expected(applied):
        raise ArchiveError(
            f"{path} holds program code that Studywire did not put there. It was left as it is."
        )


def _expected(applied: set[str]) -> set[tuple[str, str, str]]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        database = Database(connection)
        for row in migrations.pending(database):
            if row.name in applied:  # perhaps in another order than ours
                row.fn(database)
        return programs(connection)


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring an archive up to date; one that holds something is copied beside itself first.

    All steps are one transaction. Of several programs that start at once, one takes them; the
    others wait for it, and find nothing left to do.
    """
    database = Database(connection)
    try:
        applied = migrations.applied(database)
        pending = migrations.pending(database)
        if not pending:
            return
        if applied:
            _copy(connection, path, path.with_name(f"{path.name}.before-{pending[0].name}"))
        with _one_moment(connection, "begin immediate"):
            migrations.apply(database)  # which asks once more what is left
    except sqlite3.Error as error:
        raise archive_error(error) from error


@contextmanager
def _one_moment(connection: sqlite3.Connection, begin: str = "begin") -> Iterator[None]:
    """What is asked and done within is of one state of the archive, all of it or nothing."""
    connection.execute(begin)
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.rollback()
        raise
    connection.execute("commit")


def _copy(connection: sqlite3.Connection, path: Path, to: Path) -> None:
    """A whole copy or none: what a kill left half done is not taken for one. Of several programs
    one copies, the others wait for it."""
    with (
        closing(sqlite3.connect(path, isolation_level=None)) as guard,
        _one_moment(guard, "begin immediate"),
    ):
        if to.exists():
            return
        part = to.with_name(f".{to.name}.part")
        part.unlink(missing_ok=True)
        connection.execute("vacuum into ?", (str(part),))
        part.replace(to)
