"""The plain text and the layout of usual HTML in one pass, to the very result of `document`.

Declines what is preformatted, full of rare characters or very long. A test holds both ways to the
same answer over collected and generated texts.
"""

import unicodedata
from collections.abc import Callable
from html import unescape
from typing import Any

from reader.model.layout import Layout, trimmed_block
from reader.text.elements import BLOCKS, HEADINGS, MARKS, MAX_DEPTH, RARE, TAG, UNWANTED, VALUE
from reader.text.inline_pictures import place_of
from reader.text.tables import Tables, real_tables

_MOST, _MOST_TAGS = 200_000, 5_000


def usual_content(title: str, html: str) -> tuple[str, str] | None:
    """The text and its layout as JSON; None for HTML that is not usual. `title` is tidied."""
    tags = html.count("<")
    if "<pre" in html or "</pre" in html or len(html) > _MOST or tags > _MOST_TAGS:
        return None
    flat = html.replace("\n", " ")
    plain = flat.isprintable() and "\ufffc" not in flat
    if not plain and RARE.search(html):
        return None
    if not html.isascii() and not unicodedata.is_normalized("NFC", html):
        return None
    parts = TAG.split(_spaced(flat, plain))  # text, then by turns: slash, name, attributes, text
    if len(parts) // 4 != tags:
        return None
    reading = _Reading(title)
    if parts[0]:
        reading.add(parts[0])
    reading.go_through(parts)
    return reading.finished()


def _spaced(html: str, plain: bool) -> str:
    """Every run of white space as one space."""
    if "&nbsp;" in html:
        html = html.replace("&nbsp;", " ")
    if not plain:
        return " ".join(html.split())
    while "  " in html:  # what is printable has no other white space
        html = html.replace("  ", " ")
    return html


Open = tuple[str, str, str, int]


