"""New articles never move what one looks at: they wait behind a pill until they are asked for."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.desktop.window import MainWindow
from reader.model.article import ArticleRow
from reader.model.feed import Feed
from reader.operations.grouping import group
from reader.operations.indexing import index
from reader.operations.searching import save_search
from tests.conftest import entry
from tests.desktop.conftest import settle
from tests.desktop.test_window import titles

#: After all that the samples say.
LATER = 2_000_000_000


def let_arrive(qtbot: QtBot, window: MainWindow, *numbers: int, title: str = "Late") -> None:
    """Articles newer than all others come into the first feed."""
    store = window.panes.session.store
    feed: Feed = store.feeds.all()[0]
    entries = [entry(n, f"{title} {n}", published=LATER + n) for n in numbers]
    with store.writing():
        store.arrivals.merge(feed.id, entries, LATER + 100_000)
    for steps in (index(store), group(store)):
        for _ in steps:
            pass
    window.panes.session.changed.emit(frozenset({ArticleRow}))
    settle(qtbot, window)


def test_arrivals_wait_behind_a_pill_while_one_reads(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.panes.list
    window.actions_["go_inbox"].trigger()
    settle(qtbot, window)
    pane.choose_row(3)
    settle(qtbot, window)
    before, chosen = titles(window), pane.current_id()
    let_arrive(qtbot, window, 1001, 1002)
    let_arrive(qtbot, window, 1003)
    assert titles(window) == before
    assert (pane.current_id(), pane.view.currentIndex().row()) == (chosen, 3)
    assert pane.pill.isVisible()
    assert pane.pill.text().startswith("3 new")
    assert pane.pill.accessibleName() == "3 new articles. Show them."
    window.actions_["show_new"].trigger()
    settle(qtbot, window)
    assert titles(window) == ["Late 1003", "Late 1002", "Late 1001", *before]
    assert pane.current_id() == chosen
    assert pane.view.verticalScrollBar().value() == 0
    assert not pane.pill.isVisible()


def test_the_pill_can_be_clicked_and_reached_with_keys(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.panes.list
    window.actions_["go_all"].trigger()
    settle(qtbot, window)
    pane.choose_row(0)
    settle(qtbot, window)
    let_arrive(qtbot, window, 1001)
    window.activateWindow()
    pane.view.setFocus()
    qtbot.waitUntil(pane.view.hasFocus)
    qtbot.keyClick(pane.view, Qt.Key.Key_Tab)
    assert pane.pill.hasFocus()
    qtbot.keyClick(pane.pill, Qt.Key.Key_Space)
    settle(qtbot, window)
    assert titles(window)[0] == "Late 1001"
    assert pane.view.hasFocus()
    let_arrive(qtbot, window, 1002)
    qtbot.mouseClick(pane.pill, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert titles(window)[:2] == ["Late 1002", "Late 1001"]


def test_arrivals_come_in_by_themselves_where_nothing_is_looked_at(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.actions_["go_all"].trigger()
    settle(qtbot, window)
    let_arrive(qtbot, window, 1001)
    assert titles(window)[0] == "Late 1001"
    assert not window.panes.list.pill.isVisible()


def test_another_place_shows_all_and_what_was_read_stays(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.panes.list
    window.actions_["go_inbox"].trigger()
    settle(qtbot, window)
    pane.choose_row(1)
    settle(qtbot, window)
    read = pane.current_id()
    let_arrive(qtbot, window, 1001)
    assert read in pane.model.ids
    window.actions_["show_new"].trigger()
    settle(qtbot, window)
    assert read in pane.model.ids
    let_arrive(qtbot, window, 1002)
    window.actions_["go_all"].trigger()
    settle(qtbot, window)
    assert titles(window)[0] == "Late 1002"
    assert not pane.pill.isVisible()
    window.actions_["go_inbox"].trigger()
    settle(qtbot, window)
    assert read not in pane.model.ids


def test_what_is_indexed_late_is_new_when_it_matches(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.panes.list
    window.panes.search.write("study")
    settle(qtbot, window)
    pane.choose_row(0)
    settle(qtbot, window)
    before = titles(window)
    let_arrive(qtbot, window, 1001, title="A late study")
    assert titles(window) == before
    assert pane.pill.text().startswith("1 new")


def test_a_saved_search_says_when_something_new_matches(window: MainWindow, qtbot: QtBot) -> None:
    """Also where what comes is dated before what was there."""
    session, keeping = window.panes.session, window.keeping
    session.do(save_search(session.store, "Late ones", "late OR study", notify=True))
    session.do(save_search(session.store, "Quiet ones", "late"))
    keeping.count()
    settle(qtbot, window)
    let_arrive(qtbot, window, 1001, title="Unheard of")
    keeping.count()
    settle(qtbot, window)
    assert "new in" not in window.panes.status.message
    with session.store.writing():
        session.store.arrivals.merge(1, [entry(1002, "A late word", published=1000)], LATER)
    for _ in index(session.store):
        pass
    keeping.count()
    settle(qtbot, window)
    assert window.panes.status.message == "1 new in “Late ones”."


def test_a_long_list_shows_its_first_rows_and_then_all(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.panes.list
    let_arrive(qtbot, window, *range(2001, 2141))
    window.actions_["go_starred"].trigger()
    qtbot.waitUntil(lambda: not pane.model.ids)
    window.actions_["go_all"].trigger()
    qtbot.waitUntil(lambda: len(pane.model.ids) >= 64)
    pane.choose_row(5)
    chosen = pane.current_id()
    qtbot.waitUntil(lambda: len(pane.model.ids) == 152)
    settle(qtbot, window)
    assert (pane.current_id(), pane.view.currentIndex().row()) == (chosen, 5)
    assert titles(window)[0] == "Late 2140"
