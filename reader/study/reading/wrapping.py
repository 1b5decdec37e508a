"""Texts that were broken into lines of one width, as mail and text files are: read as paragraphs."""

from dataclasses import replace
from itertools import pairwise

from reader.model.study import Span, StudyCard, StudyValue

#: Characters of the longest line of a text that counts as broken, and of the shortest such.
WIDEST, NARROWEST = 100, 40
#: Line ends that are needed to tell, and the share of them at which no word more had room.
FEWEST, FORCED = 4, 0.75


def unwrapped(text: str) -> str:
    """The text, as long as it was, with a blank for each line end at which a line was only full.

    A line is full where the next word would have made it longer than the longest of all. Texts with
    longer lines, and texts whose lines mostly end for another reason (lists), come back as they are.
    """
    if "\n" not in text or any(len(line) > WIDEST for line in text.split("\n")):
        return text
    lines = text.split("\n")
    width = max(map(len, lines))
    ends = [_is_full(line, after, width) for line, after in pairwise(lines)]
    told = [full for full in ends if full is not None]
    if width < NARROWEST or len(told) < FEWEST or sum(told) < FORCED * len(told):
        return text
    joins = [" " if full else "\n" for full in ends]
    return "".join(line + join for line, join in zip(lines, [*joins, ""], strict=True))


def _is_full(line: str, after: str, width: int) -> bool | None:
    """Whether the next word had no room in a line; None beside an empty line."""
    words = after.split(maxsplit=1)
    if not line.strip() or not words:
        return None
    return len(line.rstrip()) + 1 + len(words[0]) > width


def quoting(card: StudyCard, text: str) -> StudyCard:
    """The card of an unwrapped text with its passages as they stand in the text itself."""
    return replace(
        card,
        is_study=_quoting(card.is_study, text),
        values={n: tuple(_quoting(v, text) for v in rows) for n, rows in card.values.items()},
        candidates=tuple((name, _quoting(value, text)) for name, value in card.candidates),
    )


def _quoting(value: StudyValue, text: str) -> StudyValue:
    spans = tuple(Span(s.start, s.end, text[s.start : s.end]) for s in value.evidence)
    return replace(value, evidence=spans)
