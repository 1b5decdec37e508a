"""Ranges of numbers, durations and days in words."""

from collections.abc import Callable
from datetime import datetime, timedelta

from reader.model.facts import duration
from reader.model.query_tree import Limits

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
#: Units of a duration, by those of `reader.model.facts.duration`.
UNITS = {"y": "{number} y", "mo": "{number} mo", "wk": "{number} wk", "d": "{number} d"}
#: The same of a single one.
ONE = {"y": "1 y", "mo": "1 mo", "wk": "1 wk", "d": "1 d"}


#: How a number is written; languages have signs of their own for thousands and decimals.
WHOLE, DECIMAL = "{number:,.0f}", "{number:g}"


class Ranges:
    """Says ranges in one language; `tell` is that of `reader.text.query.wording`."""

    def __init__(self, tell: Callable[..., str]) -> None:
        self._tell = tell

    def numbers(self, field: str, limits: Limits) -> str:
        """At least, at most, or both ends; the follow-up in years."""
        low, high = (self._number(field, end) for end in (limits.low, limits.high))
        if limits.low is not None and limits.high is not None:
            if field == "followup" and _is_about(limits):
                return self._number(field, (limits.low + limits.high) / 2)
            return low if low == high else self._tell("{low} to {high}", low=low, high=high)
        if limits.low is not None:
            form = "more than {low}" if limits.without_low else "at least {low}"
            return self._tell(form, low=low)
        return self._tell(
            "less than {high}" if limits.without_high else "at most {high}", high=high
        )

    def _number(self, field: str, number: float | None) -> str:
        if number is None:
            return ""
        if field == "followup":
            said, _, unit = (duration(number, None) or f"{number:g} y").rpartition(" ")
            if said == "1":
                return self._tell(ONE[unit])
            return self._tell(UNITS[unit], number=self._plain(float(said.replace(",", ""))))
        return self._plain(number)

    def _plain(self, number: float) -> str:
        """As the language writes numbers."""
        return self._tell(WHOLE if number == int(number) else DECIMAL, number=number)

    def days(self, limits: Limits) -> str:
        """Since, before, or the stretch between two days."""
        first = datetime.fromtimestamp(limits.low) if limits.low is not None else None  # noqa: DTZ006
        after = datetime.fromtimestamp(limits.high) if limits.high is not None else None  # noqa: DTZ006
        if first and after:
            return self._stretch(first, after)
        if first:
            return self._tell("since {day}", day=self._day(first))
        return self._tell("before {day}", day=self._day(after)) if after else ""

    def _stretch(self, first: datetime, after: datetime) -> str:
        """A year, a month or a day by its name; else both ends."""
        last = after - timedelta(days=1)
        names, alone = [self._day(first), self._day(last)], "on {day}"
        if (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31):
            names, alone = [str(first.year), str(last.year)], "in {day}"
        elif first.day == 1 and after.day == 1:
            names, alone = [self._month(first), self._month(last)], "in {day}"
        if names[0] == names[1]:
            return self._tell(alone, day=names[0])
        return self._tell("{low} to {high}", low=names[0], high=names[1])

    def _month(self, day: datetime) -> str:
        return f"{self._tell(MONTHS[day.month - 1])} {day.year}"

    def _day(self, day: datetime) -> str:
        return f"{day.day} {self._month(day)}"


def _is_about(limits: Limits) -> bool:
    """The two ends of one duration that was typed."""
    return bool(limits.low and limits.high and limits.high / limits.low < 1.07)
