"""Paints a place of the sidebar."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.desktop.feeds.tree_model import Place, place_at
from reader.desktop.mirroring import Mirror
from reader.desktop.theme import Theme
from reader.desktop.tongue import number

Index = QModelIndex | QPersistentModelIndex


class PlaceDelegate(QStyledItemDelegate):
    """A place: icon, title, count; a heading in smaller bold print."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        place = place_at(index)
        height = QFontMetrics(option.font).height() + 10
        return QSize(80, height + (8 if place and place.query is None else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place = place_at(index)
        if place is None:
            return
        mirror = Mirror.of(option)
        rect = mirror.place(QRect(option.rect))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if place.query is None:
            self._paint_heading(painter, rect, option, place, mirror)
        else:
            self._paint_place(painter, rect, option, place, mirror)
        painter.restore()

    def _paint_heading(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        place: Place,
        mirror: Mirror,
    ) -> None:
        painter.setFont(_font(option.font, 0.92, bold=True))
        painter.setPen(QColor(self._theme.colours.dim))
        inner = rect.adjusted(14, 8, -8, 0)
        mirror.write(painter, inner, place.title)

    def _paint_place(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        place: Place,
        mirror: Mirror,
    ) -> None:
        colours = self._theme.colours
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRect(8, rect.top() + 1, rect.right() - 14, rect.height() - 2)
        self._paint_ground(painter, mirror.place(box), option.state)
        ink = QColor(colours.on_selected if chosen else colours.text)
        left = max(rect.left() + 4, 16)
        size = max(16, round(QFontInfo(option.font).pixelSize() * 16 / 13))
        middle = rect.top() + (rect.height() - size) // 2
        spot = mirror.place(QRect(left, middle, size, size))
        self._paint_sign(
            painter, spot, place, QColor(colours.on_selected if chosen else colours.dim)
        )
        painter.setFont(_font(option.font, 1.0, bold=chosen))
        painter.setPen(ink if chosen else QColor(colours.dim))
        right = _count(painter, box, place, mirror)
        painter.setPen(ink)
        words = QRect(left + size + 8, rect.top(), right - left - size - 14, rect.height())
        title = painter.fontMetrics().elidedText(
            place.title, Qt.TextElideMode.ElideRight, words.width()
        )
        mirror.write(painter, words, title)

    def _paint_ground(self, painter: QPainter, shown: QRect, state: QStyle.StateFlag) -> None:
        colours = self._theme.colours
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colours.selected if chosen else colours.hover))
            painter.drawRoundedRect(shown, 6, 6)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(shown, 6, 6)

    def _paint_sign(self, painter: QPainter, spot: QRect, place: Place, ink: QColor) -> None:
        """The colour of a tag, or an icon; a warning where something is wrong."""
        if place.colour:
            self._dot(painter, QRectF(spot), place.colour)
        elif place.trouble:
            self._theme.icon("warning", self._theme.colours.caution).paint(painter, spot)
        else:
            self._theme.icon(place.icon, ink.name()).paint(painter, spot)

    def _dot(self, painter: QPainter, box: QRectF, colour: str) -> None:
        """The colour of a tag, with a rim, so that pale ones are seen."""
        painter.setPen(QColor(self._theme.colours.faint))
        painter.setBrush(QColor(self._theme.colours.highlights[colour]))
        painter.drawEllipse(box.adjusted(2.5, 2.5, -2.5, -2.5))


def _count(painter: QPainter, box: QRect, place: Place, mirror: Mirror) -> int:
    """Paint the count; returns where the title must end, seen from the left."""
    if not place.count:
        return box.right() - 4
    words = number(place.count)
    inner = box.adjusted(0, 0, -8, 0)
    mirror.write(painter, inner, words, at_end=True)
    return inner.right() - painter.fontMetrics().horizontalAdvance(words)


def _font(base: QFont, scale: float, *, bold: bool) -> QFont:
    """The font in another size and weight; made once, as asking for its size is slow."""
    return _sized(base.key(), scale, bold)


@lru_cache(maxsize=32)
def _sized(key: str, scale: float, bold: bool) -> QFont:
    font = QFont()
    font.fromString(key)
    font.setPixelSize(max(11, round(QFontInfo(font).pixelSize() * scale)))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
