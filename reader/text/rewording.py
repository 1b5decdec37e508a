"""Whether a passage that a value rests on still says the same after its publisher changed the text."""

from collections.abc import Iterable, Sequence

from reader.model.annotation import TextPositionSelector, TextQuoteSelector
from reader.model.correction import Correction, Passage, Placed
from reader.model.study import Span
from reader.text import anchors
from reader.text.anchors import Place
from reader.text.following import follow
from reader.text.material import is_material
from reader.text.revised import Revised, level

#: Characters of context that must stand on either side of a reworded passage.
_HOLD = 12
#: A reworded passage has at most so many times the characters of the old one, and a few more.
_LONGER, _SLACK = 3, 40
#: A reworded passage is widened by what it is shorter, and at most so many characters more.
_NEAR = 8
#: How often the words before it are looked for in a text that repeats itself.
_TRIES = 200
#: What the state of an anchor says of a value's source. "absent" is an orphan that the user knows of.
_SOURCES = {"material": "changed", "ambiguous": "gone", "orphan": "gone", "absent": "without"}
_LOST = ("ambiguous", "orphan", "absent")


def anchor(revised: Revised, passage: Passage) -> Place:
    """Where a passage of evidence stands now; a value that rests on it can be looked at again, so
    words that took its place are taken for it, and told to be others."""
    quote = passage.quote
    levelled = TextQuoteSelector(level(quote.exact), level(quote.prefix), level(quote.suffix))
    passage = Passage(levelled, passage.position, passage.absent)
    if passage.absent and not stands(revised.old, passage):
        there = anchors.find(revised.new, levelled, passage.position)
        return there if there.state == "ok" else missed(passage)
    found = follow(revised, levelled, passage.position)
    if found.state in ("changed", "material"):
        return _widened(revised.new, passage, found)
    if found.state == "ok":
        return found
    if not stands(revised.old, passage):  # it came with a file, and was not found then
        there = anchors.find(revised.new, levelled, passage.position)
        if there.state == "ok":
            return there
    between = _between(revised.new, passage)
    return Place(between.start, between.end, "material", "between") if between else found


def placed(correction: Correction, text: str, places: list[Place]) -> Placed:
    """A correction with its evidence where it stands in the current text."""
    spans = tuple(
        Span(place.start, place.end, text[place.start : place.end])
        for place in places
        if place.state not in _LOST
    )
    at = zip(correction.evidence, places, strict=False)
    lost = tuple(passage for passage, place in at if place.state in _LOST)
    return Placed(correction, spans, _worst(spans, {place.state for place in places}), lost)


def kept(correction: Correction, text: str) -> Placed:
    """A correction in the text that it was made in, where all its passages stand but those that
    came with a file and were not found, and those that the user knew to be gone."""
    lost = tuple(passage for passage in correction.evidence if not stands(text, passage))
    places = (passage.position for passage in correction.evidence if passage not in lost)
    spans = tuple(Span(at.start, at.end, text[at.start : at.end]) for at in places)
    return Placed(correction, spans, _worst(spans, {missed(each).state for each in lost}), lost)


def missed(passage: Passage) -> Place:
    """The place of a passage that the text does not have."""
    return Place(0, 0, "absent" if passage.absent else "orphan", "none")


def _worst(spans: Sequence[Span], states: Iterable[str]) -> str:
    """What to know of a value with passages in these states; a value that rests on one is not
    without, whatever else it rested on once."""
    sources = {_SOURCES.get(state, "ok") for state in states}
    order = ("changed", "gone") if spans else ("changed", "gone", "without")
    return next((source for source in order if source in sources), "ok")


def stands(text: str, passage: Passage) -> bool:
    """Whether a passage is where it is said to be in the text that it was chosen in."""
    at = passage.position
    return level(text[at.start : at.end]) == level(passage.quote.exact)


def _widened(text: str, passage: Passage, found: Place) -> Place:
    """A reworded passage up to the words that stood around it, if they stand near: likeness alone
    leaves out a first or last word that is another one now."""
    exact, start, end = passage.quote.exact, found.start, found.end
    before, after = passage.quote.prefix[-_HOLD:], passage.quote.suffix[:_HOLD]
    near = max(0, len(exact) - (end - start)) + _NEAR + _HOLD
    if len(before) == _HOLD:
        at = text.rfind(before, max(0, start - near), start)
        start = at + _HOLD if at >= 0 else start
    if len(after) == _HOLD:
        at = text.find(after, end, end + near)
        end = at if at >= 0 else end
    start, end = anchors.trimmed(text, start, end)
    state = "material" if is_material(exact, text[start:end]) else found.state
    return Place(start, end, state, found.method)


def _between(text: str, passage: Passage) -> TextPositionSelector | None:
    """What stands now between the words that stood around the passage."""
    quote = passage.quote
    before, after = quote.prefix[-_HOLD:], quote.suffix[:_HOLD]
    if min(len(before), len(after)) < _HOLD:
        return None
    most = _LONGER * len(quote.exact) + _SLACK
    at, tries = text.find(before), 0
    while at >= 0 and tries < _TRIES:
        start = at + len(before)
        end = text.find(after, start, start + most + len(after))
        if end > start:
            start, end = anchors.trimmed(text, start, end)
            return TextPositionSelector(start, end) if end > start else None
        at, tries = text.find(before, at + 1), tries + 1
    return None
