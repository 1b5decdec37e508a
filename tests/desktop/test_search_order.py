"""Saved searches are put into the user's order in the sidebar, with the mouse and by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.desktop.feeds.sidebar import Sidebar
from reader.desktop.window import MainWindow
from reader.model.change import Change, Edit
from reader.model.searches import SavedSearch
from tests.desktop.conftest import settle

NAMES = ("First", "Second", "Third", "Fourth")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def sidebar(window: MainWindow, qtbot: QtBot) -> Sidebar:
    rows = [SavedSearch(name.lower(), name, "n>=1", at) for at, name in enumerate(NAMES)]
    window.panes.session.do(Change("Save", tuple(Edit(None, row) for row in rows)))
    settle(qtbot, window)
    qtbot.waitUntil(lambda: shown(window.panes.sidebar) == list(NAMES))
    return window.panes.sidebar


def shown(sidebar: Sidebar) -> list[str]:
    """The saved searches from above, as they are painted."""
    rows = []
    for name in NAMES:
        index = sidebar.model().match(
            sidebar.model().index(0, 0), Qt.ItemDataRole.DisplayRole, name, 1,
            Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive,
        )  # fmt: skip
        rows += [(sidebar.visualRect(found).top(), name) for found in index]
    return [name for _, name in sorted(rows)]


def spot(sidebar: Sidebar, name: str, share: float = 0.5) -> QPoint:
    """A point in the row of a search, as far down in it as said."""
    key = f"search:{name.lower()}"
    rect = sidebar.visualRect(sidebar.model().index_of(key))  # type: ignore[attr-defined]
    return QPoint(rect.left() + 30, rect.top() + int(rect.height() * share))


def take(sidebar: Sidebar, name: str, *way: QPoint) -> None:
    """Press on a search and move, without letting go."""
    QTest.mousePress(sidebar.viewport(), LEFT, pos=spot(sidebar, name))
    for point in way:
        QTest.mouseMove(sidebar.viewport(), point)


def drag(sidebar: Sidebar, name: str, *way: QPoint) -> None:
    take(sidebar, name, *way)
    QTest.mouseRelease(sidebar.viewport(), LEFT, pos=way[-1])


@pytest.mark.parametrize(
    ("name", "onto", "order"),
    [
        ("First", ("Third", 0.9), "Second Third First Fourth"),
        ("First", ("Third", 0.1), "Second First Third Fourth"),
        ("Fourth", ("First", 0.1), "Fourth First Second Third"),
        ("Second", ("Fourth", 1.4), "First Third Fourth Second"),
        ("Third", ("Second", 0.9), "First Second Third Fourth"),
    ],
)
def test_a_search_is_dragged_to_another_place(
    window: MainWindow,
    sidebar: Sidebar,
    qtbot: QtBot,
    name: str,
    onto: tuple[str, float],
    order: str,
) -> None:
    drag(sidebar, name, spot(sidebar, "Second"), spot(sidebar, *onto))
    settle(qtbot, window)
    qtbot.waitUntil(lambda: shown(sidebar) == order.split())
    kept = [row.name for row in window.panes.session.store.searches.all()]
    assert kept == order.split()


def test_a_line_shows_where_a_dragged_search_would_go(sidebar: Sidebar) -> None:
    take(sidebar, "First", spot(sidebar, "Third", 0.9))
    line = sidebar.moving.line
    assert line.isVisible()
    assert abs(line.geometry().center().y() - spot(sidebar, "Fourth", 0).y()) <= 2
    QTest.mouseMove(sidebar.viewport(), QPoint(20, 2))  # far from the searches
    assert not line.isVisible()
    QTest.mouseRelease(sidebar.viewport(), LEFT, pos=QPoint(20, 2))
    assert shown(sidebar) == list(NAMES)


def test_escape_gives_up_a_drag_and_a_click_is_none(
    window: MainWindow, sidebar: Sidebar, qtbot: QtBot
) -> None:
    take(sidebar, "First", spot(sidebar, "Fourth", 0.9))
    QTest.keyClick(sidebar, Qt.Key.Key_Escape)
    QTest.mouseRelease(sidebar.viewport(), LEFT, pos=spot(sidebar, "Fourth", 0.9))
    QTest.mouseClick(sidebar.viewport(), LEFT, pos=spot(sidebar, "Second"))
    settle(qtbot, window)
    assert shown(sidebar) == list(NAMES)
    assert sidebar.place
    assert sidebar.place.title == "Second"


def test_alt_and_arrows_move_the_chosen_search_and_it_stays_chosen(
    window: MainWindow, sidebar: Sidebar, qtbot: QtBot
) -> None:
    sidebar.choose("search:third")
    for key, order in (
        (Qt.Key.Key_Up, "First Third Second Fourth"),
        (Qt.Key.Key_Up, "Third First Second Fourth"),
        (Qt.Key.Key_Up, "Third First Second Fourth"),
        (Qt.Key.Key_Down, "First Third Second Fourth"),
    ):
        QTest.keyClick(sidebar, key, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda order=order: shown(sidebar) == order.split())  # type: ignore[misc]
        assert sidebar.place
        assert sidebar.place.title == "Third"
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: shown(sidebar) == ["Third", "First", "Second", "Fourth"])


def test_what_is_no_search_is_not_moved(sidebar: Sidebar) -> None:
    inbox = sidebar.visualRect(sidebar.model().index(0, 0)).center()
    QTest.mousePress(sidebar.viewport(), LEFT, pos=inbox)
    QTest.mouseMove(sidebar.viewport(), spot(sidebar, "Second"))
    assert not sidebar.moving.is_moving
    QTest.mouseRelease(sidebar.viewport(), LEFT, pos=spot(sidebar, "Second"))
    assert shown(sidebar) == list(NAMES)
