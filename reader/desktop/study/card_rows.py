"""The rows that a card has: values, fields without one, and those that were struck out."""

from collections.abc import Iterator, Sequence

from reader.desktop.study import row_words, verbs
from reader.desktop.study.card_row import CardRow
from reader.desktop.study.links import address
from reader.model.correction import key
from reader.model.study import FIELDS, StudyCard, StudyValue

_ORDER = {field.name: number for number, field in enumerate(FIELDS)}
#: Where the places of struck values begin, behind those of any list.
STRUCK = 1000
#: Where the places of readings too uncertain for the card begin.
MAYBE = 2000


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


def candidate_rows(card: StudyCard) -> Iterator[tuple[CardRow, StudyValue]]:
    """Readings too uncertain for the card."""
    for number, (name, value) in enumerate(candidates(card)):
        words = row_words.of_candidate(name, value)
        yield CardRow(name, MAYBE + number, words, (verbs.USE,)), value


def candidates(card: StudyCard) -> list[tuple[str, StudyValue]]:
    """The uncertain readings that are neither on the card nor struck out, the likeliest first."""
    known = {(name, key(value)) for name, values in card.values.items() for value in values}
    known |= {(name, key(value)) for name, value in card.rejected}
    known |= {
        (name, key(v.review.said))
        for name, vs in card.values.items()
        for v in vs
        if v.review and v.review.said
    }
    left = [(name, value) for name, value in card.candidates if (name, key(value)) not in known]
    return sorted(left, key=lambda row: (_ORDER[row[0]], -row[1].confidence))


def value_at(card: StudyCard, field: str, place: int) -> StudyValue | None:
    """The value that a row shows; None for a field without one."""
    if place >= MAYBE:
        return _in(candidates(card), field, place - MAYBE)
    if place >= STRUCK:
        return _in(card.rejected, field, place - STRUCK)
    values = card.values.get(field, ())
    return values[place] if 0 <= place < len(values) else None


def _in(rows: Sequence[tuple[str, StudyValue]], field: str, at: int) -> StudyValue | None:
    return rows[at][1] if at < len(rows) and rows[at][0] == field else None
