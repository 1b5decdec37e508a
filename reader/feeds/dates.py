"""Dates as feeds write them, which is in every way there is.

RFC 822 and its many misspellings, ISO 8601, Unix time, and the ways of people: American and
European order, names of months in a dozen languages, zones by abbreviation or by city.
"""

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

#: Beyond these years a date is a mistake.
YEARS = range(1600, 2201)

#: 1970-01-01, in days.
_EPOCH = date(1970, 1, 1).toordinal()
_MONTHS = re.compile(
    r"(?<!\w)(?:"
    r"(?P<m1>jan|ene|gen|sty|янв|ιαν|oca)|(?P<m2>feb|fev|lut|фев|φεβ|sub)|"
    r"(?P<m3>mar|mrz|mrt|maa|мар|μαρ)|(?P<m4>apr|avr|abr|kwi|апр|απρ|nis)|"
    r"(?P<m5>may|mai|mag|maj|mei|май|мая|μαι)|(?P<m6>jun|juin|giu|cze|июн|ιουν|haz)|"
    r"(?P<m7>jul|juil|lug|lip|июл|ιουλ|tem)|(?P<m8>aug|aou|ago|sie|авг|αυγ)|"
    r"(?P<m9>sep|set|wrz|сен|σεπ|eyl)|(?P<m10>oct|okt|ott|out|paz|окт|οκτ|eki)|"
    r"(?P<m11>nov|lis|ноя|νοε|kas)|(?P<m12>dec|dez|dic|des|gru|дек|δεκ|ara)"
    r")[^\W\d]*"
)
_WEEKDAY = re.compile(r"(?<!\w)(mon|tue|wed|thu|fri|sat|sun)")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIME = re.compile(
    r"(?<![\d+-])(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*([ap])\.?\s?m\b\.?)?"
)
_OFFSET = re.compile(r"(?:gmt|utc|z)?\s*([+-])(\d{2}):?(\d{2})?z?\s*$")
_ISO = re.compile(
    r"(\d{4})-?(\d\d?)-?(\d\d?)(?:[t ,_]+(\d\d?):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?)?\s*(\D?.{0,40})"
)
_NAMES = "janfebmaraprmayjunjulaugsepoctnovdec"
_MAIL = re.compile(
    r"(?:[a-z]{3}, )?([0-3]\d) ("
    + "|".join(re.findall("...", _NAMES))
    + r") (\d{4}|\d[1-9]|[1-9]0) "
    r"(\d\d):(\d\d)(?::(\d\d))? (?:gmt|utc|z|([+-]\d\d)(\d\d)|([ecmp][sd]t))",
    re.ASCII,
)
_WEB = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)"
    r"(?:t(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(?:z|([+-]\d\d):(\d\d)))?()",
    re.ASCII,
)
_CITY = re.compile(r"\b([a-z]+(?:/[a-z_]+){1,2})\s*$")
#: Hours from UTC of abbreviations that feeds use; others count as UTC.
_ZONES = {
    name: float(hours)
    for name, hours in re.findall(
        r"(\w+)=(\S+)",
        "est=-5 edt=-4 cst=-6 cdt=-5 mst=-7 mdt=-6 pst=-8 pdt=-7 et=-5 ct=-6 mt=-7 pt=-8 hst=-10 "
        "akst=-9 akdt=-8 ast=-4 adt=-3 nst=-3.5 ndt=-2.5 brt=-3 wet=0 west=1 bst=1 cet=1 cest=2 "
        "mez=1 mesz=2 eet=2 eest=3 msk=3 ist=5.5 sgt=8 hkt=8 jst=9 kst=9 awst=8 aest=10 aedt=11 "
        "acst=9.5 acdt=10.5 nzst=12 nzdt=13",
    )
}


def parse_date(value: object) -> int | None:
    """Unix seconds UTC, or None for what is no date. Never raises.

    A date without a time counts from midnight, without a zone in UTC.
    """
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return None
    text = str(value)[:200].lower()
    if (usual := _usual(text)) is not None:
        return usual
    text = unicodedata.normalize("NFKD", text).lower()
    text = "".join(char for char in text if not unicodedata.combining(char))
    text = re.sub(r"\(.*", "", re.sub(r"\s+", " ", text)).strip().replace("\u2212", "-")
    text = re.sub(r"[^\x00-\x7f]", _ascii_digit, text)
    try:
        moment = _unix(text) or _iso(text) or _spoken(text)
        if moment is None or moment.year not in YEARS:
            return None
        return int(moment.timestamp())
    except (ValueError, OverflowError):
        return None


def _usual(text: str) -> int | None:
    """The two ways that most feeds write dates (RFC 822, RFC 3339), read at once."""
    if found := _MAIL.fullmatch(text):
        day, month, year = int(found[1]), 1 + _NAMES.index(found[2]) // 3, _year(int(found[3]))
    elif found := _WEB.fullmatch(text):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    else:
        return None
    hour, minute, second = int(found[4] or 0), int(found[5] or 0), int(found[6] or 0)
    east = 0
    if found[7]:
        east = 60 * int(found[7]) + (-int(found[8]) if found[7][0] == "-" else int(found[8]))
    elif found[9]:
        east = int(60 * _ZONES.get(found[9], 0))
    if hour > 23 or minute > 59 or second > 59 or not -720 <= east <= 840 or year not in YEARS:
        return None
    try:
        days = date(year, month, day).toordinal() - _EPOCH
    except ValueError:
        return None
    return 86_400 * days + 3600 * hour + 60 * (minute - east) + second


