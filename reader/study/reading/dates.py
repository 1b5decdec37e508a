"""Dates and durations as news prints them, with the precision they are stated in (ISO 8601)."""

from dataclasses import dataclass

from reader.text import sieve as re

MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
YEAR = r"(?:1[89]\d\d|20\d\d)"
_DATE = re.compile(
    rf"\b(?:(?P<m1>{MONTH}) (?P<d1>[0-3]?\d)(?:st|nd|rd|th)?(?:,? (?P<y1>{YEAR}))?(?![\d:])"
    rf"|(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? (?P<m2>{MONTH})(?:,? (?P<y2>{YEAR}))?"
    rf"|(?P<y3>{YEAR}) (?P<m3>{MONTH})(?: (?P<d3>[0-3]?\d))?\b"
    rf"|(?P<m4>{MONTH}),?(?: of)? (?P<y4>{YEAR})"
    rf"|(?P<m6>{MONTH})(?=(?: (?:and|to|until|till|through) (?:the end of )?| ?[-–] ?){MONTH},?(?: of)? {YEAR})"
    rf"|(?P<d7>[0-3]?\d)-(?P<m7>{MONTH}|[A-Z]{{3}})-(?P<y7>{YEAR})"
    rf"|(?P<y5>{YEAR})-(?P<m5>[01]\d)-(?P<d5>[0-3]\d))(?!\w)"
)
_YEAR = re.compile(
    rf"(?<![\w.,/$£€-]){YEAR}(?![\w%]|,\d|\.\d)|(?<=\d{{4}}-){YEAR}(?![\w%]|,\d|\.\d)"
)
#: "Between March and May of last year", "in the spring of this year".
_RELATIVE = re.compile(
    rf"\b(?:(?:(?P<m1>{MONTH})(?: (?:and|to|until|till|through) (?:the end of )?| ?[-–] ?))?(?P<m2>{MONTH}),? (?:of )?"
    r"|(?:spring|summer|autumn|fall|winter|end|start|beginning|middle) of )(?P<year>last|this) year\b"
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date at [start, end); `year`, `month` and `day` are 0 where the text does not say them."""

    start: int
    end: int
    year: int
    month: int = 0
    day: int = 0

    @property
    def iso(self) -> str:
        """ISO 8601 in the precision stated; month and day alone as `MM-DD`."""
        parts = [f"{self.year:04d}"] if self.year else []
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[Date]:
    """Dates with a month; a bare year is none (see `find_years`)."""
    stop = len(text) if end is None else end
    found = (_date(match) for match in _DATE.finditer(text, start, stop))
    return [date for date in found if date]


def find_years(text: str, start: int = 0, end: int | None = None) -> list[Date]:
    stop = len(text) if end is None else end
    return [Date(m.start(), m.end(), int(m.group())) for m in _YEAR.finditer(text, start, stop)]


def find_relative(text: str, this_year: int, start: int, end: int) -> list[Date]:
    """Months and seasons of last year or this one, as dates; `this_year` is that of the text."""
    found = []
    for match in _RELATIVE.finditer(text, start, end):
        year = this_year - (match["year"] == "last")
        if match["m1"]:
            found.append(Date(match.start("m1"), match.end("m1"), year, _month(match["m1"])))
        begin = match.start("m2") if match["m2"] else match.start()
        found.append(Date(begin, match.end(), year, _month(match["m2"] or "")))
    return found


def _month(name: str) -> int:
    return MONTHS.get(name[:3].lower(), 0)


def _date(match: re.Match[str]) -> Date | None:
    group = {key[0]: value for key, value in match.groupdict().items() if value}
    month = group["m"]
    number = int(month) if month.isdigit() else _month(month) or 13
    day, year = int(group.get("d", 0)), int(group.get("y", 0))
    if number > 12 or day > 31:
        return None
    return Date(match.start(), match.end(), year, number, day)
