"""Reading what a language model wrote: a list of answers, of which those count that quote the text
word for word and fit their field."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from reader.model.answers import Answer, method, quoted
from reader.model.errors import ModelError, ReaderError
from reader.model.own_columns import one_line
from reader.model.study import StudyValue
from reader.model.typed import typed
from reader.study.reading.durations import find_durations
from reader.study.reading.numbers import find_numbers
from reader.study.vocabulary import words

#: The fields that a model is asked for.
ASKED = (
    *("study_type", "randomized", "controlled", "blinding", "phase", "sample_size"),
    *("studies_included", "population", "condition", "intervention_or_exposure", "comparator"),
    *("outcome_measures", "follow_up", "key_results", "adverse_events", "limitations"),
    *("country", "institution", "investigators", "journal", "funding", "conflicts"),
)
#: What is known of an answer before anybody has looked at it.
UNKNOWN = 0.3
#: The characters at the end of what a model wrote in which its answers are looked for.
_READ = 100_000

_NUMBERS = frozenset({"sample_size", "studies_included"})
_YES_OR_NO = frozenset({"randomized", "controlled"})
_JSON = json.JSONDecoder()

_Fitting = tuple[str | int | bool, Mapping[str, Any]]


def read_answers(said: str, text: str, name: str) -> list[Answer]:
    """The answers of the model `name` that are true to the text.

    Raises ModelError where what it wrote is no list of answers.
    """
    read = ((row.get("field"), _value(row, text, name)) for row in _rows(said))
    return [(str(field), value) for field, value in read if value is not None]


def _rows(said: str) -> list[dict[str, Any]]:
    """The answers, which may stand behind the model's thoughts or words, in a fence, without the
    object around them, or without an end."""
    listed: list[Any] | None = None
    alone = []
    for found in _objects(said.rpartition("</think>")[2][-_READ:]):
        if isinstance(found.get("answers"), list):
            listed = found["answers"]
        else:
            alone.append(found)
    if listed is None and not alone:
        raise ModelError(
            "What the language model wrote is not the list of answers it was asked for. "
            "Another model may do better."
        )
    rows = alone if listed is None else listed
    return [row for row in rows if isinstance(row, dict) and row.get("field") in list(ASKED)]


def _objects(said: str) -> Iterator[dict[str, Any]]:
    """The lists of answers and the single answers; what encloses them is looked through."""
    at = said.find("{")
    while at >= 0:
        end = at + 1
        try:
            found, after = _JSON.raw_decode(said, at)
        except (ValueError, RecursionError):
            found = {}
        if isinstance(found.get("answers"), list) or "field" in found:
            end = after
            yield found
        at = said.find("{", end)


def _value(row: dict[str, Any], text: str, name: str) -> StudyValue | None:
    """The value of an answer whose quote stands in the text and that fits its field."""
    quote = row.get("quote")
    if not isinstance(quote, str) or len(quote) > 600 or len(re.findall(r"\w", quote)) < 3:
        return None
    span = quoted(text, quote)
    fitting = _fitting(row["field"], row.get("value"), quote)
    if span is None or fitting is None:
        return None
    value, details = fitting
    return StudyValue(value, (span,), UNKNOWN, method(one_line(name)), details=details)


def _fitting(field: str, value: object, quote: str) -> _Fitting | None:
    if field in _YES_OR_NO:
        return (value, {}) if isinstance(value, bool) else None
    if field in _NUMBERS:
        number = _number(value, quote)
        return None if number is None else (number, {})
    if not isinstance(value, str) or len(value) > 300:
        return None
    try:
        return typed(field, value)
    except ReaderError:
        return _length(one_line(value)) if field == "follow_up" else None


def _length(phrase: str) -> _Fitting | None:
    """A length of time in words that nobody types: "a year and a half"."""
    found = find_durations(phrase, find_numbers(phrase, words(phrase)))
    if len(found) != 1:
        return None
    (only,) = found
    low, high = round(only.low, 3), round(only.high, 3)
    return phrase, {"min_years": low, "max_years": high, "iso8601": list(only.iso)}


def _number(value: object, quote: str) -> int | None:
    """A whole number that stands in the quote, in digits or in words."""
    try:
        number = int(str(value).replace(",", ""))
    except ValueError:
        return None
    stated = find_numbers(quote, words(quote))
    return number if any(number == one.value for one in stated) and number > 0 else None
