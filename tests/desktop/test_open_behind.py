"""Opening originals in the browser while one reads on in the window."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.desktop.deeds import behind
from reader.desktop.window import MainWindow
from tests.desktop.conftest import settle


def test_shift_b_opens_all_chosen_articles(
    window: MainWindow, qtbot: QtBot, opened: list[str]
) -> None:
    lists = window.panes.list
    lists.choose_row(0)
    QTest.keyClick(lists.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    rows = window.panes.session.store.articles.rows(lists.selected_ids()).values()
    assert len(rows) == 2
    QTest.keyClick(lists.view, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    assert opened == [row.link for row in rows]


def test_the_middle_button_opens_one(window: MainWindow, opened: list[str]) -> None:
    view = window.panes.list.view
    spot = QPoint(40, view.rowViewportPosition(1) + 10)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.MiddleButton, pos=spot)
    assert len(opened) == 1


def test_without_a_chosen_article_nothing_opens(window: MainWindow, opened: list[str]) -> None:
    window.panes.list.view.clearSelection()
    window.article_deeds.open_behind()
    assert opened == []
    assert window.panes.status.message == "Choose an article first."


def test_more_than_a_dozen_are_not_opened_at_once(
    window: MainWindow, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.desktop.deeds.article_deeds._MOST_BEHIND", 3)
    window.panes.list.view.selectAll()
    window.article_deeds.open_behind()
    assert opened == []
    assert "at most 3 are opened at once" in window.panes.status.message


def test_the_window_takes_the_front_back_once(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    back = []
    monkeypatch.setattr(window, "activateWindow", lambda: back.append(True))
    behind.stay_in_front(window)
    for _ in range(2):
        QApplication.sendEvent(window, QEvent(QEvent.Type.WindowDeactivate))
    qtbot.waitUntil(lambda: back == [True])
    QApplication.processEvents()
    assert back == [True]


def test_macos_has_a_way_to_open_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        ran.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert behind.opened_behind("https://a.org/1")
    monkeypatch.setattr(sys, "platform", "linux")
    assert not behind.opened_behind("https://a.org/1")
    assert ran == [["/usr/bin/open", "-g", "https://a.org/1"]]


def test_a_link_under_the_pointer_is_shown_with_the_host_that_would_be_asked(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.panes.list.choose_row(0)
    settle(qtbot, window)
    window.panes.reading.view.link_hovered.emit("https://user@пример.example/a")
    assert window.panes.status.message == "https://xn--e1afmkfd.example/a"