class _Reading:
    """Blocks and marks as they are kept, and the line being read."""

    __slots__ = (
        *("blocks", "images", "kind", "label", "length", "level", "line_marks", "lists", "marks"),
        *("open", "pieces", "quotes", "size", "tables", "texts", "title"),
    )

    def __init__(self, title: str) -> None:
        self.title = title.casefold()
        self.texts: list[str] = []
        self.blocks: list[list[Any]] = []
        self.marks: list[list[Any]] = []
        self.length = 0  # of the finished blocks, each with its line feed
        self.pieces: list[str] = []
        self.size = 0
        self.open: list[Open] = []  # tag, kind, target, start
        self.line_marks: list[tuple[str, int, int, str]] = []
        self.kind, self.level, self.label = "paragraph", 0, ""
        self.lists: list[int | None] = []  # numbers of the open lists; None for bullets
        self.quotes = 0
        self.images: list[tuple[str, str]] = []  # words and address
        self.tables: Tables | None = None
        if title:
            self.texts.append(title)
            self.blocks.append(["title", 0, len(title)])
            self.length = len(title) + 1

    def go_through(self, parts: list[str]) -> None:
        begin, end = _BEGIN.get, _END.get
        for at in range(1, len(parts), 4):
            name = parts[at + 1]
            does = end(name) if parts[at] else begin(name)
            if does:
                does(self, name, parts[at + 2])
            if text := parts[at + 3]:
                self.add(text)

    def add(self, text: str) -> None:
        if "&" in text:
            text = _decoded(text)
        if text[:1] == " " and (not self.pieces or self.pieces[-1][-1] in " \n"):
            text = text[1:]
        if text:
            self.pieces.append(text)
            self.size += len(text)

    def begin_mark(self, name: str, _attributes: str) -> None:
        self.open.append((name, MARKS[name], "", self.size))

    def begin_link(self, name: str, attributes: str) -> None:
        found = dict(VALUE.findall(attributes)).get("href", "") if attributes else ""
        self.open.append((name, "link", unescape(found) if "&" in found else found, self.size))

    def end_mark(self, name: str, _attributes: str) -> None:
        for at in range(len(self.open) - 1, -1, -1):
            if self.open[at][0] == name:
                _, kind, target, start = self.open.pop(at)
                if self.size > start and (target or kind != "link"):
                    self.line_marks.append((kind, start, self.size, target))
                return

    def begin_block(self, name: str, _attributes: str) -> None:
        if not self.pieces and self.kind == "item":
            return  # <li><p>: the paragraph is the item
        if self.pieces or self.images:
            self.flush()
        else:
            self.kind, self.level, self.label = "paragraph", 0, ""
        if name in HEADINGS:
            self.kind, self.level = "heading", HEADINGS[name]
        elif name in ("figcaption", "caption"):
            self.kind = "caption"
        elif name == "dd":
            self.kind, self.level = "item", 1

    def end_block(self, _name: str, _attributes: str) -> None:
        self.flush()

    def begin_list(self, name: str, attributes: str) -> None:
        self.flush()
        start = dict(VALUE.findall(attributes)).get("start", "") if attributes else ""
        self.lists.append((int(start) if start.isdecimal() else 1) if name == "ol" else None)

    def end_list(self, _name: str, _attributes: str) -> None:
        self.flush()
        self.lists = self.lists[:-1]

    def begin_item(self, _name: str, _attributes: str) -> None:
        self.flush()
        self.kind, self.level, self.label = "item", min(max(len(self.lists), 1), MAX_DEPTH), "•"
        if self.lists and (number := self.lists[-1]) is not None:
            self.label = f"{number}."
            self.lists[-1] = number + 1

    def begin_quote(self, _name: str, _attributes: str) -> None:
        self.flush()
        self.quotes += 1

    def end_quote(self, _name: str, _attributes: str) -> None:
        self.flush()
        self.quotes = max(0, self.quotes - 1)

    def rule(self, _name: str, _attributes: str) -> None:
        self.flush()
        self.blocks.append(["rule", self.length, self.length])

    def begin_part(self, name: str, _attributes: str) -> None:
        self.flush()
        self.tables = self.tables or Tables()
        self.tables.begin(name)

    def end_part(self, name: str, _attributes: str) -> None:
        self.flush()
        if self.tables:
            self.tables.end(name)

    def line_break(self, _name: str, _attributes: str) -> None:
        if not self.pieces:
            return
        if self.pieces[-1][-1] == "\n":  # two in a row part paragraphs
            self.flush()
        else:
            self.pieces.append("\n")
            self.size += 1

    def image(self, _name: str, attributes: str) -> None:
        values = {name: unescape(value) for name, value in VALUE.findall(attributes)}
        self.images.append((" ".join(values.get("alt", "").split()), values.get("src", "")))

    def flush(self) -> None:
        """End the block being read, if it holds anything."""
        text = ""
        if self.pieces:
            text = "".join(self.pieces).rstrip()
            marks = self.taken_marks(len(text)) if self.line_marks or self.open else ()
            self.pieces, self.size = [], 0
            if text and not (self.title and len(self.texts) == 1 and text.casefold() == self.title):
                self.keep(text)
                start = self.length - len(text) - 1
                self.marks += ([k, start + a, start + b, to] for k, a, b, to in marks)
        if text or self.kind != "item":
            self.kind, self.level, self.label = "paragraph", 0, ""
        if self.images:
            self.keep_images()

    def taken_marks(self, length: int) -> list[tuple[str, int, int, str]]:
        """The marks over the line, which is over; those still open begin anew in the next."""
        marks = [*self.line_marks, *((k, at, self.size, to) for _, k, to, at in self.open)]
        self.open = [(tag, kind, target, 0) for tag, kind, target, _ in self.open]
        self.line_marks = []
        cut = ((kind, start, min(end, length), to) for kind, start, end, to in marks)
        return [m for m in cut if m[2] > m[1] and (m[3] or m[0] != "link")]

    def keep(self, text: str) -> None:
        start, end = self.length, self.length + len(text)
        self.texts.append(text)
        self.length = end + 1
        cell = self.tables.cell if self.tables else None
        if cell and self.tables:
            block = trimmed_block(["cell", start, end, 0, "", cell, self.tables.header, ""])
        elif self.quotes and self.kind == "paragraph":
            block = ["quote", start, end, min(self.quotes, MAX_DEPTH)]
        elif self.label:
            block = [self.kind, start, end, self.level, self.label]
        else:
            block = [self.kind, start, end, self.level] if self.level else [self.kind, start, end]
        self.blocks.append(block)

    def keep_images(self) -> None:
        at = self.length
        for words, source in self.images:
            block = ["image", at, at, 0, words, None, False, place_of(source)]
            self.blocks.append(trimmed_block(block))
        self.images = []

    def finished(self) -> tuple[str, str]:
        self.flush()
        text = "\n".join(self.texts)
        for block in reversed(self.blocks):  # those behind the last text are empty
            if block[1] <= len(text):
                break
            block[1] = block[2] = len(text)
        blocks = real_tables(self.blocks) if self.tables else self.blocks
        marks = [m if m[3] else m[:3] for m in sorted(self.marks, key=lambda m: (m[1], m[2]))]
        return text, Layout.json_of(blocks, marks)


def _decoded(text: str) -> str:
    """Words as they are meant, tidied once more: an entity may be any character."""
    text = unescape(text)
    if RARE.search(text):
        text = text.translate(UNWANTED)
    text = unicodedata.normalize("NFC", text)
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return " " * text[0].isspace() + words + " " * text[-1].isspace()


_Does = Callable[[_Reading, str, str], None]
_BEGIN: dict[str, _Does] = {
    **dict.fromkeys(MARKS, _Reading.begin_mark),
    **dict.fromkeys(BLOCKS, _Reading.begin_block),
    **dict.fromkeys(("ul", "ol"), _Reading.begin_list),
    **dict.fromkeys(("table", "tr", "td", "th"), _Reading.begin_part),
    "a": _Reading.begin_link,
    "br": _Reading.line_break,
    "img": _Reading.image,
    "li": _Reading.begin_item,
    "blockquote": _Reading.begin_quote,
    "hr": _Reading.rule,
}
_END: dict[str, _Does] = {
    **dict.fromkeys(MARKS, _Reading.end_mark),
    **dict.fromkeys(BLOCKS, _Reading.end_block),
    **dict.fromkeys(("ul", "ol"), _Reading.end_list),
    **dict.fromkeys(("table", "tr", "td", "th"), _Reading.end_part),
    "a": _Reading.end_mark,
    "li": _Reading.end_block,
    "blockquote": _Reading.end_quote,
    "hr": _Reading.end_block,
}
