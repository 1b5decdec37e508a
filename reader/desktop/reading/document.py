"""Builds the document on screen from an article's text and layout, never from HTML.

So nothing of an article is ever interpreted by Qt: no address is opened, no style is taken over,
and the map between offsets and positions is made while the words are put in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextList,
    QTextListFormat,
    QTextTableCellFormat,
    QTextTableFormat,
)

from reader.desktop.reading.images import Images
from reader.desktop.reading.offsets import OffsetMap
from reader.desktop.reading.typography import Typography
from reader.desktop.tongue import tr
from reader.model.layout import Block, Layout, Mark


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the text and is not part of it: the line above the title, cautions."""

    above: str = ""
    #: (caption, address) pairs shown as links below the title.
    cautions: Sequence[tuple[str, str]] = ()
    #: Pictures of the archive, by the addresses they came from.
    images: Images = field(default_factory=Images)


def build(
    document: QTextDocument, text: str, layout: Layout, frame: Frame, style: Typography
) -> OffsetMap:
    """Fill an empty document. Returns where each part of the text came to stand."""
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(style.font)
    document.setDocumentMargin(0)
    builder = _Builder(document, text, layout.marks, style, frame.images)
    builder.cursor.beginEditBlock()
    builder.frame_above(frame)
    for cells, blocks in groupby(layout.blocks, key=lambda b: b.cell[0] if b.cell else None):
        if cells is not None:
            builder.table(list(blocks))
            continue
        for block in blocks:
            builder.block(block)
            if block.kind == "title":
                builder.frame_below(frame)
    builder.cursor.endEditBlock()
    return builder.map


