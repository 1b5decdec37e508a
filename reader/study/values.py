"""How the extractors make values: a passage of the article becomes a value of the card."""

from collections.abc import Iterable
from typing import Any

from reader.model.study import Span, StudyValue
from reader.study.reading.article import Article

_EDGE = " \t\n,;:.-–—\u00a0"
_QUOTES = "\"“”'‘’"
_DOUBLE = '"“”'


def span(article: Article, start: int, end: int) -> Span:
    return Span(start, end, article.text[start:end])


def stated(
    article: Article,
    value: str | int | bool,
    places: Iterable[tuple[int, int]],
    confidence: float,
    method: str,
    **details: Any,
) -> StudyValue:
    """A value with the passages that say it; details that are None are left out."""
    spans = tuple(span(article, start, end) for start, end in places)
    kept = {key: item for key, item in details.items() if item is not None}
    return StudyValue(value, spans, confidence, f"rule:{method}/1", "stated", kept)


def denied(article: Article, place: tuple[int, int], method: str) -> StudyValue:
    """The text says that there is none."""
    return StudyValue(None, (span(article, *place),), 0.85, f"rule:{method}/1", "explicitly_none")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) without blanks, stops and unmatched marks at its edges."""
    changed = True
    while changed and start < end:
        before = (start, end)
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE:
            end -= 1
        start, end = _unquote(text, start, end)
        changed = before != (start, end)
    return start, end


def _like(mark: str) -> str:
    """The marks that may belong to one: an apostrophe within closes no double quote."""
    return _DOUBLE if mark in _DOUBLE else _QUOTES


def _unquote(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    if inside[:1] in _QUOTES and not any(mark in inside[1:] for mark in _like(inside[:1])):
        return start + 1, end
    if inside[-1:] in _QUOTES and not any(mark in inside[:-1] for mark in _like(inside[-1:])):
        return start, end - 1
    if inside[-1:] == ")" and "(" not in inside:
        return start, end - 1
    if inside[:1] == "(" and ")" not in inside:
        return start + 1, end
    if (
        len(inside) > 2
        and inside[0] in '“"('
        and inside[-1] in '”")'
        and inside.count(inside[0]) == 1
    ):
        return start + 1, end - 1
    return start, end
