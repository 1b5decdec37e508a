"""The evidence table's questions: which studies articles report, in which order, and their values."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reader.model.evidence import EvidenceRow, Order, Point, Report
from reader.model.one_study import Stating, foremost, one_row
from reader.model.own_columns import PREFIX
from reader.model.story import COMPARED
from reader.model.study import StudyCard
from reader.store.kept_cards import kept_cards
from reader.store.own_columns import OwnValues
from reader.store.studies import Studies
from reader.store.study_order import StudyOrder
from reader.store.table import Connect, Table, ids

#: What charts ask for.
_CHARTED = ("study_type", "sample_size", "follow_up", "condition", "country")
#: Articles with the month they are of.
_DATED = """
    select a.id, a.title,
        cast(strftime('%Y', coalesce(a.published, a.first_seen), 'unixepoch') as integer),
        cast(strftime('%m', coalesce(a.published, a.first_seen), 'unixepoch') as integer)
    from json_each(?) wanted join article a on a.id = wanted.value order by wanted.key
"""
#: Names of fields and columns of the user's own that an article has a value of.
_FILLED = f"""
    select w.value, (
        select group_concat(name, char(9)) from (
            select f.name as name from fact f where f.article_id = w.value
            union all
            select '{PREFIX}' || v.column_id from own_value v where v.article_id = w.value))
    from json_each(?) w
"""
_Told = tuple[str, str, float | None, float | None]


class Evidence(Table):
    """A study is known by the first article that reports it; the others of its story come with it.

    Ids first; values by the page.
    """

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._studies = Studies(connect)
        self._order = StudyOrder(connect)
        self._own = OwnValues(connect)

    def studies(self, article_ids: Iterable[int], order: Order) -> "array[int]":
        """The studies that articles report, in an order; blanks last both ways."""
        return self._order.studies(article_ids, order)

    def together(self, article_ids: Sequence[int]) -> list[int]:
        """Articles and all others of their stories, those of a story one after the other."""
        others = self._order.others(article_ids)
        return list(dict.fromkeys(n for i in article_ids for n in (i, *others.get(i, ()))))

    def filled(self, article_ids: Iterable[int]) -> dict[str, int]:
        """How many of the studies have a value, by the name of the column."""
        study = list(article_ids)
        of = {other: i for i, others in self._order.others(study).items() for other in others}
        asked = ids([*study, *of])
        found: dict[str, set[int]] = {}
        for article_id, names in self._all(_FILLED, (asked,)):
            for name in dict.fromkeys(names.split("\t")) if names else ():
                found.setdefault(name, set()).add(of.get(article_id, article_id))
        return {name: len(studies) for name, studies in found.items()}

    def rows(self, article_ids: Sequence[int]) -> dict[int, EvidenceRow]:
        """A page of the table. An article that is not there is left out."""
        others = self._order.others(article_ids)
        every = list(dict.fromkeys([*article_ids, *(i for g in others.values() for i in g)]))
        reports = self._reports(every)
        own: dict[int, dict[str, str]] = {}
        for row in self._own.of(every):
            own.setdefault(row.article_id, {})[row.column_id] = row.value
        found = {}
        for article_id in article_ids:
            group = [article_id, *others.get(article_id, ())]
            if article_id in reports:
                on_it = [i for i in group[1:] if i in reports and reports[i][1].is_study.value]
                written = {k: v for i in reversed(group) for k, v in own.get(i, {}).items()}
                found[article_id] = one_row([reports[i] for i in (article_id, *on_it)], written)
        return found

    def _reports(self, article_ids: Sequence[int]) -> dict[int, tuple[Report, StudyCard]]:
        """Articles with the cards that hold of them, in one query and one for decisions."""
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
        cards = self._studies.decided(kept_cards({row[0]: row[4] for row in found}))
        return {row[0]: (Report(*row[:4]), cards[row[0]]) for row in found if row[0] in cards}

    def points(self, article_ids: Iterable[int]) -> list[Point]:
        """What charts show of the studies, in their order."""
        study = list(article_ids)
        others = self._order.others(study)
        more = [i for group in others.values() for i in group]
        every = [*study, *more]
        facts, held = self._facts(every), self._held([*others, *more])
        return [
            _point(row, [(i, facts.get(i, {})) for i in (row[0], *others.get(row[0], ()))], held)
            for row in self._all(_DATED, (ids(study),))
        ]

    def _facts(self, article_ids: Sequence[int]) -> dict[int, dict[str, list[_Told]]]:
        rows = self._all(
            f"""
            select wanted.value, f.name, f.value, f.number, f.number_high from json_each(?) wanted
            join fact f on f.article_id = wanted.value and f.name in {_CHARTED}
            """,
            (ids(article_ids),),
        )
        found: dict[int, dict[str, list[_Told]]] = {}
        for article_id, *fact in rows:
            found.setdefault(article_id, {}).setdefault(fact[0], []).append(tuple(fact))
        return found

    def _held(self, article_ids: Sequence[int]) -> set[tuple[int, str]]:
        """The values of these articles that the user decided on."""
        rows = self._all(
            """
            select c.article_id, c.field from json_each(?) wanted
            join correction c on c.article_id = wanted.value
            where c.kind in ('accepted', 'corrected')
            """,
            (ids(article_ids),),
        )
        return {(row[0], row[1]) for row in rows}


_Facts = tuple[int, Mapping[str, list[_Told]]]


def _one(name: str, each: Sequence[_Facts], held: set[tuple[int, str]]) -> _Told:
    """The value of a field that stands for the study."""
    said = [(i, facts[name][0]) for i, facts in each if name in facts]
    if not said:
        return (name, "", None, None)
    if len(said) == 1 or name not in COMPARED:
        return said[0][1]
    stating = [
        Stating(fact[2:] if fact[2] is not None else fact[1].casefold(), (i, name) in held)
        for i, fact in said
    ]
    return said[foremost(stating)[0][0]][1]


def _many(name: str, each: Sequence[_Facts]) -> tuple[str, ...]:
    words = (fact[1] for _, facts in each for fact in facts.get(name, ()))
    return tuple(dict.fromkeys(words))


def _point(row: Sequence[Any], each: Sequence[_Facts], held: set[tuple[int, str]]) -> Point:
    size = _one("sample_size", each, held)[2]
    _, _, low, high = _one("follow_up", each, held)
    return Point(
        article_id=row[0],
        title=row[1],
        design=_one("study_type", each, held)[1],
        size=size if size and size > 0 else None,
        years=next((end for end in (high, low) if end and end > 0), None),
        month=row[2] * 12 + row[3] - 1,
        conditions=_many("condition", each),
        countries=_many("country", each),
    )
