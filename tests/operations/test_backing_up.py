"""The archive is copied whole, the copies are checked and kept in rotation, and can be taken back."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.model.article import Star
from reader.model.backup import Backup
from reader.model.change import Change, Edit, Step
from reader.model.errors import ArchiveError
from reader.model.feed import Feed
from reader.model.query import ArticleQuery
from reader.operations import backing_up
from reader.operations.backing_up import (
    DAY,
    back_up,
    backups,
    folder,
    is_due,
    look_inside,
    restore,
    superfluous,
)
from reader.operations.setting import set_one
from reader.store.store import Store
from tests.conftest import NOW, arrive, entry


def star(article_ids: list[int]) -> Change:
    return Change("Star", tuple(Edit(None, Star(i)) for i in article_ids))


def made(store: Store, now: float = NOW) -> Path:
    *_, last = back_up(store, now=now)
    assert last.report
    return Path(last.report["backup"])


def test_a_backup_holds_what_the_archive_holds(store: Store, feed: Feed) -> None:
    ids = arrive(store, feed, entry(1), entry(2))
    store.apply(star(ids[:1]))
    path = made(store)
    assert [row.path for row in backups(store)] == [path]
    found = look_inside(path)
    assert (found.articles, found.feeds, found.starred, found.newest) == (2, 1, 1, NOW - 998)
    assert path.stat().st_mode & 0o077 == 0
    assert [p.name for p in folder(store).iterdir()] == [path.name]
    with Store(path) as copy:
        assert list(copy.articles.ids(ArticleQuery(words="words"))) == ids


def test_a_backup_is_of_one_moment_though_somebody_writes(store: Store, feed: Feed) -> None:
    arrive(store, feed, entry(1))
    steps = back_up(store, now=NOW)
    next(steps)
    for number in range(2, 30):
        arrive(store, feed, entry(number))
    *_, last = steps
    assert last.report
    assert look_inside(Path(last.report["backup"])).articles <= 29
    assert store.articles.total() == 29


def test_restoring_brings_back_what_was_and_keeps_what_is(store: Store, feed: Feed) -> None:
    first = arrive(store, feed, entry(1))
    path = made(store)
    arrive(store, feed, entry(2))
    store.apply(star(first))
    *_, last = restore(store, path, now=NOW + 60)
    assert store.articles.total() == 1
    assert store.stars.count() == 0
    assert list(store.articles.ids(ArticleQuery(words="words"))) == first
    assert last.report
    before = Path(last.report["before"])
    assert look_inside(before).articles == 2
    list(restore(store, before, now=NOW + 120))
    assert store.articles.total() == 2
    arrive(store, feed, entry(3))
    assert store.articles.total() == 3


def test_an_older_archive_is_brought_up_to_date_when_it_is_restored(
    store: Store, feed: Feed
) -> None:
    arrive(store, feed, entry(1))
    path = made(store)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("drop table full_text")
        connection.execute("delete from _sqlite_migrations where name = 'keep_whole_texts'")
    list(restore(store, path, now=NOW + 60))
    assert store.articles.total() == 1
    assert store.full_texts.texts(1) == ()


@pytest.mark.parametrize("harm", ["cut", "text", "foreign", "gone"])
def test_what_is_no_whole_archive_is_not_restored(store: Store, feed: Feed, harm: str) -> None:
    arrive(store, feed, *(entry(n) for n in range(1, 60)))
    path = made(store)
    if harm == "cut":
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    elif harm == "text":
        path.write_text("no archive")
    elif harm == "foreign":
        path.unlink()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("create table t (x)")
    else:
        path.unlink()
    with pytest.raises(ArchiveError):
        list(restore(store, path, now=NOW + 60))
    assert store.articles.total() == 59


def test_stopping_leaves_no_file(store: Store, feed: Feed) -> None:
    arrive(store, feed, entry(1))
    steps = back_up(store, now=NOW)
    assert isinstance(next(steps), Step)
    steps.close()
    assert [path for path in folder(store).iterdir() if path.suffix != ".db"] == []


def test_a_full_disk_is_a_sentence(
    store: Store, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrive(store, feed, entry(1))
    usage = shutil.disk_usage(store.path.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=10))
    with pytest.raises(ArchiveError, match="no room for a backup"):
        list(back_up(store, now=NOW))


def test_backups_are_made_once_a_day_unless_they_are_not_wanted(store: Store, feed: Feed) -> None:
    assert not is_due(store, NOW)
    arrive(store, feed, entry(1))
    assert is_due(store, NOW)
    made(store)
    assert not is_due(store, NOW + DAY - 1)
    assert is_due(store, NOW + DAY)
    store.apply(set_one(store, "backups", False))
    assert not is_due(store, NOW + DAY)


def test_of_many_backups_one_of_each_age_stays() -> None:
    kept: list[Backup] = []
    for day in range(200):
        now = NOW + day * DAY
        kept.append(Backup(Path(f"{day}.db"), now, 1))
        gone = superfluous(kept, now)
        kept = [row for row in kept if row not in gone]
        ages = [(now - row.made) // DAY for row in kept]
        assert 0 in ages
        assert len(kept) <= len(backing_up.AGES) + 1
    assert max(ages) > 31
    assert superfluous([Backup(Path("old.db"), NOW - 400 * DAY, 1)], NOW) == []


def test_copies_that_a_kill_left_half_done_go_once_they_are_old(store: Store) -> None:
    folder = backing_up.folder(store)
    folder.mkdir()
    old, new = folder / ".20200101-000000.db.part", folder / ".20200102-000000.db.part"
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    for _ in backing_up.back_up(store):
        pass
    assert not old.exists()
    assert new.exists()
