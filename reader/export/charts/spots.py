"""Places in a chart, in pixels from its upper left."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a chart, in pixels from its upper left."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in a chart, in pixels."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def middle(self) -> Spot:
        return Spot(self.left + self.width / 2, self.top + self.height / 2)

    def contains(self, at: Spot) -> bool:
        return self.left <= at.x <= self.right and self.top <= at.y <= self.bottom
