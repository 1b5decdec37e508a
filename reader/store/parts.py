"""Conditions on articles as SQL, put together so that the rarest leads and the others are checked.

A part can be asked in two ways: for its ids (a set that is read once), and of one article after
the other. Which is cheaper depends on how many articles are asked about.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from reader.model.frozen import dataclass

#: With fewer articles than this all of them are looked at and sorted.
MANY = 4_000
#: So many are counted beforehand; a part of just this size may have any number, about so many times
#: as many.
COUNTED, _MORE = 8_000, 4
#: How much dearer it is to read an article from a set than to have put it there.
_TO_KEEP = 0.4


#: The id of an article in a condition, and anything of an article.
_ITS_ID, _ITS_COLUMN = re.compile(r"\ba\.id\b"), re.compile(r"\ba\.")


@dataclass(frozen=True, slots=True)
class Part:
    """`probe` holds for the article `a.id`; `ids` selects one column, `id`, or is "" where nearly
    all would match. `size` is how many that are, at most about; `price` of a probe is in
    microseconds. `newest` says that `ids` can be read by falling id without sorting; `never` is,
    for a condition that must not hold, the ids that it would leave out."""

    probe: str
    ids: str = ""
    size: int = COUNTED
    price: float = 2.0
    newest: bool = False
    never: str = ""
    #: What makes up `ids`, where that between two ids can be had without looking at the others.
    ways: tuple[str, ...] = ()
    #: What makes up `never`, in the same way.
    barred: tuple[str, ...] = ()
    #: The highest of the ids, falling, where it costs much to ask for them again.
    held: tuple[int, ...] = ()
    #: A range of the times that lists are ordered by.
    in_time: bool = False
    #: Nothing but words, which `Ranking` has looked for already.
    ranked: bool = False

    @property
    def likely(self) -> int:
        """About how many match, where they are more than were counted."""
        return self.size if self.size != COUNTED else COUNTED * _MORE

    @property
    def is_dear(self) -> bool:
        """Better asked of a stretch of ids than of one after the other."""
        return bool(self.ways or self.barred) and self.price >= DEAR

    def check(self, rows: float) -> str:
        """The condition on `a.id` that is the cheaper one for this many articles."""
        if not self.ids and not self.never:
            return self.probe
        as_set = f"a.id in (select id from ({self.ids}))"
        if self.never:
            as_set = f"a.id not in (select id from ({self.never}))"
        if not self.probe or self.likely * _TO_KEEP < rows * self.price:
            return as_set
        return self.probe


#: A condition as dear as this in microseconds is better asked of a stretch of ids.
DEAR = 10.0
NONE = Part("0", "select 0 as id where 0", 0)


def negated(part: Part) -> Part:
    if part.never and not part.probe:
        return Part("", part.never, part.size, part.price)
    probe = f"not ({part.probe})" if part.probe else ""
    found = Part(probe, size=part.size, price=part.price, never=part.ids)
    return replace(found, barred=part.ways, held=part.held)


def either(parts: Sequence[Part]) -> Part:
    """At least one of them holds."""
    probe = ""
    if all(part.probe for part in parts):
        probe = "(" + " or ".join(part.probe for part in parts) + ")"
    ids = ""
    if all(part.ids for part in parts):
        ids = " union ".join(f"select id from ({part.ids})" for part in parts)
    price = sum(part.price for part in parts)
    if not ids and not probe:  # a set beside a condition that has none
        probe = "(" + " or ".join(part.check(MANY * 4) for part in parts) + ")"
    ways = [way for part in parts for way in part.ways] if all(p.ways for p in parts) else []
    counts = [part.size for part in parts]
    size = COUNTED if COUNTED in counts else sum(counts)
    return Part(probe, ids, size, price, ways=tuple(ways))


def both(parts: Sequence[Part]) -> Part:
    """All of them hold."""
    if len(parts) == 1:
        return parts[0]
    with_ids = [part for part in parts if part.ids]
    price = sum(part.price for part in parts)
    if not with_ids:
        return Part("(" + " and ".join(part.check(MANY) for part in parts) + ")", price=price)
    lead = leading(with_ids)
    probe = ""
    if all(part.probe for part in parts):
        probe = "(" + " and ".join(part.probe for part in parts) + ")"
    return Part(probe, led(parts, lead), lead.size, price)


def leading(parts: Sequence[Part], total: int = 0) -> Part:
    """The part whose articles are looked at, while the others are checked. Of `total` articles,
    what is not counted to its end holds for an eighth, if that is more."""
    least = total // 8

    def rank(part: Part) -> tuple[int, bool]:
        return max(part.likely, least if part.size == COUNTED else 0), not part.newest

    return min(parts, key=rank)


def led(
    parts: Sequence[Part],
    lead: Part,
    columns: str = "a.id as id",
    *,
    rows: float = 0,
    total: int = 0,
) -> str:
    """Articles of the leading part for which all others hold. `rows` of it are looked at (all, if
    it is 0), of an archive of `total` articles."""
    others = [part for part in parts if part is not lead]
    where = checked(others, rows or lead.size, total)
    return f"select {columns} from ({lead.ids}) led cross join article a on a.id = led.id where {where}"


def bare(parts: Sequence[Part], lead: Part, rows: float = 0, total: int = 0) -> str:
    """As `led`, in no order, and without looking up the articles where only their ids count."""
    others = [part for part in parts if part is not lead]
    where = _ITS_ID.sub("led.id", checked(others, rows or lead.size, total))
    if _ITS_COLUMN.search(where):
        return led(parts, lead, rows=rows, total=total)
    return f"select led.id as id from ({lead.ids}) led where {where}"


def checked(parts: Sequence[Part], rows: float, total: int = 0) -> str:
    """That all parts hold, the cheapest first; each has fewer articles left to look at."""
    checks = []
    for part in sorted(parts, key=lambda part: part.price):
        checks.append(part.check(rows))
        rows *= share(part, total) if total else 1
    return " and ".join(checks) or "1"


def share(part: Part, total: int) -> float:
    """About how many of all articles match, from hardly 0 to 1."""
    if not part.ids:
        return 0.5
    guessed = max(part.size, total / 3) if part.size == COUNTED else part.size
    return min(1.0, max(guessed, 1) / max(1, total))


Binder = Callable[[object], str]
