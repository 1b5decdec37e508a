"""Records one after the other that report one study, together."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reader.model.evidence import EvidenceRow, Report
from reader.model.one_study import one_row
from reader.model.record import Record


def by_study(records: Iterable[Record]) -> Iterator[tuple[Record, ...]]:
    """The records of each study, first the one that stands for it. A record that belongs to no
    story is alone."""
    for _, together in groupby(records, key=lambda r: (r.story or r.article.id, bool(r.story))):
        group = list(together)
        lead = next((record for record in group if record.is_study), group[0])
        yield (lead, *(record for record in group if record is not lead))


def row_of(group: Sequence[Record]) -> EvidenceRow | None:
    """The row of the evidence table, None where the first of the records has no card."""
    lead, *others = group
    on_it = [lead, *(record for record in others if record.is_study)]
    written = {key: said for record in (*others[::-1], lead) for key, said in record.own}
    reports = [(_report(record), record.card) for record in on_it if record.card]
    return one_row(reports, written) if lead.card else None


def _report(record: Record) -> Report:
    article = record.article
    return Report(article.id, article.content.title, None, article.feed_title)
