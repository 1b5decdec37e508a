"""Whether a passage that a value rests on still says the same after its publisher changed the text."""

from reader.model.annotation import TextPositionSelector
from reader.model.correction import Correction, Passage, Placed
from reader.model.study import Span
from reader.text import anchors
from reader.text.anchors import Place
from reader.text.following import follow
from reader.text.material import is_material
from reader.text.revised import Revised

#: Characters of context that must stand on either side of a reworded passage.
_HOLD = 12
#: A reworded passage has at most so many times the characters of the old one, and a few more.
_LONGER, _SLACK = 3, 40
#: How often the words before it are looked for in a text that repeats itself.
_TRIES = 200
#: What the state of an anchor says of a value's source.
_SOURCES = {"material": "changed", "ambiguous": "gone", "orphan": "gone"}


def anchor(revised: Revised, passage: Passage) -> Place:
    """Where a passage of evidence stands now; a value that rests on it can be looked at again, so
    words that took its place are taken for it."""
    found = follow(revised, passage.quote, passage.position)
    if found.state not in ("orphan", "ambiguous"):
        return found
    between = _between(revised.new, passage)
    if between is None:
        return found
    words = revised.new[between.start : between.end]
    state = "material" if is_material(passage.quote.exact, words) else "changed"
    return Place(between.start, between.end, state, "between")


def placed(correction: Correction, text: str, places: list[Place]) -> Placed:
    """A correction with its evidence where it stands in the current text."""
    spans = tuple(
        Span(place.start, place.end, text[place.start : place.end])
        for place in places
        if place.state not in ("orphan", "ambiguous")
    )
    sources = {_SOURCES.get(place.state, "ok") for place in places}
    worst = next((source for source in ("changed", "gone") if source in sources), "ok")
    return Placed(correction, spans, worst)


def kept(correction: Correction) -> Placed:
    """A correction in the text that it was made in."""
    spans = tuple(
        Span(passage.position.start, passage.position.end, passage.quote.exact)
        for passage in correction.evidence
    )
    return Placed(correction, spans)


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
