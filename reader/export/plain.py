"""Text of strangers without what is no text: controls, line ends where a format counts lines."""

import re
import unicodedata

from reader.model.calendar import in_calendar

#: Controls but tab and line ends, lone surrogates, non-characters.
_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\ufdd0-\ufdef]"
)
#: Characters that turn the direction of what follows, or that nobody sees.
_TURNING = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\ufff9-\ufffb]")


def lines(text: str) -> list[str]:
    """The lines of a text, each without controls; line ends of every kind count."""
    return [one_line(line) for line in text.splitlines()] or [""]


def one_line(text: str) -> str:
    """A text as one line: every run of white space, line ends and controls is one space."""
    text = _TURNING.sub("", text)
    spaced = "".join(" " if unicodedata.category(c) in _NO_TEXT else c for c in text)
    return " ".join(spaced.split())


_NO_TEXT = frozenset(("Cc", "Cs", "Zl", "Zp", "Zs"))


def printable(text: str) -> str:
    """A text with its tabs and line ends, without what is no character."""
    return _CONTROLS.sub("", text)


def shortened(text: str, most: int) -> str:
    """A text of `most` characters at most, ended by "…" where something is left out."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def day(moment: int | None) -> str:
    """Unix seconds as an ISO date in UTC, "" for none."""
    when = in_calendar(moment or None)
    return when.strftime("%Y-%m-%d") if when else ""


def instant(moment: int | None) -> str:
    """Unix seconds as an ISO time in UTC, "" for none."""
    when = in_calendar(moment or None)
    return when.strftime("%Y-%m-%dT%H:%M:%SZ") if when else ""


def date_parts(moment: int | None) -> tuple[int, ...]:
    """Unix seconds as (year, month, day) in UTC, () for none."""
    when = in_calendar(moment or None)
    return (when.year, when.month, when.day) if when else ()
