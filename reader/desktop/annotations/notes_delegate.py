"""Paints a highlight or a note in the list of all of them."""

from itertools import pairwise

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.desktop.annotations.notes_model import ROW_ROLE
from reader.desktop.theme import Theme
from reader.desktop.tongue import tr
from reader.model.annotation import NoteRow

_SIDE, _ABOVE, _BAR = 14, 8, 4
#: Lines of a quotation and of a note at most.
_LINES = 2
_Index = QModelIndex | QPersistentModelIndex


class NotesDelegate(QStyledItemDelegate):
    """A title in bold; below it bars of colour, quotations, notes, tags."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = index.data(ROW_ROLE)
        line = QFontMetrics(option.font).lineSpacing()
        if isinstance(row, str):
            return QSize(80, line + 2 * _ABOVE + 2)
        width = _width(option) - 2 * _SIDE - _BAR - 8
        lines = sum(len(_broken(text, font, width)) for text, font, _ in self._parts(row, option))
        return QSize(80, lines * line + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW_ROLE)
        colours = self._theme.colours
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        if chosen or (over and isinstance(row, NoteRow)):
            painter.fillRect(option.rect, QColor(colours.selected if chosen else colours.hover))
        rect = option.rect.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        if isinstance(row, str):
            self._title(painter, option, rect, row)
        else:
            self._row(painter, option, rect, row)
        painter.restore()

    def _title(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, title: str
    ) -> None:
        painter.setPen(QColor(self._theme.colours.line))
        painter.drawLine(option.rect.topLeft(), option.rect.topRight())
        font = QFont(option.font)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colours.text))
        words = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, words)

    def _row(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: NoteRow
    ) -> None:
        if row.colour:
            paint = QColor(self._theme.colours.highlights[row.colour])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(paint)
            painter.drawRoundedRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), 2, 2)
        inner = rect.adjusted(_BAR + 8, 0, 0, 0)
        line, top = QFontMetrics(option.font).lineSpacing(), inner.top()
        for text, font, colour in self._parts(row, option):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            for words in _broken(text, font, inner.width()):
                place = QRect(inner.left(), top, inner.width(), line)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
                top += line

    def _parts(self, row: NoteRow, option: QStyleOptionViewItem) -> list[tuple[str, QFont, str]]:
        """What is said of a row: words, their font, their colour."""
        colours = self._theme.colours
        plain, serif = QFont(option.font), QFont(option.font)
        serif.setFamilies(["Noto Serif", "Georgia", "DejaVu Serif", "serif"])
        parts = [(f"“{row.quote}”", serif, colours.text)] if row.quote else []
        parts += [(row.note, plain, colours.dim if row.quote else colours.text)] if row.note else []
        parts += [(tr(_NEEDS), plain, colours.caution)] if row.state != "ok" else []
        tags = "  ".join(f"# {tag}" for tag in row.tags)
        return parts + ([(tags, plain, colours.dim)] if tags else [])


_NEEDS = "Needs a look: the text has changed"


def _width(option: QStyleOptionViewItem) -> int:
    """The width of a row; the rectangle is empty while sizes are asked for."""
    view = option.widget  # type: ignore[attr-defined,unused-ignore]
    return max(160, view.viewport().width() if isinstance(view, QListView) else 0)


def _broken(text: str, font: QFont, width: int) -> list[str]:
    """The first lines of a text, the last one cut with an ellipsis where there is more."""
    words = " ".join(text.split())[:600]
    layout = QTextLayout(words, font)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= _LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    if len(starts) <= _LINES:
        return [words[a:b].strip() for a, b in pairwise([*starts, len(words)])]
    kept = [words[a:b].strip() for a, b in pairwise(starts[:_LINES])]
    rest = words[starts[_LINES - 1] :]
    return [*kept, QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]
