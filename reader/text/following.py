"""Where a passage of one text stands in the next: by comparing the texts, then by its words, then
by what is like them. What is not certain is said to be so; nothing is guessed.

The floors below were measured with `tests/benchmarks/bench_anchors.py`.
"""

from dataclasses import replace

from reader.model.annotation import TextPositionSelector, TextQuoteSelector
from reader.text import anchors
from reader.text.anchors import Place
from reader.text.likeness import alike, fitted, likeness
from reader.text.material import is_material
from reader.text.revised import Revised, level

#: From this length on a quotation is found by less likeness: `_FLOOR`, else `_SHORT_FLOOR`.
_ENOUGH = 24
_SAME_FLOOR, _LIKE_FLOOR, _SHORT_FLOOR = 0.70, 0.72, 0.85
#: A passage between words that stand as before is the passage with half of its likeness gone.
_HELD, _HELD_FLOOR = 12, 0.55
#: From this length on, words that stand once in either text are the same passage.
_TELLING = 16
#: Likeness of the words on one side of a short passage, at least.
_BESIDE = 0.6
#: Share of the rare words in and around a passage that must still be there (`Revised.kinship`).
#: Where it is less than the second, other words may be a sibling's, unless what stands on both
#: sides is the same; other numbers or negations where it is less than the third.
_KIN, _LOOSE_KIN, _CLOSE_KIN = 0.62, 0.7, 0.8
#: By how much an image must be more like the passage than one that has all reworded ends.
_LEAD = 0.25
#: By how much the best must beat the next.
_MARGIN = 0.05


def follow(revised: Revised, wanted: TextQuoteSelector, position: TextPositionSelector) -> Place:
    """Where old[position] of the revised text stands now. An orphan stands, empty, about where it
    was; "changed" and "material" say that other words stand there, the latter of another meaning."""
    quote = TextQuoteSelector(level(wanted.exact), level(wanted.prefix), level(wanted.suffix))
    start, end = position.start, position.end
    if revised.old[start:end] != quote.exact:  # it never stood there: an import that was not found
        return anchors.ORPHAN
    if revised.old == revised.new:
        return Place(start, end, "ok", "identity")
    for look in (_by_comparison, _by_words, _by_likeness):
        if found := look(revised, quote, position):
            return _judged(found, revised, quote, position)
    about = revised.insertion_point(start)
    return Place(about, about, "orphan", "none")


def choices(
    revised: Revised, wanted: TextQuoteSelector, position: TextPositionSelector
) -> list[tuple[int, int]]:
    """The places that an ambiguous passage may have gone to, in the order of the text."""
    exact = level(wanted.exact)
    found = [(at, at + len(exact)) for at in anchors.occurrences(revised.new, exact, 50)]
    if not found:
        found = [(like.start, like.end) for like in alike(revised.new, wanted, position)[:5]]
    return sorted(found)


def _judged(
    found: Place, revised: Revised, quote: TextQuoteSelector, position: TextPositionSelector
) -> Place:
    words = revised.new[found.start : found.end]
    if found.state != "ok" or words == quote.exact:
        return found
    told = is_material(quote.exact, words)
    kin = _kinship(revised, position, found)
    beside = min(_beside(revised, quote, found.start, found.end))
    if beside < _BESIDE and kin < (_CLOSE_KIN if told else _LOOSE_KIN):
        return _doubtful(found)
    return replace(found, state="material" if told else "changed")


def _kinship(revised: Revised, position: TextPositionSelector, found: Place) -> float:
    return revised.kinship(position.start, position.end, (found.start, found.end))


def _by_comparison(
    revised: Revised, quote: TextQuoteSelector, position: TextPositionSelector
) -> Place | None:
    """The image of the passage in what both texts share."""
    new, exact = revised.new, quote.exact
    room = 2 * len(exact) + 40
    images = [i for i in revised.images(position.start, position.end) if i[1] - i[0] <= room]
    if not images:
        return None
    start, end = anchors.trimmed(new, *_likeliest(new, exact, images))
    if likeness(exact, new[start:end]) < _HELD_FLOOR:
        start, end = anchors.trimmed(new, *fitted(new, exact, start, end))
    alike_ = likeness(exact, new[start:end])
    if alike_ < 1 and _moved(revised, exact, position, (start, end)):
        return None
    if not _is_enough(alike_, revised, quote, (start, end)):
        return None
    place = Place(start, end, "ok", "diff")
    if (alike_ < 1 or revised.old.count(exact) > 1) and _kinship(revised, position, place) < _KIN:
        return None
    return _doubtful(place) if _is_one_of_fewer(revised, quote, start) else place


