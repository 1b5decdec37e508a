"""The panes fit windows of any width, and stand as before when there is room again."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader.desktop.arrangement import way_of
from reader.desktop.key_sheet import KeySheet
from reader.desktop.window import MainWindow
from reader.model.change import Change, Edit
from tests.desktop.conftest import Open, settle


@pytest.mark.parametrize(
    ("width", "way"),
    [
        (1440, "wide"),
        (1100, "wide"),
        (1099, "snug"),
        (760, "snug"),
        (759, "stacked"),
        (599, "bare"),
    ],
)
def test_a_width_has_one_way_to_stand(width: int, way: str) -> None:
    assert way_of(width, 18) == way


def test_larger_letters_make_room_sooner() -> None:
    assert way_of(800, 18) == "snug"
    assert way_of(800, 36) == "stacked"


def resize(qtbot: QtBot, window: MainWindow, width: int) -> None:
    window.resize(width, 700)
    qtbot.waitUntil(lambda: window.arrangement.splitter.width() == width, timeout=20_000)
    qtbot.waitUntil(lambda: window.arrangement.way == way_of(width, 18), timeout=20_000)


def open_first(qtbot: QtBot, window: MainWindow) -> None:
    window.panes.list.view.setFocus()
    window.panes.list.choose_row(0)
    settle(qtbot, window)
    assert window.panes.opened.article


def shown(window: MainWindow) -> tuple[bool, ...]:
    panes = window.panes
    return tuple(p.isVisible() for p in (panes.sidebar, panes.list, panes.reading, panes.side))


def test_the_side_panel_makes_room_and_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    resize(qtbot, window, 1300)
    before = window.arrangement.splitter.sizes()
    assert shown(window) == (True, True, True, True)
    resize(qtbot, window, 900)
    assert shown(window) == (True, True, True, False)
    resize(qtbot, window, 1300)
    assert shown(window) == (True, True, True, True)
    assert window.arrangement.splitter.sizes() == before


def test_the_side_panel_lies_over_the_article_and_escape_closes_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    resize(qtbot, window, 900)
    open_first(qtbot, window)
    window.actions_["toggle_side_panel"].trigger()
    side = window.panes.side
    assert side.isVisible()
    assert side.geometry().right() <= window.width()
    assert window.panes.reading.isVisible()
    window.actions_["go_back"].trigger()
    assert not side.isVisible()
    resize(qtbot, window, 1300)
    assert side.isVisible()


def test_a_panel_that_the_user_hid_stays_hidden(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.panes.first_run.samples_wanted.emit()
    settle(qtbot, window)
    resize(qtbot, window, 1300)
    window.actions_["toggle_side_panel"].trigger()
    window.actions_["toggle_sidebar"].trigger()
    resize(qtbot, window, 700)
    resize(qtbot, window, 1300)
    assert shown(window) == (False, True, True, False)
    window.close()
    assert shown(open_window()) == (False, True, True, False)


def test_list_or_article_with_a_way_back(window: MainWindow, qtbot: QtBot) -> None:
    resize(qtbot, window, 700)
    open_first(qtbot, window)
    assert shown(window) == (True, True, False, False)
    qtbot.waitUntil(
        lambda: window.panes.list.width() > 2 * window.panes.sidebar.width(), timeout=20_000
    )
    qtbot.keyClick(window.panes.list.view, Qt.Key.Key_Return)
    assert shown(window) == (True, False, True, False)
    assert window.panes.reading.view.hasFocus()
    qtbot.keyClick(window.panes.reading.view, Qt.Key.Key_Escape)
    assert shown(window) == (True, True, False, False)
    assert window.panes.list.view.hasFocus()
    resize(qtbot, window, 500)
    assert shown(window) == (False, True, False, False)
    resize(qtbot, window, 1300)
    assert shown(window) == (True, True, True, True)


def test_a_click_opens_the_article_where_both_have_no_room(
    window: MainWindow, qtbot: QtBot
) -> None:
    resize(qtbot, window, 700)
    view = window.panes.list.view
    place = view.visualRect(window.panes.list.model.index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown(window) == (True, False, True, False)


def test_the_evidence_table_goes_and_comes_in_every_width(window: MainWindow, qtbot: QtBot) -> None:
    resize(qtbot, window, 1300)
    window.actions_["evidence_table"].trigger()
    resize(qtbot, window, 700)
    assert shown(window)[1:] == (False, False, False)
    window.actions_["evidence_table"].trigger()
    qtbot.waitUntil(lambda: shown(window)[1] != shown(window)[2], timeout=20_000)
    window.actions_["evidence_table"].trigger()
    resize(qtbot, window, 1300)
    window.actions_["evidence_table"].trigger()
    qtbot.waitUntil(lambda: shown(window)[1:3] == (True, True), timeout=20_000)


def test_widths_and_place_are_those_of_the_last_time(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.panes.first_run.samples_wanted.emit()
    settle(qtbot, window)
    resize(qtbot, window, 790)  # no wider than the screen of the tests
    window.arrangement.splitter.setSizes([150, 260, 380])
    widths = window.arrangement.splitter.sizes()
    window.close()
    again = open_window()
    assert again.width() == 790
    assert again.arrangement.splitter.sizes() == widths


def test_no_word_of_a_title_is_broken_in_a_narrow_column(window: MainWindow, qtbot: QtBot) -> None:
    for width in (1300, 700, 420):
        resize(qtbot, window, width)
        for row in range(window.panes.list.model.rowCount()):
            window.panes.list.choose_row(row)
            assert not broken_words(window), (width, row)


def broken_words(window: MainWindow) -> list[str]:
    """Words of headings that go on in another line."""
    window.arrangement.read()
    QApplication.processEvents()
    found = []
    block = window.panes.reading.view.document().begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            layout, text = block.layout(), block.text()
            ends = [layout.lineAt(n).textStart() for n in range(1, layout.lineCount())]
            found += [text for at in ends if text[at - 1].isalnum() and text[at].isalnum()]
        block = block.next()
    return found


def test_arrows_go_from_pane_to_pane(window: MainWindow, qtbot: QtBot) -> None:
    resize(qtbot, window, 1300)
    open_first(qtbot, window)
    panes = window.panes
    qtbot.keyClick(panes.list.view, Qt.Key.Key_Right)
    assert panes.reading.view.hasFocus()
    qtbot.keyClick(panes.reading.view, Qt.Key.Key_Right)
    assert panes.side.tabBar().hasFocus()
    window.actions_["previous_pane"].trigger()
    qtbot.keyClick(panes.reading.view, Qt.Key.Key_Left)
    assert panes.list.view.hasFocus()
    qtbot.keyClick(panes.list.view, Qt.Key.Key_Left)
    assert panes.sidebar.hasFocus()
    qtbot.keyClick(panes.sidebar, Qt.Key.Key_Right)
    assert panes.list.view.hasFocus()


def test_arrows_fold_folders_before_they_leave_the_tree(window: MainWindow, qtbot: QtBot) -> None:
    panes = window.panes
    (feed,) = panes.session.store.feeds.all()
    old = panes.session.store.subscriptions.at(feed.address)
    assert old
    panes.session.do(Change("Move", (Edit(old, replace(old, folder="Journals")),)))
    settle(qtbot, window)
    panes.sidebar.choose("folder:Journals")
    panes.sidebar.setFocus()
    folder = panes.sidebar.currentIndex()
    assert panes.sidebar.isExpanded(folder)
    qtbot.keyClick(panes.sidebar, Qt.Key.Key_Left)
    assert not panes.sidebar.isExpanded(folder)
    qtbot.keyClick(panes.sidebar, Qt.Key.Key_Right)
    assert panes.sidebar.isExpanded(folder)
    assert panes.sidebar.hasFocus()
    qtbot.keyClick(panes.sidebar, Qt.Key.Key_Right)
    assert panes.list.view.hasFocus()


def test_the_first_screen_has_captions_beside_its_icons(open_window: Open) -> None:
    window = open_window()
    assert window.panes.stack.currentWidget() is window.panes.first_run
    assert window.arrangement.way == "wide"
    captions = {button.text() for button in window.top_bar.findChildren(QToolButton)}
    assert {"Add feed", "Tag"} <= captions
    style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    beside = [b for b in window.top_bar.findChildren(QToolButton) if b.toolButtonStyle() == style]
    assert {"Add feed", "Tag"} <= {button.text() for button in beside}


def test_larger_lists_and_menus_ask_for_more_room(window: MainWindow, qtbot: QtBot) -> None:
    """At 200 % a window of 1440 stands as one of 720 does, and nothing is squeezed."""
    window.resize(1440, 800)
    arrangement, panes = window.arrangement, window.panes
    qtbot.waitUntil(lambda: arrangement.way == "wide", timeout=20_000)
    window.setting.preferences_dialog().wanted.emit("interface_size", 200)
    qtbot.waitUntil(lambda: arrangement.way == "stacked", timeout=20_000)
    assert panes.sidebar.width() >= 280
    qtbot.waitUntil(lambda: panes.list.width() > 2 * panes.sidebar.width(), timeout=20_000)
    window.setting.preferences_dialog().wanted.emit("interface_size", 100)
    qtbot.waitUntil(lambda: arrangement.way == "wide", timeout=20_000)


def test_a_stacked_list_takes_what_room_there_is_from_the_first_screen_on(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window()
    window.resize(700, 700)
    window.panes.first_run.samples_wanted.emit()
    settle(qtbot, window)
    panes = window.panes
    qtbot.waitUntil(lambda: panes.list.width() > 2 * panes.sidebar.width(), timeout=20_000)


def test_the_keys_of_all_groups_stand_below_each_other(window: MainWindow, qtbot: QtBot) -> None:
    sheet = KeySheet(window.setting.keymap, window)
    qtbot.addWidget(sheet)
    sheet.show()
    (page,) = sheet.findChildren(QWidget, "keysPage")
    keys = [key for key in page.findChildren(QLabel) if key.objectName() == "key"]
    assert len({key.mapTo(page, QPoint()).x() for key in keys}) == 2


@pytest.mark.parametrize(
    ("name", "deed"), [("side", "toggle_side_panel"), ("sidebar", "toggle_sidebar")]
)
def test_a_pane_that_goes_gives_the_keys_to_the_text(
    window: MainWindow, qtbot: QtBot, name: str, deed: str
) -> None:
    window.resize(1440, 900)
    window.panes.list.choose_row(0)
    settle(qtbot, window)
    pane = getattr(window.panes, name)
    (pane.tabBar() if name == "side" else pane).setFocus()
    window.actions_[deed].trigger()
    assert not pane.isVisible()
    assert window.panes.reading.view.hasFocus()


def test_nothing_overlaps_on_the_first_screen_of_a_low_window(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window()
    window.resize(800, 560)
    qtbot.wait(100)
    first = window.panes.first_run
    parts = [w for w in first.findChildren(QWidget) if isinstance(w, QLabel | QPushButton)]
    shown = [QRect(w.mapTo(first, QPoint()), w.size()) for w in parts if w.isVisible()]
    assert len(shown) >= 11
    assert not any(a.intersects(b) for a, b in combinations(shown, 2))
