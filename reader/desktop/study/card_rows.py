"""The rows that a card has: values, fields without one, and those that were struck out."""

from collections.abc import Iterator

from reader.desktop.study import row_words, verbs
from reader.desktop.study.card_row import CardRow
from reader.desktop.study.links import address
from reader.model.study import FIELDS, StudyCard, StudyValue

#: Where the places of struck values begin, behind those of any list.
STRUCK = 1000


def made_rows(card: StudyCard) -> Iterator[tuple[CardRow, StudyValue | None]]:
    """The rows of a card in their order, each with its value if it has one."""
    absent = dict(card.not_reported)
    for field in FIELDS:
        name = field.name
        values = card.values.get(name, ())
        for place, value in enumerate(values):
            offered = verbs.of_value(name, value, address(name, value))
            words = row_words.of_value(name, value)
            yield CardRow(name, place, words, offered, first=place == 0), value
        if values:
            continue
        if review := absent.get(name):
            words = row_words.of_not_reported(name, review)
            yield CardRow(name, 0, words, verbs.of_not_reported()), None
        else:
            yield CardRow(name, 0, row_words.of_absent(name), verbs.of_absent()), None


def struck_rows(card: StudyCard) -> Iterator[tuple[CardRow, StudyValue]]:
    """The values that the user rejected."""
    for number, (name, value) in enumerate(card.rejected):
        words = row_words.of_value(name, value)
        row = CardRow(name, STRUCK + number, words, verbs.of_value(name, value, ""))
        yield row, value


def value_at(card: StudyCard, field: str, place: int) -> StudyValue | None:
    """The value that a row shows; None for a field without one."""
    if place >= STRUCK:
        struck = card.rejected[place - STRUCK :][:1]
        return struck[0][1] if struck and struck[0][0] == field else None
    values = card.values.get(field, ())
    return values[place] if 0 <= place < len(values) else None
