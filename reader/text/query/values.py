"""Numbers, durations and dates as people type them. Each returns None for what it cannot read."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from reader.model.query_tree import Limits

Read = Callable[[str], float | None]

_NUMBER = re.compile(r"(-?\d{1,3}(?:,\d{3})+|-?\d*\.?\d+)([km]?)$", re.I)
_DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*([a-z]+)$", re.I)
_AGO = re.compile(r"(\d{1,5})(d|w|wk|m|mo|y)$", re.I)
_DAY = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?$")
#: "1 Jan 2024", "January 2024".
_WRITTEN = re.compile(r"(?:(\d{1,2})\s+)?([a-z]{3})[a-z]*\.?\s+(\d{4})$", re.I)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: Two ends with a dash between them.
_DASHED = re.compile(r"([^\s–-]+)\s*[-–]\s*([^\s–-]+)$")
_YEARS = {
    **dict.fromkeys(("d", "day", "days"), 1 / 365.25),
    **dict.fromkeys(("w", "wk", "week", "weeks"), 7 / 365.25),
    **dict.fromkeys(("m", "mo", "month", "months"), 1 / 12),
    **dict.fromkeys(("y", "yr", "year", "years"), 1.0),
}
#: Durations within this share of each other are the same: 24 weeks and 6 months are not quite.
_SAME = 0.03
_AGES = {"d": 1, "w": 7, "wk": 7}


def number(text: str) -> float | None:
    """1000, 1,000, 1k, 1.5k, 2m, .05."""
    found = _NUMBER.match(text.strip())
    if not found:
        return None
    return float(found[1].replace(",", "")) * {"k": 1e3, "m": 1e6}.get(found[2].lower(), 1)


def years(text: str) -> float | None:
    """A duration in years: 2y, 6mo, 12 weeks, 30d."""
    found = _DURATION.match(text.strip())
    unit = _YEARS.get(found[2].lower()) if found else None
    return float(found[1]) * unit if found and unit else None


def number_limits(sign: str, text: str) -> Limits | None:
    return _limits(sign, _dotted(sign, text, number), number, 0.0)


def duration_limits(sign: str, text: str) -> Limits | None:
    """Limits in years. Ends without a unit take the other end's: 1..2y, 1..<2y."""
    text = _dotted(sign, text, years)
    low, dots, high = text.partition("..")
    if dots and low and high and number(low) is not None and years(high.lstrip("<")) is not None:
        text = low + re.sub(r"[\d.\s<]+", "", high) + dots + high
    return _limits(sign, text, years, _SAME)


def _limits(sign: str, text: str, read: Read, tolerance: float) -> Limits | None:
    low, dots, high = text.partition("..")
    if dots and not sign:
        below = high.removeprefix("<")
        first, last = (read(end) if end else None for end in (low, below))
        if first is not None and last is not None and first > last:
            first, last = last, first
        wrong = (low and first is None) or (below and last is None) or not (low or below)
        return None if wrong else Limits(first, last, without_high=below != high)
    value = read(text)
    if value is None:
        return None
    slack = abs(value) * tolerance
    table = {
        ">=": Limits(low=value),
        ">": Limits(low=value, without_low=True),
        "<=": Limits(high=value),
        "<": Limits(high=value, without_high=True),
    }
    return table.get(sign, Limits(value - slack, value + slack))


def _dotted(sign: str, text: str, read: Callable[[str], object]) -> str:
    """Ends with a dash between them as ends with two dots, where the last can be read as one."""
    found = None if sign or read(text) else _DASHED.match(text)
    return f"{found[1]}..{found[2]}" if found and read(found[2]) else text


def date_limits(sign: str, text: str, now: datetime) -> Limits | None:
    """Half-open limits in Unix seconds, by the clock of this computer."""
    text = _dotted(sign, text, lambda end: _span(end, now))
    low, dots, high = text.partition("..")
    if dots and not sign:
        first, last = (_span(end, now) if end else None for end in (low, high))
        if (low and not first) or (high and not last) or not (first or last):
            return None
        if first and last and first > last:
            first, last = last, first
        return Limits(
            first[0] if first else None, last[1] if last else None, without_high=bool(last)
        )
    span = _span(text, now)
    if span is None:
        return None
    table = {
        ">=": Limits(low=span[0]),
        ">": Limits(low=span[1]),
        "<=": Limits(high=span[1], without_high=True),
        "<": Limits(high=span[0], without_high=True),
    }
    return table.get(sign, Limits(span[0], span[1], without_high=True))


def _span(text: str, now: datetime) -> tuple[float, float] | None:
    """The first second of a day, month, year or stretch up to now, and the first one after it."""
    try:
        days = _named(text.lower(), now) or _ago(text, now) or _calendar(_spelt(text))
        return (days[0].timestamp(), days[1].timestamp()) if days else None
    except (ValueError, OverflowError, OSError):
        return None


def _named(text: str, now: datetime) -> tuple[datetime, datetime] | None:
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    day = timedelta(days=1)
    week, month = today - timedelta(days=today.weekday()), today.replace(day=1)
    year = month.replace(month=1)
    return {
        "today": (today, today + day),
        "yesterday": (today - day, today),
        "week": (week, today + day),
        "month": (month, today + day),
        "year": (year, today + day),
        "last-week": (week - 7 * day, week),
        "last-month": ((month - day).replace(day=1), month),
        "last-year": (year.replace(year=year.year - 1), year),
    }.get("-".join(text.split()).removeprefix("this-"))


def _spelt(text: str) -> str:
    """A day or month with its name as digits: 2024-1-31."""
    found = _WRITTEN.match(text.strip())
    if not found or found[2].lower() not in _MONTHS:
        return text
    month = f"{found[3]}-{_MONTHS.index(found[2].lower()) + 1}"
    return f"{month}-{found[1]}" if found[1] else month


def _ago(text: str, now: datetime) -> tuple[datetime, datetime] | None:
    """The last 7d, 2w, 3mo or 1y."""
    found = _AGO.match(text)
    if not found:
        return None
    count, unit = int(found[1]), found[2].lower()
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if unit in _AGES:
        begin = today - timedelta(days=count * _AGES[unit])
    else:
        months = today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1)
        begin = today.replace(year=months // 12, month=months % 12 + 1, day=min(today.day, 28))
    return begin, today + timedelta(days=1)


def _calendar(text: str) -> tuple[datetime, datetime] | None:
    found = _DAY.match(text)
    if not found:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    begin = datetime(year, month or 1, day or 1)  # noqa: DTZ001 - the clock on the wall
    if day:
        return begin, begin + timedelta(days=1)
    if month:
        return begin, datetime(year + month // 12, month % 12 + 1, 1)  # noqa: DTZ001
    return begin, datetime(year + 1, 1, 1)  # noqa: DTZ001
