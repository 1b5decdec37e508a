"""Where passages stand on the page: a rectangle for each line they run over."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine


def line_rects(
    document: QTextDocument, first: int, last: int, shown: QRectF
) -> Iterator[tuple[QRectF, float]]:
    """The rectangle and the baseline of each line of the positions [first, last) within `shown`.

    All in coordinates of the document.
    """
    block = document.findBlock(first)
    while block.isValid() and block.position() < last:
        place = document.documentLayout().blockBoundingRect(block)
        if place.intersects(shown):
            yield from _in_block(
                block, place.topLeft(), first - block.position(), last - block.position()
            )
        block = block.next()


def _in_block(
    block: QTextBlock, origin: QPointF, first: int, last: int
) -> Iterator[tuple[QRectF, float]]:
    """`origin` is that of the block on the page: its own layout knows only its place in a cell. Its
    lines know how far they are indented in it."""
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start = max(first, line.textStart())
        end = min(last, line.textStart() + line.textLength())
        if end == line.textStart() + line.textLength():
            end -= _spaces_before(block.text(), start, end)
        if start >= end:
            continue
        left, right = sorted((_x(line, start), _x(line, end)))
        top = origin.y() + line.y()
        rect = QRectF(origin.x() + left, top, right - left, line.ascent() + line.descent())
        yield rect, top + line.ascent()


def _spaces_before(text: str, start: int, end: int) -> int:
    """How many spaces a stretch of a block ends in; at the end of a line nobody sees them."""
    return len(text[start:end]) - len(text[start:end].rstrip(" "))


def _x(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)  # a pair, whatever its annotation says
    return float(found[0])
