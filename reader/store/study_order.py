"""Studies in order: one article for each, with what its column says of it; blanks last both ways."""

from array import array
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any

from reader.model.evidence import Order
from reader.model.one_study import Stating, foremost
from reader.model.own_columns import PREFIX
from reader.model.story import COMPARED
from reader.store.table import Table, ids

_ARTICLE = {"title": "a.title", "published": "coalesce(a.published, a.first_seen)"}
_OWN = "left join own_value v on v.column_id = :name and v.article_id = s.article_id"
#: In the order of their places, as the key of the table has it.
_FACT = "left join fact f on f.article_id = s.article_id and f.name = :name"
_HELD = """exists (select 1 from correction c where c.article_id = s.article_id and c.field = :name
           and c.kind in ('accepted', 'corrected'))"""


#: What a column says of an article: number, its upper end, text (None where it is blank), and
#: whether the user decided that it holds.
_Key = tuple[Any, Any, Any, bool]


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
            if article_id not in others:  # most are alone
                if article_id in keys:
                    found.append((article_id, keys[article_id]))
            elif article_id not in seen:
                group = [article_id, *others[article_id]]
                seen.update(group)
                if stating := [(i, keys[i]) for i in group if i in keys]:
                    chosen = _chosen([key for _, key in stating], order.column)
                    found.append((stating[0][0], chosen))
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
        values = {"ids": ids(article_ids), "name": name.removeprefix(PREFIX)}
        if name in _ARTICLE:
            said = f"{_ARTICLE[name]}, null, {_ARTICLE[name]}"
            source = "join article a on a.id = s.article_id"
        elif name.startswith(PREFIX):
            said, source = "v.number, null, v.value", _OWN
        else:
            said, source = "f.number, f.number_high, f.value", _FACT
        rows = self._all(
            f"""
            select s.article_id, {said}, {_HELD if name in COMPARED else "0"}
            from json_each(:ids) wanted
            join fact s on s.article_id = wanted.value and s.name = 'is_study' and s.value = 'yes'
            {source}
            """,
            values,
        )
        found: dict[int, _Key] = {}
        for row in rows:  # of several values of a field the first
            found.setdefault(row[0], row[1:])
        return found


def _chosen(keys: Sequence[_Key], name: str) -> _Key:
    """What stands for the study, as the table shows it."""
    filled = [key for key in keys if key[2] is not None]
    if not filled or name in _ARTICLE:
        return keys[0]
    if name not in COMPARED or len(filled) == 1:
        return filled[0]
    stating = [
        Stating((number, high) if number is not None else text.casefold(), bool(held))
        for number, high, text, held in filled
    ]
    return filled[foremost(stating)[0][0]]


def _sorted(found: Sequence[tuple[int, _Key]], *, descending: bool) -> Iterable[int]:
    """Numbers by size, then words in the order of letters, then blanks."""
    numbers: list[tuple[int, Any]] = []
    words: list[tuple[int, Any]] = []
    blank: list[int] = []
    for article_id, (number, _, text, _) in found:
        if text is None:
            blank.append(article_id)
        elif number is None or isinstance(number, str):
            words.append((article_id, text.casefold()))
        else:
            numbers.append((article_id, number))
    for rows in (numbers, words):
        rows.sort(key=itemgetter(1), reverse=descending)
    return chain((row[0] for row in (*numbers, *words)), blank)