def _ascii_digit(char: re.Match[str]) -> str:
    return str(unicodedata.digit(char[0], -1)) if char[0].isdigit() else char[0]


def _unix(text: str) -> datetime | None:
    """Seconds or milliseconds since 1970, from 1973 on."""
    if re.fullmatch(r"\d{9,10}(?:\.\d*)?", text):
        return datetime.fromtimestamp(float(text), UTC)
    if re.fullmatch(r"\d{12,13}", text):
        return datetime.fromtimestamp(int(text) / 1000, UTC)
    return None


def _iso(text: str) -> datetime | None:
    """ISO 8601 and what resembles it, such as 2020-11-08T16:20:00-05:00Z."""
    if re.match(r"\d{4}-?w\d", text):
        return datetime.fromisoformat(text.upper()).replace(tzinfo=UTC)
    if part := re.fullmatch(r"(\d{4})(?:-(\d\d))?", text):
        return datetime(int(part[1]), int(part[2] or 1), 1, tzinfo=UTC)
    if nth := re.fullmatch(r"(\d{4})-?(\d{3})", text):
        return datetime(int(nth[1]), 1, 1, tzinfo=UTC) + timedelta(days=int(nth[2]) - 1)
    found = _ISO.fullmatch(text)
    if not found or (found[3] and not found[4] and re.match(r"\d", found[7])):
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    return _moment(date(year, month, day), (hour, minute, second), _zone(found[7]))


def _spoken(text: str) -> datetime | None:
    """A date in words and numbers, in any order that can be told apart."""
    clock = _TIME.search(text)
    hours = (0, 0, 0)
    zone: tzinfo = UTC
    if clock:
        hour, minute, second = (int(part or 0) for part in clock.groups()[:3])
        if clock[4]:
            hour = hour % 12 + (12 if clock[4] == "p" else 0)
        hours = (hour, minute, second)
        zone = _zone(text[clock.end() :])
        rest = text[clock.end() :]
        text = text[: clock.start()] + (" " + rest if re.search(r"\b\d{4}\b", rest) else "")
    elif (city := _CITY.search(text)) or (city := re.search(r"\b(?:gmt|utc)\b.*$", text)):
        text = text[: city.start()]
    day = _day(text)
    return _moment(day, hours, zone) if day else None


def _day(text: str) -> date | None:
    numbers = [int(number) for number in re.findall(r"\d{1,4}(?!\d)", text)]
    months = list(_MONTHS.finditer(text))
    if months:
        # "mar., 01 déc. 2020" is a Tuesday in December: days of the week come first
        month = int(str(months[-1].lastgroup)[1:])
        numbers = [n for n in numbers if n][:2]
        if len(numbers) == 1 and numbers[0] > 31:
            numbers = [1, *numbers]
        if len(numbers) < 2:
            return None
        first, second = numbers
        year, day = (first, second) if first > 31 else (second, first)
        return date(_year(year), month, day)
    return _numeric(text, numbers[:3]) if len(numbers) >= 3 else None


def _numeric(text: str, numbers: list[int]) -> date | None:
    """Three numbers: year first, or American with slashes, or day first; the weekday decides."""
    first, second, third = numbers
    if first > 31:
        return date(first, second, third)
    month_first = bool(re.search(r"\d/\d", text))
    orders = [(first, second), (second, first)]
    named = _WEEKDAY.search(text)
    found = []
    for month, day in orders if month_first else orders[::-1]:
        try:
            found.append(date(_year(third), month, day))
        except ValueError:
            continue
    agreeing = [d for d in found if named and _DAYS[d.weekday()] == named[1]]
    return next(iter([*agreeing, *found]), None)


def _year(number: int) -> int:
    if number < 70:
        return number + 2000
    return number + 1900 if number < 100 else number


def _moment(day: date, hours: tuple[int, int, int], zone: tzinfo) -> datetime:
    """An impossible time of day is left out; 24:00 is the next midnight."""
    hour, minute, second = hours
    if hours == (24, 0, 0):
        return datetime.combine(day + timedelta(days=1), time(), zone)
    if hour > 23 or minute > 59:
        hour = minute = second = 0
    return datetime.combine(day, time(hour, minute, min(second, 59)), zone)


def _zone(text: str) -> tzinfo:
    """The zone named at the end of a date, UTC for what is none or cannot be."""
    text = text.strip(" .,)-" if not re.search(r"[+-]\d", text) else " .,)")
    if offset := _OFFSET.search(text):
        minutes = int(offset[2]) * 60 + int(offset[3] or 0)
        minutes = -minutes if offset[1] == "-" else minutes
        return timezone(timedelta(minutes=minutes)) if -720 <= minutes <= 840 else UTC
    if city := _CITY.search(text):
        name = "/".join(part.title() for part in city[1].split("/"))
        try:
            from zoneinfo import ZoneInfo  # few dates name a city

            return ZoneInfo(re.sub("_[a-z]", lambda m: m[0].upper(), name))
        except (OSError, ValueError, KeyError):  # no such city, or no list of zones here
            return UTC
    return timezone(timedelta(hours=_ZONES.get(text.split(" ")[0], 0)))
