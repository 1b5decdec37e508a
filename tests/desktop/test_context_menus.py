"""What one points at can be acted on by the right mouse button, in the words of the menu bar."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reader.desktop.actions import DEED
from reader.desktop.context_menus import OF_ARTICLE, OF_LIST, OF_PLACES
from reader.desktop.feeds.tree_model import place_at
from reader.desktop.window import MainWindow
from tests.desktop.conftest import settle
from tests.desktop.test_window import open_titled, select


def words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def point_of(window: MainWindow, said: str) -> QPoint:
    """The middle of words of the open article."""
    view = window.panes.reading.view
    start = view.text.index(said)
    view.reveal(start, start + len(said))
    select(window, said)
    place = view.selection_rect().center().toPoint()
    view.clear_selection()
    return place


def test_the_menus_name_actions_of_the_table() -> None:
    for names in (OF_LIST, OF_ARTICLE, *OF_PLACES.values()):
        assert [name for name in names if name and name not in DEED] == []


def test_the_list_offers_what_can_be_done_with_the_chosen_articles(
    window: MainWindow, qtbot: QtBot
) -> None:
    open_titled(qtbot, window, "pigeons")
    menu = window.context_menus.of_list()
    assert window.actions_["toggle_star"] in menu.actions()
    next(a for a in menu.actions() if a.objectName() == "toggle_star").trigger()
    settle(qtbot, window)
    article = window.panes.opened.article
    assert article
    assert window.panes.session.store.stars.count() == 1


def test_selected_words_can_be_highlighted_and_copied(window: MainWindow, qtbot: QtBot) -> None:
    open_titled(qtbot, window, "pigeons")
    select(window, "pulmonary fibrosis")
    menu = window.context_menus.of_article(QPoint(2, 2))
    assert {"Highlight", "Copy with citation", "Copy"} <= set(words(menu))
    assert "Star" not in words(menu)


def test_a_highlight_under_the_pointer_can_be_recoloured_and_removed(
    window: MainWindow, qtbot: QtBot
) -> None:
    open_titled(qtbot, window, "pigeons")
    select(window, "pulmonary fibrosis")
    window.actions_["highlight"].trigger()
    settle(qtbot, window)
    menu = window.context_menus.of_article(point_of(window, "pulmonary fibrosis"))
    (colours,) = (action.menu() for action in menu.actions() if action.menu())
    assert isinstance(colours, QMenu)
    next(a for a in colours.actions() if a.text().startswith("Red")).trigger()
    settle(qtbot, window)
    (row,) = window.panes.opened.placed()
    assert row.annotation.colour == "red"
    menu = window.context_menus.of_article(point_of(window, "pulmonary fibrosis"))
    next(a for a in menu.actions() if a.objectName() == "remove_highlight").trigger()
    settle(qtbot, window)
    assert window.panes.opened.placed() == ()


def test_the_page_itself_offers_what_can_be_done_with_the_article(
    window: MainWindow, qtbot: QtBot
) -> None:
    open_titled(qtbot, window, "pigeons")
    menu = window.context_menus.of_article(QPoint(2, 2))
    assert {"Star", "Open original in browser", "Select all"} <= set(words(menu))


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("inbox", "Mark all here as read"),
        ("all", "Export…"),
        ("feeds", "Add feed…"),
        ("annotated", "Highlights and notes"),
    ],
)
def test_every_place_of_the_sidebar_has_a_menu(
    window: MainWindow, qtbot: QtBot, key: str, expected: str
) -> None:
    index = window.panes.sidebar.model().index_of(key)  # type: ignore[attr-defined]
    place = place_at(index)
    assert place
    assert expected in words(window.context_menus.of_place(place))


def test_the_menu_opens_under_the_pointer(window: MainWindow, qtbot: QtBot) -> None:
    open_titled(qtbot, window, "pigeons")
    view = window.panes.list.view
    view.customContextMenuRequested.emit(QPoint(20, 20))
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    assert window.actions_["open_original"] in shown.actions()
    shown.close()


def test_a_middle_click_opens_the_original(
    window: MainWindow, qtbot: QtBot, opened: list[str]
) -> None:
    window.panes.sidebar.choose("all")
    settle(qtbot, window)
    view = window.panes.list.view
    place = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.MiddleButton, pos=place)
    article = window.panes.opened.article
    assert article
    assert article.id == window.panes.list.model.ids[1]
    assert len(opened) == bool(article.link)
