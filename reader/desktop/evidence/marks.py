"""A chart laid out: marks to point at, labels of axes. Charts are values: points in, marks out.

`chart_view` paints them and listens.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from reader.desktop.evidence.families import Family

#: Pixels around a chart: left, top, right, bottom; width of the gutter for a missing value.
LEFT, TOP, RIGHT, BOTTOM, GUTTER = 62, 12, 30, 30, 34

#: A chart as a table: the head, and its rows.
Numbers = tuple[tuple[str, ...], list[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to point at: a shape at a place, or (with a `bar`) a bar."""

    at: QPointF
    family: Family
    said: Callable[[], str]
    articles: tuple[int, ...]
    bar: QRectF | None = None

    @property
    def words(self) -> str:
        """What it is, made when somebody points at it."""
        return self.said()


@dataclass(frozen=True, slots=True)
class Tick:
    """A label beside an axis, at a place; `line` ones have a faint line through the chart."""

    at: QPointF
    words: str
    line: tuple[QPointF, QPointF] | None = None
    #: The words end at the place, or (`centre`) have it in their middle.
    right: bool = False
    centre: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart laid out for a size."""

    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    #: The part that a brush may mark, None where none may.
    field: QRectF | None = None


def field_of(width: float, height: float, *, gutter: bool = False) -> QRectF:
    side = GUTTER if gutter else 0
    return QRectF(
        LEFT + side,
        TOP,
        max(20.0, width - LEFT - RIGHT - side),
        max(20.0, height - TOP - BOTTOM - (side - 8 if gutter else 0)),
    )
