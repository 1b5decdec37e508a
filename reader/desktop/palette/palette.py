"""The palette: type what to do or where to go, and press Enter."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.palette.entries import ENTRY_ROLE, Entry, EntryModel, fitting
from reader.desktop.theme import Theme
from reader.desktop.tongue import tr

_WIDTH, _ROWS, _ROW = 620, 11, 32
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _ROWS,
    Qt.Key.Key_PageUp: -_ROWS,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Palette(QFrame):
    """Lies over the window; Escape and a click elsewhere close it, and the keys go back."""

    def __init__(self, theme: Theme, window: QWidget, search: Callable[[str], object]) -> None:
        """`search` looks for what is typed among the articles."""
        super().__init__(window)
        self._window = window
        self._search = search
        self._entries: list[Entry] = []
        self._before: QWidget | None = None
        self.setObjectName("palette")
        self.setAccessibleName(tr("Do anything"))
        self.line = QLineEdit(placeholderText=tr("Type what to do, or where to go"))
        self.line.setObjectName("paletteLine")
        self.line.setAccessibleName(tr("What to do, or where to go"))
        self.line.textChanged.connect(self._fit)
        self.line.installEventFilter(self)
        self.model = EntryModel(self)
        self.view = _view(self.model, theme)
        self.view.clicked.connect(self._run)
        self._hint = QLabel(tr("↑ ↓ choose, Enter does it, Escape leaves"))
        self._hint.setObjectName("panelHint")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(6)
        for widget in (self.line, self.view, self._hint):
            column.addWidget(widget)
        window.installEventFilter(self)
        self.hide()

    def ask(self, entries: Sequence[Entry]) -> None:
        """Open with these entries."""
        self._before = QApplication.focusWidget()
        self._entries = list(entries)
        self.line.clear()
        self._fit()
        self._stand()
        self.show()
        self.raise_()
        self.line.setFocus()

    def add(self, entries: Sequence[Entry]) -> None:
        """Further entries, found out meanwhile."""
        if self.isVisible():
            self._entries += entries
            self._fit()

    def leave(self) -> None:
        """Close, and give the keys back."""
        if not self.isVisible():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()

    def run_chosen(self) -> None:
        self._run(self.view.currentIndex())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._key(event.key())
            if event.type() == QEvent.Type.FocusOut and self._is_left():
                self.hide()
        elif event.type() == QEvent.Type.Resize and self.isVisible():
            self._stand()
        return super().eventFilter(watched, event)

    def _is_left(self) -> bool:
        """The keys went to another pane."""
        focus = QApplication.focusWidget()
        return focus is not None and focus is not self.line

    def _key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _ENTER:
            self.run_chosen()
        elif (by := _MOVES.get(Qt.Key(key))) is not None:
            row = self.view.currentIndex().row() + by
            self._choose(min(max(row, 0), self.model.rowCount() - 1))
        else:
            return False
        return True

    def _run(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, Entry) and entry.enabled:
            self.leave()
            entry.run()

    def _fit(self) -> None:
        typed = self.line.text()
        found = fitting(self._entries, typed)
        if words := typed.strip():
            search = Entry(
                tr("Search all articles for “{words}”", words=words),
                tr("Search"),
                self._look,
                "search",
            )
            found.append(search)
        self.model.show(found)
        self._choose(0)
        self._stand()

    def _look(self) -> None:
        self._search(self.line.text().strip())

    def _choose(self, row: int) -> None:
        self.view.setCurrentIndex(self.model.index(row, 0))

    def _stand(self) -> None:
        """At the top in the middle, as high as there are rows."""
        parent = self._window
        self.view.setFixedHeight(min(_ROWS, max(1, self.model.rowCount())) * _height(self) + 2)
        width = min(_WIDTH, parent.width() - 24)
        height = min(self.sizeHint().height(), parent.height() - 24)
        self.setGeometry(QRect((parent.width() - width) // 2, 60, width, height))


def _height(widget: QWidget) -> int:
    return max(_ROW, QFontMetrics(widget.font()).height() + 14)


def _view(model: EntryModel, theme: Theme) -> QListView:
    view = QListView()
    view.setObjectName("paletteList")
    view.setAccessibleName(tr("What fits"))
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setModel(model)
    view.setItemDelegate(_EntryDelegate(theme, view))
    view.setUniformItemSizes(True)
    view.setMouseTracking(True)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view


class _EntryDelegate(QStyledItemDelegate):
    """Icon, name, what kind of thing it is, and its key."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, max(_ROW, QFontMetrics(option.font).height() + 14))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        colours, rect = self._theme.colours, QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or hover:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selected if chosen else colours.hover))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 6, 6)
        ink = colours.on_selected if chosen else colours.text
        _paint_entry(painter, option, entry, self._theme, ink if entry.enabled else colours.faint)
        painter.restore()


def _paint_entry(
    painter: QPainter, option: QStyleOptionViewItem, entry: Entry, theme: Theme, ink: str
) -> None:
    inner = QRect(option.rect).adjusted(12, 0, -12, 0)

    def place(rect: QRect) -> QRect:
        return QStyle.visualRect(option.direction, QRect(option.rect), rect)

    middle = inner.top() + (inner.height() - 16) // 2
    if entry.icon:
        icon = place(QRect(inner.left(), middle, 16, 16))
        theme.icon(entry.icon, theme.colours.dim).paint(painter, icon)
    metrics = painter.fontMetrics()
    inner.setLeft(inner.left() + 26)
    start, end = _sides(option)
    painter.setPen(QColor(theme.colours.dim))
    aside = "   ".join(part for part in (entry.kind, entry.keys) if part)
    painter.drawText(place(inner), end, aside)
    inner.setRight(inner.right() - metrics.horizontalAdvance(aside) - 16)
    painter.setPen(QColor(ink))
    words = metrics.elidedText(entry.name, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(place(inner), start, words)


def _sides(option: QStyleOptionViewItem) -> tuple[int, int]:
    """Where words begin and end in this layout, vertically in the middle."""
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    turned = option.direction == Qt.LayoutDirection.RightToLeft
    start, end = (right, left) if turned else (left, right)
    return int(start | middle), int(end | middle)