@dataclass(slots=True)
class _Builder:
    document: QTextDocument
    text: str
    marks: Sequence[Mark]
    style: Typography
    images: Images
    cursor: QTextCursor = field(init=False)
    map: OffsetMap = field(init=False)
    _lists: dict[int, tuple[QTextList, int]] = field(default_factory=dict)
    _next_mark: int = 0
    _fresh: bool = True  # the document's first block is still unused
    _shapes: dict[tuple[object, ...], tuple[QTextBlockFormat, QTextCharFormat]] = field(
        default_factory=dict
    )

    def __post_init__(self) -> None:
        self.cursor = QTextCursor(self.document)
        self.map = OffsetMap(self.text)

    # -- around the text

    def frame_above(self, frame: Frame) -> None:
        if frame.above:
            self._begin(
                self.style.spaced(above=0, below=6), self.style.small(self.style.colours.dim)
            )
            self.cursor.insertText(frame.above)

    def frame_below(self, frame: Frame) -> None:
        if not frame.cautions:
            return
        colours = self.style.colours
        char = self.style.small(colours.caution)
        shape = QTextFrameFormat()
        shape.setBackground(QBrush(QColor(colours.caution_page)))
        shape.setPadding(7)
        shape.setTopMargin(8)
        shape.setBottomMargin(16)
        self.cursor.insertFrame(shape)
        self.cursor.setBlockFormat(self.style.spaced(above=0, below=0))
        self.cursor.insertText("⚠  ", char)
        for number, (caption, address) in enumerate(frame.cautions):
            if number:
                self.cursor.insertText("  ·  ", char)
            link = QTextCharFormat(char)
            link.setAnchor(True)
            link.setAnchorHref(address)
            link.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            self.cursor.insertText(caption, link)
        self.cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True  # Qt keeps an empty block after a frame

    # -- the text

    def block(self, block: Block) -> None:
        if block.kind == "image":
            self._image(block)
        elif block.kind == "rule":
            rule = self.style.spaced(above=8, below=16)
            full = QTextLength(QTextLength.Type.PercentageLength, 100)
            rule.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth, full)
            self._begin(rule, self.style.char("paragraph"))
        else:
            self._begin(*self._shape(block))
            if block.kind == "item":
                self._number(block)
            else:
                self._lists.clear()
            self._words(block)

    def _shape(self, block: Block) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """How a block is set; made once for all that are set alike."""
        kind = (block.kind, block.level)
        if kind not in self._shapes:
            self._shapes[kind] = (self.style.block(block), self.style.char(*kind))
        return self._shapes[kind]

    def table(self, cells: list[Block]) -> None:
        """The cells of one table, in reading order; a cell may hold several blocks."""
        rows = max(b.cell[1] for b in cells if b.cell) + 1
        columns = max(b.cell[2] for b in cells if b.cell) + 1
        shape = QTextTableFormat()
        shape.setCellPadding(5)
        shape.setCellSpacing(0)
        shape.setBorder(0)
        shape.setBorderCollapse(True)  # without it Qt paints no border of a cell
        shape.setTopMargin(4)
        shape.setBottomMargin(16)
        self._lists.clear()
        table = self.cursor.insertTable(rows, columns, shape)
        after = QTextCursor(self.cursor)
        for place, blocks in groupby(cells, key=lambda b: b.cell):
            if place is None:
                continue
            cell = table.cellAt(place[1], place[2])
            cell.setFormat(self._ruled())
            self.cursor = cell.firstCursorPosition()
            for number, block in enumerate(blocks):
                if number:
                    self.cursor.insertBlock()
                self.cursor.setCharFormat(self.style.char("cell", header=block.header))
                self._words(block)
        after.movePosition(QTextCursor.MoveOperation.End)
        self.cursor = after
        self._fresh = True  # Qt keeps an empty block after a table

    def _ruled(self) -> QTextTableCellFormat:
        """A cell with a line under it."""
        made = QTextTableCellFormat()
        made.setPadding(5)
        made.setBottomBorder(1)
        made.setBottomBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
        made.setBottomBorderBrush(QBrush(QColor(self.style.colours.line)))
        return made

    def _begin(self, block: QTextBlockFormat, char: QTextCharFormat) -> None:
        if self._fresh:
            self._fresh = False
            self.cursor.setBlockFormat(block)
            self.cursor.setBlockCharFormat(char)
            self.cursor.setCharFormat(char)
        else:
            self.cursor.insertBlock(block, char)
            self.cursor.setCharFormat(char)

    def _words(self, block: Block) -> None:
        self.map.add(block.start, block.end, self.cursor.position())
        plain = self.cursor.charFormat()
        for start, end, active in self._runs(block):
            char = QTextCharFormat(plain)
            for mark in active:
                self.style.emphasise(char, mark)
            self.cursor.insertText(self.text[start:end].replace("\n", "\u2028"), char)

    def _runs(self, block: Block) -> Iterator[tuple[int, int, list[Mark]]]:
        """The block cut where a mark begins or ends, with the marks over each piece."""
        while self._next_mark < len(self.marks) and self.marks[self._next_mark].end <= block.start:
            self._next_mark += 1
        inside: list[Mark] = []
        for mark in self.marks[self._next_mark :]:
            if mark.start >= block.end:
                break
            inside.append(mark)
        cuts = {block.start, block.end}
        for mark in inside:
            cuts |= {max(mark.start, block.start), min(mark.end, block.end)}
        edges = sorted(cuts)
        for start, end in pairwise(edges):
            yield start, end, [m for m in inside if m.start <= start and m.end >= end]

    def _image(self, block: Block) -> None:
        """A picture that the archive keeps; of others, what they are said to show."""
        self._begin(
            self.style.spaced(above=4, below=14), self.style.small(self.style.colours.faint)
        )
        if self.images.insert(self.cursor, block.source, block.label):
            self.cursor.setBlockFormat(self.style.tight(above=4, below=18))
            return
        alternative = (
            tr("Image, not loaded: {label}", label=block.label)
            if block.label
            else tr("Image, not loaded")
        )
        self.cursor.insertText(f"▦ {alternative}")

    def _number(self, block: Block) -> None:
        """Make the current block an item, of the list it continues or of a new one."""
        for level in [level for level in self._lists if level > block.level]:
            del self._lists[level]
        number = int(block.label[:-1]) if block.label[:-1].isdecimal() else 0
        going_on, expected = self._lists.get(block.level, (None, 0))
        if going_on is None or bool(expected) != bool(number) or (number and number != expected):
            going_on = self.cursor.createList(self._list_format(block.level, number))
        else:
            going_on.add(self.cursor.block())
        self._lists[block.level] = (going_on, number + 1 if number else 0)

    def _list_format(self, level: int, number: int) -> QTextListFormat:
        style = QTextListFormat.Style
        made = QTextListFormat()
        made.setIndent(max(1, level))
        made.setStyle(
            style.ListDecimal if number else (style.ListDisc, style.ListCircle)[level % 2 == 0]
        )
        if number:
            made.setStart(number)
        return made