def _likeliest(new: str, exact: str, images: list[tuple[int, int]]) -> tuple[int, int]:
    """The first image, unless another one is much more like the passage."""
    scores = [likeness(exact, new[start:end]) for start, end in images]
    return next(i for i, score in zip(images, scores, strict=True) if score >= max(scores) - _LEAD)


def _moved(
    revised: Revised, exact: str, position: TextPositionSelector, image: tuple[int, int]
) -> bool:
    """The very words stand elsewhere, once now as before, among no less of what was around them."""
    if len(exact) < _TELLING or not revised.old.count(exact) == revised.new.count(exact) == 1:
        return False
    at, span = revised.new.index(exact), (position.start, position.end)
    return revised.kinship(*span, (at, at + len(exact))) >= revised.kinship(*span, image)


def _is_enough(
    alike_: float, revised: Revised, quote: TextQuoteSelector, found: tuple[int, int]
) -> bool:
    start, end = found
    is_long = len(quote.exact) >= _ENOUGH
    if alike_ >= (_SAME_FLOOR if is_long else _SHORT_FLOOR):
        return is_long or max(_beside(revised, quote, start, end)) >= _BESIDE
    before, after = revised.new[max(0, start - _HELD) : start], revised.new[end : end + _HELD]
    held = before.endswith(quote.prefix[-_HELD:]), after.startswith(quote.suffix[:_HELD])
    return alike_ >= _HELD_FLOOR and all(held) and len(quote.prefix + quote.suffix) >= _HELD


def _beside(
    revised: Revised, quote: TextQuoteSelector, start: int, end: int
) -> tuple[float, float]:
    """How like the words before and after a place are to those of the quotation."""
    before = revised.new[max(0, start - len(quote.prefix)) : start]
    after = revised.new[end : end + len(quote.suffix)]
    return likeness(quote.prefix, before), likeness(quote.suffix, after)


def _is_one_of_fewer(revised: Revised, quote: TextQuoteSelector, start: int) -> bool:
    """Of several equal passages some are gone, and the company of this one is not its own."""
    exact = quote.exact
    if revised.new[start : start + len(exact)] != exact:
        return False
    before, now = revised.old.count(exact), revised.new.count(exact)
    return 1 < before > now and anchors.company(revised.new, quote, start) < anchors.ONLY_PLACE


def _by_words(
    revised: Revised, quote: TextQuoteSelector, position: TextPositionSelector
) -> Place | None:
    """The very words, where they were not another passage before."""
    size = len(quote.exact)
    span = (position.start, position.end)
    several = revised.old.count(quote.exact) > 1
    free = [
        at
        for at in anchors.occurrences(revised.new, quote.exact)
        if not revised.is_elsewhere((at, at + size), *span)
        and (not several or revised.kinship(*span, (at, at + size)) >= _KIN)
    ]
    scored = sorted(((anchors.company(revised.new, quote, at), at) for at in free), reverse=True)
    if not scored:
        return None
    best, at = scored[0]
    place = Place(at, at + size, "ok", "exact")
    if len(scored) > 1:
        return place if best - scored[1][0] >= _MARGIN else _doubtful(place)
    known = size >= _TELLING and not several and _kinship(revised, position, place) >= _KIN
    return place if known or best >= anchors.ONLY_PLACE else _doubtful(place)


def _by_likeness(
    revised: Revised, quote: TextQuoteSelector, position: TextPositionSelector
) -> Place | None:
    floor = _LIKE_FLOOR if len(quote.exact) >= _ENOUGH else _SHORT_FLOOR
    span = (position.start, position.end)
    found = [
        like
        for like in alike(revised.new, quote, position)
        if not revised.is_elsewhere((like.start, like.end), *span)
    ]
    if not found or found[0].score < floor:
        return None
    start, end = anchors.trimmed(revised.new, found[0].start, found[0].end)
    place = Place(start, end, "ok", "fuzzy")
    if _kinship(revised, position, place) < _KIN:
        return None
    second = found[1].score if len(found) > 1 else 0.0
    return place if found[0].score - second >= _MARGIN else _doubtful(place)


def _doubtful(place: Place) -> Place:
    return replace(place, state="ambiguous")
