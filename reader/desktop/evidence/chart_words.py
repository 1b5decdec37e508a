"""What charts say, in the user's language; the floors below say it in English."""

from PySide6.QtCore import QLocale

from reader.desktop.card_terms import durations
from reader.desktop.tongue import localised, retold, tr
from reader.export.charts.counts import MONTHS, Chart


def caption(chart: Chart) -> str:
    """The line above a chart."""
    parts = (", ".join(map(retold, part.split(", "))) for part in chart.caption.split(" · "))
    return " · ".join(parts)


def tick(words: str) -> str:
    """A label of an axis: a number, a month, a duration, the name of a design or a country."""
    month, _, year = words.partition(" ")
    if month in MONTHS and year.isdecimal():
        name = QLocale().standaloneMonthName(
            MONTHS.index(month) + 1, QLocale.FormatType.ShortFormat
        )
        return f"{name} {year}"
    return durations(localised(tr(words))) if words else ""


def mark(words: str) -> str:
    """A mark in words: its title stays, what is said of it is ours."""
    first, *rest = words.split(" · ")
    return " · ".join([tr(first), *(tick(retold(part)) for part in rest)])
