"""Where passages stand on the page."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument
from pytestqt.qtbot import QtBot

from reader.desktop.reading.lines import line_rects

_PAGE = """
<p>Words before the table, which run over more than one line of so narrow a page.</p>
<table><tr><th>Patient</th><th>Weeks</th></tr><tr><td>first</td><td>14</td></tr></table>
<ul><li>A point.</li></ul><blockquote>What somebody said.</blockquote>
"""


def test_lines_stand_where_their_blocks_do_in_tables_too(qtbot: QtBot) -> None:
    document = QTextDocument()
    document.setHtml(_PAGE)
    document.setTextWidth(220)
    shown = QRectF(0, 0, 1_000, 10_000)
    block = document.begin()
    tops: dict[str, float] = {}
    while block.isValid():
        place = document.documentLayout().blockBoundingRect(block)
        for rect, _ in line_rects(document, block.position(), end_of(block), shown):
            assert place.adjusted(-1, -1, 1, 1).contains(rect), block.text()
            tops.setdefault(block.text(), rect.top())
        block = block.next()
    assert (
        tops["Words before the table, which run over more than one line of so narrow a page."]
        < (tops["Patient"])
    )
    assert tops["Patient"] == tops["Weeks"] < tops["first"] == tops["14"] < tops["A point."]


def end_of(block: QTextBlock) -> int:
    return block.position() + block.length() - 1
