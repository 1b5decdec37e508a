"""Facts and cautions of a study on one line of any width: neither crowds the other out.

First the cautions that do not fit become a number ("+1"), then facts go from the end, and only where
design and size alone are too long do they end in dots.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

#: Pixels that a caution needs besides its words, and those between facts and cautions.
AROUND, BETWEEN = 18, 8
#: Facts that stay whatever the width: the design and the number of people.
_KEPT = 2


@dataclass(frozen=True, slots=True)
class Line:
    """What is written of a study: facts, and captions of its cautions."""

    facts: str
    cautions: tuple[str, ...]


def fitted(
    facts: Sequence[str], cautions: Sequence[str], width: int, measure: Callable[[str], int]
) -> Line:
    """The most that fits into `width`; the facts may be too long, and are to be elided then."""
    least = min(_KEPT, len(facts))
    for count in range(len(facts), least - 1, -1):
        words = " · ".join(facts[:count]) + (" …" if count < len(facts) else "")
        room = width - measure(words) - (BETWEEN if words else 0)
        shown = _fitting(cautions, room, measure)
        if shown or not cautions:
            return Line(words, shown)
    whole = " · ".join(facts[:least]) + (" …" if least < len(facts) else "")
    return Line(whole, (f"+{len(cautions)}",))


def _fitting(cautions: Sequence[str], room: int, measure: Callable[[str], int]) -> tuple[str, ...]:
    """As many cautions as there is room for, the rest as a number; () where not even one fits."""
    for count in range(len(cautions), 0, -1):
        rest = len(cautions) - count
        shown = (*cautions[:count], *((f"+{rest}",) if rest else ()))
        if sum(measure(caption) + AROUND for caption in shown) <= room:
            return shown
    return ()
