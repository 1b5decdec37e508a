"""Columns of the evidence table as conditions of a query."""

from reader.model.asked import NUMBERS, TEXTS
from reader.model.evidence import EvidenceRow
from reader.model.facts import fact_of
from reader.model.own_columns import PREFIX, OwnColumn
from reader.text.query.completing import quoted
from reader.text.query.fields import own_field

#: What a field of the card is asked for by.
_ASKED = {**TEXTS, **NUMBERS, "follow_up": "followup"}


def field_of(name: str, own: OwnColumn | None) -> str:
    """What a column is asked for by, "" where there is no way to."""
    return own_field(own.name) if own else _ASKED.get(name, "")


def stating(name: str, own: OwnColumn | None, *, something: bool) -> str:
    """The studies that state something in a column, or nothing; "" where none can be asked for."""
    field = field_of(name, own)
    return f"{field}:{'any' if something else 'none'}" if field else ""


def like(row: EvidenceRow, name: str, own: OwnColumn | None) -> str:
    """The studies that say in a column what this one says; "" where none can be asked for."""
    field = field_of(name, own)
    if name.startswith(PREFIX):
        said = row.own.get(own.id, "") if own else ""
        return f"{field}:{quoted(said)}" if field and said else ""
    values = row.values.get(name, ())
    if not field or not values or values[0].value is None:
        return ""
    if name == "follow_up":
        years = values[0].details.get("max_years")
        return f"{field}:{years * 365.25:.0f}d" if years else ""
    return f"{field}:{quoted(fact_of(name, values[0]).value.replace('_', ' '))}"
