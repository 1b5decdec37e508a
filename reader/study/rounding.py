"""Sizes told twice, rounded and exactly: "a study of 12,000 commuters", "check-ups of 12,040 commuters"."""

from collections.abc import Sequence

from reader.study.abstract_sizes import Weighed

#: How far a rounded number may be from the exact one, and how much lighter that may be.
_NEAR, _LIGHTER = 0.05, 4.0
#: The least number that is rounded.
_LEAST = 100


def exact(found: Sequence[Weighed]) -> Weighed:
    """The heaviest of the counts, the heaviest first; where it is another one rounded, the exact one."""
    best = found[0]
    return next((row for row in found if _rounds(row, best)), best)


def _rounds(row: Weighed, best: Weighed) -> bool:
    """Whether the best is the number of a row with fewer digits that count."""
    exactly, rounded = row.count.value, best.count.value
    if rounded < _LEAST or abs(exactly - rounded) > _NEAR * rounded or exactly == rounded:
        return False
    if row.count.kind != best.count.kind or row.weight < best.weight - _LIGHTER:
        return False
    return _zeros(exactly) < _zeros(rounded) and abs(exactly - rounded) < 10 ** _zeros(rounded)


def _zeros(value: int) -> int:
    """How many zeros a number ends with."""
    printed = str(value)
    return len(printed) - len(printed.rstrip("0"))
