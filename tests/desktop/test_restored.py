"""What a window looked like when it was closed is what it looks like when it is opened again."""

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from reader.desktop.window import MainWindow
from reader.model.article import ReadMark
from reader.model.change import Change, Edit
from reader.model.feed import Subscription
from reader.model.query import ArticleQuery
from tests.desktop.conftest import Open, settle


def follow(window: MainWindow, qtbot: QtBot) -> None:
    """Two feeds, each in a folder of its own."""
    for name in ("one", "two"):
        made = Subscription(f"https://{name}.example.org/feed", f"Feed {name}", name.title())
        window.panes.session.do(Change("Subscribe", (Edit(None, made),)))
    settle(qtbot, window)


def is_open(window: MainWindow, key: str) -> bool:
    tree = window.panes.sidebar
    index = tree.model().index_of(key)  # type: ignore[attr-defined]
    assert index.isValid()
    return tree.isExpanded(index)


@pytest.mark.parametrize("folded", [["folder:One"], ["folder:One", "folder:Two"], ["feeds"], []])
def test_folded_folders_stay_folded(open_window: Open, qtbot: QtBot, folded: list[str]) -> None:
    window = open_window()
    follow(window, qtbot)
    for key in folded:
        tree = window.panes.sidebar
        tree.collapse(tree.model().index_of(key))  # type: ignore[attr-defined]
    window.close()
    again = open_window()
    for key in ("feeds", "folder:One", "folder:Two"):
        assert is_open(again, key) != (key in folded)


def test_a_folder_within_a_folded_one_stays_folded_when_places_come(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window()
    follow(window, qtbot)
    tree = window.panes.sidebar
    for key in ("folder:One", "feeds"):
        tree.collapse(tree.model().index_of(key))  # type: ignore[attr-defined]
    made = Subscription("https://three.example.org/feed", "Feed three", "Three")
    window.panes.session.do(Change("Subscribe", (Edit(None, made),)))
    settle(qtbot, window)
    assert not is_open(window, "feeds")
    assert not is_open(window, "folder:One")
    assert is_open(window, "folder:Three")


def test_the_chosen_article_is_open_again_and_nothing_is_marked_by_that(
    window: MainWindow, open_window: Open, qtbot: QtBot
) -> None:
    window.panes.sidebar.choose("all")
    settle(qtbot, window)
    window.panes.list.choose_row(3)
    article = window.panes.opened.article
    assert article
    window.panes.side.setCurrentWidget(window.panes.side.about)
    window.panes.session.do(Change("Unread", (Edit(ReadMark(article.id), None),)))
    window.close()
    again = open_window()
    panes = again.panes
    qtbot.waitUntil(lambda: panes.opened.article is not None, timeout=30_000)
    assert panes.opened.article
    assert panes.opened.article.id == panes.list.current_id() == article.id
    assert panes.side.currentWidget() is panes.side.about
    assert article.id not in panes.session.store.read_marks.among([article.id])


def test_an_article_that_is_not_in_the_list_any_more_is_not_opened(
    window: MainWindow, open_window: Open, qtbot: QtBot
) -> None:
    window.panes.sidebar.choose("inbox")
    settle(qtbot, window)
    window.panes.list.choose_row(0)
    window.actions_["mark_all_read"].trigger()
    settle(qtbot, window)
    window.close()
    again = open_window()
    assert again.panes.opened.article is None


def test_widths_and_order_of_columns_are_kept(
    table: MainWindow, open_window: Open, qtbot: QtBot
) -> None:
    shown = table.evidence.pane.table
    at = len(shown.model.columns) - 2
    moved = shown.model.columns[at].name
    shown.view.setColumnWidth(at, 333)
    shown.view.head.moveSection(shown.view.head.visualIndex(at), shown.view.head.count() - 1)
    table.close()
    again = open_window().evidence.pane.table
    assert again.model.columns[-1].name == moved
    assert again.widths()[moved] == 333


def order_box(window: MainWindow) -> QComboBox:
    return window.panes.list.findChildren(QComboBox)[0]


def choose_order(window: MainWindow, order: str) -> None:
    """As the user does it in the box above the list."""
    box = order_box(window)
    box.setCurrentIndex(box.findData(order))
    box.activated.emit(box.currentIndex())


def test_each_list_keeps_its_order(window: MainWindow, open_window: Open, qtbot: QtBot) -> None:
    window.panes.sidebar.choose("all")
    settle(qtbot, window)
    newest = list(window.panes.list.model.ids)
    choose_order(window, "oldest")
    settle(qtbot, window)
    oldest = list(window.panes.list.model.ids)
    assert oldest == newest[::-1]
    window.panes.sidebar.choose("starred")
    settle(qtbot, window)
    assert window.panes.list.query.sort == order_box(window).currentData() == "newest"
    window.panes.sidebar.choose("all")
    settle(qtbot, window)
    assert list(window.panes.list.model.ids) == oldest
    window.close()
    again = open_window()
    settle(qtbot, again)
    assert order_box(again).currentData() == "oldest"
    assert list(again.panes.list.model.ids) == oldest


def test_an_order_that_is_typed_stands_in_the_box_and_is_changed_there(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.panes.sidebar.choose("all")
    settle(qtbot, window)
    window.panes.search.write("study -sort:n trial")
    settle(qtbot, window)
    assert order_box(window).currentData() == "n"
    choose_order(window, "oldest")
    settle(qtbot, window)
    assert window.panes.search.text() == "study trial"
    assert window.panes.list.query == ArticleQuery(words="study trial", sort="oldest")
    window.panes.search.write("sort:n")
    settle(qtbot, window)
    choose_order(window, "newest")
    settle(qtbot, window)
    assert window.panes.search.text() == ""
    assert window.panes.list.query == ArticleQuery()


def test_the_table_of_evidence_keeps_its_order(
    table: MainWindow, open_window: Open, qtbot: QtBot
) -> None:
    table.evidence.pane.table.order_wanted.emit("n", False)
    settle(qtbot, table)
    table.close()
    again = open_window()
    again.actions_["evidence_table"].trigger()
    settle(qtbot, again)
    head = again.evidence.pane.table.view.head
    assert (head.sorted_by, head.descending) == ("n", False)
