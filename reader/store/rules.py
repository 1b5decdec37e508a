"""Rules for articles that arrive, what they did, and articles that are muted."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple
from typing import Any

from reader.model.article import Mute
from reader.model.searches import Rule, Ruled
from reader.store.table import Table, ids

_COLUMNS = "id, name, query, tag, star, mark_read, mute, notify, active, position"


class Rules(Table):
    """In the order in which they are applied."""

    def all(self) -> list[Rule]:
        return [_rule(r) for r in self._all(f"select {_COLUMNS} from rule order by position, name")]

    def put(self, rows: Sequence[Rule]) -> None:
        self._many(
            f"insert into rule ({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [astuple(row) for row in rows],
        )

    def remove(self, rows: Sequence[Rule]) -> None:
        self._many("delete from rule where id = ?", [(row.id,) for row in rows])

    def of(self, article_id: int) -> list[Rule]:
        """The rules that did something to an article."""
        rows = self._all(
            f"""
            select {_COLUMNS} from rule
            where id in (select rule_id from ruled where article_id = ?) order by position
            """,
            (article_id,),
        )
        return [_rule(row) for row in rows]


class RuledRows(Table):
    """Which rule did something to which article."""

    def by(self, rule_id: str) -> list[Ruled]:
        rows = self._all("select article_id, rule_id from ruled where rule_id = ?", (rule_id,))
        return [Ruled(*row) for row in rows]

    def among(self, rule_id: str, article_ids: Iterable[int]) -> set[int]:
        """Those of the articles that the rule was applied to."""
        rows = self._all(
            """
            select article_id from ruled
            where rule_id = ? and article_id in (select value from json_each(?))
            """,
            (rule_id, ids(article_ids)),
        )
        return {row[0] for row in rows}

    def put(self, rows: Sequence[Ruled]) -> None:
        self._many(
            "insert or ignore into ruled (article_id, rule_id) values (?, ?)",
            [(row.article_id, row.rule_id) for row in rows],
        )

    def remove(self, rows: Sequence[Ruled]) -> None:
        self._many(
            "delete from ruled where article_id = ? and rule_id = ?",
            [(row.article_id, row.rule_id) for row in rows],
        )


class Mutes(Table):
    """Articles that a rule keeps out of the way."""

    def among(self, article_ids: Iterable[int]) -> set[int]:
        rows = self._all(
            "select article_id from muted where article_id in (select value from json_each(?))",
            (ids(article_ids),),
        )
        return {row[0] for row in rows}

    def put(self, rows: Sequence[Mute]) -> None:
        self._many(
            "insert or ignore into muted (article_id) values (?)", [(r.article_id,) for r in rows]
        )

    def remove(self, rows: Sequence[Mute]) -> None:
        self._many("delete from muted where article_id = ?", [(r.article_id,) for r in rows])


def _rule(row: Sequence[Any]) -> Rule:
    star, read, mute, notify, active = (bool(flag) for flag in row[4:9])
    return Rule(row[0], row[1], row[2], row[3], star, read, mute, notify, active, row[9])
