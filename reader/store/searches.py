"""Saved searches, and how many articles each found when it was counted last."""

from collections.abc import Sequence
from typing import Any

from reader.model.searches import SavedSearch, SearchCount
from reader.store.table import Table

_COLUMNS = "id, name, query, position, notify"


class SavedSearches(Table):
    """Names that differ in case alone are one."""

    def all(self) -> list[SavedSearch]:
        rows = self._all(f"select {_COLUMNS} from saved_search order by position, name_folded")
        return [_search(row) for row in rows]

    def one(self, search_id: str) -> SavedSearch | None:
        row = self._one(f"select {_COLUMNS} from saved_search where id = ?", (search_id,))
        return _search(row) if row else None

    def named(self, name: str) -> SavedSearch | None:
        row = self._one(
            f"select {_COLUMNS} from saved_search where name_folded = ?", (name.casefold(),)
        )
        return _search(row) if row else None

    def counts(self) -> dict[str, SearchCount]:
        """By id; one that was never counted is left out."""
        rows = self._all("select search_id, articles, unread, newest from saved_count")
        return {row[0]: SearchCount(*row[1:]) for row in rows}

    def keep_count(self, search_id: str, count: SearchCount) -> None:
        """Called inside a transaction."""
        self._run(
            """
            insert or replace into saved_count (search_id, articles, unread, newest)
            select ?, ?, ?, ? where exists (select 1 from saved_search where id = ?)
            """,
            (search_id, count.articles, count.unread, count.newest, search_id),
        )

    def put(self, rows: Sequence[SavedSearch]) -> None:
        self._many(
            """
            insert into saved_search (id, name, name_folded, query, position, notify)
            values (?, ?, ?, ?, ?, ?)
            """,
            [(r.id, r.name, r.name.casefold(), r.query, r.position, r.notify) for r in rows],
        )

    def remove(self, rows: Sequence[SavedSearch]) -> None:
        self._many("delete from saved_search where id = ?", [(row.id,) for row in rows])


def _search(row: Sequence[Any]) -> SavedSearch:
    return SavedSearch(row[0], row[1], row[2], row[3], bool(row[4]))
