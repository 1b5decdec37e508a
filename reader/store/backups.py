"""Copying an archive while it is used, looking into a copy, and taking one over.

A copy is written beside its place, checked from end to end and synced before it gets its name; what
is half done is never taken for a backup. A copy that is taken over replaces the archive's pages in
one transaction: after a crash there is the old archive or the new one.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from reader.model.backup import Inside
from reader.model.errors import ArchiveError
from reader.store import opening
from reader.store.errors import archive_error

#: Pages between two words on progress.
_PAGES = 2_000
#: Pages done and pages in all; raises to stop.
Progress = Callable[[int, int], None]

_INSIDE = """
    select (select coalesce(sum(total), 0) from feed_count), (select count(*) from subscription),
           (select count(*) from annotation), (select count(*) from note),
           (select count(distinct article_id) from tagging), (select count(*) from star),
           {decisions}, (select coalesce(max(sorted_at), 0) from article)
"""


def copy(archive: Path, to: Path, progress: Progress) -> None:
    """Copy an archive as it is now, whoever writes to it meanwhile; check the copy. Raises
    ArchiveError, and what `progress` raises; there is no file at `to` then."""
    part = to.with_name(f".{to.name}.part")
    try:
        _make_private(part)
        with _as_error(), closing(opening.connect(archive, read_only=True)) as source:
            source.execute("begin")  # what is written from now on is not in the copy
            source.execute("select 1 from sqlite_master").fetchone()
            _pages(source, part, progress)
        check(part)
        _sync(part)
        part.replace(to)
        _sync(to.parent)
    except OSError as error:
        raise ArchiveError(f"The backup could not be written: {error.strerror}.") from error
    finally:
        part.unlink(missing_ok=True)


def forget_halves(folder: Path, before: float) -> None:
    """Take away copies that a kill left half done: those that nobody has written to since `before`,
    in Unix seconds. They are as large as an archive, and hidden."""
    for part in folder.glob(".*.db.part*"):
        with suppress(OSError):
            if part.stat().st_mtime < before:
                part.unlink()


def check(path: Path) -> None:
    """Read a copy from end to end. Raises ArchiveError where it is damaged or not ours."""
    with _opened(path) as connection:
        found = connection.execute("pragma quick_check(1)").fetchone()
        if found != ("ok",) or connection.execute("pragma foreign_key_check").fetchone():
            raise ArchiveError(f"{path} is damaged. Choose another backup.")


def inside(path: Path) -> Inside:
    """What an archive holds. Raises ArchiveError."""
    with _opened(path) as connection:
        tables = {row[0] for row in connection.execute("select name from sqlite_master")}
        decisions = "(select count(*) from correction)" if "correction" in tables else "0"
        row = connection.execute(_INSIDE.format(decisions=decisions)).fetchone()
        return Inside(*row)


def take_over(archive: Path, backup: Path, progress: Progress) -> None:
    """Replace what an archive holds with a backup, in one transaction, and bring it up to date.

    Other connections of this process may be open; they see the new archive. Raises ArchiveError,
    and what `progress` raises; the archive is as it was then.
    """
    check(backup)
    with _as_error(), closing(opening.connect(archive)) as target:
        with closing(opening.connect(backup, read_only=True)) as source:
            source.backup(target, pages=_PAGES, progress=_told(progress), sleep=0.1)
        opening.migrate(target, archive)
        target.execute("pragma wal_checkpoint(truncate)")


def put_in_place(archive: Path, backup: Path, aside: Path) -> None:
    """Put a copy of a backup where an archive is that cannot be opened; what is there goes `aside`,
    with what SQLite keeps beside it. Raises ArchiveError; then nothing has changed."""
    if archive.exists() and not (archive.is_file() and opening.may_be_ours(archive)):
        raise ArchiveError(f"{archive} is not an archive of Studywire, so it is left as it is.")
    ready = archive.with_name(f".{archive.name}.ready")
    copy(backup, ready, lambda done, total: None)
    try:
        for kept in ("-wal", "-shm", ""):
            if (old := archive.with_name(f"{archive.name}{kept}")).exists():
                old.replace(aside.with_name(f"{aside.name}{kept}"))
        ready.replace(archive)
        _sync(archive.parent)
    except OSError as error:
        raise ArchiveError(f"{archive} cannot be replaced: {error.strerror}.") from error
    finally:
        ready.unlink(missing_ok=True)


def _pages(source: sqlite3.Connection, to: Path, progress: Progress) -> None:
    with closing(sqlite3.connect(to, isolation_level=None)) as target:
        source.backup(target, pages=_PAGES, progress=_told(progress))
        target.execute("pragma journal_mode = delete")  # one file, no log beside it


def _told(progress: Progress) -> Callable[[int, int, int], None]:
    return lambda status, left, total: progress(total - left, total)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """An archive that is only looked at. Raises ArchiveError where it is not one of ours."""
    if not opening.examine(path):
        raise ArchiveError(f"There is no archive at {path}.")
    with _as_error(), closing(opening.connect(path, read_only=True)) as connection:
        opening.check_schema(connection, path)
        yield connection


@contextmanager
def _as_error() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise archive_error(error) from error


def _make_private(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)


def _sync(path: Path) -> None:
    """On disk, not in a cache of it; where the system can."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
