"""Rows of the list as they are painted."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from reader.desktop.articles.list_model import ROW_ROLE
from reader.desktop.articles.row_delegate import RowDelegate
from reader.desktop.theme import Theme
from reader.model.facts import Fact, line


def test_a_row_that_cannot_be_painted_leaves_the_painter_as_it_was(
    qtbot: QtBot, theme: Theme
) -> None:
    view, model, item = QWidget(), QStandardItemModel(), QStandardItem("x")
    qtbot.addWidget(view)
    item.setData("no row", ROW_ROLE)
    model.appendRow(item)
    delegate = RowDelegate(theme, view)
    delegate.dimmed = True
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 200, delegate.height)
    nowhere = QPixmap(200, delegate.height)
    painter = QPainter(nowhere)
    with pytest.raises(AttributeError):
        delegate.paint(painter, option, model.index(0, 0))
    assert painter.opacity() == 1.0
    painter.end()


def test_a_length_of_time_that_is_no_number_is_not_shown() -> None:
    damaged = Fact("follow_up", "2 years", "two", 2.0)  # type: ignore[arg-type]
    assert line([Fact("is_study", "yes"), damaged]) == "2 y"
