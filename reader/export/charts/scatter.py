"""Sample size against follow-up, and what a box drawn over it holds."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from reader.export.charts.families import family
from reader.export.charts.marks import GUTTER, Drawing, Mark, Numbers, Tick, field_of
from reader.export.charts.spots import Box, Spot
from reader.model.evidence import Point
from reader.model.facts import DESIGNS, duration

#: Pixels between two labels of an axis, at least.
_APART = 15
#: Follow-ups at which the scatter's axis is labelled, in years.
_YEARS: tuple[tuple[float, str], ...] = (
    *((1 / 365.25, "1 d"), (7 / 365.25, "1 wk"), (1 / 12, "1 mo"), (0.5, "6 mo"), (1, "1 y")),
    *((2, "2 y"), (5, "5 y"), (10, "10 y"), (20, "20 y"), (50, "50 y")),
)


@dataclass(frozen=True, slots=True)
class Scatter:
    """Sample size against follow-up, both on logarithmic axes."""

    points: tuple[Point, ...]
    name: str = "Sample size against follow-up"
    legend: bool = True

    @property
    def caption(self) -> str:
        whole = [p for p in self.points if p.size and p.years]
        parts = [f"{len(whole):,} of {len(self.points):,} studies have both"]
        no_years = sum(not p.years for p in self.points)
        no_size = sum(not p.size for p in self.points)
        parts += [f"{no_years:,} lack follow-up"] if no_years else []
        parts += [f"{no_size:,} lack sample size"] if no_size else []
        return f"{self.name} (log–log) · {', '.join(parts)}"

    def table(self) -> Numbers:
        head = ("Study", "Design", "n", "Follow-up")
        rows: list[tuple[str, ...]] = [
            (p.title, DESIGNS.get(p.design, p.design), _number(p.size), duration(p.years, p.years))
            for p in self.points
        ]
        return head, rows

    def draw(self, width: float, height: float) -> Drawing:
        """Marks for points that have a value on either axis; a missing one is in the gutter."""
        field = field_of(width, height, gutter=True)
        sizes, years = (
            self._ends([p.size for p in self.points]),
            self._ends([p.years for p in self.points]),
        )
        marks = [
            Mark(
                Spot(
                    _across(p.size, sizes, field) if p.size else field.left - GUTTER / 2,
                    _up(p.years, years, field) if p.years else field.bottom + GUTTER / 2 - 8,
                ),
                family(p.design),
                partial(_told, p),
                (p.article_id,),
            )
            for p in self.points
            if p.size or p.years
        ]
        ticks = (*_size_ticks(sizes, field), *_year_ticks(years, field))
        return Drawing(tuple(marks), ticks, field)

    def across(self, size: float, field: Box) -> float:
        """Where a sample size stands, from left to right."""
        return _across(size, self._ends([p.size for p in self.points]), field)

    def brushed(self, box: Box, width: float, height: float) -> "Brush":
        """What the values in a box are."""
        field = field_of(width, height, gutter=True)
        sizes = self._ends([p.size for p in self.points])
        years = self._ends([p.years for p in self.points])
        return Brush(
            _value((box.left - field.left) / field.width, sizes),
            _value((box.right - field.left) / field.width, sizes),
            _value((field.bottom - box.bottom) / field.height, years),
            _value((field.bottom - box.top) / field.height, years),
        )

    def _ends(self, values: Sequence[float | None]) -> tuple[float, float]:
        """The logarithms of the least and the greatest, a whole number of tens apart or more."""
        found = [math.log10(value) for value in values if value]
        if not found:
            return 0.0, 1.0
        low, high = math.floor(min(found) * 2) / 2, math.ceil(max(found) * 2) / 2
        return low, max(high, low + 1)


@dataclass(frozen=True, slots=True)
class Brush:
    """A box in the scatter: ends of sample size and of follow-up in years."""

    least: float
    most: float
    shortest: float
    longest: float

    def holds(self, point: Point) -> bool:
        if not point.size or not point.years:
            return False
        return (
            self.least <= point.size <= self.most and self.shortest <= point.years <= self.longest
        )

    @property
    def words(self) -> str:
        low, high = (f"{round(end):,}" for end in (self.least, self.most))
        ends = [duration(_tidy(end), _tidy(end)) for end in (self.shortest, self.longest)]
        return f"n {low} to {high}, follow-up {ends[0]} to {ends[1]}"

    @property
    def query(self) -> str:
        """The same as a query: sizes as numbers, durations in days."""
        days = [round(end * 365.25) for end in (self.shortest, self.longest)]
        return f"n:{round(self.least)}..{round(self.most)} followup:{days[0]}d..{days[1]}d"


def _across(value: float, ends: tuple[float, float], field: Box) -> float:
    return field.left + field.width * (math.log10(value) - ends[0]) / (ends[1] - ends[0])


def _up(value: float, ends: tuple[float, float], field: Box) -> float:
    return field.bottom - field.height * (math.log10(value) - ends[0]) / (ends[1] - ends[0])


def _value(share: float, ends: tuple[float, float]) -> float:
    return float(10 ** (ends[0] + min(max(share, 0.0), 1.0) * (ends[1] - ends[0])))


def _size_ticks(ends: tuple[float, float], field: Box) -> list[Tick]:
    ticks = [Tick(Spot(field.left - GUTTER / 2, field.bottom + 38), "no n", centre=True)]
    for power in range(math.ceil(ends[0]), math.floor(ends[1]) + 1):
        x = _across(10**power, ends, field)
        line = (Spot(x, field.top), Spot(x, field.bottom))
        words = f"{10**power:,}" if x - ticks[-1].at.x >= 3 * _APART else ""
        ticks.append(Tick(Spot(x, field.bottom + 38), words, line, centre=True))
    return ticks


def _year_ticks(ends: tuple[float, float], field: Box) -> list[Tick]:
    y = field.bottom + GUTTER / 2 - 8
    ticks = [Tick(Spot(field.left - GUTTER - 6, y), "not said", right=True)]
    for years, words in _YEARS:
        y = _up(years, ends, field)
        if ends[0] <= math.log10(years) <= ends[1] and ticks[-1].at.y - y >= _APART:
            line = (Spot(field.left, y), Spot(field.right, y))
            ticks.append(Tick(Spot(field.left - GUTTER - 6, y), words, line, right=True))
    return ticks


def _told(point: Point) -> str:
    """A point in words."""
    parts = [point.title[:90], DESIGNS.get(point.design, "design not said")]
    parts.append(f"n {_number(point.size)}" if point.size else "n not said")
    parts.append(duration(point.years, point.years) if point.years else "follow-up not said")
    return " · ".join(parts)


def _number(value: float | None) -> str:
    return f"{value:,.0f}" if value else ""


def _tidy(years: float) -> float:
    """A duration rounded to what can be said of it."""
    if years < 2 / 12:
        return round(years * 365.25) / 365.25
    return round(years * 12) / 12 if years < 2 else round(years)
