"""Putting saved searches into another order in the sidebar: with the mouse, and by keys."""

from functools import cached_property
from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QTreeView, QWidget

from reader.desktop.feeds.tree_model import place_at
from reader.desktop.theme import Theme

#: Pixels of the line that shows where a search would go.
_LINE = 2
_UP_AND_DOWN = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}


class SearchMoving(QObject):
    """Watches a tree of places; moves nothing itself."""

    #: A search was let go: its id, and how many others are to stand above it.
    put = Signal(str, int)
    #: "up" or "down", and the id of a search: Alt and an arrow key.
    stepped = Signal(str, str)

    def __init__(self, tree: QTreeView, theme: Theme) -> None:
        super().__init__(tree)
        self._tree = tree
        self._theme = theme
        self._taken = ""
        self._from = QPoint()
        self.is_moving = False
        tree.installEventFilter(self)

    @cached_property
    def line(self) -> QWidget:
        """Where a search would go."""
        line = QWidget(self._tree.viewport())
        line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.hide()
        return line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.KeyPress and self._key(cast(QKeyEvent, event))

    def takes(self, event: QMouseEvent) -> bool:
        """Whether an event of the mouse in the tree moves a search and is nobody else's."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            self._take(event)
        elif kind == QEvent.Type.MouseMove and self._taken:
            return self._move(event.position().toPoint())
        elif kind == QEvent.Type.MouseButtonRelease and self._taken:
            return self._let_go(event.position().toPoint())
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self.is_moving:
            self._end()
            return True
        deed = _UP_AND_DOWN.get(Qt.Key(event.key()), "")
        search = _search_at(self._tree.currentIndex())
        if not deed or not search or event.modifiers() != Qt.KeyboardModifier.AltModifier:
            return False
        self.stepped.emit(deed, search)
        return True

    def _take(self, event: QMouseEvent) -> None:
        self._from = event.position().toPoint()
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._taken = _search_at(self._tree.indexAt(self._from)) if is_left else ""

    def _move(self, point: QPoint) -> bool:
        far = (point - self._from).manhattanLength() >= QApplication.startDragDistance()
        if not far and not self.is_moving:
            return False
        self.is_moving = True
        self._tree.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._scroll(point)
        rows = self._rows()
        gap = _gap(rows, point)
        self.line.setVisible(gap >= 0)
        if gap >= 0:
            self._show_line(rows, gap)
        return True

    def _scroll(self, point: QPoint) -> None:
        """Follow the mouse over the edge of what is seen."""
        bar, height = self._tree.verticalScrollBar(), self._tree.viewport().height()
        if not 0 <= point.y() < height:
            bar.setValue(bar.value() + (point.y() if point.y() < 0 else point.y() - height))

    def _show_line(self, rows: list[QRect], gap: int) -> None:
        self.line.setStyleSheet(f"background: {self._theme.colours.accent}")
        y = rows[gap].top() if gap < len(rows) else rows[-1].bottom() + 1
        left = rows[0].left()
        self.line.setGeometry(left, y - _LINE // 2, self._tree.viewport().width() - left, _LINE)

    def _let_go(self, point: QPoint) -> bool:
        moving, search, rows = self.is_moving, self._taken, self._rows()
        gap = _gap(rows, point)
        self._end()
        if not moving or gap < 0:
            return moving
        here = [_search_at(index) for index in self._searches()].index(search)
        self.put.emit(search, gap - (gap > here))
        return True

    def _end(self) -> None:
        self._taken, self.is_moving = "", False
        self.line.hide()
        self._tree.viewport().unsetCursor()

    def _rows(self) -> list[QRect]:
        return [self._tree.visualRect(index) for index in self._searches()]

    def _searches(self) -> list[QModelIndex]:
        """The saved searches, from above."""
        model = self._tree.model()
        places = [model.index(row, 0) for row in range(model.rowCount())]
        inside = (model.index(n, 0, p) for p in places for n in range(model.rowCount(p)))
        return [index for index in inside if _search_at(index)]


def _search_at(index: QModelIndex) -> str:
    """The id of the search at a place of the tree, "" for anything else."""
    place = place_at(index)
    key = place.key if place else ""
    return key.removeprefix("search:") if key.startswith("search:") else ""


def _gap(rows: list[QRect], point: QPoint) -> int:
    """How many rows are above the point; -1 far from them all."""
    if not rows:
        return -1
    reach = rows[0].height()
    if not rows[0].top() - reach <= point.y() <= rows[-1].bottom() + reach:
        return -1
    return sum(row.center().y() < point.y() for row in rows)
