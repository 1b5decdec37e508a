"""What the evidence table and its pictures show, as values and as text."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reader.model.card_words import sureness
from reader.model.change import Change, Edit
from reader.model.evidence import Column, EvidenceRow, Order, Point, Report, Said, heading
from reader.model.one_study import same_as
from reader.model.own_columns import number_in
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


def decide(store: Store, article_id: int, field: str, verb: str, place: int = 0) -> Change:
    """Accept or reject a value of a study's field, or say that the field is not reported.

    `place` is that of the value where articles disagree. Rejecting and "not_reported" are about
    all articles that report the study, else another's value would take the place.
    """
    row = store.evidence.rows([article_id]).get(article_id)
    if row is None:
        return Change(verb, ())
    if verb == "not_reported":
        return _joined([_not_reported(store, report, field) for report in row.reports], verb)
    said = row.stated(field)
    if place >= len(said):
        return Change(verb, ())
    if verb == "accept":
        owner = store.articles.one(said[place].reports[0].article_id)
        value = said[place].value
        return correcting.accept(store, owner, field, value) if owner else Change(verb, ())
    return _joined(
        [_rejected(store, report, field, said[place]) for report in said[place].reports], verb
    )


def correct(store: Store, article_id: int, field: str, text: str) -> Change:
    """Put what was typed in place of the value shown of a study's field. Raises ReaderError."""
    row = store.evidence.rows([article_id]).get(article_id)
    owner = store.articles.one(row.owner(field)) if row else None
    if row is None or owner is None:
        return Change("Correct", ())
    values = row.values.get(field, ())
    return correcting.correct(store, owner, field, text, value=values[0] if values else None)


def _not_reported(store: Store, report: Report, field: str) -> Change:
    article, card = store.articles.one(report.article_id), store.studies.card(report.article_id)
    if article is None or card is None:
        return Change("", ())
    return correcting.not_reported(store, article, field, card.values.get(field, ()))


def _rejected(store: Store, report: Report, field: str, said: Said) -> Change:
    """An article's own value that says the same, rejected."""
    article, card = store.articles.one(report.article_id), store.studies.card(report.article_id)
    for value in card.values.get(field, ()) if article and card else ():
        if article and same_as(field, value) == same_as(field, said.value):
            return correcting.reject(store, article, field, value)
    return Change("", ())


def _joined(changes: Sequence[Change], verb: str) -> Change:
    """Changes to several articles as one."""
    label = next((change.label for change in changes if change.label), verb)
    return Change(label, tuple(edit for change in changes for edit in change.edits))


def accept_sure(store: Store, article_ids: Sequence[int], field: str) -> Change:
    """Accept every value of a column that is sure and that nobody looked at, as one change.

    Where articles on a study disagree, none is accepted.
    """
    edits: list[Edit[Any]] = []
    for start in range(0, len(article_ids), _PAGE):
        for row in store.evidence.rows(article_ids[start : start + _PAGE]).values():
            if row.states.get(field) == "differ":
                continue
            for said in row.stated(field):
                article = store.articles.one(said.reports[0].article_id) if _is_open(said) else None
                if article:
                    edits += correcting.accept(store, article, field, said.value).edits
    noun = "value" if len(edits) == 1 else "values"
    return Change(f"Accept {len(edits):,} {noun} in “{heading(field)}”", tuple(edits))


def _is_open(said: Said) -> bool:
    return not said.value.review and is_sure(said.value.confidence)


def is_sure(confidence: float) -> bool:
    return sureness(confidence)[1] == "sure"


def as_tsv(rows: Sequence[EvidenceRow], columns: Sequence[Column]) -> str:
    """Cells as a sheet program pastes them: a head, then a line a row, tabs between."""
    lines = ["\t".join(_inert(column.label) for column in columns)]
    for row in rows:
        lines.append("\t".join(_pasted(row, column) for column in columns))
    return "\n".join(lines)


def _pasted(row: EvidenceRow, column: Column) -> str:
    """A cell on one line without tabs; numbers bare, and no formula comes to life."""
    values = row.values.get(column.name, ())
    if column.number and values and isinstance(values[0].value, int):
        return str(values[0].value)
    cell = row.cell(column.name)
    is_number = column.number and number_in(cell.words) is not None
    return cell.words if is_number else _inert("" if cell.state == "nothing" else cell.words)


def _inert(words: str) -> str:
    words = " ".join(words.split())
    return f"'{words}" if words[:1] in ("=", "+", "-", "@") else words


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The ends of the sentence, or of as much as is shown, around a passage."""
    head, tail = max(0, start - AROUND), min(len(text), end + AROUND)
    before, after = text[head:start], text[end:tail]
    cut = max((before.rfind(stop) + len(stop) for stop in _ENDS if stop in before), default=0)
    stops = [at + len(stop) for stop in _ENDS if (at := after.find(stop)) >= 0]
    return head + cut, end + min(stops, default=len(after))
