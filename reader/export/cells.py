"""Cells of tables, and what keeps a sheet program from running what a cell says.

A text that a sheet program would take for a formula gets a ' before it; numbers are written from
numbers and never touched (OWASP, CSV injection; CVE-2021-41270).
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from reader.export.plain import printable
from reader.model.record import Wishes

Cell = str | int | float | None

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
#: What a sheet program passes over before it looks for a formula.
_PASSED_OVER = " \u00a0\ufeff\u200b\u200c\u200d\u2060\"'\n\t\r"
_STARTS = ("=", "+", "-", "@", "|")


def guarded(text: str) -> str:
    """The text, with a ' before it where a sheet program would take it for a formula."""
    if _NUMBER.fullmatch(text):
        return text
    first = unicodedata.normalize("NFKC", text.lstrip(_PASSED_OVER)[:1])
    dangerous = text[:1] in ("\t", "\r", "\n") or first[:1] in _STARTS
    return f"'{text}" if dangerous else text


def write_cells(rows: Iterable[Sequence[Cell]], file: TextIO, wishes: Wishes) -> Iterator[int]:
    """RFC 4180: every text quoted, lines ended by CR LF. The first row is the head."""
    if wishes.mark:
        file.write("\ufeff")
    writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    for count, row in enumerate(rows):
        writer.writerow([_cell(cell, wishes) for cell in row])
        yield count


def _cell(cell: Cell, wishes: Wishes) -> Cell:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if not isinstance(cell, str):
        return cell
    text = printable(cell)
    return guarded(text) if wishes.guard else text
