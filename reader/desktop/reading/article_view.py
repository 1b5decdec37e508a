"""The article itself: its words, what is marked in them, and what the user selects."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from reader.desktop.reading.document import Frame
from reader.desktop.reading.margin import Margin, MarginMark, MarkedScrollBar
from reader.desktop.reading.marking import ink
from reader.desktop.reading.passages import Passages
from reader.desktop.reading.strokes import Strokes
from reader.desktop.reading.text_page import TextPage
from reader.desktop.theme import Theme
from reader.desktop.writing import as_plain_text
from reader.model.annotation import COLOURS
from reader.model.layout import Layout

#: Characters before and after the page within which passages are coloured.
_NEAR = 8_000


class ArticleView(TextPage):
    """An article with its marks."""

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
    #: A digit was typed while words are selected: the colour of that number.
    colour_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._passages = Passages()
        #: Highlights are told by a line, not by their colour alone.
        self.lined = False
        self._dress()
        self._coloured = (0, 0)
        self._bar = MarkedScrollBar()
        self.setVerticalScrollBar(self._bar)
        self._bar.valueChanged.connect(self._colour_near)
        self.anchorClicked.connect(lambda url: self.link_chosen.emit(url.toString()))
        self.highlighted.connect(lambda url: self.link_hovered.emit(url.toString()))
        self._settling = QTimer(self, singleShot=True, interval=150)
        self._settling.timeout.connect(self._settle)
        self.selectionChanged.connect(self._settling.start)

    # -- what it shows

    def show_text(self, text: str, layout: Layout, frame: Frame) -> None:
        """Show another article, from its top, with nothing marked in it."""
        self._passages = Passages()
        self._dress()
        super().show_text(text, layout, frame)

    def mark(self, passages: Passages) -> None:
        found, current = self._strokes.found, self._strokes.current
        self._passages = passages
        self._dress()
        self._strokes.found, self._strokes.current = found, current
        self._coloured = (0, 0)
        self._colour_near()
        self._mark_bar()

    def _colour_near(self) -> None:
        """Colour the marked passages on the page and some pages around it: each costs time."""
        first, last = self.top_offset(), self._offset_at(self.viewport().height())
        if self._coloured[0] <= first and last <= self._coloured[1] and self._coloured[1]:
            return
        self._coloured = (max(0, first - _NEAR), last + _NEAR)
        near = self._passages.between(*self._coloured)
        self.setExtraSelections(
            near.selections(self.document(), self._offsets, self._theme.colours, lined=self.lined)
        )

    @property
    def passages(self) -> Passages:
        return self._passages

    def show_found(
        self, ranges: list[tuple[int, int]], current: tuple[int, int] | None = None
    ) -> None:
        """Frame the words that a search found, and the ones that one stands at."""
        self._strokes.found, self._strokes.current = ranges, current
        self._mark_bar()
        self.viewport().update()

    @property
    def found(self) -> list[tuple[int, int]]:
        return self._strokes.found

    @property
    def current(self) -> tuple[int, int] | None:
        """The found words that one stands at."""
        return self._strokes.current

    # -- what Qt calls

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and not self.textCursor().hasSelection():
            self._click(event.position().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.textCursor().hasSelection():
            self.clear_selection()
            return
        if colour := self._colour_of(event):
            self.colour_wanted.emit(colour)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter.translate(-left, -top)
        shown = QRectF(event.rect()).translated(left, top)
        seen = (self.top_offset(), self._offset_at(self.viewport().height()))
        self._strokes.paint(painter, self.document(), self._offsets, shown, seen)
        shape = self.document().rootFrame().frameFormat()
        right = self.document().textWidth() - shape.rightMargin()
        whole = QRectF(self.viewport().rect()).translated(left, top)
        self._margin.paint(painter, self._offsets, (whole, seen, right), self.document())
        painter.end()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self._margin_mark(event.pos())
            QToolTip.showText(event.globalPos(), as_plain_text(mark.words) if mark else "", self)
            return True
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        """Digits are colours while words are selected, whatever they do elsewhere."""
        is_key = event.type() == QEvent.Type.ShortcutOverride
        if is_key and isinstance(event, QKeyEvent) and self._colour_of(event):
            event.accept()
            return True
        return super().event(event)

    def _colour_of(self, event: QKeyEvent) -> str:
        number = event.key() - Qt.Key.Key_1
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return COLOURS[number] if plain and 0 <= number < 6 and self.selected() else ""

    def _dress(self) -> None:
        """Prepare what is drawn over the words and beside them."""
        colours = self._theme.colours
        self._strokes = Strokes(self._passages, colours, self.typography.size)
        self._margin = Margin(self._passages.marked, colours)

    def _mark_bar(self) -> None:
        colours, size = self._theme.colours, max(1, len(self._text))
        inks = {name: ink(colours, name) for name in COLOURS}
        marks = [
            (row.anchor.start / size, inks.get(row.annotation.colour, inks["yellow"]))
            for row in self._passages.marked
        ]
        found = QColor(colours.accent)
        self._bar.show_marks(marks + [(start / size, found) for start, _ in self._strokes.found])

    def _margin_mark(self, point: QPoint) -> MarginMark | None:
        scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return self._margin.at(QPointF(point) + scrolled)

    def highlight_at(self, point: QPoint) -> str:
        """The highlight under a point of the page, or whose mark in the margin is; its id, or ""."""
        if mark := self._margin_mark(point):
            return mark.annotation_id
        offset = self._words_at(point)
        row = self._passages.marked_at(offset) if offset >= 0 else None
        return row.annotation.id if row else ""

    def _words_at(self, point: QPoint) -> int:
        """The offset of the words under a point, -1 where there are none of the text."""
        position = self.cursorForPosition(point).position()
        return self._offsets.offset(position) if self._offsets.holds(position) else -1

    def _click(self, point: QPoint) -> None:
        if self.anchorAt(point):
            return
        if annotation_id := self.highlight_at(point):
            self.highlight_chosen.emit(annotation_id)
        offset = -1 if self._margin_mark(point) else self._words_at(point)
        if offset >= 0 and (evidence := self._passages.evidence_at(offset)):
            self.evidence_chosen.emit(evidence.field, evidence.place)

    def _settle(self) -> None:
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._settling.start()  # still dragging
            return
        self.selection_settled.emit(self.selected() is not None)
