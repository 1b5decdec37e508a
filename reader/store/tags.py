"""Tags on articles. Names that differ in case alone are one tag."""

from collections.abc import Iterable, Sequence

from reader.model.article import Tagging
from reader.store.own_words import OwnWords
from reader.store.table import Connect, Table, ids


class Tags(Table):
    """Which article carries which tag."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._own_words = OwnWords(connect)

    def counts(self) -> list[tuple[str, int]]:
        """Every tag with the number of its articles, by name."""
        return [
            (name, count)
            for name, count in self._all(
                "select max(name), count(*) from tagging group by name_folded order by name_folded"
            )
        ]

    def of(self, article_ids: Iterable[int]) -> list[Tagging]:
        rows = self._all(
            """
            select article_id, name from tagging
            where article_id in (select value from json_each(?)) order by name_folded
            """,
            (ids(article_ids),),
        )
        return [Tagging(*row) for row in rows]

    def spelling(self, name: str) -> str:
        """How a tag is already spelt, or the name as given."""
        row = self._one(
            "select name from tagging where name_folded = ? limit 1", (name.casefold(),)
        )
        return str(row[0]) if row else name

    def put(self, rows: Sequence[Tagging]) -> None:
        self._many(
            "insert into tagging (article_id, name_folded, name) values (?, ?, ?)",
            [(row.article_id, row.name.casefold(), row.name) for row in rows],
        )
        self._own_words.put([(_owner(row), row.article_id, "tag", row.name) for row in rows])

    def remove(self, rows: Sequence[Tagging]) -> None:
        self._own_words.remove([_owner(row) for row in rows])
        self._many(
            "delete from tagging where article_id = ? and name_folded = ?",
            [(row.article_id, row.name.casefold()) for row in rows],
        )


def _owner(row: Tagging) -> str:
    return f"tag {row.article_id} {row.name.casefold()}"
