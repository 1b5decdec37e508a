"""The user's own columns of the evidence table, and what he wrote into them."""

import json
from collections.abc import Iterable, Sequence

from reader.model.own_columns import OwnColumn, OwnValue, number_in
from reader.store.table import Table, ids


class OwnColumns(Table):
    """The columns; the table shows them in the order of their positions."""

    def all(self) -> list[OwnColumn]:
        rows = self._all(
            "select id, name, kind, choices, position from own_column order by position, name, id"
        )
        return [
            OwnColumn(row[0], row[1], row[2], tuple(json.loads(row[3])), row[4]) for row in rows
        ]

    def put(self, rows: Sequence[OwnColumn]) -> None:
        self._many(
            "insert into own_column (id, name, kind, choices, position) values (?, ?, ?, ?, ?)",
            [
                (r.id, r.name, r.kind, json.dumps(r.choices, ensure_ascii=False), r.position)
                for r in rows
            ],
        )

    def remove(self, rows: Sequence[OwnColumn]) -> None:
        self._many("delete from own_column where id = ?", [(row.id,) for row in rows])


class OwnValues(Table):
    """The values, each with the article in whose row it was written."""

    def of(self, article_ids: Iterable[int]) -> list[OwnValue]:
        """The values of articles, in the order of the ids."""
        rows = self._all(
            """
            select v.column_id, v.article_id, v.value from json_each(?) wanted
            join own_value v on v.article_id = wanted.value order by wanted.key
            """,
            (ids(article_ids),),
        )
        return [OwnValue(*row) for row in rows]

    def in_column(self, column_id: str) -> list[OwnValue]:
        rows = self._all(
            """
            select column_id, article_id, value from own_value
            where column_id = ? order by article_id
            """,
            (column_id,),
        )
        return [OwnValue(*row) for row in rows]

    def put(self, rows: Sequence[OwnValue]) -> None:
        self._many(
            "insert into own_value (column_id, article_id, value, number) values (?, ?, ?, ?)",
            [(r.column_id, r.article_id, r.value, number_in(r.value)) for r in rows],
        )

    def remove(self, rows: Sequence[OwnValue]) -> None:
        self._many(
            "delete from own_value where column_id = ? and article_id = ?",
            [(row.column_id, row.article_id) for row in rows],
        )
