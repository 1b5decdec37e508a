"""What the palette offers, and which of it fits what is typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.desktop.palette.matching import fit

ENTRY_ROLE = Qt.ItemDataRole.UserRole
#: Rows that are shown at most.
MOST = 60

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to do or a place to go; `kind` says which, in a word or two."""

    name: str
    kind: str
    run: Callable[[], object]
    icon: str = ""
    keys: str = ""
    enabled: bool = True
    #: Other words it is found by.
    words: str = ""


def fitting(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """The entries that fit, the best first; all in their order where nothing is typed."""
    if not typed.strip():
        return list(entries[:MOST])
    found: list[tuple[float, int, Entry]] = []
    for order, entry in enumerate(entries):
        by_name = fit(typed, entry.name)
        by_words = fit(typed, f"{entry.name} {entry.kind} {entry.words}")
        best = max((by_name or 0.0, (by_words or 0.0) - 0.6))
        if by_name is not None or by_words is not None:
            found.append((-best, order, entry))
    return [entry for _, _, entry in sorted(found, key=lambda row: row[:2])[:MOST]]


class EntryModel(QAbstractListModel):
    """The rows of the palette."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def show(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEnabled if self._entries[index.row()].enabled else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.name, entry.kind, entry.keys) if part)
        return entry if role == ENTRY_ROLE else None
