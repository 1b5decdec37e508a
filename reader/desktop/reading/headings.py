"""Headings that fit a narrow column: smaller letters before a word is broken."""

import re

from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from reader.desktop.reading.typography import Typography

#: Pixels below which letters are not read any more; then a word is broken.
_LEAST = 14


def fit_headings(document: QTextDocument, style: Typography, width: float) -> None:
    """Set title and headings as large as the column allows."""
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel() and block.text():
            _fit(block, style, width)
        block = block.next()


def _fit(block: QTextBlock, style: Typography, width: float) -> None:
    usual = style.heading_size(block.blockFormat().headingLevel() - 1)
    first = block.begin()
    if first.atEnd():
        return
    font = first.fragment().charFormat().font()
    size = _largest(block.text(), font, usual, width)
    if size == font.pixelSize():
        return
    resized = QTextCharFormat()
    resized.setProperty(QTextFormat.Property.FontPixelSize, size)
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(resized)


def _largest(text: str, font: QFont, usual: int, width: float) -> int:
    """The largest size in pixels, at most the usual, in which the longest word fits the width."""
    probe = QFont(font)
    probe.setPixelSize(usual)
    metrics = QFontMetricsF(probe)
    longest = max(
        (metrics.horizontalAdvance(word) for word in re.split(r"[\s-]+", text)), default=0.0
    )
    if longest <= width:
        return usual
    return max(_LEAST, int(usual * width / longest))
