"""Paints the table: its cells, and its heads with a bar that says how complete a column is."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.desktop.evidence.table_model import COLUMN_ROLE, SHARE_ROLE, EvidenceModel
from reader.desktop.theme import Theme
from reader.desktop.tongue import tr
from reader.model.evidence import Cell

#: Pixels: height of a row, of a head, room at the sides, size of the bar.
ROW, HEAD, SIDE, BAR, BAR_WIDTH = 34, 54, 12, 4, 56
#: Fitted words that are kept.
_KEPT = 20_000


class CellDelegate(QStyledItemDelegate):
    """A value, and behind it a sign for how sure it is or what the user decided."""

    def __init__(self, model: EvidenceModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._font, self._small, self._italic = (QFont(parent.font()) for _ in range(3))
        self._small.setPixelSize(10)
        self._italic.setItalic(True)
        for font in (self._font, self._italic):
            font.setPixelSize(13)
        self._metrics = {id(f): QFontMetrics(f) for f in (self._font, self._small, self._italic)}
        self._elided: dict[tuple[int, str, int], tuple[str, int]] = {}
        theme.changed.connect(self._take_colours)
        self._take_colours()

    def _take_colours(self) -> None:
        c = self._theme.colours
        names = ("page", "selected", "line", "text", "dim", "faint", "accent", "caution")
        self._colours = {name: QColor(getattr(c, name)) for name in names}

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect, state = QRect(option.rect), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, self._colours["selected"])
        painter.setPen(self._colours["line"])
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        cell = self._model.cell(index)
        if cell:
            self._paint_cell(painter, rect, cell, right=self._model.columns[index.column()].number)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._colours["accent"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: Cell, *, right: bool) -> None:
        left, edge = rect.left() + SIDE, rect.right() - SIDE
        sign_width = self._width(self._small, cell.sign) + 6 if cell.sign else 0
        font, colour = self._look(cell)
        words, width = self._fitted(font, cell.words, max(0, edge - left - sign_width))
        if right:
            left = edge - sign_width - width
        base = rect.top() + (rect.height() + self._metrics[id(font)].ascent()) // 2 - 1
        painter.setFont(font)
        painter.setPen(self._colours[colour])
        painter.drawText(left, base, words)
        if cell.state == "corrected":
            painter.setPen(QPen(self._colours["accent"], 2))
            painter.drawLine(left, base + 4, left + width, base + 4)
        if cell.sign:
            painter.setFont(self._small)
            painter.setPen(self._colours[_sign_colour(cell)])
            painter.drawText(left + width + 6, base - 1, cell.sign)

    def _look(self, cell: Cell) -> tuple[QFont, str]:
        """The font and the colour of a cell."""
        if cell.state == "auto":
            return (self._italic, "dim") if cell.sign == "●○○" else (self._font, "text")
        if cell.state in ("not_reported", "rejected"):
            return self._italic, "dim"
        if cell.state in ("changed", "candidates"):
            return self._font, "caution"
        return self._font, "faint" if cell.state == "nothing" else "text"

    def _fitted(self, font: QFont, words: str, room: int) -> tuple[str, int]:
        """As much of the words as there is room for, and its width; kept, as rows come again."""
        key = (id(font), words, room)
        if key not in self._elided:
            if len(self._elided) > _KEPT:
                self._elided.clear()
            metrics = self._metrics[id(font)]
            fitted = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            self._elided[key] = (fitted, metrics.horizontalAdvance(fitted))
        return self._elided[key]

    def _width(self, font: QFont, words: str) -> int:
        return self._fitted(font, words, 1_000)[1]


def _sign_colour(cell: Cell) -> str:
    if cell.state in ("changed", "candidates"):
        return "caution"
    return "accent" if cell.state in ("accepted", "corrected") else "dim"


class CompletenessHeader(QHeaderView):
    """A head: the label, an arrow where the table is sorted by it, a bar and a percentage."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._label, self._small = QFont(parent.font()), QFont(parent.font())
        self._label.setPixelSize(12)
        self._label.setWeight(QFont.Weight.DemiBold)
        self._small.setPixelSize(11)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setMinimumSectionSize(48)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFixedHeight(HEAD)
        self.sorted_by, self.descending = "", True

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model, across = self.model(), Qt.Orientation.Horizontal
        column = model.headerData(section, across, COLUMN_ROLE)
        if column is None:
            return
        colours = self._theme.colours
        painter.save()
        painter.fillRect(rect, QColor(colours.list))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        arrow = (" ↓" if self.descending else " ↑") if column.name == self.sorted_by else ""
        inner = rect.adjusted(SIDE, 8, -SIDE, -6)
        painter.setFont(self._label)
        painter.setPen(QColor(colours.text if arrow else colours.dim))
        words = QFontMetrics(self._label).elidedText(
            tr(column.label) + arrow, Qt.TextElideMode.ElideRight, inner.width()
        )
        side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignTop, words)
        self._paint_bar(painter, inner, model.headerData(section, across, SHARE_ROLE), side)
        painter.restore()

    def _paint_bar(
        self, painter: QPainter, inner: QRect, share: float | None, side: Qt.AlignmentFlag
    ) -> None:
        if share is None:
            return
        colours = self._theme.colours
        painter.setFont(self._small)
        words = f"{share:.0%}"
        text = QFontMetrics(self._small).horizontalAdvance("100%") + 6
        width = max(10, min(BAR_WIDTH, inner.width() - text))
        is_right = side == Qt.AlignmentFlag.AlignRight
        left = inner.right() - width - text if is_right else inner.left()
        bar = QRectF(left, inner.bottom() - 8, width, BAR)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.line))
        painter.drawRoundedRect(bar, 2, 2)
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * share, BAR), 2, 2)
        painter.setPen(QColor(colours.dim))
        place = QRect(round(bar.right()) + 6, inner.bottom() - 14, text, 16)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
