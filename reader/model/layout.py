"""The shape of a plain text: which stretches are headings, list items, cells, bold, links.

A layout never holds words, only ranges of Unicode code points in the text it belongs to,
so the text can be shown as an article without another source.
"""

import json
from collections.abc import Iterator
from typing import Any

from reader.model.frozen import dataclass

#: Kinds of block. "image" and "rule" are empty ranges.
BLOCKS = (
    "title",
    "heading",
    "paragraph",
    "item",
    "quote",
    "pre",
    "cell",
    "caption",
    "image",
    "rule",
)
MARKS = ("strong", "emphasis", "code", "link", "sup", "sub", "strike", "underline")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch between two line feeds.

    `level` is the rank of a heading (1 to 6) or the depth of an item or quotation (from 1);
    `label` an item's number or bullet, or an image's alternative text;
    `cell` is (table, row, column) counted from 0, `header` marks a heading cell;
    `source` is the address of an image, "data:" and a hash for one in the article's own HTML, ""
    where there is none that may be shown.
    """

    kind: str
    start: int
    end: int
    level: int = 0
    label: str = ""
    cell: tuple[int, int, int] | None = None
    header: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline range; `target` is a link's address."""

    kind: str
    start: int
    end: int
    target: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Blocks in reading order, and marks sorted by their start."""

    blocks: tuple[Block, ...] = ()
    marks: tuple[Mark, ...] = ()

    def to_json(self) -> str:
        """A compact form for the archive: lists of lists, defaults at the end left out."""
        blocks = [
            trimmed_block([b.kind, b.start, b.end, b.level, b.label, b.cell, b.header, b.source])
            for b in self.blocks
        ]
        marks = [_trimmed([m.kind, m.start, m.end, m.target], _PLAIN_MARK) for m in self.marks]
        return self.json_of(blocks, marks)

    @staticmethod
    def json_of(blocks: list[list[Any]], marks: list[list[Any]]) -> str:
        """The compact form of what is in it already."""
        return _written([blocks, marks])

    @classmethod
    def from_json(cls, text: str) -> "Layout":
        """The inverse of `to_json`. Raises ValueError for anything else."""
        try:
            blocks, marks = json.loads(text)
            return cls(tuple(_block(*b) for b in blocks), tuple(Mark(*m) for m in marks))
        except (TypeError, ValueError) as error:
            raise ValueError("not a layout") from error

    @classmethod
    def of(cls, text: str, kept: str) -> "Layout":
        """The layout kept of a text. Where it is damaged or does not fit the text, as in an archive
        from somebody else, each line is a paragraph and nothing is lost."""
        try:
            found = cls.from_json(kept)
            if found.fits(text):
                return found
        except (TypeError, ValueError):
            pass
        return cls(tuple(Block("paragraph", start, end) for start, end in _lines(text)))

    def fits(self, text: str) -> bool:
        """Whether every block and mark lies in the text, the blocks one behind the other."""
        at, size = 0, len(text)
        for block in self.blocks:
            if not at <= block.start <= block.end <= size:
                return False
            at = block.end
        return all(0 <= mark.start <= mark.end <= size for mark in self.marks)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


#: The values that most blocks and marks have behind kind, start and end.
_PLAIN_BLOCK: list[object] = [0, "", None, False, ""]
_PLAIN_MARK: list[object] = [""]
_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def trimmed_block(values: list[Any]) -> list[Any]:
    """All values of a block, without the usual ones at its end."""
    return _trimmed(values, _PLAIN_BLOCK)


def _trimmed(values: list[Any], plain: list[object]) -> list[Any]:
    if values[3:] == plain:
        return values[:3]
    while values[-1] == plain[len(values) - 4]:
        values.pop()
    return values


def _block(kind: str, start: int, end: int, *rest: Any) -> Block:
    named = dict(zip(("level", "label", "cell", "header", "source"), rest, strict=False))
    if named.get("cell"):
        named["cell"] = tuple(named["cell"])
    return Block(kind, start, end, **named)
