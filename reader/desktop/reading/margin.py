"""Marks beside the text and on the scroll bar: where notes are, and what became of highlights."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider

from reader.desktop.reading.lines import line_rects
from reader.desktop.reading.marking import background, ink
from reader.desktop.reading.offsets import OffsetMap
from reader.desktop.reading.strokes import Range
from reader.desktop.theme import Colours
from reader.model.annotation import Marked

#: Width of a mark, and its distance from the text.
SIZE, GAP = 18, 6
#: Signs of what became of a highlight, and what they say.
SIGNS = {
    "changed": ("~", "Other words stand here now"),
    "material": ("≠", "The text says something else here now"),
    "ambiguous": ("?", "This may be another place"),
}


@dataclass(frozen=True, slots=True)
class MarginMark:
    """A mark and where it was painted, in the document's coordinates."""

    annotation_id: str
    rect: QRectF
    words: str


class Margin:
    """Paints a mark for each highlight that has a note or wants a look."""

    def __init__(self, marked: Sequence[Marked], colours: Colours) -> None:
        self._rows = [row for row in marked if row.note or row.wants_a_look]
        self._colours = colours
        self.painted: list[MarginMark] = []

    def paint(
        self,
        painter: QPainter,
        offsets: OffsetMap,
        page: tuple[QRectF, Range, float],
        document: object,
    ) -> None:
        """`page` is what is shown, the offsets of that, and where the text ends on the right."""
        shown, (first, last), right = page
        self.painted = []
        taken: set[int] = set()
        for row in self._rows:
            if not first <= row.anchor.start <= last:
                continue
            stretches = offsets.stretches(row.anchor.start, row.anchor.start + 1)
            for rect, _ in line_rects(document, *stretches[0], shown) if stretches else ():  # type: ignore[arg-type]
                top = round(rect.top() + (rect.height() - SIZE) / 2)
                while top in taken:
                    top += SIZE + 2
                taken.update(range(top - SIZE, top + SIZE))
                self._mark(painter, row, QRectF(right + GAP, top, SIZE, SIZE))

    def at(self, point: QPointF) -> MarginMark | None:
        return next(
            (m for m in self.painted if m.rect.adjusted(-3, -3, 3, 3).contains(point)), None
        )

    def _mark(self, painter: QPainter, row: Marked, rect: QRectF) -> None:
        sign, words = SIGNS.get(row.anchor.state if row.wants_a_look else "", ("", ""))
        note = row.note.text if row.note else ""
        painter.setPen(Qt.PenStyle.NoPen)
        if sign:
            painter.setBrush(QColor(self._colours.caution_page))
            painter.drawRoundedRect(rect, 5, 5)
            painter.setPen(QColor(self._colours.caution))
            font = QFont()
            font.setPixelSize(14)
            font.setBold(True)
            painter.setFont(font)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, sign)
        else:
            self._note(painter, rect, row.annotation.colour)
        said = "\n\n".join(part for part in (words, note) if part)
        self.painted.append(MarginMark(row.annotation.id, rect, said))

    def _note(self, painter: QPainter, rect: QRectF, colour: str) -> None:
        """A small page with lines."""
        painter.setBrush(background(self._colours, colour))
        painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 3, 3)
        painter.setPen(ink(self._colours, colour))
        for at in (0.34, 0.52, 0.7):
            y = rect.top() + rect.height() * at
            painter.drawLine(QPointF(rect.left() + 5, y), QPointF(rect.right() - 5, y))


class MarkedScrollBar(QScrollBar):
    """Shows where in the article highlights and found words are."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._marks: list[tuple[float, QColor]] = []

    def show_marks(self, marks: list[tuple[float, QColor]]) -> None:
        """Shares of the article's length, from 0 to 1, and colours."""
        self._marks = marks
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarGroove
        groove = self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self)
        painter = QPainter(self)
        for share, colour in self._marks:
            top = groove.top() + share * (groove.height() - 3)
            painter.fillRect(QRectF(self.width() - 6, top, 4, 3), colour)
        painter.end()
