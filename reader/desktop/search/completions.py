"""The list under the search box: what may be typed next, with how many articles it finds."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from reader.desktop.article_words import noun_for
from reader.desktop.theme import Theme
from reader.desktop.tongue import number, retold, tr
from reader.model.searches import Suggestion

_ROW = Qt.ItemDataRole.UserRole
_WIDTH = 420


class Completions(QObject):
    """A completer beside the line, not on it: it would replace the whole text."""

    #: What was chosen, to be put in place of what is being typed.
    chosen = Signal(str)

    def __init__(self, line: QLineEdit, theme: Theme) -> None:
        super().__init__(line)
        self._line = line
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setWidget(line)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(12)
        self._completer.activated.connect(self.chosen)
        self._popup = popup = QListView()
        popup.setObjectName("completions")
        popup.setAccessibleName(tr("Suggestions"))
        self._completer.setPopup(popup)
        popup.setItemDelegate(_Delegate(theme, popup))

    @property
    def is_shown(self) -> bool:
        return self._popup.isVisible()

    def takes(self, key: int) -> bool:
        """Whether a key is meant for the list."""
        if not self.is_shown:
            return False
        chosen = self._popup.currentIndex().isValid()
        leaving = key == Qt.Key.Key_Escape
        return leaving or (chosen and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab))

    def show_rows(self, rows: Iterable[Any]) -> None:
        self._model.clear()
        for row in rows:
            item = QStandardItem(row.text)
            item.setData(row, _ROW)
            item.setData(_spoken(row), Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        self._completer.setCompletionPrefix("")
        left = self._line.cursorRect().left()
        width = min(_WIDTH, self._line.width())
        left = min(left, self._line.width() - width)
        self._completer.complete(QRect(left, 4, width, self._line.height()))
        self._popup.setCurrentIndex(QModelIndex())

    def hide(self) -> None:
        self._popup.hide()

    @property
    def texts(self) -> list[str]:
        """What is offered now."""
        return [self._model.item(row).text() for row in range(self._model.rowCount())]


def _spoken(row: Suggestion) -> str:
    count = ""
    if row.count is not None:
        count = tr("{count:,} {noun}", count=row.count, noun=noun_for(row.count))
    return ", ".join(part for part in (row.text, _words(row), count) if part)


def _words(row: Suggestion) -> str:
    return retold(row.words, typed=True)


class _Delegate(QStyledItemDelegate):
    """What is typed, in words, and the count at the right."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, QFontMetrics(option.font).height() + 10)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Suggestion = index.data(_ROW)
        colours, rect = self._theme.colours, QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setFont(option.font)
        if chosen:
            painter.fillRect(rect, QColor(colours.selected))
        inner = rect.adjusted(10, 0, -10, 0)
        ink = colours.on_selected if chosen else colours.text
        count = number(row.count) if row.count is not None else ""
        painter.setPen(QColor(colours.on_selected if chosen else colours.dim))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        metrics = painter.fontMetrics()
        inner.adjust(0, 0, -metrics.horizontalAdvance(count) - 10, 0)
        words = QRect(inner)
        words.setLeft(inner.left() + metrics.horizontalAdvance(row.text) + 14)
        said = metrics.elidedText(_words(row), Qt.TextElideMode.ElideRight, max(0, words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, said)
        painter.setPen(QColor(ink))
        text = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()
