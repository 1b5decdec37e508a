"""The article itself: its words, what is marked in them, and what the user selects."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from reader.desktop.reading.document import Frame, build
from reader.desktop.reading.headings import fit_headings
from reader.desktop.reading.images import Images
from reader.desktop.reading.lines import line_rects
from reader.desktop.reading.offsets import OffsetMap
from reader.desktop.reading.passages import Passages
from reader.desktop.reading.typography import Typography
from reader.desktop.theme import Theme
from reader.model.layout import Layout

#: English prose, to measure how wide a letter is on average.
_SAMPLE = "The quick brown fox jumps over the lazy dog, and nobody was harmed in the trial. "
_SIDE, _TOP = 28, 36


class ArticleView(QTextBrowser):
    """Shows text and layout; never HTML, never anything from outside the archive."""

    #: An address in the article, or one of ours in the line of cautions, was clicked.
    link_chosen = Signal(str)
    #: The user points at an address, "" when no more.
    link_hovered = Signal(str)
    #: Words were clicked that feed a field of the study card: name, place among its values.
    evidence_chosen = Signal(str, int)
    #: A highlight was clicked; its id.
    highlight_chosen = Signal(str)
    #: Words have been selected with mouse or keys, or no longer are.
    selection_settled = Signal(bool)
    #: The end of the article was reached by paging on.
    page_end = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._offsets = OffsetMap("")
        self._images = Images()
        self._passages = Passages()
        self._found: list[tuple[int, int]] = []
        self._measure = 66
        self.typography = Typography(18, 150, theme.colours)
        self.setObjectName("article")
        self.setAccessibleName("Article")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.anchorClicked.connect(lambda url: self.link_chosen.emit(url.toString()))
        self.highlighted.connect(lambda url: self.link_hovered.emit(url.toString()))
        self._settling = QTimer(self, singleShot=True, interval=150)
        self._settling.timeout.connect(self._settle)
        self.selectionChanged.connect(self._settling.start)

    # -- what it shows

    def show_text(self, text: str, layout: Layout, frame: Frame) -> None:
        """Show another article, from its top."""
        self._text = text
        self._passages = Passages()
        self._found = []
        self.setExtraSelections([])
        self._offsets = build(self.document(), text, layout, frame, self.typography)
        self._images = frame.images
        self._set_margins()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def mark(self, passages: Passages) -> None:
        self._passages = passages
        self.setExtraSelections(
            passages.selections(self.document(), self._offsets, self._theme.colours)
        )

    @property
    def passages(self) -> Passages:
        return self._passages

    def show_found(self, ranges: list[tuple[int, int]]) -> None:
        """Frame the words that a search found."""
        self._found = ranges
        self.viewport().update()

    def set_type(self, size: int, measure: int, line_height: int, family: str = "") -> None:
        """Takes effect with the next text."""
        self._measure = measure
        self.typography = Typography(size, line_height, self._theme.colours, family)

    # -- where things are

    def selected(self) -> tuple[int, int] | None:
        """The selected words as a range of the text."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        ends = sorted((cursor.anchor(), cursor.position()))
        start, end = (self._offsets.offset(position) for position in ends)
        return (start, end) if self._text[start:end].strip() else None

    def select(self, start: int, end: int) -> None:
        """Select text[start:end] as a user would."""
        stretches = self._offsets.stretches(start, end)
        if not stretches:
            return
        cursor = self.textCursor()
        cursor.setPosition(stretches[0][0])
        cursor.setPosition(stretches[-1][1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def clear_selection(self) -> None:
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def selection_rect(self) -> QRectF:
        """Around the selected words, in the viewport's coordinates."""
        cursor = self.textCursor()
        first, last = QTextCursor(cursor), QTextCursor(cursor)
        first.setPosition(cursor.selectionStart())
        last.setPosition(cursor.selectionEnd())
        return QRectF(self.cursorRect(first)).united(QRectF(self.cursorRect(last)))

    def reveal(self, start: int, end: int) -> None:
        """Scroll so that text[start:end] stands in the upper half."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._offsets.position(start))
        top = self.cursorRect(cursor).top()
        cursor.setPosition(self._offsets.position(end))
        bottom = self.cursorRect(cursor).bottom()
        height = self.viewport().height()
        if top >= 0 and bottom <= height:
            return
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + top - height // 3)

    def page_down(self) -> bool:
        """One page on; False at the end of the article."""
        bar = self.verticalScrollBar()
        if bar.value() >= bar.maximum():
            return False
        bar.setValue(bar.value() + int(self.viewport().height() * 0.9))
        return True

    def page_up(self) -> bool:
        """One page back; False at the top of the article."""
        bar = self.verticalScrollBar()
        if bar.value() <= 0:
            return False
        bar.setValue(bar.value() - int(self.viewport().height() * 0.9))
        return True

    # -- what Qt calls

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        """Nothing is ever loaded: with None, Qt would open local files itself."""
        return QImage(1, 1, QImage.Format.Format_ARGB32)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins()
        super().resizeEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and not self.textCursor().hasSelection():
            self._click(event.position().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.textCursor().hasSelection():
            self.clear_selection()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter.translate(-left, -top)
        shown = event.rect().toRectF().translated(left, top)
        green = QColor(self._theme.colours.evidence)
        dots = QPen(green, 2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        dots.setDashPattern([0.01, 2.0])
        self._underline(painter, self._passages.underlined(), dots, shown)
        self._underline(painter, self._passages.chosen, QPen(green, 2), shown)
        painter.setPen(QPen(QColor(self._theme.colours.accent), 1.2))
        for rect, _ in self._lines(self._found, shown):
            painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), 3, 3)
        painter.end()

    def _underline(
        self, painter: QPainter, ranges: Iterable[tuple[int, int]], pen: QPen, shown: QRectF
    ) -> None:
        painter.setPen(pen)
        for rect, baseline in self._lines(ranges, shown):
            height = round(baseline + self.typography.size * 0.22) + 0.5
            painter.drawLine(QPointF(rect.left() + 1, height), QPointF(rect.right() - 1, height))

    def _lines(
        self, ranges: Iterable[tuple[int, int]], shown: QRectF
    ) -> Iterator[tuple[QRectF, float]]:
        """The lines on screen of ranges of the text."""
        for start, end in ranges:
            for first, last in self._offsets.stretches(start, end):
                yield from line_rects(self.document(), first, last, shown)

    def _click(self, point: QPoint) -> None:
        if self.anchorAt(point):
            return
        cursor = self.cursorForPosition(point)
        if not self._offsets.holds(cursor.position()):
            return
        offset = self._offsets.offset(cursor.position())
        if row := self._passages.marked_at(offset):
            self.highlight_chosen.emit(row.annotation.id)
        if evidence := self._passages.evidence_at(offset):
            self.evidence_chosen.emit(evidence.field, evidence.place)

    def _settle(self) -> None:
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._settling.start()  # still dragging
            return
        self.selection_settled.emit(self.selected() is not None)

    def _set_margins(self) -> None:
        """A column of `measure` characters in the middle, narrower where there is no room."""
        metrics = QFontMetricsF(self.typography.font)
        column = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * self._measure
        side = max(_SIDE, (self.viewport().width() - column) / 2)
        self._images.fit(self.document(), self.viewport().width() - 2 * side)
        root = self.document().rootFrame()
        shape = root.frameFormat()
        if shape.leftMargin() != side:
            shape.setLeftMargin(side)
            shape.setRightMargin(side)
            shape.setTopMargin(_TOP)
            shape.setBottomMargin(_TOP * 3)
            root.setFrameFormat(shape)
        fit_headings(self.document(), self.typography, self.viewport().width() - 2 * side)
