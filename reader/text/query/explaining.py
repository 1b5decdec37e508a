"""A query as a sentence, and as parts that can be taken away one by one."""

from reader.model.frozen import dataclass
from reader.model.query_tree import Nothing, Query
from reader.text.query.fields import SORTS
from reader.text.query.wording import Tell, Wording, plain


@dataclass(frozen=True, slots=True)
class Chip:
    """A part of a query in words, and the query that is left without it."""

    words: str
    without: str
    start: int
    end: int


def sentence(query: Query, tell: Tell = plain) -> str:
    """The query in words: "RCT · at least 100 participants · title has “ms”"; "" where that would
    mislead. `tell` says it in a language."""
    wording = Wording(tell)
    parts = [wording.of(part) for part in query.parts]
    if query.sort:
        order = tell(SORTS[query.sort])
        parts.append(tell("{order}, reversed", order=order) if query.reverse else order)
    said = " · ".join(parts)
    return "" if query.is_grave else said[:1].upper() + said[1:]


def chips(query: Query, tell: Tell = plain) -> tuple[Chip, ...]:
    """What must hold, each part by itself."""
    wording = Wording(tell)
    return tuple(
        Chip(wording.of(part), without(query.text, part.start, part.end), part.start, part.end)
        for part in query.parts
        if not isinstance(part, Nothing)
    )


def without(text: str, start: int, end: int) -> str:
    """A query without a part of it, and without an AND or OR that would be left over."""
    before, after = text[:start].split(" "), text[end:].split(" ")
    before = [word for word in before if word]
    after = [word for word in after if word]
    if before and before[-1] in ("AND", "OR"):
        before.pop()
    elif after and after[0] in ("AND", "OR"):
        after.pop(0)
    return " ".join([*before, *after])
