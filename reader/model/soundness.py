"""Whether what a file gives as a value of the card can be one: of its field's kind, in its range.

What lists, queries and cautions count with comes from these values, so what is let in here is shown.
"""

import re
from typing import Any

from reader.model.correction import IS_STUDY
from reader.model.own_columns import one_line
from reader.model.study import Span, StudyValue
from reader.model.typed import form

#: Characters of a value that is a text, and the greatest number that a value or a detail may be.
_LONGEST, _MOST = 5_000, 10**12
#: Unix seconds until the year 2200, and places in a text: beyond them is a mistake.
_LATEST, _LAST_PLACE = 7_258_118_400, 2**31
_YES_OR_NO = frozenset({"randomized", "controlled", IS_STUDY})
_COUNTED = frozenset({"sample_size", "studies_included"})
#: A text may name two phases that no one would choose: "1/3".
_PHASE = re.compile(r"[1-4](?:/[1-4])?")

#: Details that are numbers, numbers not below 0, whole numbers.
_NUMBERS = frozenset({"estimate", "ci_low", "ci_high", "percent"})
_NOT_BELOW_0 = frozenset({"min_years", "max_years", "min_age", "max_age", "mean_age", "ci_level"})
_WHOLE = frozenset({"n", "of"})
#: Details that are lists of texts, texts by name, true or false. All others are plain.
_LISTS = frozenset({"also", "features", "iso8601", "who"})
_OBJECTS = frozenset({"ids"})
_FLAGS = frozenset({"denied", "et_al", "none", "of_treatment"})


def is_sound(field: str, value: StudyValue) -> bool:
    """Whether a field can have this value, whoever says so."""
    if value.status == "explicitly_none":
        fits = value.value is None
    elif value.value is None:  # nobody could tell
        fits = field == IS_STUDY and value.status == "stated"
    else:
        fits = value.status == "stated" and _fits(field, value.value)
    return (
        fits
        and _is_number(value.confidence, 0, 1)
        and is_text(value.method)
        and all(map(_is_span, value.evidence))
        and all(is_text(name) and _is_detail(name, item) for name, item in value.details.items())
    )


def is_text(said: Any) -> bool:
    """Words, or none, without control characters and halves of characters."""
    return isinstance(said, str) and one_line(said) == " ".join(said.split())


def is_time(seconds: Any) -> bool:
    """A time that somebody can have decided something at."""
    return _is_count(seconds, _LATEST)


def is_range(start: Any, end: Any) -> bool:
    """A range of some text."""
    return _is_count(start, _LAST_PLACE) and _is_count(end, _LAST_PLACE) and start <= end


def _fits(field: str, said: Any) -> bool:
    if field in _YES_OR_NO:
        return isinstance(said, bool)
    if field in _COUNTED:
        return _is_count(said) and said > 0
    if not is_text(said) or not 0 < len(said.strip()) <= _LONGEST:
        return False
    if field == "phase":
        return _PHASE.fullmatch(said) is not None
    choices = form(field).choices
    return not choices or said in choices


def _is_detail(name: str, item: Any) -> bool:
    if name == "arms":
        return isinstance(item, list) and all(map(_is_arm, item))
    if name in _LISTS:
        return isinstance(item, list) and all(map(is_text, item))
    if name in _OBJECTS:
        return isinstance(item, dict) and all(is_text(x) for pair in item.items() for x in pair)
    return item is None or _is_plain(name, item)


def _is_plain(name: str, item: Any) -> bool:
    if name in _FLAGS:
        return isinstance(item, bool)
    if name in _WHOLE:
        return _is_count(item)
    if name in _NUMBERS or name in _NOT_BELOW_0:
        return _is_number(item, 0 if name in _NOT_BELOW_0 else -_MOST, _MOST)
    return isinstance(item, bool) or is_text(item) or _is_number(item, -_MOST, _MOST)


def _is_arm(arm: Any) -> bool:
    return isinstance(arm, dict) and is_text(arm.get("label")) and _is_count(arm.get("n"))


def _is_span(span: Span) -> bool:
    return is_range(span.start, span.end) and is_text(span.text)


def _is_count(number: Any, most: int = _MOST) -> bool:
    return type(number) is int and 0 <= number <= most


def _is_number(number: Any, least: float, most: float) -> bool:
    """A number in a range; what is none, true and false, and what has no end are in no range."""
    return type(number) in (int, float) and least <= number <= most
