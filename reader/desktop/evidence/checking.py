"""Going from value to value that the user has not decided about."""

from PySide6.QtCore import QModelIndex

from reader.desktop.evidence.table_model import EvidenceModel
from reader.model.evidence import FROZEN

#: Rows that are looked at in a column: cards are parsed for them.
_FAR = 3_000


def next_to_check(model: EvidenceModel, current: QModelIndex) -> tuple[int, int] | None:
    """The next cell to look at, down this column and then down those to its right."""
    rows, first = model.rowCount(), len(FROZEN)
    at, column = (current.row() + 1, current.column()) if current.isValid() else (0, first)
    for place in range(max(first, column), model.columnCount()):
        for row in range(at, min(rows, at + _FAR)):
            cell = model.cell(model.index(row, place))
            if cell and cell.wants_a_look:
                return row, place
        at = 0
    return None
