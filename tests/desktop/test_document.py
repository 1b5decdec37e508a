"""The document on screen and the text in the archive agree, character by character."""

import random

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from reader.desktop.reading.document import Frame, build
from reader.desktop.reading.offsets import OffsetMap
from reader.desktop.reading.typography import Typography
from reader.desktop.theme import LIGHT
from reader.desktop.writing import is_right_to_left, side_by_side, utf16_length
from reader.model.layout import Layout
from reader.text.document import content

STYLE = Typography(18, 150, LIGHT)

ARTICLE = """
<p>Plain words, then <b>bold 😀 words</b> and <a href="https://example.org/">a li<i>n</i>k</a>.</p>
<p>A soft<br>break, 𝛽-cells and <sup>2</sup>.</p><img alt="A map 😀"><h2>Head 🧪</h2>
<ul><li>one 😀</li><li>two<ol start="4"><li>four</li><li>five 𝛽</li></ol></li><li>three</li></ul>
<table><tr><th>Arm 😀</th><th>n</th></tr><tr><td><p>A</p><p>second 𝛽</p></td><td>35</td></tr></table>
<blockquote>Quoted <em>words</em></blockquote><pre>  code 😀
    more</pre><hr><p>עברית ו-English مع العربية</p>
<table><tr><td>x</td><td></td></tr><tr><td>y</td><td>z</td></tr></table><p>End 😀</p>
"""


@pytest.fixture
def built(qtbot: QtBot) -> tuple[str, QTextDocument, OffsetMap]:
    said = content("A title with 😀", ARTICLE)
    document = QTextDocument()
    frame = Frame("Example News · today 😀", [("No control group", "studywire:limitations")])
    offsets = build(document, said.text, Layout.from_json(said.layout), frame, STYLE)
    return said.text, document, offsets


def shown(document: QTextDocument, stretches: list[tuple[int, int]]) -> str:
    """What stands in the document at the stretches, joined by line feeds."""
    parts = []
    for first, last in stretches:
        cursor = QTextCursor(document)
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        parts.append(cursor.selectedText().replace("\u2028", "\n"))
    return "\n".join(parts)


def test_every_block_of_the_text_is_shown(
    built: tuple[str, QTextDocument, OffsetMap],
) -> None:
    text, document, offsets = built
    assert shown(document, offsets.stretches(0, len(text))) == text


def test_random_passages_stand_where_the_map_says(
    built: tuple[str, QTextDocument, OffsetMap],
) -> None:
    text, document, offsets = built
    chance = random.Random(7)
    for _ in range(2000):
        start = chance.randrange(len(text))
        end = chance.randrange(start + 1, len(text) + 1)
        passage = text[start:end].strip("\n")
        assert shown(document, offsets.stretches(start, end)).strip("\n") == passage
        if text[start] != "\n":
            assert offsets.offset(offsets.position(start)) == start
            assert offsets.holds(offsets.position(start))


def test_what_we_add_is_no_part_of_the_text(
    built: tuple[str, QTextDocument, OffsetMap],
) -> None:
    text, document, offsets = built
    assert not offsets.holds(2)  # the line above the title
    whole = document.toRawText()
    assert offsets.offset(whole.index("No control group") + 3) == len("A title with 😀")
    assert "Image, not loaded: A map 😀" in whole
    assert "No control group" not in text


@pytest.mark.parametrize(("text", "units"), [("", 0), ("abc", 3), ("é", 1), ("😀", 2), ("a𝛽c", 4)])
def test_utf16_units_are_counted(text: str, units: int) -> None:
    assert utf16_length(text) == units


def test_an_empty_article_has_an_empty_map(qtbot: QtBot) -> None:
    offsets = build(QTextDocument(), "", Layout(), Frame("Example"), STYLE)
    assert (offsets.position(5), offsets.offset(3), offsets.stretches(0, 9)) == (0, 0, [])
    assert not offsets.holds(0)


def test_numbers_go_on_after_a_nested_list(qtbot: QtBot) -> None:
    said = content("", "<ol><li>a<ul><li>x</li></ul></li><li>b</li></ol><ol><li>c</li></ol>")
    document = QTextDocument()
    build(document, said.text, Layout.from_json(said.layout), Frame(), STYLE)
    labels = []
    block = document.begin()
    while block.isValid():
        items = block.textList()
        labels.append(items.itemText(block) if items else "")
        block = block.next()
    assert labels[0] == "1."
    assert labels[2] == "2."
    assert labels[3] == "1."


def test_parts_of_a_line_keep_their_own_direction() -> None:
    assert side_by_side(["Lab Letter", "", "26 Nov 2026"]) == "Lab Letter · 26 Nov 2026"
    mixed = side_by_side(["أخبار", "26 Nov 2026"])
    assert mixed == "\u200f\u2068أخبار\u2069 · \u206826 Nov 2026\u2069"
    assert is_right_to_left(mixed)
    assert side_by_side(["Lab", "أخبار"]).startswith("\u2068Lab")
