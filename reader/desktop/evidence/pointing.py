"""Which mark of a chart is pointed at, found without looking at all of them."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF

from reader.export.charts.marks import Mark
from reader.export.charts.spots import Spot

#: Pixels: how near one must point.
NEAR = 12.0


class Pointing:
    """The marks of one drawing, by place and by article."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = marks
        self._fields: dict[tuple[int, int], list[Mark]] = {}
        #: The mark of an article, where each has its own.
        self._of: dict[int, Mark] = {}
        for mark in marks:
            if mark.bar is None:
                self._fields.setdefault(_field(mark.at.x, mark.at.y), []).append(mark)
                self._of.update(dict.fromkeys(mark.articles, mark))

    def at(self, place: QPointF) -> Mark | None:
        """The mark that is pointed at."""
        spot = Spot(place.x(), place.y())
        if not self._fields:
            return next((m for m in self._marks if m.bar and m.bar.contains(spot)), None)
        x, y = _field(spot.x, spot.y)
        near = (
            mark
            for across in (x - 1, x, x + 1)
            for down in (y - 1, y, y + 1)
            for mark in self._fields.get((across, down), ())
        )
        found = min(near, key=lambda mark: _distance(mark.at, spot), default=None)
        return found if found and _distance(found.at, spot) <= NEAR else None

    def of(self, article_id: int) -> Mark | None:
        return self._of.get(article_id)


def _field(x: float, y: float) -> tuple[int, int]:
    return int(x // NEAR), int(y // NEAR)


def _distance(one: Spot, other: Spot) -> float:
    return abs(one.x - other.x) + abs(one.y - other.y)
