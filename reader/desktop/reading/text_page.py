"""The page an article is set on: its words from text and layout, and where each of them stands."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, QUrl
from PySide6.QtGui import QFontMetricsF, QImage, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from reader.desktop.reading.document import Frame, build
from reader.desktop.reading.headings import fit_headings
from reader.desktop.reading.images import Images
from reader.desktop.reading.offsets import OffsetMap
from reader.desktop.reading.typography import Typography
from reader.desktop.theme import Theme
from reader.desktop.tongue import tr
from reader.model.layout import Layout
from reader.text.revised import Revised

#: English prose, to measure how wide a letter is on average.
_SAMPLE = "The quick brown fox jumps over the lazy dog, and nobody was harmed in the trial. "
_SIDE, _TOP = 28, 36
#: Characters from which on a text surely fills more than a page.
_LONG = 12_000
#: So many characters, found once in another text, are the same place.
_TELLING = 40


class TextPage(QTextBrowser):
    """Shows text and layout; never HTML, never anything from outside the archive."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._offsets = OffsetMap("")
        self._images = Images()
        self._shown: QTextDocument | None = None
        self._measure = 66
        self.typography = Typography(18, 150, theme.colours)
        self.setObjectName("article")
        self.setAccessibleName(tr("Article"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    @property
    def text(self) -> str:
        """The text on show; all offsets are places in it."""
        return self._text

    def show_text(self, text: str, layout: Layout, frame: Frame) -> None:
        """Show another article, from its top.

        Qt lays out a document that it is given whole bit by bit, the part on the page first.
        """
        self._text = text
        self.setExtraSelections([])
        document = QTextDocument(self)
        self._offsets = build(document, text, layout, frame, self.typography)
        self._images = frame.images
        long = Qt.ScrollBarPolicy.ScrollBarAlwaysOn  # coming later, it would narrow the column
        usual = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(long if len(text) > _LONG else usual)
        self._set_margins(document)
        self.setDocument(document)
        self._shown, gone = document, self._shown
        if gone:
            gone.deleteLater()
        self.verticalScrollBar().setValue(0)

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """The words at the top of the page stay there, whatever is done meanwhile to their size, to
        what stands above them, or to the text itself."""
        bar, text = self.verticalScrollBar(), self._text
        if not bar.value():
            yield
            return
        place = self.top_offset()
        above = self._top_of(place)
        yield
        if self._text != text:
            place = _carried(place, text, self._text)
        self._lay_out()
        bar.setValue(bar.value() + self._top_of(place) - above)

    def _top_of(self, offset: int) -> int:
        """How far below the top of the page the line of an offset begins."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._offsets.position(offset))
        return self.cursorRect(cursor).top()

    def _lay_out(self) -> None:
        """Lay out all that Qt has left for later, so that any place can be scrolled to."""
        document = self.document()
        document.documentLayout().documentSizeChanged.emit(document.size())

    def set_type(self, size: int, measure: int, line_height: int, family: str = "") -> None:
        """Takes effect with the next text."""
        self._measure = measure
        self.typography = Typography(size, line_height, self._theme.colours, family)

    @property
    def has_caret(self) -> bool:
        """Arrows move a caret, where otherwise they scroll."""
        keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
        return bool(self.textInteractionFlags() & keys)

    def set_caret(self, *, on: bool) -> None:
        flags = Qt.TextInteractionFlag.TextBrowserInteraction
        if on:
            flags |= Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)
        self.setCursorWidth(2)
        if on and not self.viewport().rect().contains(self.cursorRect().center()):
            self.setTextCursor(self.cursorForPosition(QPoint(self.viewport().width() // 2, 8)))

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
        self._lay_out()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + top - height // 3)

    def top_offset(self) -> int:
        """The offset of the text at the top of the page."""
        return self._offset_at(2)

    def scroll_to(self, offset: int) -> None:
        """Scroll so that an offset of the text stands at the top, also once the page has its size."""
        self._scroll_to(offset)
        QTimer.singleShot(0, self, lambda: self._scroll_to(offset))

    def _scroll_to(self, offset: int) -> None:
        self._lay_out()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._top_of(offset) - 2)

    def _offset_at(self, height: int) -> int:
        if self.verticalScrollBar().value() + height <= _TOP:
            return 0  # there Qt would lay out the whole document, in vain
        place = QPoint(self.viewport().width() // 2, height)
        return self._offsets.offset(self.cursorForPosition(place).position())

    def page_down(self) -> bool:
        """One page on; False at the end of the article."""
        bar = self.verticalScrollBar()
        if bar.value() >= bar.maximum():
            self._lay_out()
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

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        """Nothing is ever loaded: with None, Qt would open local files itself."""
        return QImage(1, 1, QImage.Format.Format_ARGB32)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins(self.document())
        super().resizeEvent(event)

    def _set_margins(self, document: QTextDocument) -> None:
        """A column of `measure` characters in the middle, narrower where there is no room."""
        metrics = QFontMetricsF(self.typography.font)
        column = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * self._measure
        side = max(_SIDE, (self.viewport().width() - column) / 2)
        self._images.fit(document, self.viewport().width() - 2 * side)
        root = document.rootFrame()
        shape = root.frameFormat()
        if shape.leftMargin() != side:
            shape.setLeftMargin(side)
            shape.setRightMargin(side)
            shape.setTopMargin(_TOP)
            shape.setBottomMargin(_TOP * 3)
            root.setFrameFormat(shape)
        fit_headings(document, self.typography, self.viewport().width() - 2 * side)


def _carried(place: int, old: str, new: str) -> int:
    """Where the words at a place of one text stand in another; where they are gone, what stood next
    to them."""
    for start in (place, max(0, place - _TELLING)):
        words = old[start : start + _TELLING]
        if len(words) == _TELLING and new.count(words) == 1:
            return new.index(words) + place - start
    return Revised(old, new).insertion_point(place)
