"""A disk that is full or may only be read, a process that is killed, two programs at once: what was
written stays, and what could not be done is said in a sentence."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from reader.model.annotation import Note
from reader.model.article import Star
from reader.model.change import Change, Edit
from reader.model.errors import ArchiveError
from reader.model.feed import Feed
from reader.model.query import ArticleQuery
from reader.store import opening
from reader.store.evidence_migrations import migrations
from reader.store.store import Store
from tests.conftest import NOW, arrive, entry

#: Takes in articles and writes notes until it is killed; says the number of each note on disk.
_WRITER = """
import sys
from pathlib import Path
from reader.model.annotation import Note
from reader.model.change import Change, Edit
from reader.operations.indexing import index
from reader.store.store import Store
from tests.conftest import NOW, entry

store = Store(Path(sys.argv[1]))
(feed,) = store.feeds.all()
for n in range(1, 100_000):
    with store.writing(durable=False):
        store.arrivals.merge(feed.id, [entry(n)], NOW)
    for _ in index(store):
        pass
    note = Note(f"note {n}", n, "", f"Note {n}", NOW, NOW)
    store.apply(Change("Note", (Edit(None, note),)))
    print(n, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("after", [1, 5, 17])
def test_what_was_written_before_a_kill_is_there_afterwards(
    tmp_path: Path, store: Store, feed: Feed, after: int
) -> None:
    path = store.path
    store.close()
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(path)], cwd=root, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout
        told = [writer.stdout.readline() for _ in range(after)]
        os.kill(writer.pid, signal.SIGKILL)
    with Store(path) as found:
        assert found.connection().execute("pragma integrity_check").fetchall() == [("ok",)]
        for line in told:
            note = found.notes.of_article(int(line))
            assert note
            assert note.text == f"Note {line.strip()}"
        assert len(found.articles.ids(ArticleQuery(words="article"))) >= after
        assert found.articles.total() == len(found.articles.ids(ArticleQuery()))


def test_a_full_disk_is_a_sentence_and_nothing_is_lost(store: Store, feed: Feed) -> None:
    arrive(store, feed, entry(1))
    (pages,) = store.connection().execute("pragma page_count").fetchone()
    store.connection().execute(f"pragma max_page_count = {pages}")
    letters = Note("n", 1, "", "long " * 100_000, NOW, NOW)
    with pytest.raises(ArchiveError, match="The disk is full, so this was not saved"):
        store.apply(Change("Note", (Edit(None, letters),)))
    with pytest.raises(ArchiveError, match="disk is full"), store.writing():
        store.arrivals.merge(
            feed.id, [entry(n, html=f"<p>{n} {'words ' * 900}</p>") for n in range(2, 40)], NOW
        )
    assert (store.articles.total(), store.notes.of_article(1)) == (1, None)
    store.connection().execute("pragma max_page_count = 1000000")
    store.apply(Change("Note", (Edit(None, letters),)))
    arrive(store, feed, entry(2))
    assert store.articles.total() == 2
    assert store.connection().execute("pragma integrity_check").fetchall() == [("ok",)]


def test_two_programs_share_an_archive(store: Store, feed: Feed) -> None:
    """Both write in turn, and each sees what the other wrote."""
    arrive(store, feed, *(entry(n) for n in range(1, 41)))
    with Store(store.path) as other:

        def stars(archive: Store, numbers: range) -> None:
            for n in numbers:
                archive.apply(Change("Star", (Edit(None, Star(n)),)))

        threads = [
            threading.Thread(target=stars, args=(store, range(1, 41, 2))),
            threading.Thread(target=stars, args=(other, range(2, 41, 2))),
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert store.stars.count() == other.stars.count() == 40


def test_one_searches_while_another_program_writes(store: Store, feed: Feed) -> None:
    """Reading waits for nobody: a lock held for ever does not hold up a search."""
    arrive(store, feed, entry(1))
    query = ArticleQuery(words="words sort:relevance")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("begin exclusive")
        other.execute("insert into star (article_id) values (1)")
        assert list(store.articles.ids(query)) == [1]
        assert store.articles.rows([1])[1].starred is False
        assert store.search.hits("words", [1])
        other.execute("commit")
    assert store.articles.rows([1])[1].starred is True


def test_a_window_does_not_wait_for_a_thread_that_waits(store: Store, feed: Feed) -> None:
    """What it wanted to write is refused with a sentence; searching goes on, and so does the thread."""
    arrive(store, feed, entry(1))
    begun, done = threading.Event(), threading.Event()

    def work() -> None:
        with store.writing(durable=False):
            begun.set()
            done.wait(60)

    thread = threading.Thread(target=work)
    thread.start()
    begun.wait(60)
    store.hurry()
    with pytest.raises(ArchiveError, match="is writing to the archive"):
        store.apply(Change("Star", (Edit(None, Star(1)),)))
    assert list(store.articles.ids(ArticleQuery(words="words"))) == [1]
    done.set()
    thread.join()
    store.apply(Change("Star", (Edit(None, Star(1)),)))
    assert store.stars.count() == 1


def test_one_searches_while_a_refresh_writes(store: Store, feed: Feed) -> None:
    arrive(store, feed, entry(1))
    failed: list[BaseException] = []
    done = threading.Event()

    def search() -> None:
        try:
            while not done.is_set():
                found = store.articles.ids(ArticleQuery(words="article words"))
                assert 1 in found
                store.search.hits("article", found[:16])
                store.articles.rows(found[:16])
        except BaseException as error:  # noqa: BLE001 - to be raised where the test sees it
            failed.append(error)

    searching = threading.Thread(target=search)
    searching.start()
    for n in range(2, 120):
        arrive(store, feed, entry(n))
    done.set()
    searching.join()
    assert failed == []
    assert len(store.articles.ids(ArticleQuery(words="article words"))) == 119


def test_an_archive_on_a_disk_that_may_only_be_read_can_be_read(
    store: Store, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrive(store, feed, entry(1))
    store.close()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with Store(store.path) as found:
        assert found.read_only
        assert list(found.articles.ids(ArticleQuery(words="words"))) == [1]
        assert not store.path.with_name(f"{store.path.name}-shm").exists()
        with pytest.raises(ArchiveError, match="may only be read"):
            found.apply(Change("Star", (Edit(None, Star(1)),)))


def test_an_archive_that_was_not_closed_is_not_read_without_its_log(
    store: Store, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrive(store, feed, entry(1))
    copy = store.path.with_name("copy.db")
    copy.write_bytes(store.path.read_bytes())
    copy.with_name("copy.db-wal").write_bytes(
        store.path.with_name(f"{store.path.name}-wal").read_bytes()
    )
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(ArchiveError, match="was not closed there"):
        Store(copy)


@pytest.mark.parametrize("first", ["", "keep_study_cards"])
def test_programs_that_start_at_once_bring_an_archive_into_shape_together(
    tmp_path: Path, first: str
) -> None:
    """A new archive, and one from before an update."""
    path, ready = tmp_path / "archive.db", threading.Barrier(4)
    if first:
        opening.make(path)
        with closing(opening.connect(path)) as connection:
            migrations.apply(Database(connection), stop_before=first)

    def start(_: int) -> int:
        ready.wait()
        with Store(path) as opened:
            return opened.articles.total()

    with ThreadPoolExecutor(4) as programs:
        assert list(programs.map(start, range(4))) == [0] * 4
    assert len(list(tmp_path.glob("*.before-*"))) == bool(first)
    assert not list(tmp_path.glob(".*.part"))
