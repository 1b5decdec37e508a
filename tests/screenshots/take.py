"""Drives the window through its states and keeps a picture of each.

    python tests/screenshots/take.py FOLDER [STATE …]

Without states all are taken. `resources/screenshots` holds what the README shows:
reading-light and reading-dark. QT_SCALE_FACTOR=2 takes them at 200 %.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reader.desktop.feeds.subscribe_dialog import SubscribeDialog
from reader.desktop.key_sheet import KeySheet
from reader.desktop.run import application
from reader.desktop.theme import Theme
from reader.desktop.window import MainWindow
from reader.feeds.fetch import Fetcher
from reader.store.store import Store
from reader.workers.pool import Workers

SIZE = (1440, 900)


class Tour:
    """A window on a new archive, and ways to bring it into a state."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        self.folder = folder
        self.theme = theme
        self.store = Store(folder / "archive.db")
        self.window = MainWindow(self.store, Fetcher(), Workers(), theme)
        self.window.resize(*SIZE)
        self.window.show()
        self.settle()

    def close(self) -> None:
        self.window.close()
        self.store.close()

    def settle(self) -> None:
        """Until no job runs and no question is open."""
        panes = self.window.panes
        end = time.monotonic() + 60
        while time.monotonic() < end:
            QTest.qWait(30)
            if not panes.jobs.running and panes.questions.is_idle:
                break
        QTest.qWait(60)

    def samples(self) -> None:
        self.window.panes.first_run.samples_wanted.emit()
        self.settle()

    def open(self, words: str) -> None:
        """Open the sample article whose title holds the words."""
        self.window.actions_["go_all"].trigger()
        self.settle()
        panes = self.window.panes
        rows = self.store.articles.rows(panes.list.model.ids)
        panes.list.choose(next(row.id for row in rows.values() if words in row.title))
        self.settle()

    def select(self, words: str) -> None:
        article = self.window.panes.opened.article
        assert article is not None
        start = article.content.text.index(words)
        self.window.panes.reading.view.setFocus()
        self.window.panes.reading.view.select(start, start + len(words))

    def do(self, name: str) -> None:
        self.window.actions_[name].trigger()
        self.settle()

    def read(self) -> None:
        """The samples, one of them open with two highlights and a value chosen."""
        self.samples()
        self.open(STUDY)
        for words in HIGHLIGHTED:
            self.select(words)
            self.do("highlight")
        self.window.panes.opened.choose_value("sample_size", 0)
        self.window.panes.side.card.choose("sample_size", 0)
        self.settle()


#: The sample that most pictures show, and words of it that are highlighted.
STUDY = "antisynthetase"
HIGHLIGHTED = (
    "Muscle strength returned for many of them.",
    "cytokine release on day nine",
)


def first_run(tour: Tour) -> QWidget:
    return tour.window


def reading(tour: Tour) -> QWidget:
    tour.read()
    return tour.window


def notes(tour: Tour) -> QWidget:
    tour.read()
    tour.do("write_note")
    return tour.window


def about(tour: Tour) -> QWidget:
    tour.read()
    side = tour.window.panes.side
    side.setCurrentWidget(side.about)
    return tour.window


def selection(tour: Tour) -> QWidget:
    tour.read()
    tour.select("survivors were followed for two to five years")
    QTest.qWait(400)
    return tour.window


def searching(tour: Tour) -> QWidget:
    tour.samples()
    tour.window.panes.search.setText("follow")
    QTest.qWait(400)
    tour.settle()
    tour.do("next_article")
    return tour.window


def nothing_found(tour: Tour) -> QWidget:
    tour.samples()
    tour.window.panes.search.setText("zebrafish unicorn")
    QTest.qWait(400)
    tour.settle()
    return tour.window


def no_study(tour: Tour) -> QWidget:
    tour.samples()
    tour.open("Aldane")
    return tour.window


def narrow(tour: Tour) -> QWidget:
    tour.read()
    tour.window.resize(1024, 700)
    QTest.qWait(100)
    return tour.window


def keys(tour: Tour) -> QWidget:
    tour.samples()
    sheet = KeySheet(tour.window)
    sheet.show()
    QTest.qWait(100)
    return sheet


def subscribing(tour: Tour) -> QWidget:
    dialogs: list[QWidget] = []

    def keep() -> None:
        found = QApplication.activeModalWidget()
        if isinstance(found, SubscribeDialog):
            dialogs.append(found)
            found.grab().save(str(tour.folder / "dialog.png"))
            found.reject()

    QTimer.singleShot(400, keep)
    tour.window.actions_["add_feed"].trigger()
    return dialogs[0]


STATES: dict[str, Callable[[Tour], QWidget]] = {
    "first-run": first_run,
    "reading": reading,
    "notes": notes,
    "about": about,
    "selection": selection,
    "search": searching,
    "nothing-found": nothing_found,
    "no-study": no_study,
    "narrow": narrow,
    "keys": keys,
    "subscribe": subscribing,
}


@contextmanager
def touring(theme: Theme) -> Iterator[Tour]:
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        tour = Tour(Path(folder), theme)
        try:
            yield tour
        finally:
            tour.close()


def main(folder: Path, wanted: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = application()
    for colours in ("light", "dark"):
        theme = Theme(app, colours)
        for name, state in STATES.items():
            if wanted and f"{name}-{colours}" not in wanted and name not in wanted:
                continue
            with touring(theme) as tour:
                state(tour).grab().save(str(folder / f"{name}-{colours}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
