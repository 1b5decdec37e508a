"""A study as charts show it, made of a row of the evidence table."""

from reader.model.calendar import in_calendar
from reader.model.evidence import EvidenceRow, Point
from reader.model.facts import Fact, fact_of


def point(row: EvidenceRow, moment: int | None) -> Point:
    """The study of a row; `moment` is when its first report was published, in Unix seconds."""
    size = _first(row, "sample_size").number
    lasted = _first(row, "follow_up")
    when = in_calendar(moment or None)
    return Point(
        article_id=row.article_id,
        title=row.title,
        design=_first(row, "study_type").value,
        size=size if size and size > 0 else None,
        years=next((end for end in (lasted.number_high, lasted.number) if end and end > 0), None),
        month=when.year * 12 + when.month - 1 if when else None,
        conditions=_all(row, "condition"),
        countries=_all(row, "country"),
    )


def _first(row: EvidenceRow, name: str) -> Fact:
    values = row.values.get(name, ())
    return fact_of(name, values[0]) if values else Fact(name, "")


def _all(row: EvidenceRow, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact_of(name, v).value for v in row.values.get(name, ())))
