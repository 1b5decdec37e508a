"""An article on paper: its words with the highlights painted in, and the user's notes behind them.

What the view marks (extra selections) is not printed by Qt, so a document of its own is built, in the
colours of paper whatever the window wears.
"""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import (
    QColor,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from reader.desktop.reading.document import Frame, build
from reader.desktop.reading.passages import Passages
from reader.desktop.reading.typography import Typography
from reader.desktop.theme import LIGHT
from reader.desktop.tongue import tr
from reader.model.annotation import Marked, Note
from reader.model.layout import Layout

#: Pixels of the letters at `RESOLUTION` dots an inch: 11 points. Millimetres of margin.
SIZE, RESOLUTION, MARGIN = 15, 96, 18
#: Pixels between the margins of a sheet of A4.
COLUMN = (210 - 2 * MARGIN) / 25.4 * RESOLUTION


def on_paper(
    text: str,
    layout: Layout,
    frame: Frame,
    marked: Sequence[Marked],
    note: Note | None,
    *,
    lined: bool = False,
) -> QTextDocument:
    """A document to print. `frame` holds the line over the article, and the pictures in it;
    `lined` tells the colour of a highlight by a line too, as on screen."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    offsets = build(document, text, layout, frame, Typography(SIZE, 140, LIGHT))
    frame.images.fit(document, COLUMN)
    placed = tuple(row for row in marked if row.anchor.state != "orphan")
    for selection in Passages(marked=placed).selections(document, offsets, LIGHT, lined=lined):
        selection.cursor.mergeCharFormat(selection.format)
    _add_notes(document, marked, note)
    return document


def as_pdf(document: QTextDocument, title: str) -> bytes:
    """The document on A4, with page numbers."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(title)
    writer.setCreator("Studywire")
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN),
            QPageLayout.Unit.Millimeter,
        )
    )
    document.print_(writer)
    buffer.close()
    return bytes(data.data())


def _add_notes(document: QTextDocument, marked: Sequence[Marked], note: Note | None) -> None:
    """The user's notes and tags at the end, each below the words it is about."""
    noted = [row for row in marked if row.note or row.tags]
    if not noted and not note:
        return
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    _add(cursor, tr("Notes"), weight=700, above=24)
    if note:
        _add(cursor, note.text)
    for row in noted:
        _add(cursor, f"“{row.annotation.quote.exact}”", dim=True, above=10)
        if row.note:
            _add(cursor, row.note.text)
        if row.tags:
            _add(cursor, tr("Tags: {names}", names=", ".join(row.tags)), dim=True)


def _add(
    cursor: QTextCursor, words: str, *, weight: int = 400, dim: bool = False, above: int = 4
) -> None:
    """A paragraph of plain text."""
    block, char = QTextBlockFormat(), QTextCharFormat()
    block.setTopMargin(above)
    font = Typography(SIZE, 140, LIGHT).font
    font.setWeight(font.Weight(weight))
    char.setFont(font)
    char.setForeground(QColor(LIGHT.dim if dim else LIGHT.text))
    cursor.insertBlock(block, char)
    cursor.insertText(words, char)
