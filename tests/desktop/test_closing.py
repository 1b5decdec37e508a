"""Quitting while work is going on: nothing is asked, nothing is lost, nobody is waited for."""

import socket
import time
from concurrent.futures import Future
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reader.desktop.theme import Theme
from reader.desktop.window import MainWindow
from reader.feeds.fetch import Fetcher
from reader.model.change import Change, Edit
from reader.model.feed import Request, Response, Subscription
from reader.model.query import ArticleQuery
from reader.store.store import Store
from reader.workers.pool import Workers
from tests.desktop.conftest import settle
from tests.fakes import Here, Wire, item, rss

ONE, TWO = "https://one.example/feed.xml", "https://two.example/feed.xml"


class Hanging(Wire):
    """One feed answers at once; the others never do, until somebody stops asking."""

    def __init__(self) -> None:
        super().__init__({ONE: rss(item(1), item(2))})
        self.waiting: list[Future[Response]] = []

    def submit(self, request: Request) -> "Future[Response]":
        if request.address in self.answers:
            return super().submit(request)
        future: Future[Response] = Future()
        self.waiting.append(future)
        return future

    def cancel(self) -> None:
        for future in self.waiting:
            future.cancel()

    close = cancel


@pytest.fixture
def wire() -> Hanging:
    return Hanging()


@pytest.fixture
def checking(qtbot: QtBot, tmp_path: Path, theme: Theme, wire: Hanging) -> MainWindow:
    """A window that checks two feeds, one of which is in while the other keeps it waiting."""
    store = Store(tmp_path / "archive.db")
    for address in (ONE, TWO):
        store.apply(Change("Subscribe", (Edit(None, Subscription(address, address)),)))
    window = MainWindow(store, cast(Fetcher, wire), cast(Workers, Here()), theme)
    qtbot.addWidget(window)
    window.show()
    settle(qtbot, window)
    window.actions_["refresh_all"].trigger()
    qtbot.waitUntil(lambda: bool(wire.waiting) and _count(store) == 2, timeout=30_000)
    return window


def _count(store: Store) -> int:
    return len(store.articles.ids(ArticleQuery()))


def test_quitting_during_a_refresh_asks_nothing_and_waits_for_nobody(
    checking: MainWindow, wire: Hanging, qtbot: QtBot
) -> None:
    assert checking.panes.jobs.running
    assert checking.close()
    assert not any(isinstance(w, QMessageBox) for w in QApplication.topLevelWidgets())
    qtbot.waitUntil(lambda: not checking.panes.jobs.running, timeout=30_000)
    assert all(future.cancelled() for future in wire.waiting)


def test_what_had_come_in_before_quitting_is_kept(checking: MainWindow, tmp_path: Path) -> None:
    checking.close()
    with Store(tmp_path / "archive.db") as again:
        assert _count(again) == 2


def test_nobody_waits_for_a_language_model_that_is_tried_and_silent(
    window: MainWindow, qtbot: QtBot
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        dialog = window.setting.preferences_dialog()
        dialog.wanted.emit("language_model", address)
        dialog.test_wanted.emit()
        qtbot.wait(200)
        assert not window.panes.questions.is_idle
        began = time.monotonic()
        window.close()
        assert time.monotonic() - began < 10
