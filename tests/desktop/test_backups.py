"""Backups in the window: seen, made, and taken back."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.desktop.run import only_window
from reader.desktop.window import MainWindow
from reader.operations.backing_up import backups
from reader.operations.reading import star
from tests.desktop.conftest import settle


def test_a_backup_is_made_looked_into_and_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    store, backing = window.panes.session.store, window.backing
    dialog = backing.backups_dialog()
    qtbot.addWidget(dialog)
    assert dialog.rows == []
    assert not dialog.restore.isEnabled()
    dialog.back_up.click()
    settle(qtbot, window)
    qtbot.waitUntil(dialog.restore.isEnabled)
    assert len(dialog.rows) == 1
    assert dialog.inside.splitlines()[2] == "12 articles"
    window.panes.session.do(star(store, list(window.panes.list.model.ids)[:2]))
    window.panes.list.choose_row(0)
    settle(qtbot, window)
    (made,) = backups(store)
    backing.restore(made.path)
    settle(qtbot, window)
    assert store.stars.count() == 0
    assert len(window.panes.list.model.ids) == 12
    assert window.panes.opened.article is None
    assert not window.panes.session.undo_stack.canUndo()
    assert dialog.said == "Restored. What was there before is among the backups."
    qtbot.waitUntil(lambda: "2 stars" in dialog.inside)
    assert "before a restore" in dialog.rows[0]


def test_a_file_that_is_no_backup_is_said_to_be_none(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = window.backing.backups_dialog()
    qtbot.addWidget(dialog)
    path = tmp_path / "letter.db"
    path.write_text("Dear all, " * 50)
    dialog.add_file(path)
    qtbot.waitUntil(lambda: "not a Studywire archive" in dialog.inside)
    assert not dialog.restore.isEnabled()
    window.backing.restore(path)
    settle(qtbot, window)
    assert "not a Studywire archive" in dialog.said
    assert window.panes.session.store.articles.total() == 12


def test_a_backup_is_made_by_itself_where_one_is_due(window: MainWindow, qtbot: QtBot) -> None:
    window.backing.look()
    settle(qtbot, window)
    assert len(backups(window.panes.session.store)) == 1
    window.backing.look()
    settle(qtbot, window)
    assert len(backups(window.panes.session.store)) == 1


def test_a_second_window_on_the_same_archive_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    first = only_window(path)
    assert first
    assert only_window(path) is None
    first.unlock()
    again = only_window(path)
    assert again
    again.unlock()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_the_lock_of_a_window_that_was_killed_counts_for_nothing(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    code = f"""
import os, signal
from pathlib import Path
from reader.desktop.run import only_window
lock = only_window(Path({str(path)!r}))
assert lock
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", code], check=False)
    assert path.with_name("archive.db.window").exists()
    lock = only_window(path)
    assert lock
    lock.unlock()
