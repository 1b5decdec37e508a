"""Where passages stand on the page."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from reader.desktop.reading.lines import line_rects

_PAGE = """
<p>Words before the table, which run over more than one line of so narrow a page.</p>
<table><tr><th>Patient</th><th>Weeks</th></tr>
<tr><td>first</td><td>14<ul><li>A point in a cell.</li></ul></td></tr></table>
<ul><li>A point that runs over more than one line of the page.<ol><li>Below it.</li></ol></li></ul>
<blockquote>What somebody said.</blockquote><p align="right">On the right.</p>
<p dir="rtl">מחקר קטן</p>
"""


def test_lines_stand_where_their_words_do_in_tables_and_lists_too(qtbot: QtBot) -> None:
    page = QTextEdit()
    qtbot.addWidget(page)
    page.setHtml(_PAGE)
    page.resize(260, 900)
    page.show()
    document = page.document()
    shown = QRectF(0, 0, 1_000, 10_000)
    block = document.begin()
    seen = 0
    while block.isValid():
        for rect, _ in line_rects(document, block.position(), end_of(block), shown):
            at = page.cursorRect(cursor_of(block, page, rect))
            near = rect.right() if block.text()[0] > "z" else rect.left()
            assert abs(at.left() - near) <= 1, block.text()
            assert abs(at.top() - rect.top()) <= 1, block.text()
            seen += 1
        block = block.next()
    assert seen >= 12


def cursor_of(block: QTextBlock, page: QTextEdit, rect: QRectF) -> QTextCursor:
    """Where the line of the block begins that stands at this height."""
    cursor = QTextCursor(block)
    while page.cursorRect(cursor).bottom() < rect.top() + 1 and cursor.position() < end_of(block):
        cursor.setPosition(cursor.position() + 1)
    return cursor


def end_of(block: QTextBlock) -> int:
    return block.position() + block.length() - 1
