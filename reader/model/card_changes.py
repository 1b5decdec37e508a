"""What became of a card when its article's text changed."""

from reader.model.correction import key
from reader.model.frozen import dataclass
from reader.model.study import FIELDS, StudyCard, StudyValue


@dataclass(frozen=True, slots=True)
class FieldChange:
    """The values of a field that are gone, and those that are new; either may be empty."""

    field: str
    before: tuple[StudyValue, ...]
    after: tuple[StudyValue, ...]


@dataclass(frozen=True, slots=True)
class CardChanges:
    """What changed between the card of one text of an article and that of its current one.

    `same_extractor` is False where the cards were made by different versions of the extractor, so
    that not every change need be the publisher's.
    """

    revision_id: int
    fields: tuple[FieldChange, ...]
    same_extractor: bool = True


def field_changes(before: StudyCard, after: StudyCard) -> tuple[FieldChange, ...]:
    """The fields that say something else, in the order of the card."""
    rows = (_change(row.name, before, after) for row in FIELDS)
    return tuple(row for row in rows if row.before or row.after)


def _change(name: str, before: StudyCard, after: StudyCard) -> FieldChange:
    old, new = before.values.get(name, ()), after.values.get(name, ())
    had, has = {key(value) for value in old}, {key(value) for value in new}
    return FieldChange(
        name,
        tuple(value for value in old if key(value) not in has),
        tuple(value for value in new if key(value) not in had),
    )
