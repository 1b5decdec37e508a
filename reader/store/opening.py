"""Opening the file of an archive, which may be anybody's: look before SQLite does, change nothing
that is not ours.

After https://sqlite.org/security.html, "Untrusted SQLite Database Files".
"""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

from reader.model.errors import ArchiveError
from reader.store import import_lean, log
from reader.store.errors import damaged
from reader.store.finished import is_finished

#: In the header of every archive of ours (SQLite's `application_id`): "Stwr".
APPLICATION_ID = 0x53747772
#: Seconds to wait for another program's write before giving up.
PATIENCE = 5.0
_HEADER = b"SQLite format 3\0"


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """A connection as every thread uses it: WAL, foreign keys on, untrusting of the file's schema.

    Raises ArchiveError and SQLite's errors.
    """
    how = _as_it_lies(path) if read_only else "mode=rwc"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{how}",
        uri=True,
        timeout=PATIENCE,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        for pragma in ("foreign_keys = on", "trusted_schema = off", "cell_size_check = on"):
            connection.execute(f"pragma {pragma}")
        connection.execute("pragma mmap_size = 0")
        connection.execute("pragma temp_store = memory")
        connection.execute("pragma cache_size = -16384")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 50_000_000)
        if not read_only:
            connection.execute("pragma journal_mode = wal")
            connection.execute(f"pragma wal_autocheckpoint = {log.PAGES}")
    except UnicodeDecodeError as error:  # SQLite's own words on the damage quote it
        connection.close()
        raise damaged() from error
    except BaseException:
        connection.close()
        raise
    return connection


def _as_it_lies(path: Path) -> str:
    """How to read an archive. On a disk that may only be read SQLite can keep no index of the
    write-ahead log, and needs none where there is no log.

    Raises ArchiveError where there is one: without it the archive would be of another time.
    """
    if os.access(path.parent, os.W_OK):
        return "mode=ro"
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size and not path.with_name(f"{path.name}-shm").exists():
        raise ArchiveError(
            f"{path} lies on a disk that may only be read, and was not closed there. Copy it, "
            f"with {log.name} beside it, to a disk that can be written, and open it there."
        )
    return "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"


def examine(path: Path) -> bool:
    """Whether there is an archive of ours at `path`; False where there is nothing yet.

    Raises ArchiveError for anything else, without having changed it.
    """
    try:
        kind = path.stat().st_mode
    except FileNotFoundError:
        if path.is_symlink():
            raise ArchiveError(f"{path} is a link to a file that is not there.") from None
        return False
    except OSError as error:
        raise ArchiveError(f"{path} cannot be looked at: {error.strerror}.") from error
    if not stat.S_ISREG(kind):
        raise ArchiveError(f"{path} is not a file. Choose a file for the archive.")
    return _is_ours(path)


def _is_ours(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise ArchiveError(f"{path} cannot be read: {error.strerror}.") from error
    if not head:
        return False
    if not head.startswith(_HEADER):
        raise ArchiveError(f"{path} is not a Studywire archive. It was left as it is.")
    if len(head) < 100 or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise ArchiveError(f"{path} is a database of another program. It was left as it is.")
    return True


def may_be_ours(path: Path) -> bool:
    """False for the database of another program, which is whole and bears another mark; what is
    no database may be an archive of ours that was damaged."""
    with path.open("rb") as file:
        head = file.read(100)
    marked = int.from_bytes(head[68:72], "big")
    return not head.startswith(_HEADER) or marked == APPLICATION_ID


def make(path: Path) -> None:
    """Make an empty archive that only its owner may read.

    Our mark goes into the file itself before SQLite keeps a write-ahead log beside it, so that
    the archive is known as ours whatever happens next. Raises ArchiveError.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
    except OSError as error:
        raise ArchiveError(
            f"The archive {path} cannot be made: {error.strerror}. "
            "Choose another place with --archive."
        ) from error
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"pragma application_id = {APPLICATION_ID}")


def is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse an archive of a newer Studywire, and one that somebody built something into."""
    if not is_finished(connection):
        import_lean("sqlite_utils")
        from reader.store import migrating  # most starts need none of its steps

        migrating.check_schema(connection, path)


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring an archive up to date; one that holds something is copied beside itself first."""
    if not is_finished(connection):
        import_lean("sqlite_utils")
        from reader.store import migrating

        migrating.migrate(connection, path)
