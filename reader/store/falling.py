"""The newest matches by falling id, until none that is left can be newer.

An article is never dated after it arrived, and ids follow arrival. Conditions that are dear to ask
of one article, as words are, are asked of a stretch of ids at a time: their lists lie in that order.
"""

import heapq
import json
from array import array
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from reader.store.parts import Part, bare, checked
from reader.store.table import Table, ids

#: Articles in a stretch, and how much longer the next one is.
_SHORTEST, _GROWTH, _LONGEST = 64, 1.3, 4_000
Row = tuple[int, int, int]
BY_TIME = "order by a.sorted_at desc, a.id desc"
#: Articles in the first stretch along time; to ask the index for words of a stretch costs something.
_WALKED = 200
#: The most articles that are looked at along time before those that match are looked at instead.
_PATIENT = 40_000
#: Ids further apart than this are asked for in two stretches.
_GAP = 2_000


class Falling(Table):
    """Follows the ids of the leading condition."""

    def along_time(
        self, parts: Sequence[Part], values: Mapping[str, Any], limit: int, walked: float
    ) -> "array[int] | None":
        """The newest by the index of time; None where many more than `walked` articles would have
        to be looked at. What is dated long before it arrived is not in the way here."""
        most = min(int(walked * 4) + limit, _PATIENT)
        dear = [part for part in parts if part.is_dear]
        asked = _along(parts, dear, walked)
        found, looked = array("q"), 0
        size = _WALKED if dear else max(1, limit)
        while looked < most:
            size = min(size, most - looked)
            stretch = {**values, "size": size, "looked": looked}
            kept, there = self._one(asked, stretch)
            found.extend(self._kept(dear, values, json.loads(kept)))
            if len(found) >= limit:
                return found[:limit]
            if there < size:
                return found
            looked, size = looked + size, size * 4
        return None

    def _kept(
        self, dear: Sequence[Part], values: Mapping[str, Any], article_ids: list[int]
    ) -> list[int]:
        """Those of some articles for which dear conditions hold, in their order."""
        for part in dear:
            found: set[int] = set()
            for low, high in _stretches(article_ids):
                found |= self._within(part, values, low, high, article_ids)
            article_ids = [one for one in article_ids if (one in found) != bool(part.barred)]
        return article_ids

    def newest(
        self, parts: Sequence[Part], lead: Part, values: Mapping[str, Any], scale: tuple[float, int]
    ) -> Iterator["tuple[list[Row], Row]"]:
        """Stretches of articles for which all parts hold, as (id, time, arrival), each with the
        last article that was looked at. `scale` is the rows expected and the articles there are."""
        dear = [part for part in parts if part is not lead and part.is_dear]
        cheap = [part for part in parts if part is not lead and part not in dear]
        rows = self._followed(cheap, lead, values, scale)
        size = float(_SHORTEST)
        try:
            while stretch := [row[0] for row in islice(rows, int(size))]:
                kept = set(stretch)
                for part in dear:
                    found = self._within(part, values, stretch[-1], stretch[0], kept)
                    kept = kept - found if part.barred else kept & found
                *dated, last = self._dated([*sorted(kept), stretch[-1]])
                yield [row for row in dated if row[0] in kept], last
                size = min(size * _GROWTH, _LONGEST)
        finally:
            rows.close()

    def _followed(
        self, cheap: Sequence[Part], lead: Part, values: Mapping[str, Any], scale: tuple[float, int]
    ) -> Generator[tuple[int], None, None]:
        """The ids that cheap conditions leave of the leading one, falling."""
        ways, asked = [lead.ids], dict(values)
        if lead.held:
            asked |= {"held": ids(lead.held), "last": lead.held[-1]}
            rest = f"select id from ({lead.ids}) where id < :last"
            ways = ["select value as id from json_each(:held)", rest]
        for way in ways:
            leading = replace(lead, ids=way)
            select = bare([*cheap, leading], leading, *scale)
            yield from self._each(f"{select} order by led.id desc", asked)

    def _dated(self, article_ids: list[int]) -> list[Row]:
        """Articles with their times, in this order."""
        rows = self._packed(
            "id, sorted_at, first_seen",
            """
            select a.id, a.sorted_at, a.first_seen from json_each(?) wanted
            cross join article a on a.id = wanted.value order by wanted.key
            """,
            (ids(article_ids),),
        )
        return [(article_id, sorted_at, came) for article_id, sorted_at, came in rows]

    def _within(
        self,
        part: Part,
        values: Mapping[str, Any],
        low: int,
        high: int,
        wanted: Collection[int],
    ) -> set[int]:
        """Those of the wanted that the condition's lists have between two ids. SQLite leaves the
        others out: a row that comes to Python costs more than to read it. The plus keeps it from
        asking for each of the wanted by itself."""
        if part.held and low >= part.held[-1]:
            return set(part.held)
        asked = {**values, "low": low, "high": high, "wanted": ids(wanted)}
        ways = [
            f"""select id from ({way}) where id between :low and :high
                and +id in (select value from json_each(:wanted))"""
            for way in part.ways or part.barred
        ]
        return set(self._packed("id", " union all ".join(ways), asked))


def _along(parts: Sequence[Part], dear: Sequence[Part], walked: float) -> str:
    """A stretch of articles along time: those that cheap conditions leave, and how many there are."""
    timed = " and ".join(part.probe for part in parts if part.in_time) or "1"
    cheap = [part for part in parts if part not in dear and not part.in_time]
    return f"""
        select json_group_array(id) filter (where kept), count(*) from (
            select a.id as id, {checked(cheap, walked)} as kept from article a
            where {timed} {BY_TIME} limit :size offset :looked)
        """


def _stretches(article_ids: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The lowest and highest of ids that lie close together."""
    together: list[int] = []
    for article_id in sorted(article_ids):
        if together and article_id - together[-1] > _GAP:
            yield together[0], together[-1]
            together = []
        together = [*together[:1], article_id]
    if together:
        yield together[0], together[-1]


def newest_of(stretches: Iterator["tuple[list[Row], Row]"], limit: int) -> "array[int]":
    """The ids of the newest, looking no further than is needed."""
    best: list[tuple[int, int]] = []
    for kept, last in stretches:
        for article_id, sorted_at, _ in kept:
            push = heapq.heappush if len(best) < limit else heapq.heappushpop
            push(best, (sorted_at, article_id))
        if len(best) >= limit and (not best or best[0][0] >= last[2]):
            break
    return array("q", (article_id for _, article_id in sorted(best, reverse=True)))
