"""Read and starred: rows that are there or not."""

from collections.abc import Iterable, Sequence

from reader.model.article import ReadMark, Star
from reader.store.table import Table, ids


class ReadMarks(Table):
    """Which articles the user has read."""

    def among(self, article_ids: Iterable[int]) -> set[int]:
        """Those of the articles that are read."""
        rows = self._all(
            "select article_id from read_mark where article_id in (select value from json_each(?))",
            (ids(article_ids),),
        )
        return {row[0] for row in rows}

    def of(self, article_ids: Iterable[int]) -> list[ReadMark]:
        """Those of the articles that are read, with when they were."""
        rows = self._all(
            "select article_id, at from read_mark where article_id in (select value from json_each(?))",
            (ids(article_ids),),
        )
        return [ReadMark(*row) for row in rows]

    def put(self, rows: Sequence[ReadMark]) -> None:
        self._many(
            "insert or ignore into read_mark (article_id, at) values (?, ?)",
            [(row.article_id, row.at) for row in rows],
        )

    def remove(self, rows: Sequence[ReadMark]) -> None:
        self._many(
            "delete from read_mark where article_id = ?", [(row.article_id,) for row in rows]
        )


class Stars(Table):
    """Which articles the user has starred."""

    def among(self, article_ids: Iterable[int]) -> set[int]:
        """Those of the articles that are starred."""
        rows = self._all(
            "select article_id from star where article_id in (select value from json_each(?))",
            (ids(article_ids),),
        )
        return {row[0] for row in rows}

    def count(self) -> int:
        return int(self._one("select count(*) from star")[0])

    def put(self, rows: Sequence[Star]) -> None:
        self._many(
            "insert or ignore into star (article_id) values (?)",
            [(row.article_id,) for row in rows],
        )

    def remove(self, rows: Sequence[Star]) -> None:
        self._many("delete from star where article_id = ?", [(row.article_id,) for row in rows])
