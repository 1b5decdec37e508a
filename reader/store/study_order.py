"""Studies in order: one article for each, with what its column says of it; blanks last both ways."""

from array import array
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reader.model.evidence import Order
from reader.model.one_study import Stating, foremost
from reader.model.own_columns import PREFIX
from reader.model.story import COMPARED
from reader.store.table import Table, ids

_ARTICLE = {"title": "a.title", "published": "coalesce(a.published, a.first_seen)"}
_HELD = """exists (select 1 from correction c where c.article_id = a.id and c.field = :name
           and c.kind in ('accepted', 'corrected'))"""


@dataclass(frozen=True, slots=True)
class _Key:
    """What a column says of an article. Without a text it is blank."""

    number: Any
    high: Any
    text: Any
    held: bool = False

    @property
    def same(self) -> Hashable:
        return (self.number, self.text) if self.number is None else (self.number, self.high)


class StudyOrder(Table):
    """Which of some articles stand for a study, and in which order."""

    def studies(self, article_ids: Iterable[int], order: Order) -> "array[int]":
        """For each study among the articles, the first of them that reports it, sorted."""
        wanted = list(article_ids)
        others = self.others(wanted)
        keys = self._keys([*wanted, *(i for group in others.values() for i in group)], order)
        seen: set[int] = set()
        found: list[tuple[int, _Key]] = []
        for article_id in wanted:
            if article_id in seen:
                continue
            group = [article_id, *others.get(article_id, ())]
            seen.update(group)
            stating = [(i, keys[i]) for i in group if i in keys]
            if stating:
                found.append((stating[0][0], _chosen([key for _, key in stating], order.column)))
        return array("q", _sorted(found, descending=order.descending))

    def others(self, article_ids: Iterable[int]) -> dict[int, list[int]]:
        """The other articles of each article's story, the oldest first."""
        rows = self._all(
            """
            select mine.article_id, a.id from json_each(?) wanted
            join story mine on mine.article_id = wanted.value
            join story m on m.story_id = mine.story_id and m.article_id <> mine.article_id
            join article a on a.id = m.article_id order by a.sorted_at, a.id
            """,
            (ids(article_ids),),
        )
        found: dict[int, list[int]] = {}
        for article_id, other in rows:
            found.setdefault(article_id, []).append(other)
        return found

    def _keys(self, article_ids: Sequence[int], order: Order) -> dict[int, _Key]:
        """What the column says of those articles that report a study."""
        name = order.column
        number = text = _ARTICLE.get(name, "")
        high = "null"
        held = _HELD if name in COMPARED else "0"
        if name.startswith(PREFIX):
            name = name.removeprefix(PREFIX)
            one = "(select {0} from own_value v where v.column_id = :name and v.article_id = a.id)"
            number, text = one.format("v.number"), one.format("v.value")
        elif not text:
            one = """(select {0} from fact f where f.article_id = a.id and f.name = :name
                      order by f.place limit 1)"""
            number, high, text = (one.format(f"f.{c}") for c in ("number", "number_high", "value"))
        rows = self._all(
            f"""
            select a.id, {number}, {high}, {text}, {held} from json_each(:ids) wanted
            join article a on a.id = wanted.value
            join fact s on s.article_id = a.id and s.name = 'is_study'
            where s.value = 'yes'
            """,
            {"ids": ids(article_ids), "name": name},
        )
        return {row[0]: _Key(row[1], row[2], row[3], bool(row[4])) for row in rows}


def _chosen(keys: Sequence[_Key], name: str) -> _Key:
    """What stands for the study, as the table shows it."""
    filled = [key for key in keys if key.text is not None]
    if not filled or name in _ARTICLE:
        return keys[0]
    if name not in COMPARED:
        return filled[0]
    return filled[foremost([Stating(key.same, key.held) for key in filled])[0][0]]


def _sorted(found: Sequence[tuple[int, _Key]], *, descending: bool) -> Iterable[int]:
    """Numbers by size, then words in the order of letters, then blanks."""
    numbers = [row for row in found if row[1].text is not None and row[1].number is not None]
    words = [row for row in found if row[1].text is not None and row[1].number is None]
    numbers.sort(key=lambda row: _lower(row[1].number), reverse=descending)
    words.sort(key=lambda row: _lower(row[1].text), reverse=descending)
    yield from (row[0] for row in (*numbers, *words))
    yield from (row[0] for row in found if row[1].text is None)


def _lower(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value
