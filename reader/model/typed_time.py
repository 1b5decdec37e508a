"""Dates and lengths of time as a user types them, in the card's normal forms."""

import re
from datetime import date
from typing import Any

from reader.model.numerals import UNITS

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}\.?"
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})(?:-(?P<number>\d{1,2})(?:-(?P<day>\d{1,2}))?)?",
        rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?{_MONTH},? (?P<year>\d{{4}})",
        rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
    )
)
_TO = re.compile(r"\s+(?:to|until|and|through)\s+|\s*[–—/]\s*|\s+-\s+", re.IGNORECASE)
_UNITS = {
    "d": "day",
    "w": "week",
    "wk": "week",
    "mo": "month",
    "m": "month",
    "y": "year",
    "yr": "year",
}
_YEARS = {"day": 1 / 365.25, "week": 7 / 365.25, "month": 1 / 12, "year": 1.0}
_CODES = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_NUMBERS = {word: value for word, value in UNITS.items() if 0 < value <= 12}
_NUMBER = rf"(?:\d{{1,4}}(?:\.\d{{1,2}})?|{'|'.join(_NUMBERS)})"
#: Units that are counted by "a" and "half", which are numbers before them alone.
_UNIT = r"(?P<unit>day|week|month|year)"
_IN_WORDS = tuple(
    (re.compile(pattern, re.IGNORECASE), figures)
    for pattern, figures in (
        (rf"\ban? {_UNIT}s? and a half\b", r"1.5 \g<unit>"),
        (rf"\b(?P<number>{_NUMBER}) {_UNIT}s? and a half\b", r"\g<number> and a half \g<unit>"),
        (rf"\bhalf an? {_UNIT}\b", r"0.5 \g<unit>"),
        (rf"\ban? {_UNIT}\b", r"1 \g<unit>"),
    )
)
_AND_A_HALF = re.compile(rf"\b(?P<number>{_NUMBER}) and a half\b", re.IGNORECASE)
_DURATION = re.compile(
    rf"(?:(?:a )?(?:median|mean|average)(?: of)? |up to |about )?(?P<low>{_NUMBER})"
    rf"(?:\s*(?:to|–|—|-|and)\s*(?P<high>{_NUMBER}))?[\s-]*(?P<unit>day|week|month|year|wk|mo|yr|d|w|m|y)s?",
    re.IGNORECASE,
)  # fmt: skip


def date_of(words: str) -> str | None:
    """A date as ISO 8601 with the precision it was typed in; None where it is none."""
    for pattern in _FORMS:
        match = pattern.fullmatch(words.strip())
        if match is None:
            continue
        found = match.groupdict()
        named = (found.get("month") or "").lower()[:3]
        month = found.get("number") or (_MONTHS.index(named) + 1 if named else 0)
        return _iso(int(found["year"]), int(month or 0), int(found.get("day") or 0))
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    if not 1500 <= year <= 2200 or (day and not month):
        return None
    parts = [f"{year:04}", *([f"{month:02}"] if month else []), *([f"{day:02}"] if day else [])]
    return "-".join(parts)


def period_of(words: str) -> dict[str, Any] | None:
    """ "1995-06 to 2001-05", or its beginning alone ("from 2001"); None where it is no period."""
    said = re.sub(r"(?i)^(?:from|between|since)\s+", "", words.strip())
    ends = [date_of(part) for part in _TO.split(said) if part]
    if not ends or len(ends) > 2 or None in ends:
        return None
    first, last = str(ends[0]), str(ends[-1])
    if len(ends) == 1:
        return {"from": first}
    return {"from": first, "to": last} if first[: len(last)] <= last[: len(first)] else None


def duration_of(words: str) -> dict[str, Any] | None:
    """Ends in years and in ISO 8601; None where no length of time was typed."""
    match = _DURATION.fullmatch(_in_figures(words.strip()))
    if match is None:
        return None
    unit = match["unit"].lower()
    unit = _UNITS.get(unit, unit)
    low = _value(match["low"])
    high = _value(match["high"]) if match["high"] else low
    if high < low or high <= 0:
        return None
    return {
        "min_years": round(low * _YEARS[unit], 3),
        "max_years": round(high * _YEARS[unit], 3),
        "iso8601": [f"P{end:g}{_CODES[unit]}" for end in dict.fromkeys((low, high))],
    }


def _in_figures(words: str) -> str:
    """ "A year and a half", "half a year" and "a week" in figures."""
    for pattern, figures in _IN_WORDS:
        words = pattern.sub(figures, words)
    return _AND_A_HALF.sub(lambda found: f"{_value(found['number']) + 0.5:g}", words)


def duration_in(words: str) -> str:
    """The first length of time in a passage, as it stands there; "" for none."""
    found = re.search(rf"(?<![\w.]){_DURATION.pattern}(?!\w)", words, re.IGNORECASE)
    return found[0] if found else ""


def _value(number: str) -> float:
    low = number.lower()
    return float(_NUMBERS[low]) if low in _NUMBERS else float(number)
