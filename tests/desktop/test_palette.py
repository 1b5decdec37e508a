"""The palette finds what is typed, and does it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.desktop.actions import DEEDS
from reader.desktop.palette.entries import Entry, EntryModel, fitting
from reader.desktop.palette.matching import fit
from reader.desktop.window import MainWindow
from tests.desktop.conftest import settle


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("star", "Star", "Starred"),
        ("star", "Starred", "Restart"),
        ("unread", "Next unread", "Read / unread articles of a feed"),
        ("nu", "Next unread", "Novel of trust"),
        ("art nex", "Next article", "Next unread"),
        ("malade", "Maladé", "Salad made later"),
    ],
)
def test_the_better_fit_comes_first(typed: str, better: str, worse: str) -> None:
    best, other = fit(typed, better), fit(typed, worse)
    assert best is not None
    assert other is None or best > other


@pytest.mark.parametrize(("typed", "name"), [("xyz", "Star"), ("rats", "Star"), ("z", "Next")])
def test_what_does_not_fit_is_left_out(typed: str, name: str) -> None:
    assert fit(typed, name) is None


def entry(name: str, words: str = "", *, enabled: bool = True) -> Entry:
    return Entry(name, "Go", lambda: None, enabled=enabled, words=words)


def test_other_words_find_it_after_names_do() -> None:
    entries = [entry("Star", "keep at hand"), entry("Hand over")]
    assert [found.name for found in fitting(entries, "hand")] == ["Hand over", "Star"]
    assert [found.name for found in fitting(entries, "")] == ["Star", "Hand over"]


def test_the_rows_keep_qts_rules(qtmodeltester: ModelTester) -> None:
    model = EntryModel()
    model.show([entry("Star"), entry("Tag", enabled=False)])
    qtmodeltester.check(model)
    model.show([])
    qtmodeltester.check(model)


def test_everything_of_the_table_and_every_feed_is_offered(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.actions_["show_palette"].trigger()
    settle(qtbot, window)
    palette = window.palette_deeds.palette
    assert palette.isVisible()
    palette.line.setText("studywire samples")
    names = [palette.model.index(row, 0).data() for row in range(palette.model.rowCount())]
    assert names[0] == "Studywire samples"
    assert "Search all articles for “studywire samples”" in names
    for deed in DEEDS:
        if deed.name != "show_palette":
            text = window.actions_[deed.name].text().replace("&&", "&").rstrip("…")
            palette.line.setText(text)
            found = [palette.model.index(row, 0).data() for row in range(palette.model.rowCount())]
            assert text in found


def test_enter_does_what_is_chosen_and_the_keys_go_back(window: MainWindow, qtbot: QtBot) -> None:
    window.panes.list.view.setFocus()
    window.panes.list.choose_row(0)
    settle(qtbot, window)
    window.actions_["show_palette"].trigger()
    palette = window.palette_deeds.palette
    qtbot.keyClicks(palette.line, "star")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert not palette.isVisible()
    assert window.panes.session.store.stars.count() == 1
    assert QApplication.focusWidget() is window.panes.list.view


def test_escape_leaves_everything_as_it_was(window: MainWindow, qtbot: QtBot) -> None:
    window.panes.list.view.setFocus()
    window.actions_["show_palette"].trigger()
    palette = window.palette_deeds.palette
    qtbot.keyClicks(palette.line, "mark all")
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.panes.session.store.feeds.counts() == (12, 12)
    assert QApplication.focusWidget() is window.panes.list.view


def test_a_place_is_gone_to_and_words_are_searched_for(window: MainWindow, qtbot: QtBot) -> None:
    palette = window.palette_deeds.palette
    window.actions_["show_palette"].trigger()
    settle(qtbot, window)
    palette.line.setText("studywire sam")
    palette.run_chosen()
    settle(qtbot, window)
    place = window.panes.sidebar.place
    assert place
    assert place.key.startswith("feed:")
    window.actions_["show_palette"].trigger()
    palette.line.setText("zebrafish qqq")
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.panes.list.query.words == "zebrafish qqq"
