"""Whether a passage that a value rests on still says the same after its publisher changed the text.

Two texts that look alike may mean different things: "1,234 patients" and "1,324 patients" are the
same to nineteen letters in twenty. So numbers, units, negations and directions decide, not likeness.
"""

import re
from collections import Counter

from reader.model.annotation import TextPositionSelector
from reader.model.correction import Correction, Passage, Placed
from reader.model.study import Span
from reader.text import anchors

#: Characters of context that must stand on either side of a reworded passage.
_HOLD = 12
#: A reworded passage has at most so many times the characters of the old one, and a few more.
_LONGER, _SLACK = 3, 40
#: How often the words before it are looked for in a text that repeats itself.
_TRIES = 200
_TOLD = re.compile(
    r"\d+(?:[.,]\d+)*|%|\b(?:per ?cent|hours?|days?|weeks?|months?|years?|decades?|mg|kg|g|ml"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?"
    r"|no|not|never|without|none|neither|nor|cannot|un\w+|non\w*"
    r"|increas\w*|decreas\w*|reduc\w*|higher|lower|more|less|fewer|better|worse|rose|fell)\b|n['’]t\b",
    re.IGNORECASE,
)  # fmt: skip


def place(text: str, correction: Correction, *, same: bool) -> Placed:
    """Where a correction's passages stand in an article's current text.

    `same` says that the text is the one the user chose them in.
    """
    if same:
        return Placed(correction, tuple(_kept(passage) for passage in correction.evidence))
    found = [_found(text, passage) for passage in correction.evidence]
    spans = tuple(span for span, _ in found if span)
    sources = {source for _, source in found}
    worst = next((source for source in ("changed", "gone") if source in sources), "ok")
    return Placed(correction, spans, worst)


def is_material(old: str, new: str) -> bool:
    """The new wording has other numbers, units, negations or directions than the old one."""
    return _told(old) != _told(new)


def _kept(passage: Passage) -> Span:
    return Span(passage.position.start, passage.position.end, passage.quote.exact)


def _found(text: str, passage: Passage) -> tuple[Span | None, str]:
    there = anchors.find(text, passage.quote, passage.position)
    if there.state == "ok":
        return Span(there.start, there.end, passage.quote.exact), "ok"
    reworded = _between(text, passage)
    if reworded is None:
        return None, "gone"
    start, end = reworded.start, reworded.end
    span = Span(start, end, text[start:end])
    return span, "changed" if is_material(passage.quote.exact, span.text) else "ok"


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


def _told(words: str) -> Counter[str]:
    return Counter(match.lower().replace(",", "") for match in _TOLD.findall(words))
