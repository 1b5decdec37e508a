"""Passages that are like a quotation, where its own words stand no more."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reader.model.annotation import CONTEXT, TextPositionSelector, TextQuoteSelector

#: Sizes of the pieces of a quotation that are looked for, how many of them, and how often at most.
_SIZES, _SEEDS, _TIMES = (12, 8, 5), 40, 60
#: Windows that are looked at closely.
_WINDOWS = 6
#: How far, in characters, the ends of a match may be moved to words that fit better.
_TRIM = 16
#: Weights of the words, of what stands before and after them, and of the place.
_QUOTE, _BESIDE, _PLACE = 50, 20, 2


@dataclass(frozen=True, slots=True)
class Like:
    """text[start:end] is like the quotation: `score` from 0 to 1."""

    start: int
    end: int
    score: float


def likeness(one: str, other: str) -> float:
    from rapidfuzz.distance import Indel  # forty modules, for what has changed

    return float(Indel.normalized_similarity(one, other))


def alike(
    text: str,
    wanted: TextQuoteSelector,
    position: TextPositionSelector,
) -> list[Like]:
    """The passages of a text that are like a quotation, the likest first; none overlap."""
    found: list[Like] = []
    scored = (_scored(text, wanted, position, window) for window in _windows(text, wanted.exact))
    for like in sorted(scored, key=lambda like: -like.score):
        if all(like.end <= f.start or like.start >= f.end for f in found):
            found.append(like)
    return found


def fitted(text: str, exact: str, start: int, end: int) -> tuple[int, int]:
    """The range with its ends moved to the words near them that make it likest to `exact`."""
    starts = [at for at in _edges(text, start) if at < end]
    start = max(starts, key=lambda at: likeness(exact, text[at:end]), default=start)
    ends = [at for at in _edges(text, end) if at > start]
    return start, max(ends, key=lambda at: likeness(exact, text[start:at]), default=end)


def _edges(text: str, at: int) -> Iterator[int]:
    """Where words begin and end near a place, the nearest first."""
    near = (at + sign * away for away in range(_TRIM + 1) for sign in (1, -1))
    return (place for place in near if 0 <= place <= len(text) and _is_edge(text, place))


def _is_edge(text: str, at: int) -> bool:
    around = text[max(0, at - 1) : at + 1]
    return at in (0, len(text)) or not (around[0].isalnum() and around[1].isalnum())


def _windows(text: str, exact: str) -> list[tuple[int, int]]:
    """The ranges that hold most pieces of the quotation."""
    for size in _SIZES:
        votes: Counter[int] = Counter()
        stride = max(1, len(exact) // 4)
        for at in _spread(len(exact) - size + 1):
            for place in _occurrences(text, exact[at : at + size]):
                votes[(place - at) // stride] += 1
        if votes:
            best = [slot for slot, _ in votes.most_common(_WINDOWS)]
            return [_aligned(text, exact, slot * stride) for slot in best]
    return []


def _spread(count: int) -> range:
    return range(0, max(0, count), max(1, -(-count // _SEEDS)))


def _occurrences(text: str, piece: str) -> list[int]:
    """Where a piece stands; nothing for one that is all over the text."""
    found: list[int] = []
    at = text.find(piece)
    while at >= 0:
        found.append(at)
        if len(found) > _TIMES:
            return []
        at = text.find(piece, at + 1)
    return found


def _aligned(text: str, exact: str, about: int) -> tuple[int, int]:
    slack = max(20, len(exact) // 2)
    first = max(0, about - slack)
    region = text[first : about + len(exact) + slack]
    from rapidfuzz.fuzz import partial_ratio_alignment

    match = partial_ratio_alignment(exact, region)
    if match is None or len(region) < len(exact):
        return fitted(text, exact, first, first + len(region))
    return fitted(text, exact, first + match.dest_start, first + match.dest_end)


def _scored(
    text: str,
    wanted: TextQuoteSelector,
    position: TextPositionSelector,
    found: tuple[int, int],
) -> Like:
    start, end = found
    total, size = _QUOTE * likeness(wanted.exact, text[start:end]), _QUOTE
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    for said, stands in ((wanted.prefix, before), (wanted.suffix, after)):
        if said:
            total, size = total + _BESIDE * likeness(said, stands), size + _BESIDE
    away = abs(start - position.start) / max(1, len(text))
    return Like(start, end, (total + _PLACE * (1 - min(1.0, away))) / (size + _PLACE))
