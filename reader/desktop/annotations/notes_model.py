"""Highlights and notes as rows of a list, each article's below its title."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.desktop.tongue import tr
from reader.model.annotation import NoteRow

#: A row as it is painted: the title of an article, or a `NoteRow`.
ROW_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class NotesModel(QAbstractListModel):
    """Flat: a title, its rows, the next title."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[str | NoteRow] = []

    def show_rows(self, rows: Sequence[NoteRow]) -> None:
        self.beginResetModel()
        self.rows = []
        for _, group in groupby(rows, key=lambda row: row.article_id):
            together = list(group)
            self.rows += [together[0].title, *together]
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row if isinstance(row, str) else told(row)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Titles are read, not chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        row = self.rows[index.row()]
        enabled = Qt.ItemFlag.ItemIsEnabled
        return enabled if isinstance(row, str) else enabled | Qt.ItemFlag.ItemIsSelectable


def told(row: NoteRow) -> str:
    """A row as it is read aloud."""
    parts = (
        [tr("{colour} highlight: {quote}", colour=row.colour, quote=row.quote)]
        if row.quote
        else [tr("Note on the article")]
    )
    parts += [row.note] if row.note else []
    parts += [tr("Tags: {tags}", tags=", ".join(row.tags))] if row.tags else []
    parts += [tr("Needs a look")] if row.state != "ok" else []
    return ". ".join(" ".join(part.split()) for part in parts)
