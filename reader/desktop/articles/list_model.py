"""A list of any length: all ids at once, rows by the page."""

from array import array
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.desktop.articles.facts_line import cautions, facts_line
from reader.desktop.tongue import tr
from reader.desktop.when import date
from reader.model.article import ArticleRow, SearchHit

PAGE = 128
PAGES_KEPT = 64
#: Rows whose passages are looked for at once: about what a window shows, for each one costs.
PASSAGES = 16

ROW_ROLE = Qt.ItemDataRole.UserRole
HIT_ROLE = Qt.ItemDataRole.UserRole + 1

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
Rows = Callable[[Sequence[int]], dict[int, ArticleRow]]
Hits = Callable[[Sequence[int]], dict[int, SearchHit]]


class ArticleListModel(QAbstractTableModel):
    """One column. An article that vanished is an empty row, never a shifted one."""

    def __init__(self, rows: Rows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._hits: Hits = lambda article_ids: {}
        self._ids = array("q")
        self._pages: dict[int, dict[int, ArticleRow]] = {}
        self._passages: dict[int, dict[int, SearchHit]] = {}

    @property
    def ids(self) -> "array[int]":
        return self._ids

    def show(self, article_ids: "array[int]", hits: Hits | None = None) -> None:
        """Show another list."""
        self.beginResetModel()
        self._ids = article_ids
        self._hits = hits or (lambda page: {})
        self._clear()
        self.endResetModel()

    def look_again(self, article_ids: "array[int]") -> None:
        """Show the same list as it is now. Articles new on top, or the rest
        of a list that was shown in part, are inserted; nothing else moves."""
        added = len(article_ids) - len(self._ids)
        if added > 0 and article_ids[: len(self._ids)] == self._ids:
            self.beginInsertRows(QModelIndex(), len(self._ids), len(article_ids) - 1)
            self._ids = article_ids
            self.endInsertRows()
            self.forget_rows()
            return
        if added >= 0 and article_ids[added:] == self._ids:
            if added:
                self.beginInsertRows(QModelIndex(), 0, added - 1)
                self._ids = article_ids
                self._clear()
                self.endInsertRows()
            self.forget_rows()
            return
        self.beginResetModel()
        self._ids = article_ids
        self._clear()
        self.endResetModel()

    def forget_rows(self) -> None:
        """Rows changed: read those that are looked at anew."""
        self._clear()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def row_of(self, article_id: int) -> int:
        """The row of an article, -1 where it is not in the list."""
        try:
            return self._ids.index(article_id)
        except ValueError:
            return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role == HIT_ROLE:
            return self._hit_at(index.row())
        row = self._row_at(index.row())
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) and row:
            return row.title if role == Qt.ItemDataRole.DisplayRole else _spoken(row)
        return None

    def _row_at(self, place: int) -> ArticleRow | None:
        page = _page(self._pages, place // PAGE, PAGES_KEPT)
        if page is None:
            page = self._pages[place // PAGE] = self._rows(self._slice(place, PAGE))
        return page.get(self._ids[place])

    def _hit_at(self, place: int) -> SearchHit | None:
        page = _page(self._passages, place // PASSAGES, PAGES_KEPT)
        if page is None:
            page = self._passages[place // PASSAGES] = self._hits(self._slice(place, PASSAGES))
        return page.get(self._ids[place])

    def _slice(self, place: int, size: int) -> "array[int]":
        return self._ids[place // size * size : (place // size + 1) * size]

    def _clear(self) -> None:
        self._pages.clear()
        self._passages.clear()


def _page(pages: dict[int, dict[int, T]], number: int, most: int) -> dict[int, T] | None:
    """A page that was read already; room for another where it was not."""
    if number not in pages and len(pages) >= most:
        pages.pop(next(iter(pages)))
    return pages.get(number)


def _spoken(row: ArticleRow) -> str:
    """A row as a screen reader says it."""
    state = [] if row.read else [tr("unread")]
    state += [tr("starred")] if row.starred else []
    state += [tr("updated")] if row.updated else []
    sources = tr("{sources} sources", sources=row.sources) if row.sources > 1 else ""
    parts = [", ".join(state), row.title, row.feed_title, date(row.sorted_at), sources]
    parts += [facts_line(row.facts), *cautions(row.cautions)]
    return ". ".join(part for part in parts if part)
