"""From cleaned HTML to the plain text that every offset counts in, and its layout.

The text is one string: blocks joined by line feeds, Unicode NFC, runs of white space folded
(except in preformatted text), no bullets, no alternative texts of images. The title is the first
block. Nothing here decides what is safe: `reader.text.clean` has done that before.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

from reader.model.article import Content
from reader.model.layout import Block, Layout, Mark
from reader.text.elements import BLOCKS, HEADINGS, MARKS, MAX_DEPTH, RARE, TAG, UNWANTED, VALUE
from reader.text.inline_pictures import place_of
from reader.text.tables import Tables, without_layout_tables
from reader.text.text_line import Line
from reader.text.usual_document import usual_content

#: What one text may hold at most, in code points and in blocks; Qt lays out no more in a second.
MAX_TEXT = 1_000_000
MAX_BLOCKS = 20_000
CUT = "[The article is longer than Studywire keeps. Open the original for the rest.]"

_SPACE = re.compile(r"[\s\u00a0]+")
#: In preformatted text, every kind of line end is one.
_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")

_STRUCTURES = {"ul", "ol", "li", "blockquote", "pre", "hr", "table", "tr", "td", "th"}


def content(title: str, html: str) -> Content:
    """Lay out an article. `title` is one line of plain text, `html` has been cleaned."""
    heading = " ".join(_tidied(title).split())
    return Content(title, html, *(usual_content(heading, html) or any_content(heading, html)))


def any_content(heading: str, html: str) -> tuple[str, str]:
    """The text and its layout as JSON, however the HTML is written."""
    builder = _Builder(heading)
    if not builder.feed_cleaned(html):
        builder.feed(html)
        builder.close()
    text, layout = builder.finished()
    return text, layout.to_json()


class _Builder(HTMLParser):
    """Reads balanced HTML once and keeps blocks, marks and the text they range over."""

    def __init__(self, title: str) -> None:
        super().__init__(convert_charrefs=True)
        self._title = title
        self._texts: list[str] = []
        self._blocks: list[Block] = []
        self._marks: list[Mark] = []
        self._length = 0  # of the finished blocks, each with its line feed
        self._line = Line()
        self._kind, self._level, self._label = "paragraph", 0, ""
        self._lists: list[int | None] = []  # numbers of the open lists; None for bullets
        self._quotes = self._pre = 0
        self._tables = Tables()
        self._images: list[tuple[str, str]] = []  # words and address
        self._full = False
        if title:
            self._kind = "title"
            self._line.add(title)
            self._flush()

    def feed_cleaned(self, html: str) -> bool:
        """Read HTML as `reader.text.clean` writes it; False, with nothing read, for any other."""
        parts = TAG.split(html)  # text, then by turns: slash, name, attributes, text
        if len(parts) // 4 != html.count("<"):
            return False
        if parts[0]:
            self.handle_data(unescape(parts[0]))
        for end, name, attributes, text in zip(*(iter(parts[1:]),) * 4, strict=True):
            if end:
                self.handle_endtag(name)
            else:
                values = VALUE.findall(attributes) if attributes else ()
                self.handle_starttag(name, [(name, unescape(value)) for name, value in values])
            if text:
                self.handle_data(unescape(text) if "&" in text else text)
        return True

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in MARKS:
            self._line.begin_mark(tag, MARKS[tag], "")
        elif tag == "a":
            self._line.begin_mark(tag, "link", values.get("href", ""))
        elif tag == "br":
            self._break()
        elif tag == "img":
            self._images.append((_folded(values.get("alt", "")), values.get("src", "")))
        elif tag in BLOCKS:
            self._begin_block(tag)
        else:
            self._begin_structure(tag, values)

    def handle_endtag(self, tag: str) -> None:
        if tag in MARKS or tag == "a":
            self._line.end_mark(tag)
        elif tag in BLOCKS or tag in _STRUCTURES:
            self._flush()
            if tag in ("ul", "ol"):
                self._lists = self._lists[:-1]
            elif tag == "blockquote":
                self._quotes = max(0, self._quotes - 1)
            elif tag == "pre":
                self._pre = max(0, self._pre - 1)
            else:
                self._tables.end(tag)

    def handle_data(self, data: str) -> None:
        data = _tidied(data)
        if self._pre:
            data = _LINE_ENDS.sub("\n", data).expandtabs(4).replace("\u00a0", " ")
            data = data if self._line else data.lstrip("\n")
        else:
            data = _spaced(data)
            data = data.removeprefix(" ") if self._line.at_space else data
        if not self._full:
            self._line.add(data)

    def _begin_structure(self, tag: str, values: dict[str, str]) -> None:
        if tag not in _STRUCTURES:
            return
        self._flush()
        if tag in ("ul", "ol"):
            start = values.get("start", "")
            self._lists.append((int(start) if start.isdecimal() else 1) if tag == "ol" else None)
        elif tag == "li":
            self._begin_item()
        elif tag == "blockquote":
            self._quotes += 1
        elif tag == "pre":
            self._pre += 1
        elif tag == "hr":
            self._blocks.append(Block("rule", self._length, self._length))
        else:
            self._tables.begin(tag)

    def _begin_block(self, tag: str) -> None:
        if not self._line and self._kind == "item":
            return  # <li><p>: the paragraph is the item
        self._flush()
        if tag in HEADINGS:
            self._kind, self._level = "heading", HEADINGS[tag]
        elif tag in ("figcaption", "caption"):
            self._kind = "caption"
        elif tag == "dd":
            self._kind, self._level = "item", 1

    def _begin_item(self) -> None:
        self._kind, self._level, self._label = "item", min(max(len(self._lists), 1), MAX_DEPTH), "•"
        if self._lists and (number := self._lists[-1]) is not None:
            self._label = f"{number}."
            self._lists[-1] = number + 1

    def _break(self) -> None:
        if self._pre or not self._line.at_break:
            self._line.add("\n")
        elif self._line:  # two in a row part paragraphs
            self._flush()

    def _flush(self) -> None:
        """End the block being read, if it holds anything."""
        text, marks = self._line.take() if self._line else ("", [])
        if text and not self._full and not self._repeats_title(text):
            self._keep(text, marks)
        if text or self._kind != "item":
            self._kind, self._level, self._label = "paragraph", 0, ""
        at = self._length
        for words, source in self._images:
            self._blocks.append(Block("image", at, at, label=words, source=place_of(source)))
        self._images = []

    def _keep(self, text: str, marks: list[Mark]) -> None:
        kind, level, label = self._kind, self._level, self._label
        if self._length + len(text) > MAX_TEXT or len(self._texts) >= MAX_BLOCKS:
            text, kind, marks, self._full = CUT, "caption", [], True
        cell = self._tables.cell
        if cell:
            kind, level, label = "cell", 0, ""
        elif self._pre:
            kind = "pre"
        elif self._quotes and kind == "paragraph":
            kind, level = "quote", min(self._quotes, MAX_DEPTH)
        start = self._length
        header = self._tables.header
        self._blocks.append(Block(kind, start, start + len(text), level, label, cell, header))
        self._marks += (Mark(m.kind, start + m.start, start + m.end, m.target) for m in marks)
        self._texts.append(text)
        self._length = start + len(text) + 1

    def _repeats_title(self, text: str) -> bool:
        first = len(self._texts) == 1 and bool(self._title)
        return first and text.casefold() == self._title.casefold()

    def finished(self) -> tuple[str, Layout]:
        """The text and its layout. Call after `close()`."""
        self._flush()
        marks = sorted(self._marks, key=lambda m: (m.start, m.end))
        text = "\n".join(self._texts)
        blocks = (
            b if b.start <= len(text) else replace(b, start=len(text), end=len(text))
            for b in self._blocks
        )
        return text, Layout(without_layout_tables(list(blocks)), tuple(marks))


def _folded(words: str) -> str:
    return _SPACE.sub(" ", words).strip()


def _spaced(data: str) -> str:
    """Every run of white space as one space, those at the ends too."""
    words = " ".join(data.split())
    if not words:
        return " " if data else ""
    return " " * data[0].isspace() + words + " " * data[-1].isspace()


def _tidied(data: str) -> str:
    if RARE.search(data):
        data = data.translate(UNWANTED)
    return data if data.isascii() else unicodedata.normalize("NFC", data)
