"""The evidence table's questions: which articles are on studies, in which order, and their values."""

import json
from array import array
from collections.abc import Iterable, Sequence
from typing import Any

from reader.model.card_json import card_from_json
from reader.model.effective import field_states
from reader.model.evidence import EvidenceRow, Order, Point
from reader.model.study import StudyCard
from reader.store.studies import Studies
from reader.store.table import Connect, Table, ids

_OWN = {
    "title": "a.title",
    "published": "coalesce(a.published, a.first_seen)",
}


class Evidence(Table):
    """Articles on studies. Ids first; values by the page, in one query and one for decisions."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._studies = Studies(connect)

    def studies(self, article_ids: Iterable[int], order: Order) -> "array[int]":
        """Those of the articles that report a study, in an order; blanks last both ways."""
        key = _OWN.get(order.column)
        way = "desc" if order.descending else "asc"
        number = value = key or "null"
        if key is None:
            number, value = (
                f"(select {what} from fact f where f.article_id = a.id and f.name = :name "
                "order by f.place limit 1)"
                for what in ("f.number", "f.value")
            )
        rows = self._all(
            f"""
            select id from (
                select a.id as id, wanted.key as place, {number} as first, {value} as second
                from json_each(:ids) wanted
                join article a on a.id = wanted.value
                join fact s on s.article_id = a.id and s.name = 'is_study'
                where s.value = 'yes')
            order by second is null, first is null, first {way}, second collate nocase {way}, place
            """,
            {"ids": ids(article_ids), "name": order.column},
        )
        return array("q", (row[0] for row in rows))

    def filled(self, article_ids: Iterable[int]) -> dict[str, int]:
        """How many of the articles have a value, by the name of the field."""
        rows = self._all(
            """
            select name, count(*) from (
                select distinct f.name, f.article_id from json_each(?) wanted
                join fact f on f.article_id = wanted.value)
            group by name
            """,
            (ids(article_ids),),
        )
        return dict(rows)

    def rows(self, article_ids: Sequence[int]) -> dict[int, EvidenceRow]:
        """A page of the table, in one query. An article that is not there is left out."""
        found = self._all(
            """
            select a.id, a.title,
                cast(strftime('%Y', coalesce(a.published, a.first_seen), 'unixepoch') as integer),
                coalesce(nullif(s.title, ''), nullif(d.title, ''), feed.address), c.json
            from json_each(?) wanted
            join article a on a.id = wanted.value
            join feed on feed.id = a.feed_id
            join card c on c.article_id = a.id
            left join subscription s on s.feed_id = a.feed_id
            left join feed_description d on d.feed_id = a.feed_id
            """,
            (ids(article_ids),),
        )
        cards = self._studies.decided({row[0]: card_from_json(row[4]) for row in found})
        return {row[0]: _row(row, cards[row[0]]) for row in found}

    def points(self, article_ids: Iterable[int]) -> list[Point]:
        """What charts show of the articles, in their order."""
        rows = self._all(
            """
            select a.id, a.title,
                cast(strftime('%Y', coalesce(a.published, a.first_seen), 'unixepoch') as integer),
                cast(strftime('%m', coalesce(a.published, a.first_seen), 'unixepoch') as integer),
                (select json_group_array(json_array(name, value, number, number_high))
                 from fact f where f.article_id = a.id and f.name in
                 ('study_type', 'sample_size', 'follow_up', 'condition', 'country'))
            from json_each(?) wanted join article a on a.id = wanted.value
            order by wanted.key
            """,
            (ids(article_ids),),
        )
        return [_point(row) for row in rows]


def _row(row: Sequence[Any], card: StudyCard) -> EvidenceRow:
    candidates: dict[str, int] = {}
    for name, _ in card.candidates:
        candidates[name] = candidates.get(name, 0) + 1
    states = field_states(card)
    return EvidenceRow(row[0], row[1], row[2], row[3], card.values, states, candidates)


def _point(row: Sequence[Any]) -> Point:
    facts: dict[str, list[tuple[str, float | None, float | None]]] = {}
    for name, value, number, high in json.loads(row[4]):
        facts.setdefault(name, []).append((value, number, high))
    design = facts.get("study_type", [("", None, None)])[0][0]
    size = facts.get("sample_size", [("", None, None)])[0][1]
    _, low, high = facts.get("follow_up", [("", None, None)])[0]
    return Point(
        article_id=row[0],
        title=row[1],
        design=design,
        size=size if size and size > 0 else None,
        years=next((end for end in (high, low) if end and end > 0), None),
        month=row[2] * 12 + row[3] - 1,
        conditions=tuple(value for value, _, _ in facts.get("condition", ())),
        countries=tuple(value for value, _, _ in facts.get("country", ())),
    )
