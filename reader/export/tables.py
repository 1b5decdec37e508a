"""Records as tables: a value a row, or a highlight a row. A study a row is `reader.export.wide`."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from reader.export.cells import Cell, write_cells
from reader.export.links import web_address
from reader.export.plain import instant
from reader.model.annotation import CONTEXT, Marked, Note
from reader.model.own_columns import OwnColumn, number_in
from reader.model.record import Record, Wishes, status_of
from reader.model.study import Review, Span, StudyValue
from reader.text.fragments import passage_link

_LONG = (
    *("study_id", "article_id", "doi", "pmid", "nct", "attr", "place", "value", "num", "num_hi"),
    *("unit", "basis", "status", "confidence", "method", "method_version", "quote", "prefix"),
    *("suffix", "start", "end", "revision_sha256", "title", "url"),
)
#: Hypothesis' columns in its order, then ours.
_ANNOTATIONS = (
    *("Created at", "Author", "Page", "URL", "Group", "Type", "Quote", "Comment", "Tags"),
    *("Colour", "State", "Start", "End", "Link to passage", "Id"),
)
_READWISE = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")


def write_long(records: Iterable[Record], file: TextIO, wishes: Wishes) -> Iterator[int]:
    """A row a value, the tidy form for R and pandas."""
    return write_cells(long(records, wishes), file, wishes)


def write_annotations(records: Iterable[Record], file: TextIO, wishes: Wishes) -> Iterator[int]:
    """A row a highlight or note."""
    return write_cells(annotations(records), file, wishes)


def write_readwise(records: Iterable[Record], file: TextIO, wishes: Wishes) -> Iterator[int]:
    """A row a highlight, as Readwise imports it."""
    return write_cells(_readwise(records), file, wishes)


def long(records: Iterable[Record], wishes: Wishes) -> Iterator[Sequence[Cell]]:
    """The head, then a row a value of every card, and of every column of the user's own."""
    yield _LONG
    named = {column.id: column for column in wishes.own}
    for record in records:
        yield from (_own_row(record, named[i], said) for i, said in record.own if i in named)
        for name, values in (record.card.values if record.card else {}).items():
            for place, value in enumerate(values):
                yield _value_row(record, name, place, value)
        yield from _decided_rows(record)


def annotations(records: Iterable[Record]) -> Iterator[Sequence[Cell]]:
    """The head, then a row a highlight, and one for each note on an article."""
    yield _ANNOTATIONS
    for record in records:
        for row in record.marked:
            yield _annotation_row(record, row)
        if record.note:
            yield _note_row(record, record.note)


def number(value: StudyValue) -> tuple[float | int | None, float | int | None]:
    """What of a value can be reckoned with, and its upper end; durations in years."""
    details = value.details
    if "min_years" in details:
        return details.get("min_years"), details.get("max_years")
    if details.get("estimate") is not None:
        return details["estimate"], None
    is_number = isinstance(value.value, int) and not isinstance(value.value, bool)
    return (int(value.value) if is_number and value.value is not None else None), None


def _decided_rows(record: Record) -> Iterator[Sequence[Cell]]:
    """What the user struck out, and the fields that he says are not reported."""
    if record.card is None:
        return
    for name, value in record.card.rejected:
        yield _value_row(record, name, 0, value)
    for name, review in record.card.not_reported:
        yield _value_row(record, name, 0, StudyValue(None, (), 1.0, "", review=review))


def _value_row(record: Record, name: str, place: int, value: StudyValue) -> tuple[Cell, ...]:
    low, high = number(value)
    span, text = passage(value), record.article.content.text
    method, _, version = value.method.rpartition("/")
    return (
        *(stated(record, "doi") or f"article-{record.article.id}", record.article.id),
        *(stated(record, "doi"), stated(record, "pmid"), stated(record, "nct_id")),
        *(name, place, _said(value), low, high),
        *(str(value.details.get("unit") or ""), str(value.details.get("basis") or "")),
        *(status_of(value), round(value.confidence, 3), method or value.method, version),
        *(span.text, text[max(0, span.start - CONTEXT) : span.start]),
        *(text[span.end : span.end + CONTEXT], span.start, span.end, record.text_sha256),
        *(record.article.content.title, web_address(record.article.link)),
    )


def _own_row(record: Record, column: OwnColumn, said: str) -> tuple[Cell, ...]:
    """What the user wrote in a column of his own. No passage stands behind it."""
    value = StudyValue(said, (), 1.0, "user", review=Review("corrected", "", 0))
    row = list(_value_row(record, column_title(column), 0, value))
    row[_LONG.index("num")] = own_cell(column, said) if column.kind == "number" else None
    row[_LONG.index("status")] = "own"
    return tuple(row)


def column_title(column: OwnColumn) -> str:
    """What a column of the user's own is called in files: never as one of ours."""
    return f"my.{column.name}"


def own_cell(column: OwnColumn, said: str) -> Cell:
    """What the user wrote, a number as a number."""
    return number_in(said) if column.kind == "number" else said


def passage(value: StudyValue) -> Span:
    """The first passage a value rests on; one that the user gave may have none."""
    return value.evidence[0] if value.evidence else Span(0, 0, "")


def _said(value: StudyValue) -> str:
    if value.status == "explicitly_none":
        return "none"
    if isinstance(value.value, bool):
        return "yes" if value.value else "no"
    return "" if value.value is None else str(value.value)


def _annotation_row(record: Record, row: Marked) -> tuple[Cell, ...]:
    annotation, link = row.annotation, web_address(record.article.link)
    return (
        *(instant(annotation.created), "me", record.article.content.title, link, ""),
        "Annotation" if row.note else "Highlight",
        *(annotation.quote.exact, row.note.text if row.note else "", ", ".join(_tags(record, row))),
        *(annotation.colour, row.anchor.state, annotation.position.start, annotation.position.end),
        *(passage_link(link, annotation.quote.exact), annotation.id),
    )


def _tags(record: Record, row: Marked) -> list[str]:
    """The tags of the article, then those of the highlight alone."""
    return list(dict.fromkeys((*record.tags, *row.tags)))


def _note_row(record: Record, note: Note) -> tuple[Cell, ...]:
    link = web_address(record.article.link)
    return (
        *(instant(note.created), "me", record.article.content.title, link, "", "Page note", ""),
        *(note.text, ", ".join(record.tags), "", "", None, None, link, note.id),
    )


def _readwise(records: Iterable[Record]) -> Iterator[Sequence[Cell]]:
    yield _READWISE
    for record in records:
        article = record.article
        for row in record.marked:
            yield (
                row.annotation.quote.exact,
                article.content.title,
                article.author or article.feed_title,
                web_address(article.link),
                row.note.text if row.note else "",
                row.annotation.position.start,
                instant(row.annotation.created),
            )


def stated(record: Record, name: str) -> str:
    """The values of a field of the card as text, "" where it is not stated."""
    values = record.card.values.get(name, ()) if record.card else ()
    return ", ".join(str(value.value) for value in values if value.value is not None)
