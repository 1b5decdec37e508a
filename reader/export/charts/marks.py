"""A chart laid out: marks to point at, labels of axes."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.export.charts.families import Family
from reader.export.charts.spots import Box, Spot

#: Pixels around a chart: left, top, right, bottom; width of the gutter for a missing value.
LEFT, TOP, RIGHT, BOTTOM, GUTTER = 62, 12, 30, 30, 34

#: A chart as a table: the head, and its rows.
Numbers = tuple[tuple[str, ...], list[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to point at: a shape at a place, or (with a `bar`) a bar."""

    at: Spot
    family: Family
    said: Callable[[], str]
    articles: tuple[int, ...]
    bar: Box | None = None

    @property
    def words(self) -> str:
        """What it is, made when somebody points at it."""
        return self.said()


@dataclass(frozen=True, slots=True)
class Tick:
    """A label beside an axis, at a place; `line` ones have a faint line through the chart."""

    at: Spot
    words: str
    line: tuple[Spot, Spot] | None = None
    #: The words end at the place, or (`centre`) have it in their middle.
    right: bool = False
    centre: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart laid out for a size."""

    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    #: The part that a brush may mark, None where none may.
    field: Box | None = None


def field_of(width: float, height: float, *, gutter: bool = False) -> Box:
    side = GUTTER if gutter else 0
    return Box(
        LEFT + side,
        TOP,
        max(20.0, width - LEFT - RIGHT - side),
        max(20.0, height - TOP - BOTTOM - (side - 8 if gutter else 0)),
    )
