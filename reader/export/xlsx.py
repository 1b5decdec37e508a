"""Records as an Excel workbook. Cells have types, so no text is ever taken for a formula."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

from reader.export.cells import Cell
from reader.export.plain import printable
from reader.export.tables import annotations, long
from reader.export.wide import wide
from reader.model.errors import ReaderError
from reader.model.record import Record, Wishes

#: Characters of a cell, and rows of a sheet, that Excel keeps.
LONGEST = 32_767
_ROWS = 1_048_576
_MISSING = (
    "Excel files need one more package. Install it with: pip install XlsxWriter. "
    "CSV files need none."
)


def write_xlsx(records: Iterable[Record], file: BinaryIO, wishes: Wishes) -> Iterator[int]:
    """Three sheets: studies, values, highlights; goes through the records once for each.

    Raises ReaderError where XlsxWriter is not installed.
    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise ReaderError(_MISSING) from error
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, {**options, "strings_to_numbers": False})
    bold = book.add_format({"bold": True})
    sheets = (
        ("Studies", wide(records, wishes)),
        ("Values", long(records, wishes)),
        ("Highlights", annotations(records)),
    )
    for name, rows in sheets:
        for at in _fill(book.add_worksheet(name), rows, bold):
            if name == "Studies":
                yield at
    book.close()


def _fill(sheet: Any, rows: Iterable[Sequence[Cell]], bold: Any) -> Iterator[int]:
    """A sheet, filled while this is iterated; yields how many rows stand below its head."""
    sheet.freeze_panes(1, 0)
    for at, row in enumerate(rows):
        if at == _ROWS:
            return
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(at, column, printable(cell)[:LONGEST], bold if at == 0 else None)
            elif cell is not None:
                sheet.write_number(at, column, cell)
        yield at
