"""Which cell of which table a stretch of HTML stands in."""

from collections.abc import Iterable
from typing import Any

from reader.model.layout import Block


class Tables:
    """Where we are in the outermost table; tables within tables are read as part of its cell."""

    def __init__(self) -> None:
        self.header = False
        self._depth = 0
        self._table = self._row = self._column = -1
        self._in_cell = False

    @property
    def cell(self) -> tuple[int, int, int] | None:
        return (self._table, self._row, self._column) if self._in_cell else None

    def begin(self, tag: str) -> None:
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._table, self._row = self._table + 1, -1
        elif self._depth == 1 and tag == "tr":
            self._row, self._column = self._row + 1, -1
        elif self._depth == 1 and tag in ("td", "th"):
            self._row = max(self._row, 0)
            self._column += 1
            self._in_cell, self.header = True, tag == "th"

    def end(self, tag: str) -> None:
        if tag == "table":
            self._depth = max(0, self._depth - 1)
        if (
            self._depth <= 1
            and tag in ("td", "th", "table")
            and (tag != "table" or not self._depth)
        ):
            self._in_cell = self.header = False


def without_layout_tables(blocks: list[Block]) -> tuple[Block, ...]:
    """Tables of one row or one column only place text; their cells are paragraphs."""
    real = _real(block.cell for block in blocks if block.cell)
    return tuple(
        Block("paragraph", b.start, b.end) if b.cell and b.cell[0] not in real else b
        for b in blocks
    )


def real_tables(blocks: list[list[Any]]) -> list[list[Any]]:
    """The same for blocks as lists, as they stand in a layout's JSON."""
    cells = [block[5] if len(block) > 5 else None for block in blocks]
    real = _real(filter(None, cells))
    return [
        ["paragraph", *block[1:3]] if cell and cell[0] not in real else block
        for block, cell in zip(blocks, cells, strict=True)
    ]


def _real(cells: Iterable[tuple[int, int, int]]) -> set[int]:
    size: dict[int, tuple[int, int]] = {}
    for table, row, column in cells:
        rows, columns = size.get(table, (0, 0))
        size[table] = (max(rows, row + 1), max(columns, column + 1))
    return {table for table, (rows, columns) in size.items() if rows > 1 and 1 < columns <= 30}
