"""Columns of the user's own in the evidence table: what he asks of every study, and his answers."""

import math
import re

from reader.model.errors import ReaderError
from reader.model.frozen import dataclass

#: The kinds of columns, with their names and an example of a value.
KINDS = {
    "text": ("Text", "a few words"),
    "number": ("Number", "3.5"),
    "choice": ("Choice", ""),
    "yes_no": ("Yes or no", "yes"),
}
#: How names of own columns begin where they stand beside names of fields.
PREFIX = "own:"
#: Characters that a name, a choice and a value may have; choices, and columns.
NAME_LIMIT, VALUE_LIMIT, MOST_CHOICES, MOST_COLUMNS = 60, 1_000, 40, 60
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d{1,15})?(?:\.\d{1,12})?")
_UNWRITABLE = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")
_ANSWERS = {"yes": "yes", "y": "yes", "true": "yes", "no": "no", "n": "no", "false": "no"}


@dataclass(frozen=True, slots=True)
class OwnColumn:
    """A column the user made. `id` is a UUID, `position` its place among his columns."""

    id: str
    name: str
    kind: str = "text"
    choices: tuple[str, ...] = ()
    position: int = 0

    @property
    def column(self) -> str:
        """Its name among the columns of the table."""
        return f"{PREFIX}{self.id}"


@dataclass(frozen=True, slots=True)
class OwnValue:
    """What the user wrote into a column for the study that an article reports."""

    column_id: str
    article_id: int
    value: str


def typed_own(column: OwnColumn, text: str) -> str:
    """What was typed, as it is kept; "" takes the value away. Raises ReaderError."""
    words = one_line(text)
    if not words:
        return ""
    if len(words) > VALUE_LIMIT:
        limit = f"A value may have {VALUE_LIMIT:,} characters"
        raise ReaderError(f"{limit}; this one has {len(words):,}.")
    if column.kind == "number":
        return _number(column, words)
    if column.kind == "yes_no":
        if words.casefold() not in _ANSWERS:
            raise ReaderError(f"“{column.name}” is yes or no.")
        return _ANSWERS[words.casefold()]
    return _choice(column, words) if column.kind == "choice" else words


def number_in(text: str) -> float | None:
    """A kept value as a number, None where it is none."""
    try:
        found = float(text)
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def one_line(text: str) -> str:
    """Words on one line, without what stands in no text: control characters, halves of characters."""
    return " ".join(_UNWRITABLE.sub(" ", text).split())


def _number(column: OwnColumn, words: str) -> str:
    if not any(c.isdecimal() for c in words) or not _NUMBER.fullmatch(words):
        raise ReaderError(f"“{column.name}” is a number, such as 3.5 or 1,200.")
    value = float(re.sub("[,\u00a0\u202f]", "", words))
    return f"{value:.15g}" if "." in words else str(int(value))


def _choice(column: OwnColumn, words: str) -> str:
    for choice in column.choices:
        if choice.casefold() == words.casefold():
            return choice
    raise ReaderError(f"“{column.name}” is one of: {', '.join(column.choices)}.")
