"""Rows of the list as they are painted."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from reader.desktop.articles.list_model import ROW_ROLE
from reader.desktop.articles.row_delegate import RowDelegate
from reader.desktop.articles.source_words import source_words
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


def test_of_a_long_name_of_a_feed_the_end_goes_not_the_date(theme: Theme) -> None:
    metrics = QFontMetrics(QFont())
    parts = ["The Journal of Very Long Names of Journals", "28 Oct 2026", "3 sources"]
    whole = " · ".join(parts)
    assert source_words(metrics, parts, 10_000) == whole
    width = metrics.horizontalAdvance(whole) - 100
    said = source_words(metrics, parts, width)
    assert said.endswith("… · 28 Oct 2026 · 3 sources")
    assert metrics.horizontalAdvance(said) <= width + 1
