"""The table's model: all ids at once, rows by the page, a cell from its row."""

from array import array
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.desktop.evidence.cell_words import in_words
from reader.desktop.jobs import Questions
from reader.desktop.tongue import tr
from reader.model.evidence import (
    COLUMNS,
    FROZEN,
    PRESETS,
    Cell,
    Column,
    EvidenceRow,
    is_field,
    own_column,
)
from reader.model.own_columns import OwnColumn

#: Rows read at once: a card is parsed in a tenth of a millisecond. Pages that are kept.
PAGE, PAGES_KEPT = 32, 64

CELL_ROLE = Qt.ItemDataRole.UserRole
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
#: Of a column: the share of rows that have a value, None for the frozen ones.
SHARE_ROLE = Qt.ItemDataRole.UserRole + 2
COLUMN_ROLE = Qt.ItemDataRole.UserRole + 3

#: What one can do with a cell of a frozen column, and of any other.
_SHOWN = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_TYPED = _SHOWN | Qt.ItemFlag.ItemIsEditable

Index = QModelIndex | QPersistentModelIndex
Rows = Callable[[Sequence[int]], dict[int, EvidenceRow]]


class EvidenceModel(QAbstractTableModel):
    """An article that vanished is an empty row, never a shifted one."""

    def __init__(
        self, rows: Rows, parent: QObject | None = None, questions: Questions | None = None
    ) -> None:
        """With `questions` the pages beside the one that is shown are read before one gets there."""
        super().__init__(parent)
        self._rows, self._questions = rows, questions
        #: Counts how often rows were forgotten: what was asked before that comes too late.
        self._forgotten, self._here = 0, -1
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
        self._forget_all()
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
        self._forget_all()
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
            self._keep(number, self._rows(self._page(number)))
        if number != self._here:
            self._here = number
            self._read_beside(number)
        return self._pages[number].get(self._ids[place])

    def _page(self, number: int) -> "array[int]":
        return self._ids[number * PAGE : (number + 1) * PAGE]

    def _keep(self, number: int, rows: dict[int, EvidenceRow]) -> None:
        if len(self._pages) >= PAGES_KEPT:
            self._forget(next(iter(self._pages)))
        self._pages[number] = rows

    def _read_beside(self, number: int) -> None:
        """Read the pages before and behind off the user's thread."""
        last = (len(self._ids) - 1) // PAGE
        for beside in (number + 1, number - 1):
            if self._questions and 0 <= beside <= last and beside not in self._pages:
                asked = partial(self._rows, self._page(beside))
                self._questions.ask(asked, partial(self._take, beside, self._forgotten))

    def _take(self, number: int, forgotten: int, rows: dict[int, EvidenceRow]) -> None:
        if forgotten == self._forgotten and number not in self._pages:
            self._keep(number, rows)

    def _forget_all(self) -> None:
        self._pages.clear()
        self._cells.clear()
        self._forgotten += 1
        self._here = -1

    def cell(self, index: Index) -> Cell | None:
        """A cell, made once while its row is kept."""
        place, name = index.row(), self._columns[index.column()].name
        cell = self._cells.get((place, name))
        if cell is None and (row := self.row(place)):
            cell = row.cell(name)
            cell = self._cells[place, name] = in_words(name, cell) if is_field(name) else cell
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
        return f"{tr(self._columns[index.column()].label)}: {cell.spoken}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Asked twice for every cell that is painted."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _TYPED if index.column() >= len(FROZEN) else _SHOWN

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
            return tr(column.label)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._told(column)
        return None

    def _share(self, column: Column) -> float | None:
        if column in FROZEN or not self._ids:
            return None
        return self._filled.get(column.name, 0) / len(self._ids)

    def _told(self, column: Column) -> str:
        if column in FROZEN:
            return tr(column.label)
        count = self._filled.get(column.name, 0)
        return tr(
            "{label}: {count:,} of {ids:,} studies have a value",
            label=tr(column.label),
            count=count,
            ids=len(self._ids),
        )

    def _with_frozen(self, names: Sequence[str]) -> tuple[Column, ...]:
        there = COLUMNS | {made.column: own_column(made) for made in self._own}
        return (*FROZEN, *(there[name] for name in names if name in there))
