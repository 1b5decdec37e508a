"""What the evidence table and its pictures show, as values and as text."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reader.model.card_words import sureness
from reader.model.change import Change, Edit
from reader.model.evidence import EvidenceRow, Order, Point, heading
from reader.model.study import StudyValue
from reader.operations import correcting
from reader.store.store import Store

#: Characters on either side of the evidence, at most, that a peek shows.
AROUND = 240
#: Rows looked at together.
_PAGE = 200
_ENDS = (". ", "! ", "? ", "\n")


@dataclass(frozen=True, slots=True)
class Table:
    """The ids of a table's rows, and how many of them have a value in each column."""

    article_ids: "array[int]"
    filled: dict[str, int]


@dataclass(frozen=True, slots=True)
class Peek:
    """The sentence a value rests on, in three parts, and where it is from."""

    before: str
    words: str
    after: str
    source: str


def table(
    store: Store, article_ids: Iterable[int], order: Order, filled: dict[str, int] | None = None
) -> Table:
    """The studies among articles, sorted, with how complete each column is; that does not change
    with the order, and may be given."""
    found = store.evidence.studies(article_ids, order)
    return Table(found, store.evidence.filled(found) if filled is None else filled)


def points(store: Store, article_ids: Iterable[int]) -> list[Point]:
    """The studies as charts show them."""
    return store.evidence.points(article_ids)


def peek(store: Store, article_id: int, value: StudyValue) -> Peek | None:
    """The sentence around a value's first passage; None where it has none in the text."""
    article = store.articles.one(article_id)
    if article is None or not value.evidence:
        return None
    span, text = value.evidence[0], article.content.text
    if text[span.start : span.end] != span.text:
        return None
    start, end = _sentence(text, span.start, span.end)
    before, after = text[start : span.start], text[span.end : end]
    return Peek(before.lstrip(), span.text, after.rstrip(), article.feed_title)


def decide(store: Store, article_id: int, field: str, verb: str) -> Change:
    """Accept or reject the first value of a field, or say that it is not reported."""
    article = store.articles.one(article_id)
    row = store.evidence.rows([article_id]).get(article_id)
    if article is None or row is None:
        return Change(verb, ())
    values = row.values.get(field, ())
    if verb == "not_reported":
        return correcting.not_reported(store, article, field, values)
    if not values:
        return Change(verb, ())
    operation = correcting.accept if verb == "accept" else correcting.reject
    return operation(store, article, field, values[0])


def accept_sure(store: Store, article_ids: Sequence[int], field: str) -> Change:
    """Accept every value of a column that is sure and that nobody looked at, as one change."""
    edits: list[Edit[Any]] = []
    for start in range(0, len(article_ids), _PAGE):
        for article_id, row in store.evidence.rows(article_ids[start : start + _PAGE]).items():
            sure = [v for v in row.values.get(field, ()) if not v.review and is_sure(v.confidence)]
            article = store.articles.one(article_id) if sure else None
            for value in sure if article else ():
                if article:
                    edits += correcting.accept(store, article, field, value).edits
    noun = "value" if len(edits) == 1 else "values"
    return Change(f"Accept {len(edits):,} {noun} in “{heading(field)}”", tuple(edits))


def is_sure(confidence: float) -> bool:
    return sureness(confidence)[1] == "sure"


def as_tsv(rows: Sequence[EvidenceRow], columns: Sequence[str]) -> str:
    """Cells as a sheet program pastes them: a head, then a line a row, tabs between."""
    lines = ["\t".join(heading(name) for name in columns)]
    for row in rows:
        lines.append("\t".join(_pasted(row, name) for name in columns))
    return "\n".join(lines)


def _pasted(row: EvidenceRow, name: str) -> str:
    """A cell on one line without tabs; numbers bare, and no formula comes to life."""
    values = row.values.get(name, ())
    if name == "sample_size" and values and isinstance(values[0].value, int):
        return str(values[0].value)
    cell = row.cell(name)
    words = "" if cell.state == "nothing" else " ".join(cell.words.split())
    return f"'{words}" if words[:1] in ("=", "+", "-", "@") else words


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The ends of the sentence, or of as much as is shown, around a passage."""
    head, tail = max(0, start - AROUND), min(len(text), end + AROUND)
    before, after = text[head:start], text[end:tail]
    cut = max((before.rfind(stop) + len(stop) for stop in _ENDS if stop in before), default=0)
    stops = [at + len(stop) for stop in _ENDS if (at := after.find(stop)) >= 0]
    return head + cut, end + min(stops, default=len(after))
