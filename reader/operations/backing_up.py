"""Backups of the archive: made by themselves and by hand, kept in rotation, looked into, taken back.

They lie in a folder beside the archive, one file each, named by the time they were made.
"""

import glob
import re
import shutil
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillBusy
from datetime import UTC, datetime
from pathlib import Path

from reader.model.backup import Backup, Inside
from reader.model.change import Step, Steps
from reader.model.errors import ArchiveError
from reader.store import backups as files
from reader.store.backups import Progress
from reader.store.store import Store

#: Seconds after which another backup is made by itself.
DAY = 86_400
#: Ages in days; of the daily ones the newest and one of each age are kept.
AGES = (1, 2, 3, 7, 14, 31, 92)
#: Seconds between two words on progress.
_PAUSE = 0.2
_MEBIBYTE = 1 << 20
_NAME = re.compile(r"(\d{8}-\d{6})(-[\w-]+)?\.db")
_STAMP = "%Y%m%d-%H%M%S"


def folder(store: Store) -> Path:
    """Where the backups of an archive lie."""
    return _folder(store.path)


def _folder(archive: Path) -> Path:
    return archive.with_name(f"{archive.name}.backups")


def backups(store: Store) -> list[Backup]:
    """The backups there are, also those made before an upgrade; the newest first."""
    return backups_of(store.path)


def backups_of(archive: Path) -> list[Backup]:
    """The same of an archive that need not be open, or cannot be."""
    found = []
    for path in _folder(archive).glob("*.db"):
        named = _NAME.fullmatch(path.name)
        if named and (made := _moment(named[1])) and path.is_file():
            occasion = "restore" if named[2] else ""
            found.append(Backup(path, made, path.stat().st_size, occasion))
    for path in archive.parent.glob(f"{glob.escape(archive.name)}.before-*"):
        if path.is_file():
            about = path.stat()
            found.append(Backup(path, int(about.st_mtime), about.st_size, "upgrade"))
    return sorted(found, key=lambda row: row.made, reverse=True)


def _moment(stamp: str) -> int:
    """Unix seconds of the time that a backup is named by, 0 where that is no time."""
    try:
        return int(datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC).timestamp())
    except ValueError:
        return 0


def is_due(store: Store, now: float) -> bool:
    """Whether a backup is to be made by itself: the user wants them, and the last is a day old."""
    if store.read_only or not store.settings.all().backups or not store.articles.total():
        return False
    newest = next((row for row in backups(store) if not row.occasion), None)
    return newest is None or not 0 <= now - newest.made < DAY


def back_up(store: Store, to: Path | None = None, now: float | None = None) -> Steps:
    """Copy the archive and check the copy; into the folder of backups unless a place is given.

    The last report says where it is. Of those in the folder, one of each age stays. Raises
    ArchiveError where there is no room for it.
    """
    moment = time.time() if now is None else now
    files.forget_halves(folder(store), moment - DAY)
    place = to or folder(store) / f"{_stamp(store, moment)}.db"
    _check_room(store, place)
    yield from _watched(lambda told: files.copy(store.path, place, told), "copied")
    if to is None:
        for old in superfluous(backups(store), moment):
            old.path.unlink(missing_ok=True)
    size = place.stat().st_size
    words = f"Backed up and checked: {size / _MEBIBYTE:,.0f} MiB"
    yield Step(1, 1, words, report={"backup": str(place), "size": size})


def superfluous(kept: list[Backup], now: float) -> list[Backup]:
    """The daily backups that rotation does without: all but the newest, and the oldest of each age,
    which grows into the next. Those made before a restore or an upgrade are not touched."""
    daily = sorted((row for row in kept if not row.occasion), key=lambda row: row.made)
    oldest: dict[int, Backup] = {}
    for row in daily:
        days = max(0.0, now - row.made) / DAY
        oldest.setdefault(next((age for age in AGES if days < age), 0), row)
    stay = [row for age, row in oldest.items() if age] + daily[-1:]
    return [row for row in daily if row not in stay]


def look_inside(path: Path) -> Inside:
    """What a backup holds. Raises ArchiveError where it is not an archive of ours."""
    return files.inside(path)


def replace_unusable(archive: Path, backup: Path, now: float | None = None) -> Path:
    """Put a backup in the place of an archive that cannot be opened, which is kept beside it under
    the name that is returned. Raises ArchiveError; then nothing has changed."""
    files.check(backup)
    moment = datetime.fromtimestamp(time.time() if now is None else now, UTC)
    aside = archive.with_name(f"{archive.name}.unusable-{moment.strftime(_STAMP)}")
    files.put_in_place(archive, backup, aside)
    return aside


def restore(store: Store, backup: Path, now: float | None = None) -> Steps:
    """Put a backup in the archive's place. What is there now becomes a backup first.

    The last report says where that one is. Raises ArchiveError; then nothing has changed.
    """
    if store.read_only:
        raise ArchiveError("The archive may only be read, so nothing can be restored into it.")
    if backup.exists() and backup.samefile(store.path):
        raise ArchiveError(f"{backup} is the archive itself. Choose a backup of it.")
    files.check(backup)
    moment = time.time() if now is None else now
    before = folder(store) / f"{_stamp(store, moment)}-before-restore.db"
    _check_room(store, before)
    yield from _watched(lambda told: files.copy(store.path, before, told), "put by")
    yield from _watched(lambda told: files.take_over(store.path, backup, told), "taken back")
    words = "Restored. What was there before is among the backups."
    yield Step(1, 1, words, report={"before": str(before)})


def _stamp(store: Store, moment: float) -> str:
    """A name that no backup has, for nothing is written over."""
    while True:
        stamp = datetime.fromtimestamp(moment, UTC).strftime(_STAMP)
        if not any(folder(store).glob(f"{stamp}*")):
            return stamp
        moment += 1


def _check_room(store: Store, place: Path) -> None:
    """The copy fits, and the archive can still grow."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        free = shutil.disk_usage(place.parent).free
    except OSError as error:
        words = f"The backup cannot be written to {place.parent}: {error.strerror}."
        raise ArchiveError(words) from error
    size = store.path.stat().st_size
    if free < size * 1.2 + 64 * _MEBIBYTE:
        raise ArchiveError(
            f"There is no room for a backup: it needs {size / _MEBIBYTE:,.0f} MiB in "
            f"{place.parent}, and {free / _MEBIBYTE:,.0f} are free. Make room, then back up again."
        )


def _watched(work: Callable[[Progress], None], words: str) -> Iterator[Step]:
    """Steps of work that tells its progress, done on a thread of its own; closing stops it."""
    pages, stopped = (0, 0), False

    def told(done: int, total: int) -> None:
        nonlocal pages
        if stopped:
            raise CancelledError
        pages = (done, total)

    with ThreadPoolExecutor(1, thread_name_prefix="backup") as threads:
        doing = threads.submit(work, told)
        try:
            yield Step(0, 0, "The archive is read")
            while not _is_done(doing):
                done, total = pages
                share = f"{done * 100 // total} %" if total else "a moment"
                yield Step(done, total, f"{share} {words}")
        finally:
            stopped = True


def _is_done(doing: "Future[None]") -> bool:
    try:
        doing.result(_PAUSE)
    except StillBusy:
        return False
    return True
