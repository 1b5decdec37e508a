"""Backups in the window: seen, made, and taken back."""

from pathlib import Path

from pytestqt.qtbot import QtBot

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
