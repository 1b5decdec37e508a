"""The table's model: all ids at once, rows by the page, a cell from its row."""

from array import array
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.model.evidence import COLUMNS, FROZEN, PRESETS, Cell, Column, EvidenceRow, own_column
from reader.model.own_columns import OwnColumn

#: Rows read at once: a card is parsed in a tenth of a millisecond. Pages that are kept.
PAGE, PAGES_KEPT = 32, 64

CELL_ROLE = Qt.ItemDataRole.UserRole
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
#: Of a column: the share of rows that have a value, None for the frozen ones.
SHARE_ROLE = Qt.ItemDataRole.UserRole + 2
COLUMN_ROLE = Qt.ItemDataRole.UserRole + 3

Index = QModelIndex | QPersistentModelIndex
Rows = Callable[[Sequence[int]], dict[int, EvidenceRow]]


class EvidenceModel(QAbstractTableModel):
    """An article that vanished is an empty row, never a shifted one."""

    def __init__(self, rows: Rows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._ids = array("q")
        self._filled: dict[str, int] = {}
        self._own: tuple[OwnColumn, ...] = ()
        self._columns = self._with_frozen(PRESETS["Trial"])
        self._pages: dict[int, dict[int, EvidenceRow]] = {}
        self._cells: dict[tuple[int, str], Cell] = {}

    @property
    def ids(self) -> "array[int]":
        return self._ids

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, the frozen ones first."""
        return self._columns

    def show(self, article_ids: "array[int]", filled: dict[str, int]) -> None:
        """Show other rows, or the same in another order."""
        self.beginResetModel()
        self._ids, self._filled = article_ids, filled
        self._pages.clear()
        self._cells.clear()
        self.endResetModel()

    @property
    def own(self) -> tuple[OwnColumn, ...]:
        """The user's own columns, those too that are not shown."""
        return self._own

    def own_at(self, index: Index) -> OwnColumn | None:
        """The user's column in which a cell stands, None for any other."""
        name = self._columns[index.column()].name
        return next((made for made in self._own if made.column == name), None)

    def show_columns(self, names: Sequence[str], own: Sequence[OwnColumn] | None = None) -> None:
        """Show these fields and columns of the user's own; `own` are all that there are now."""
        self.beginResetModel()
        self._own = self._own if own is None else tuple(own)
        self._columns = self._with_frozen(names)
        self._cells.clear()
        self.endResetModel()

    def forget_rows(self) -> None:
        """Values changed: read those that are looked at anew."""
        self._pages.clear()
        self._cells.clear()
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_of(self, article_id: int) -> int:
        """The row of an article, -1 where it is not in the table."""
        try:
            return self._ids.index(article_id)
        except ValueError:
            return -1

    def row(self, place: int) -> EvidenceRow | None:
        if not 0 <= place < len(self._ids):
            return None
        number = place // PAGE
        if number not in self._pages:
            if len(self._pages) >= PAGES_KEPT:
                self._forget(next(iter(self._pages)))
            page = self._ids[number * PAGE : (number + 1) * PAGE]
            self._pages[number] = self._rows(page)
        return self._pages[number].get(self._ids[place])

    def cell(self, index: Index) -> Cell | None:
        """A cell, made once while its row is kept."""
        place, name = index.row(), self._columns[index.column()].name
        cell = self._cells.get((place, name))
        if cell is None and (row := self.row(place)):
            cell = self._cells[place, name] = row.cell(name)
        return cell

    def _forget(self, number: int) -> None:
        """Let go of a page and of its cells."""
        self._pages.pop(number)
        places = range(number * PAGE, (number + 1) * PAGE)
        for column in self._columns:
            for place in places:
                self._cells.pop((place, column.name), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role == ROW_ROLE:
            return self.row(index.row())
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            CELL_ROLE,
        ):
            return None
        cell = self.cell(index)
        if cell is None or role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.words
        return f"{self._columns[index.column()].label}: {cell.spoken}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        is_typed = index.isValid() and index.column() >= len(FROZEN)
        return found | Qt.ItemFlag.ItemIsEditable if is_typed else found

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        column = self._columns[section]
        if role == COLUMN_ROLE:
            return column
        if role == SHARE_ROLE:
            return self._share(column)
        if role == Qt.ItemDataRole.DisplayRole:
            return column.label
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._told(column)
        return None

    def _share(self, column: Column) -> float | None:
        if column in FROZEN or not self._ids:
            return None
        return self._filled.get(column.name, 0) / len(self._ids)

    def _told(self, column: Column) -> str:
        if column in FROZEN:
            return column.label
        count = self._filled.get(column.name, 0)
        return f"{column.label}: {count:,} of {len(self._ids):,} studies have a value"

    def _with_frozen(self, names: Sequence[str]) -> tuple[Column, ...]:
        there = COLUMNS | {made.column: own_column(made) for made in self._own}
        return (*FROZEN, *(there[name] for name in names if name in there))
