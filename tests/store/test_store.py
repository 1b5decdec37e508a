"""The archive opens what is ours, refuses what is not, and keeps its promises."""

import os
import sqlite3
import sys
import threading
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlite_utils import Database

from reader.model.article import Star
from reader.model.change import Change, Edit
from reader.model.errors import ArchiveError
from reader.model.feed import Feed, Subscription
from reader.operations.awaiting import waits
from reader.store import opening
from reader.store.migrations import migrations
from reader.store.opening import APPLICATION_ID
from reader.store.store import Store
from tests.conftest import arrive, entry


def test_a_new_archive_is_private_and_marked_as_ours(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "archive.db"
    with Store(path) as store:
        (mode,) = store.connection().execute("pragma journal_mode").fetchone()
        assert mode == "wal"
    assert path.read_bytes()[68:72] == b"Stwr"
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600


def test_an_archive_is_known_as_ours_while_it_is_open_and_after_a_crash(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    with Store(path) as store:
        arrive(store, _follow(store), entry(1))
        copy = tmp_path / "copy.db"  # what a crash would leave: the log has not been taken over
        copy.write_bytes(path.read_bytes())
        copy.with_name("copy.db-wal").write_bytes(path.with_name("archive.db-wal").read_bytes())
    with Store(copy) as found:
        assert found.articles.total() == 1


def _follow(store: Store) -> Feed:
    store.apply(Change("Add", (Edit(None, Subscription("https://example.org/")),)))
    return store.feeds.all()[0]


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table t (x)")


def _newer(path: Path) -> None:
    Store(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at) "
            "values ('studywire', 'from_the_future', '')"
        )


def _triggered(path: Path) -> None:
    Store(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "create trigger harm after insert on article begin delete from note; end"
        )


def _changed_trigger(path: Path) -> None:
    Store(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("drop trigger article_is_read")
        connection.execute(
            "create trigger article_is_read after insert on read_mark begin delete from note; end"
        )


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: path.write_bytes(b"Plain text " * 20), "not a Studywire archive"),
        (lambda path: path.write_bytes(b"SQLite format 3\0" + b"\0" * 20), "another program"),
        (lambda path: path.mkdir(), "not a file"),
        (lambda path: path.symlink_to(path.with_name("gone")), "a link to a file"),
        (_foreign, "another program"),
        (_newer, "newer Studywire"),
        (_triggered, "did not put there"),
        (_changed_trigger, "did not put there"),
    ],
    ids=["text", "header only", "folder", "dangling", "foreign", "newer", "trigger", "changed"],
)
def test_what_is_not_our_archive_is_refused_and_left_alone(
    tmp_path: Path, make: object, sentence: str
) -> None:
    path = tmp_path / "archive.db"
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(ArchiveError, match=sentence):
        Store(path)
    assert (path.read_bytes() if path.is_file() else b"") == before


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX special files")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "archive.db")
    with pytest.raises(ArchiveError, match="not a file"):
        Store(tmp_path / "archive.db")


def test_a_damaged_archive_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    Store(path).close()
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xff" * 3996
    path.write_bytes(data)
    with pytest.raises(ArchiveError, match="damaged"):
        Store(path)


def test_an_older_archive_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    with closing(opening.connect(path)) as connection:
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        migrations.apply(Database(connection), stop_before="keep_study_cards")
        connection.execute("insert into feed (address) values ('https://example.org/')")
    (tmp_path / ".archive.db.before-keep_study_cards.part").write_text("half of a copy")
    with Store(path) as store:
        assert store.articles.total() == 0
        assert not migrations.pending(Database(store.connection()))
    copy = tmp_path / "archive.db.before-keep_study_cards"
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".part"]
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("select address from feed").fetchone() == (
            "https://example.org/",
        )


def test_of_an_older_archive_only_values_of_the_users_own_are_looked_at_again(
    tmp_path: Path,
) -> None:
    path = tmp_path / "archive.db"
    with closing(opening.connect(path)) as connection:
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        migrations.apply(Database(connection), stop_before="know_what_has_a_passage")
        connection.execute("pragma foreign_keys = off")
        connection.execute("insert into feed (id, address) values (1, 'https://example.org/')")
        for number in (1, 2):
            words = (number, 1, number, *[""] * 5, 0, 0, 0)
            marks = ", ".join("?" * len(words))
            connection.execute(f"insert into article values ({marks}, 0, 0)", words)
        for article_id, name in ((1, "sample_size"), (1, "country"), (2, "sample_size")):
            row = (article_id, name, 1, "12")
            connection.execute("insert into fact values (?, ?, ?, ?, null, null)", row)
        decided = ("c", 1, 1, "sample_size", "", "corrected", "{}", "", "[]", 0)
        connection.execute("insert into correction values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", decided)
    with Store(path) as store:
        rows = store.connection().execute("select article_id, name, quoted from fact").fetchall()
        assert rows == [(1, "country", 1), (1, "sample_size", 0), (2, "sample_size", 1)]
        assert store.pending.next("facts", 9) == [1]
        assert waits(store, "study")


def test_a_change_is_carried_out_whole_or_not_at_all(store: Store, feed: Feed) -> None:
    (article,) = arrive(store, feed, entry(1))
    with pytest.raises(ArchiveError):
        store.apply(Change("Star", (Edit(None, Star(article)), Edit(None, Star(99)))))
    assert store.stars.count() == 0


def test_a_part_of_a_transaction_that_fails_is_undone_alone(store: Store, feed: Feed) -> None:
    with store.writing(durable=False):
        store.feeds.failed(feed.id, 1, 500, "first")
        with suppress(RuntimeError), store.writing(durable=False):
            store.feeds.failed(feed.id, 2, 500, "second")
            raise RuntimeError
    assert store.feeds.health(feed.id).error == "first"


def test_what_was_applied_is_there_for_another_program(store: Store, feed: Feed) -> None:
    (article,) = arrive(store, feed, entry(1))
    store.apply(Change("Star", (Edit(None, Star(article)),)))
    with closing(sqlite3.connect(store.path)) as other:
        assert other.execute("select article_id from star").fetchall() == [(article,)]


def test_an_archive_locked_by_another_program_is_a_sentence(
    store: Store, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    (article,) = arrive(store, feed, entry(1))
    store.connection().execute("pragma busy_timeout = 10")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(ArchiveError, match="Another program is writing"):
            store.apply(Change("Star", (Edit(None, Star(article)),)))
        other.execute("rollback")
    store.apply(Change("Star", (Edit(None, Star(article)),)))
    assert store.stars.count() == 1


def test_every_thread_has_its_connection_and_close_ends_them_all(store: Store) -> None:
    seen = []
    thread = threading.Thread(target=lambda: seen.append(store.connection()))
    thread.start()
    thread.join()
    assert seen[0] is not store.connection()
    store.close()
    with pytest.raises(sqlite3.ProgrammingError):
        seen[0].execute("select 1")


def test_a_read_only_archive_can_be_read_and_says_why_it_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "archive.db"
    Store(path).close()
    monkeypatch.setattr(opening, "is_writable", lambda path: False)
    with Store(path) as store:
        assert store.articles.total() == 0
        with pytest.raises(ArchiveError, match="may only be read"):
            store.apply(Change("Star", (Edit(None, Star(1)),)))
