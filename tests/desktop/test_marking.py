"""What stands above or below the chosen article is marked read in one step, and that can be undone."""

import pytest
from pytestqt.qtbot import QtBot

from reader.desktop.window import MainWindow
from tests.desktop.conftest import settle


def read(window: MainWindow) -> list[bool]:
    """Whether each article of the list is read, from the top."""
    ids = list(window.panes.list.model.ids)
    marks = window.panes.session.store.read_marks.among(ids)
    return [article_id in marks for article_id in ids]


@pytest.mark.parametrize(
    ("deed", "marked"),
    [("mark_above_read", range(4)), ("mark_below_read", range(3, 12))],
)
def test_the_articles_beside_the_chosen_one_are_marked(
    window: MainWindow, qtbot: QtBot, deed: str, marked: range
) -> None:
    window.panes.sidebar.choose("all")
    settle(qtbot, window)
    window.panes.list.choose_row(3)  # being opened, it is read
    settle(qtbot, window)
    before = read(window)
    window.actions_[deed].trigger()
    settle(qtbot, window)
    assert [at for at, is_read in enumerate(read(window)) if is_read] == list(marked)
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert read(window) == before


def test_without_an_article_chosen_that_is_said(window: MainWindow, qtbot: QtBot) -> None:
    before = read(window)
    window.actions_["mark_below_read"].trigger()
    assert window.panes.status.message == "Choose an article first."
    assert read(window) == before


def test_the_article_that_is_read_is_meant_where_the_list_chooses_none(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.panes.list.choose_row(0)
    settle(qtbot, window)
    article = window.panes.opened.article
    assert article
    window.panes.sidebar.choose("starred")
    settle(qtbot, window)
    assert window.panes.list.selected_ids() == []
    window.actions_["toggle_star"].trigger()
    settle(qtbot, window)
    assert list(window.panes.session.store.stars.among([article.id])) == [article.id]
