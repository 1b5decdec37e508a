"""Records as a table, a study a row: bibliography, then each field of the card, then the user's own
columns. Articles that report one study come one after the other and are one row."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from reader.export.cells import Cell, write_cells
from reader.export.links import web_address
from reader.export.plain import instant
from reader.export.references import Keys, cite_key, cited
from reader.export.studies import by_study, row_of
from reader.export.tables import column_title, number, own_cell, passage, stated
from reader.model.card_words import shown
from reader.model.evidence import EvidenceRow
from reader.model.record import Record, Wishes, status_of
from reader.model.study import FIELDS

#: Fields that the head has already.
_IN_HEAD = frozenset(("doi", "pmid", "nct_id"))
_HEAD = (
    *("id", "cite_key", "title", "authors", "year", "outlet", "doi", "pmid", "nct", "url"),
    *("feed", "published", "tags"),
)
_SUFFIXES = ("", "_status", "_confidence", "_quote")
_NAMES = tuple(field.name for field in FIELDS if field.name not in _IN_HEAD)


def write_wide(records: Iterable[Record], file: TextIO, wishes: Wishes) -> Iterator[int]:
    """A row a study."""
    return write_cells(wide(records, wishes), file, wishes)


def wide(records: Iterable[Record], wishes: Wishes) -> Iterator[Sequence[Cell]]:
    """The head, then a row a study: each field with status, sureness and quote."""
    fields = (f"{name}{suffix}" for name in _NAMES for suffix in _SUFFIXES)
    own = (column_title(column) for column in wishes.own)
    yield (*_HEAD, *fields, *own, "reports", "other_urls")
    keys = Keys()
    for group in by_study(records):
        yield _row(group, wishes, keys)


def _row(group: Sequence[Record], wishes: Wishes, keys: Keys) -> Sequence[Cell]:
    lead, *others = group
    study = row_of(group)
    row: list[Cell] = list(_head(lead, wishes, keys))
    for name in _NAMES:
        row += _field(study, name)
    written = {key: said for record in (*others[::-1], lead) for key, said in record.own}
    row += [own_cell(c, written[c.id]) if c.id in written else None for c in wishes.own]
    addresses = (web_address(record.article.link) for record in others)
    return [*row, len(group), " ".join(address for address in addresses if address)]


def _head(record: Record, wishes: Wishes, keys: Keys) -> tuple[Cell, ...]:
    reference = cited(record, wishes)[0]
    article = record.article
    return (
        article.id,
        keys.unique(reference.key or cite_key(reference, record)),
        article.content.title,
        "; ".join(person.shown for person in reference.authors),
        reference.issued[0] if reference.issued else None,
        reference.container,
        reference.doi or stated(record, "doi"),
        reference.pmid or stated(record, "pmid"),
        stated(record, "nct_id"),
        web_address(article.link),
        article.feed_title,
        instant(article.published)[:10],
        ", ".join(record.tags),
    )


def _field(study: EvidenceRow | None, name: str) -> list[Cell]:
    """Value, status, confidence and quote of a field; several values are set apart by "; "."""
    values = study.values.get(name, ()) if study else ()
    if study is None or not values:
        return [None, _why_empty(study, name), None, None]
    if study.states.get(name) == "differ":
        values = tuple(said.value for said in study.said[name])
    first = values[0]
    single, _ = number(first) if len(values) == 1 else (None, None)
    is_number = single is not None and name in ("sample_size", "studies_included")
    said: Cell = single if is_number else "; ".join(shown(name, value) for value in values)
    status = "; ".join(dict.fromkeys(map(status_of, values)))
    if study.states.get(name) == "differ":
        status = "differ"
    return [said, status, round(first.confidence, 3), passage(first).text]


def _why_empty(study: EvidenceRow | None, name: str) -> str:
    """Why a field has no value: the user says so, or nothing was found (""): never the same."""
    state = study.states.get(name, "") if study else ""
    return state if state in ("not_reported", "rejected") else ""
