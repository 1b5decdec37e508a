"""Where a quoted passage stands in a text nothing else is known of, after the W3C's TextQuoteSelector.

A passage that cannot be found for certain is not guessed: it is "ambiguous" or an "orphan".
"""

from reader.model.annotation import CONTEXT, TextPositionSelector, TextQuoteSelector
from reader.model.frozen import dataclass

#: A quotation this long is the passage even where nothing around it is the same any more.
_LONG = 40
#: Share of the context that must agree at an unmoved position, and at the only occurrence.
_SAME_PLACE, ONLY_PLACE = 0.5, 0.35
#: By how much the best of several occurrences must beat the next.
_MARGIN = 0.05


@dataclass(frozen=True, slots=True)
class Place:
    """A passage found; `state` and `method` are those of an `Anchor`."""

    start: int
    end: int
    state: str
    method: str


ORPHAN = Place(0, 0, "orphan", "none")


def quote(text: str, start: int, end: int) -> TextQuoteSelector:
    """The selector of text[start:end]."""
    return TextQuoteSelector(
        text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    )


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at its ends; empty where there is nothing else."""
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    return start, max(start, start + len(inner.strip()))


def find(text: str, wanted: TextQuoteSelector, position: TextPositionSelector) -> Place:
    """Look for a passage where it stood, then for its words anywhere."""
    exact, start = wanted.exact, position.start
    if not exact:
        return ORPHAN
    there = text[start : start + len(exact)] == exact
    if there and company(text, wanted, start) >= _SAME_PLACE:
        return Place(start, start + len(exact), "ok", "position")
    found = occurrences(text, exact)
    if not found:
        return ORPHAN
    scored = sorted(((company(text, wanted, at), at) for at in found), reverse=True)
    best, at = scored[0]
    place = Place(at, at + len(exact), "ok", "exact")
    if len(scored) == 1:
        return place if best >= ONLY_PLACE or len(exact) >= _LONG else _doubtful(place)
    return place if best - scored[1][0] >= _MARGIN else _doubtful(place)


def _doubtful(place: Place) -> Place:
    return Place(place.start, place.end, "ambiguous", place.method)


def occurrences(text: str, exact: str, most: int = 1000) -> list[int]:
    """Where words stand in a text, overlapping ones too."""
    found: list[int] = []
    at = text.find(exact)
    while at >= 0 and len(found) < most:
        found.append(at)
        at = text.find(exact, at + 1)
    return found


def company(text: str, wanted: TextQuoteSelector, at: int) -> float:
    """The share of the quotation's context that stands around `at`, from 0 to 1."""
    before = text[max(0, at - CONTEXT) : at]
    after = text[at + len(wanted.exact) :][:CONTEXT]
    same = _common(wanted.prefix[::-1], before[::-1]) + _common(wanted.suffix, after)
    size = len(wanted.prefix) + len(wanted.suffix)
    return same / size if size else 1.0


def _common(one: str, other: str) -> int:
    """How many characters two strings share from their start."""
    for count, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return count
    return min(len(one), len(other))
