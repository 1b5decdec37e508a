"""Notifications and the tray: off unless asked for, one summary a refresh."""

from typing import Any

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from reader.desktop.notifying import summary
from reader.desktop.window import MainWindow
from reader.operations.setting import set_one


def report(title: str, new: int) -> dict[str, Any]:
    return {"title": title, "new": new}


@pytest.mark.parametrize(
    ("reports", "words"),
    [
        ([], ""),
        ([report("Nature", 0)], ""),
        ([report("Nature", 1)], "1 new article: Nature 1"),
        (
            [report("BMJ", 5), report("Nature", 1_200), report("Quiet", 0)],
            "1,205 new articles: Nature 1,200, BMJ 5",
        ),
        (
            [report(name, 2) for name in "abcd"],
            "8 new articles: a 2, b 2, c 2, 1 more feed",
        ),
    ],
)
def test_one_line_says_what_a_refresh_brought(reports: list[dict[str, Any]], words: str) -> None:
    assert summary(reports) == words


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the desktop is told, which has a tray."""
    words: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda self: None)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda self, *a: words.append(a[1]))
    return words


def put(window: MainWindow, name: str, value: int) -> None:
    window.panes.session.apply(set_one(window.panes.session.store, name, value))


def test_nothing_is_said_unless_it_was_asked_for(
    window: MainWindow, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window, "isActiveWindow", lambda: False)
    window.panes.updater.refreshed.emit([report("Nature", 1)])
    assert said == []
    put(window, "notify", True)
    window.panes.updater.refreshed.emit([report("Nature", 0)])
    assert said == []
    window.panes.updater.refreshed.emit([report("Nature", 1)])
    assert said == ["1 new article: Nature 1"]


def test_nothing_is_said_to_who_is_looking(
    window: MainWindow, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put(window, "notify", True)
    monkeypatch.setattr(window, "isActiveWindow", lambda: True)
    window.panes.updater.refreshed.emit([report("Nature", 1)])
    assert said == []


def test_with_an_icon_in_the_tray_the_windows_button_only_hides_it(
    window: MainWindow, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put(window, "tray", True)
    assert window.notifier.keeps_running
    monkeypatch.setattr(QCloseEvent, "spontaneous", lambda self: True)
    event = QCloseEvent()
    window.closeEvent(event)
    assert not event.isAccepted()
    assert window.isHidden()
    window.notifier.open_window()
    assert window.isVisible()
    put(window, "tray", False)
    assert not window.notifier.keeps_running


def test_without_a_tray_there_is_no_icon(window: MainWindow, qtbot: QtBot) -> None:
    put(window, "tray", True)
    assert not window.notifier.keeps_running
