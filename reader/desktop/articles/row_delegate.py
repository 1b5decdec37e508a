"""Paints one line of the list: title, source and time, the facts of the study."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetrics,
    QPainter,
    QPixmap,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.desktop.articles.facts_line import cautions, facts_line
from reader.desktop.articles.facts_room import AROUND, BETWEEN
from reader.desktop.articles.facts_room import fitted as fitted_facts
from reader.desktop.articles.list_model import HIT_ROLE, ROW_ROLE
from reader.desktop.articles.snippet import fitted, line
from reader.desktop.articles.source_words import source_words
from reader.desktop.mirroring import Mirror
from reader.desktop.theme import Theme
from reader.desktop.tongue import tr
from reader.desktop.when import ago
from reader.desktop.writing import is_right_to_left, utf16_length, utf16_slice
from reader.model.article import ArticleRow, SearchHit
from reader.model.tag import colour_of

_LEFT, _RIGHT, _TOP, _GAP = 24, 14, 9, 3
_TAGS_SHOWN = 3
#: Logical pixels; a tag in less would be all dots.
_ROOM_FOR_TAG = 40
#: Long enough for two lines, in the letters that news of research is written in.
_UNSEEN = ArticleRow(
    id=0,
    feed_id=0,
    feed_title="Łódź, Århus & São Paulo",
    title="“Less than 5 °C” – α- and β-blockers, ≥ 2 µg: what a row of two lines may hold " * 2,
    sorted_at=0,
    published=0,
    author="A. N. Other",
    facts="n = 1,000",
)


class RowDelegate(QStyledItemDelegate):
    """Every row has the same height, so a list of 100,000 costs no more than one of ten."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mirror = Mirror(QRect(), turned=False)
        #: What is shown is no longer what was asked for.
        self.dimmed = False
        #: The names of the colours of tags, by their folded names.
        self.tag_colours: dict[str, str] = {}
        self.set_font(parent.font())

    def set_font(self, font: QFont) -> None:
        """The view's font, from which all others follow."""
        self._font = _sized(font, 1.0)
        self._small = _sized(font, 0.92)
        self._bold = _sized(font, 1.0)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._small_bold = QFont(self._small)
        self._small_bold.setWeight(QFont.Weight.Bold)

    @property
    def height(self) -> int:
        """Of a row, in logical pixels: two lines of title and two of smaller print."""
        title = QFontMetrics(self._bold).height()
        small = QFontMetrics(self._small).height()
        return 2 * _TOP + 2 * title + 2 * (small + _GAP) + _GAP

    def rehearse(self) -> None:
        """Paint a row that nobody sees: its fonts are loaded by it, not by the first articles."""
        rect = QRect(0, 0, 400, self.height)
        nowhere = QPixmap(rect.size())
        self._mirror = Mirror(rect, turned=False)
        painter = QPainter(nowhere)
        self._paint_row(painter, rect, _UNSEEN, None, chosen=False)
        painter.end()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, self.height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: ArticleRow | None = index.data(ROW_ROLE)
        rect = QRect(option.rect)
        self._mirror = Mirror(rect, option.direction == Qt.LayoutDirection.RightToLeft)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        try:
            self._background(painter, rect, option, chosen=chosen)
            painter.setOpacity(0.45 if self.dimmed else 1.0)
            if row:
                self._paint_row(painter, rect, row, index.data(HIT_ROLE), chosen=chosen)
        finally:  # Qt ends the program over a painter that is not as it was
            painter.restore()

    def _background(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, *, chosen: bool
    ) -> None:
        colours = self._theme.colours
        state = option.state
        if chosen:
            painter.fillRect(rect, QColor(colours.selected))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.hover))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(colours.line))
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            edge = self._mirror.place(QRect(rect.left(), rect.top(), 3, rect.height()))
            painter.fillRect(edge, QColor(colours.accent))

    def _paint_row(
        self,
        painter: QPainter,
        rect: QRect,
        row: ArticleRow,
        hit: SearchHit | None,
        *,
        chosen: bool,
    ) -> None:
        colours = self._theme.colours
        inner = rect.adjusted(_LEFT, _TOP, -_RIGHT, -_TOP)
        if not row.read:
            self._dot(painter, rect)
        title = self._font if row.read else self._bold
        painter.setPen(QColor(colours.on_selected if chosen else colours.text))
        top = inner.top() + self._title(painter, inner, row.title or tr("Untitled"), title)
        painter.setFont(self._small)
        height = QFontMetrics(self._small).height()
        below = QRect(inner.left(), top + _GAP, inner.width(), height)
        self._source(painter, below, row)
        below.translate(0, height + _GAP)
        if hit:
            self._snippet(painter, below, hit)
        else:
            self._facts(painter, below, row)

    def _dot(self, painter: QPainter, rect: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self._theme.colours.accent))
        painter.setPen(Qt.PenStyle.NoPen)
        middle = rect.top() + _TOP + QFontMetrics(self._bold).height() / 2
        spot = QRectF(rect.left() + 9.5, middle - 3.5, 7, 7)
        painter.drawEllipse(self._mirror.place_f(spot))

    def _title(self, painter: QPainter, inner: QRect, title: str, font: QFont) -> int:
        """At most two lines, the second elided; returns their height."""
        metrics = QFontMetrics(font)
        layout = QTextLayout(title, font)
        layout.setTextOption(_option())
        layout.beginLayout()
        height = 0
        for number in range(2):
            written = layout.createLine()
            if not written.isValid():
                break
            written.setLineWidth(inner.width())
            start, length = written.textStart(), written.textLength()
            words = utf16_slice(title, start, None if number else length)
            words = metrics.elidedText(words.strip(), Qt.TextElideMode.ElideRight, inner.width())
            painter.setFont(font)
            place = QRect(inner.left(), inner.top() + height, inner.width(), metrics.height())
            self._mirror.write(painter, place, words, title)
            height += metrics.height()
        layout.endLayout()
        return height

    def _source(self, painter: QPainter, rect: QRect, row: ArticleRow) -> None:
        parts = [row.feed_title, ago(row.sorted_at)]
        parts += [tr("{sources} sources", sources=row.sources)] if row.sources > 1 else []
        parts += [tr("updated")] if row.updated else []
        parts += [f"✎ {row.annotations}"] if row.annotations else []
        if row.starred:
            size = rect.height()
            icon = self._theme.icon("star-filled", self._theme.colours.caution)
            spot = QRect(rect.right() - size, rect.top(), size, size)
            icon.paint(painter, self._mirror.place(spot))
            rect = rect.adjusted(0, 0, -size - 4, 0)
        painter.setPen(QColor(self._theme.colours.dim))
        words = source_words(painter.fontMetrics(), parts, rect.width())
        shown = _elided(painter, words, rect.width())
        self._mirror.write(painter, rect, shown, words)
        taken = painter.fontMetrics().horizontalAdvance(shown) + 10
        from_right = is_right_to_left(words) and not self._mirror.turned
        rest = rect.adjusted(0 if from_right else taken, 0, -taken if from_right else 0, 0)
        for tag in row.tags[:_TAGS_SHOWN]:
            rest = rest.adjusted(self._tag(painter, rest, tag), 0, 0, 0)

    def _tag(self, painter: QPainter, rect: QRect, tag: str) -> int:
        """A tag with its colour, if there is room; returns the width taken."""
        if rect.width() < _ROOM_FOR_TAG:
            return 0
        colour = colour_of(tag, self.tag_colours)
        dot = rect.height() * 0.6 if colour else 0.0
        if colour:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(self._theme.colours.faint))
            painter.setBrush(QColor(self._theme.colours.highlights[colour]))
            top = rect.top() + (rect.height() - dot) / 2
            painter.drawEllipse(self._mirror.place_f(QRectF(rect.left() + 0.5, top, dot, dot)))
            painter.setPen(QColor(self._theme.colours.dim))
        beside = rect.adjusted(round(dot) + (3 if colour else 0), 0, 0, 0)
        words = _elided(painter, f"#{tag}", beside.width())
        self._mirror.write(painter, beside, words, "#")
        return beside.left() - rect.left() + painter.fontMetrics().horizontalAdvance(words) + 8

    def _facts(self, painter: QPainter, rect: QRect, row: ArticleRow) -> None:
        colours = self._theme.colours
        plain = row.facts in ("", "not a study")
        painter.setPen(QColor(colours.faint if plain else colours.text))
        measure = painter.fontMetrics().horizontalAdvance
        facts = facts_line(row.facts)
        said = fitted_facts(facts.split(" · "), cautions(row.cautions), rect.width(), measure)
        room = rect.width() - sum(measure(chip) + AROUND for chip in said.cautions)
        words = _elided(painter, said.facts, room)
        self._mirror.write(painter, rect, words)
        left = rect.left() + measure(words) + (BETWEEN if words else 0)
        for chip in said.cautions:
            left = self._chip(painter, rect, left, chip)

    def _chip(self, painter: QPainter, rect: QRect, left: int, words: str) -> int:
        """A caution in its box; returns where the next may begin."""
        colours = self._theme.colours
        width = painter.fontMetrics().horizontalAdvance(words) + 12
        box = self._mirror.place_f(QRectF(left, rect.top() - 1, width, rect.height() + 2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours.caution_page))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(colours.caution))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        return left + width + 6

    def _snippet(self, painter: QPainter, rect: QRect, hit: SearchHit) -> None:
        """Where the words stand that were looked for; they are bold."""
        measure = QFontMetrics(self._small_bold).horizontalAdvance
        shown = fitted(line(hit), rect.width(), measure)
        layout = QTextLayout(shown.text, self._small)
        option = _option(wrap=False)
        if self._mirror.turned:
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        layout.setFormats(
            [_bold_range(shown.text, start, length, self._theme) for start, length in shown.bold]
        )
        layout.beginLayout()
        layout.createLine().setLineWidth(rect.width())
        layout.endLayout()
        painter.setPen(QColor(self._theme.colours.dim))
        layout.draw(painter, QPointF(self._mirror.place(rect).topLeft()))


def _sized(font: QFont, factor: float) -> QFont:
    """A font of its own size: a painter would give one without a size its device's."""
    made = QFont(font)
    made.setPixelSize(max(11, round(QFontInfo(font).pixelSize() * factor)))
    return made


def _option(*, wrap: bool = True) -> QTextOption:
    option = QTextOption()
    mode = QTextOption.WrapMode
    option.setWrapMode(mode.WrapAtWordBoundaryOrAnywhere if wrap else mode.NoWrap)
    return option


def _elided(painter: QPainter, words: str, width: int) -> str:
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)


def _bold_range(text: str, start: int, length: int, theme: Theme) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = utf16_length(text[:start])
    made.length = utf16_length(text[start : start + length])
    char = QTextCharFormat()
    char.setFontWeight(QFont.Weight.Bold)
    char.setForeground(QColor(theme.colours.text))
    made.format = char
    return made
