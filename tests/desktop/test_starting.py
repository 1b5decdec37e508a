"""The start: the first list is there before most of the program is loaded, and loses nothing by it."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from reader.desktop.actions import DEEDS
from reader.desktop.doers import DOERS
from reader.desktop.warming import Warming
from reader.desktop.window import MainWindow
from reader.operations.setting import set_one
from reader.store.store import Store
from tests.desktop.conftest import Open

#: Rooms and libraries that are not loaded before the first list is shown, nor after it before somebody
#: wants them.
LATE = (
    *("sqlite_utils", "pycurl", "asyncio", "ssl", "email", "http", "lxml", "nh3", "feedparser"),
    *("trafilatura", "keyring", "cattrs", "rapidfuzz", "numpy", "onnxruntime"),
    *("reader.export", "reader.imports", "reader.study.extract", "reader.feeds.parse"),
    *(
        "reader.commands.feed_verbs",
        "reader.commands.article_verbs",
        "reader.operations.refreshing",
    ),
    *("reader.operations.importing", "reader.operations.studying", "reader.store.records"),
    *("reader.store.evidence", "reader.store.anchoring", "reader.store.migrations"),
    *("reader.desktop.evidence", "reader.desktop.export", "reader.desktop.preferences"),
    *(
        "reader.desktop.palette",
        "reader.desktop.backups",
        "reader.desktop.help",
        "reader.desktop.study.card_panel",
    ),
    *("reader.desktop.reading.article_view", "reader.desktop.reading.find_bar"),
    *("reader.desktop.annotations", "reader.desktop.about", "reader.desktop.deeds.note_deeds"),
    *("reader.desktop.deeds.feed_deeds", "reader.desktop.deeds.exchange_deeds"),
    *("reader.desktop.shown", "reader.desktop.reading.document", "reader.desktop.handing_over"),
    *("reader.desktop.search.completions", "reader.operations.searching", "reader.store.field_sql"),
    *("reader.operations.reporting", "reader.text.query.parser", "reader.text.query.fields"),
    *("PySide6.QtNetwork", "PySide6.QtSvg", "hashlib", "html", "difflib", "platform", "uuid"),
)

_START = """
import sys, time
from pathlib import Path
import reader.app
from reader.desktop import run
from reader.desktop.run import *
with Store(Path(sys.argv[1])) as store:
    app = application()
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[2])
    window = MainWindow(store, Fetcher(), Workers(), Theme(app, "light"))
    window.show()
    until = time.monotonic() + 60
    panes = window.panes
    while time.monotonic() < until and not (
        panes.questions.is_idle and not panes.jobs.running and len(panes.list.model.ids)
    ):
        app.processEvents()
        time.sleep(0.01)
    window.grab()
    print(len(panes.list.model.ids), *sys.modules)
    window.close()
"""


def test_the_first_list_waits_for_nothing_that_it_does_not_show(
    window: MainWindow, tmp_path: Path
) -> None:
    store = window.panes.session.store
    store.apply(set_one(store, "read_closely", False))
    window.close()
    done = subprocess.run(
        [sys.executable, "-c", _START, str(store.path), str(tmp_path / "own")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    count, *loaded = done.stdout.split()
    assert int(count) == 12
    rooms = tuple(f"{name}." for name in LATE)
    assert [name for name in loaded if name in LATE or name.startswith(rooms)] == []


def test_every_deed_has_one_doer_who_can_do_it(window: MainWindow) -> None:
    told = Counter(deed for deeds in DOERS.values() for deed in deeds)
    assert told == Counter(deed.name for deed in DEEDS)
    for doer, deeds in DOERS.items():
        assert [
            deed for deed in deeds if not callable(getattr(getattr(window, doer), deed, None))
        ] == []


def test_without_an_article_the_side_panel_says_what_comes_there(window: MainWindow) -> None:
    side = window.panes.side
    words = [label.text() for label in side.currentWidget().findChildren(QLabel)]
    assert "The study behind an article is shown here." in words
    side.setCurrentIndex(1)
    assert side.currentWidget() is side.notes
    assert side.tabText(1) == "Notes"


def test_a_chosen_tab_of_the_side_panel_is_there_again(open_window: Open) -> None:
    first = open_window()
    first.panes.side.setCurrentIndex(2)
    first.close()
    again = open_window()
    assert again.panes.side.currentWidget() is again.panes.side.about


@pytest.mark.parametrize("doer", [name for name in DOERS if name != "evidence"])
def test_a_window_closes_whoever_was_wanted(open_window: Open, doer: str) -> None:
    window = open_window()
    getattr(window, doer)
    assert window.close()


def test_what_the_first_article_needs_is_made_a_part_at_a_time(open_window: Open) -> None:
    window = open_window()
    warming = Warming(window)
    assert not window.panes.reading.is_made
    warming.make_one()
    assert window.panes.reading.is_made
    ended: list[bool] = []
    warming.ended.connect(lambda: ended.append(window.has_made("note_deeds")))
    for _ in range(9):
        if not ended:
            warming.make_one()
    assert ended == [True]


def test_tables_of_an_archive_are_made_once(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        assert store.evidence is store.evidence
        assert store.deletions is store.deletions
        assert not store.has_deletions
