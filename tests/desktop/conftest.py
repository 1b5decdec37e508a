"""A window on a real archive, with stand-ins for the network and the worker processes."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.desktop.theme import Theme
from reader.desktop.window import MainWindow
from reader.feeds.fetch import Fetcher
from reader.store.store import Store
from reader.study.phrases import marker
from reader.workers.pool import Workers
from tests.fakes import Here, Wire


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path) -> None:
    """Window geometry goes to the test's folder, not to the user's."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(tmp_path / "settings"))


@pytest.fixture(autouse=True)
def no_second_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """The token classifier would read for seconds in every window."""
    monkeypatch.setattr(marker, "is_installed", lambda: False)
    monkeypatch.setattr(marker, "name", lambda: None)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    qapp.setApplicationName("Studywire")
    qapp.setOrganizationName("Studywire")
    return Theme(qapp, "light")


Open = Callable[..., MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path, theme: Theme) -> Iterator[Open]:
    """Opens windows, one after the other, on one archive."""
    stores: list[Store] = []

    def open_(wire: Wire | None = None) -> MainWindow:
        for closed in stores:
            closed.close()
        store = Store(tmp_path / "archive.db")
        stores.append(store)
        fetcher = cast(Fetcher, wire or Wire({}))
        window = MainWindow(store, fetcher, cast(Workers, Here()), theme)
        qtbot.addWidget(window)
        window.show()
        settle(qtbot, window)
        return window

    yield open_
    for store in stores:
        store.close()


@pytest.fixture
def window(open_window: Open, qtbot: QtBot) -> MainWindow:
    """A window with the sample articles."""
    opened = open_window()
    opened.panes.first_run.samples_wanted.emit()
    settle(qtbot, opened)
    return opened


@pytest.fixture
def table(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with the table of the samples."""
    window.panes.sidebar.choose("all")
    settle(qtbot, window)
    window.actions_["evidence_table"].trigger()
    settle(qtbot, window)
    settle(qtbot, window)
    return window


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until no job runs, no question is open and the panes show what there is."""
    panes = window.panes
    qtbot.waitUntil(lambda: not panes.jobs.running, timeout=90_000)
    qtbot.waitUntil(lambda: panes.questions.is_idle, timeout=90_000)
    panes.opened.complete()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were given to the system to open."""
    addresses: list[str] = []
    monkeypatch.setattr(
        "reader.desktop.deeds.article_deeds.QDesktopServices.openUrl",
        lambda url: addresses.append(url.toString()),
    )
    return addresses
