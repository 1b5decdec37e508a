"""Times as people say them."""

import time
from datetime import UTC, datetime

from PySide6.QtCore import QDateTime, QLocale

from reader.desktop.tongue import tr
from reader.model.calendar import in_calendar

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def ago(moment: int, now: float | None = None) -> str:
    """How long ago Unix seconds are: "now", "5 min", "2 h", "yesterday", "3 d", else the date."""
    now = time.time() if now is None else now
    passed = now - moment
    if passed < _MINUTE:
        return tr("now")
    if passed < _HOUR:
        return tr("{value} min", value=int(passed // _MINUTE))
    if passed < 12 * _HOUR:
        return tr("{value} h", value=int(passed // _HOUR))
    then, today = in_calendar(moment), datetime.fromtimestamp(now, UTC)
    if then is None:
        return ""
    days = (today.astimezone().date() - then.astimezone().date()).days
    if days <= 1:
        return tr("yesterday") if days else tr("{value} h", value=int(passed // _HOUR))
    return tr("{value} d", value=days) if days < 7 else date(moment)


def date(moment: int) -> str:
    """The day of Unix seconds in the user's own form."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(moment).date(), "d MMM yyyy")


def exact(moment: int) -> str:
    """Day and time of Unix seconds in the user's own form."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(moment), QLocale.FormatType.LongFormat)


def short(moment: int) -> str:
    """Day and time of Unix seconds, as in a table."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(moment), "d MMM yyyy, HH:mm")


def reading_time(text: str) -> str:
    """Minutes that a text takes at 230 words a minute (Brysbaert 2019, non-fiction: 238)."""
    return tr("{value} min", value=max(1, round(len(text.split()) / 230)))
