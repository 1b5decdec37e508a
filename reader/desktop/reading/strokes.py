"""What is drawn over an article's words: lines of evidence, words that were found, and the edges of
highlights that Qt's own selections cannot show."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextDocument

from reader.desktop.reading.lines import line_rects
from reader.desktop.reading.marking import covered, ink, seams
from reader.desktop.reading.offsets import OffsetMap
from reader.desktop.reading.passages import Passages
from reader.desktop.theme import Colours

Range = tuple[int, int]


class Strokes:
    """The drawings of one article. Made anew when what is marked changes."""

    def __init__(self, passages: Passages, colours: Colours, size: int) -> None:
        self._passages = passages
        self._colours = colours
        self._size = size
        self._covered = covered(passages.marked)
        self._seams = seams(passages.marked)
        self.found: list[Range] = []
        #: Which of the found words one stands at.
        self.current: Range | None = None

    def paint(
        self,
        painter: QPainter,
        document: QTextDocument,
        offsets: OffsetMap,
        shown: QRectF,
        seen: Range,
    ) -> None:
        """Draw what lies in `shown`; `seen` are the offsets of it."""
        self._page = (painter, document, offsets, shown, seen)
        green = QColor(self._colours.evidence)
        dots = QPen(green, 2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        dots.setDashPattern([0.01, 2.0])
        self._underline(self._passages.underlined(), dots, 0.22)
        self._underline(self._passages.chosen, QPen(green, 2), 0.22)
        for start, end, colour in self._covered:
            self._underline([(start, end)], QPen(ink(self._colours, colour), 2.5), 0.3)
        self._part(self._seams)
        self._frame(self._passages.active_range(), QPen(QColor(self._colours.text), 1.2))
        self._frame(self.found, QPen(QColor(self._colours.accent), 1.2))
        if self.current:
            self._frame([self.current], QPen(QColor(self._colours.accent), 2.6))

    def _underline(self, ranges: Iterable[Range], pen: QPen, below: float) -> None:
        painter = self._page[0]
        painter.setPen(pen)
        for rect, baseline in self._lines(ranges):
            height = round(baseline + self._size * below) + 0.5
            painter.drawLine(QPointF(rect.left() + 1, height), QPointF(rect.right() - 1, height))

    def _frame(self, ranges: Iterable[Range], pen: QPen) -> None:
        painter = self._page[0]
        painter.setPen(pen)
        for rect, _ in self._lines(ranges):
            painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), 3, 3)

    def _part(self, starts: Iterable[int]) -> None:
        """A gap before each of these places."""
        painter = self._page[0]
        painter.setPen(QPen(QColor(self._colours.page), 2))
        for rect, _ in self._lines((start, start + 1) for start in starts):
            painter.drawLine(rect.topLeft(), rect.bottomLeft())

    def _lines(self, ranges: Iterable[Range]) -> Iterator[tuple[QRectF, float]]:
        """The lines on screen of ranges of the text."""
        _, document, offsets, shown, (first_seen, last_seen) = self._page
        for start, end in ranges:
            if end < first_seen or start > last_seen:
                continue
            for first, last in offsets.stretches(start, end):
                yield from line_rects(document, first, last, shown)
