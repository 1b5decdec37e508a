"""The newest matches by falling id, until none that is left can be newer.

An article is never dated after it arrived, and ids follow arrival. Conditions that are dear to ask
of one article, as words are, are asked of a stretch of ids at a time: their lists lie in that order.
"""

import heapq
from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from reader.store.parts import Part, led
from reader.store.table import Table

_DATED = "a.id, a.sorted_at, a.first_seen"
#: Microseconds of a probe from which a condition is asked of a stretch.
_DEAR = 10.0
#: Articles in the longest stretch.
_LONGEST = 4_000
Row = tuple[int, int, int]


class Falling(Table):
    """Follows the ids of the leading condition."""

    def newest(
        self, parts: Sequence[Part], lead: Part, values: Mapping[str, Any], scale: tuple[float, int]
    ) -> Iterator["tuple[list[Row], Row]"]:
        """Stretches of articles for which all parts hold, as (id, time, arrival), each with the
        last article that was looked at. `scale` is the rows expected and the articles there are."""
        dear = [part for part in parts if part is not lead and part.newest and part.price >= _DEAR]
        cheap = [part for part in parts if part not in dear]
        select = led(cheap, lead, _DATED, rows=scale[0], total=scale[1])
        rows = self._each(f"{select} order by led.id desc", dict(values))
        size = max(64, int(scale[0]) // 8)
        try:
            while stretch := list(islice(rows, size)):
                last, kept = stretch[-1], stretch
                for part in dear:
                    there = self._within(part, values, last[0], stretch[0][0])
                    kept = [row for row in kept if row[0] in there]
                yield kept, last
                size = min(2 * size, _LONGEST)
        finally:
            rows.close()  # type: ignore[attr-defined]

    def _within(self, part: Part, values: Mapping[str, Any], low: int, high: int) -> set[int]:
        asked = {**values, "low": low, "high": high}
        sql = f"select id from ({part.ids}) where id between :low and :high"
        return {row[0] for row in self._all(sql, asked)}


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
