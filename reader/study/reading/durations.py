"""Lengths of time: "33.4 months", "two to 15 years", "a six-week trial", "more than a decade"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.study.reading.numbers import Number
from reader.text import sieve as re

#: Years in a unit; a month is a twelfth of a year, a week seven days of a year of 365.25.
YEARS = {"year": 1.0, "decade": 10.0, "month": 1 / 12, "week": 7 / 365.25, "day": 1 / 365.25}
_CODE = {"year": ("P", "Y"), "month": ("P", "M"), "week": ("P", "W"), "day": ("P", "D")}
_UNIT = re.compile(
    r"[ \u00a0\u2009-]{0,2}(?:calendar |consecutive |school |academic |more |full |additional |further )?"
    r"(?P<unit>year|decade|month|week|day|yr|mo|wk)(?:s|s['’]|['’]s)?(?![\w])(?!-old| old\b| of age)",
    re.I,
)
_RANGE = re.compile(r" ?(?:[-–—−]| to | and | or )(?: |about |more than )?$")
_ARTICLE = re.compile(
    r"\b(?:(?:(?<=for )|(?<=over )|(?<=after )|(?<=within )|(?<=during )|(?<=than )|(?<=in )|(?<=about )|(?<=nearly )|(?<=almost )|(?<=least )|(?<=to )|(?<=of ))an?|(?<!half )a(?= (?:year|month|decade|week) (?:later|on|after(?:wards)?)\b)|one full|an? (?:full|whole|entire)|the next|the past|the following|the ensuing) (?P<unit>year|decade|month|week)\b(?!-old| old)",
    re.I,
)
#: Lengths that have a name or a share in it, each with its length.
_NAMED = re.compile(
    r"\b(?:(half a year)|(half a decade)|(?:an?|one) (fortnight)|(?:an?|one) (decade and a half)|(?:an?|one) (year and a half)|(?:an?|one) (quarter of a century)|(half a century))\b",
    re.I,
)
_NAMED_LENGTHS = (
    (6, "month"),
    (5, "year"),
    (14, "day"),
    (15, "year"),
    (18, "month"),
    (25, "year"),
    (50, "year"),
)
#: "On day 28", "until week 24": how far it had come.
_COUNTED = re.compile(
    r"\b(?:on|at|by|until|till|to|for|through) (?:the )?(?P<unit>day|week|month|year) $", re.I
)
_HALF = re.compile(r"(?: and a half| ½|½)")
#: "aged 34 - 80 years", "mean age, 57.7 years": an age.
_AGE = re.compile(
    r"\b(?:aged?|ages)(?: (?:of|from|was|between|range|about|over|under|at least|trial|study|participants|patients|\+/-|[=<>≤≥]))*[,:(=]? ?[<>≤≥]? ?$"
    r"|\b(?:elderly|older|younger) \([<>≤≥] ?$",
    re.I,
)
#: "3.8 (1.6) years", "15.0 ± 1.3 years": the spread of a mean.
_SPREAD = re.compile(r" (?:\(\d{1,3}(?:\.\d)?\)|(?:±|\+/-) ?\d{1,3}(?:\.\d)?)(?= )")
#: "62 ± 7 years": the second number is how far apart they are.
_APART = re.compile(r"(?:±|\+/-)\s?(?:SEM |SD )?$")
_AND_A = re.compile(r"and a $")
#: More days, weeks or years are a date.
_MOST_COUNTED = 1900
_SHORT = {"yr": "year", "mo": "month", "wk": "week"}


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time at [start, end), in years; one figure has `low == high`."""

    start: int
    end: int
    low: float
    high: float
    iso: tuple[str, ...]


def find_durations(text: str, numbers: Sequence[Number]) -> list[Duration]:
    """All lengths of time, ages ("aged 8 years old") left out where the unit tells."""
    out: list[Duration] = []
    for at, number in enumerate(numbers):
        if (
            number.percent
            or number.money
            or _AND_A.search(text, max(0, number.start - 6), number.start)
        ):
            continue
        end, value = _with_half(text, number)
        spread = _SPREAD.match(text, end)
        unit = _UNIT.match(text, spread.end() if spread else end)
        if unit is None or value > 5_000:
            continue
        first = _range_start(text, numbers, at)
        start, low = (first.start, first.value) if first else (number.start, value)
        around = max(0, start - 40)
        if _AGE.search(text, around, start) or _APART.search(text, around, start):
            continue
        out.append(_duration(start, unit.end(), min(low, value), value, unit["unit"].lower()))
    out += [_duration(m.start(), m.end(), 1, 1, m["unit"].lower()) for m in _ARTICLE.finditer(text)]
    for match in _NAMED.finditer(text):
        value, unit_name = _NAMED_LENGTHS[(match.lastindex or 1) - 1]
        out = [found for found in out if found.end <= match.start() or found.start >= match.end()]
        out.append(_duration(match.start(), match.end(), value, value, unit_name))
    out += _counted(text, numbers)
    return sorted(out, key=lambda duration: duration.start)


def _counted(text: str, numbers: Sequence[Number]) -> Iterator[Duration]:
    """Times that are counted from the start: "on day 28"."""
    for number in numbers:
        found = _COUNTED.search(text, max(0, number.start - 18), number.start)
        if found and number.whole and 0 < number.value < _MOST_COUNTED:
            start = found.start("unit")
            yield _duration(start, number.end, number.value, number.value, found["unit"].lower())


def _with_half(text: str, number: Number) -> tuple[int, float]:
    half = _HALF.match(text, number.end)
    return (half.end(), number.value + 0.5) if half else (number.end, number.value)


def _range_start(text: str, numbers: Sequence[Number], at: int) -> Number | None:
    """The number this one ends a range with: "two to 15 years"."""
    if not at:
        return None
    before, number = numbers[at - 1], numbers[at]
    gap = text[before.end : number.start]
    if len(gap) > 14 or before.percent or before.value >= number.value:
        return None
    return before if _RANGE.fullmatch(gap) else None


def _duration(start: int, end: int, low: float, high: float, unit: str) -> Duration:
    unit = _SHORT.get(unit, unit)
    factor = YEARS[unit]
    ends = dict.fromkeys((low, high))
    return Duration(
        start, end, low * factor, high * factor, tuple(_iso(value, unit) for value in ends)
    )


def _iso(value: float, unit: str) -> str:
    """The duration as ISO 8601 writes it; a decade is ten years there."""
    if unit == "decade":
        value, unit = value * 10, "year"
    before, after = _CODE[unit]
    return f"{before}{value:g}{after}"
