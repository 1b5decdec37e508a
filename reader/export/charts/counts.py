"""Counts of studies: by time, and by design, condition or country."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from reader.export.charts.families import FAMILIES, Family, family
from reader.export.charts.marks import Drawing, Mark, Numbers, Tick, field_of
from reader.export.charts.scatter import Scatter
from reader.export.charts.spots import Box, Spot
from reader.model.evidence import Point
from reader.model.facts import DESIGNS

#: Bars shown of a count; the others are summed up.
MOST = 10
#: Months as axes name them.
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Timeline:
    """Studies by month, or by year where there are many, stacked by family of design."""

    points: tuple[Point, ...]
    name: str = "Studies by time"
    legend: bool = True

    @property
    def caption(self) -> str:
        unit = "year" if self._step == 12 else "month"
        return f"{self.name}, a column a {unit} · {len(self.points):,} studies"

    @property
    def _step(self) -> int:
        months = [p.month for p in self.points if p.month is not None]
        return 12 if months and max(months) - min(months) > 48 else 1

    def _columns(self) -> list[tuple[int, list[tuple[Family, list[Point]]]]]:
        """Every column from the first to the last, each with its points by family."""
        step = self._step
        found: dict[int, dict[str, list[Point]]] = {}
        for p in self.points:
            if p.month is not None:
                by_family = found.setdefault(p.month // step, {})
                by_family.setdefault(family(p.design).label, []).append(p)
        if not found:
            return []
        return [
            (at, [(f, found[at][f.label]) for f in FAMILIES if f.label in found.get(at, {})])
            for at in range(min(found), max(found) + 1)
        ]

    def table(self) -> Numbers:
        head = ("Time", *(f.label for f in FAMILIES))
        rows = []
        for at, stack in self._columns():
            counts = {f.label: len(points) for f, points in stack}
            rows.append((self._time(at), *(str(counts.get(f.label, 0)) for f in FAMILIES)))
        return head, rows

    def draw(self, width: float, height: float) -> Drawing:
        field, columns = field_of(width, height), self._columns()
        most = max((sum(len(ps) for _, ps in stack) for _, stack in columns), default=1)
        top = _round_up(most)
        slot = field.width / max(1, len(columns))
        marks: list[Mark] = []
        for place, (at, stack) in enumerate(columns):
            base = field.bottom
            for kind, points in stack:
                high = field.height * len(points) / top
                bar = Box(field.left + place * slot + slot * 0.1, base - high, slot * 0.8, high)
                words = f"{self._time(at)}: {len(points):,} {kind.label.lower()}"
                ids = tuple(p.article_id for p in points)
                marks.append(Mark(bar.middle, kind, partial(str, words), ids, bar))
                base -= high
        return Drawing(tuple(marks), (*self._time_ticks(columns, field), *_counts(top, field)))

    def _time_ticks(self, columns: Sequence[tuple[int, object]], field: Box) -> list[Tick]:
        """As many times below the columns as there is room for."""
        slot = field.width / max(1, len(columns))
        every = max(1, math.ceil(70 / slot))
        return [
            Tick(
                Spot(field.left + (n + 0.5) * slot, field.bottom + 16),
                self._time(at),
                centre=True,
            )
            for n, (at, _) in enumerate(columns)
            if n % every == 0
        ]

    def _time(self, at: int) -> str:
        if self._step == 12:
            return str(at)
        return f"{MONTHS[at % 12]} {at // 12}"


@dataclass(frozen=True, slots=True)
class Bars:
    """How many studies there are of each design, condition or country."""

    points: tuple[Point, ...]
    name: str
    of: str
    legend: bool = False

    @property
    def caption(self) -> str:
        missing = sum(not self._values(p) for p in self.points)
        said = f"{self.name} · {len(self.points):,} studies"
        say = "does not say" if missing == 1 else "do not say"
        return f"{said}, {missing:,} {say}" if missing else said

    def _values(self, point: Point) -> tuple[str, ...]:
        if self.of == "design":
            return (DESIGNS.get(point.design, point.design),) if point.design else ()
        return point.conditions if self.of == "condition" else point.countries

    def counts(self) -> list[tuple[str, list[int]]]:
        """The most frequent first, then all others together, then those that do not say."""
        found: dict[str, list[int]] = {}
        for p in self.points:
            for value in dict.fromkeys(self._values(p)):
                found.setdefault(value, []).append(p.article_id)
        ranked = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
        rows = ranked[:MOST]
        if rest := ranked[MOST:]:
            ids = dict.fromkeys(i for _, group in rest for i in group)
            rows.append((f"{len(rest):,} {'other' if len(rest) == 1 else 'others'}", list(ids)))
        missing = [p.article_id for p in self.points if not self._values(p)]
        return [*rows, ("not said", missing)] if missing else rows

    def _family(self, value: str) -> Family:
        """Designs in their own colours; all else in one, and what is not said in grey."""
        if value == "not said":
            return FAMILIES[-1]
        if self.of != "design":
            return FAMILIES[0]
        codes = (code for code, words in DESIGNS.items() if words == value)
        # each bar has its name beside it, so none needs a pattern
        return replace(family(next(codes, "")), pattern="")

    def table(self) -> Numbers:
        found: Counter[str] = Counter()
        for p in self.points:
            found.update(list(dict.fromkeys(self._values(p))) or ["not said"])
        return (self.name, "Studies"), [(value, str(n)) for value, n in found.most_common()]

    def draw(self, width: float, height: float) -> Drawing:
        rows = self.counts()
        left, slot = 150.0, max(16.0, min(24.0, (height - 16) / max(1, len(rows))))
        most = max((len(ids) for _, ids in rows), default=1)
        room = max(20.0, width - left - 60)
        marks, ticks = [], []
        for at, (value, ids) in enumerate(rows):
            top = 8 + at * slot
            bar = Box(left, top + 3, max(2.0, room * len(ids) / most), slot - 7)
            kind = self._family(value)
            words = f"{value}: {len(ids):,}"
            marks.append(Mark(bar.middle, kind, partial(str, words), tuple(ids), bar))
            ticks.append(Tick(Spot(left - 10, top + slot / 2), value, right=True))
            ticks.append(Tick(Spot(bar.right + 8, top + slot / 2), f"{len(ids):,}"))
        return Drawing(tuple(marks), tuple(ticks))


Chart = Scatter | Timeline | Bars


def _counts(top: int, field: Box) -> list[Tick]:
    """Labels of an axis of counts at half and whole."""
    ticks = []
    for count in dict.fromkeys((0, top // 2, top)):
        y = field.bottom - field.height * count / top
        line = (Spot(field.left, y), Spot(field.right, y))
        ticks.append(Tick(Spot(field.left - 8, y), f"{count:,}", line, right=True))
    return ticks


def _round_up(count: int) -> int:
    """A round number that is as great: 7 to 8, 23 to 25, 130 to 200."""
    if count <= 10:
        return max(2, count + count % 2)
    scale = 10 ** (len(str(count)) - 1)
    return next(
        int(step * scale) for step in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if step * scale >= count
    )
