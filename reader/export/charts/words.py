"""What charts say, in a language; the charts themselves say it in English."""

from reader.export.charts.counts import MONTHS, Chart
from reader.export.charts.families import FAMILIES
from reader.text.card_terms import durations
from reader.text.tongue import Tongue


def caption(chart: Chart, tongue: Tongue) -> str:
    """The line above a chart."""
    parts = (", ".join(map(tongue.retell, part.split(", "))) for part in chart.caption.split(" · "))
    return " · ".join(parts)


def tick(words: str, tongue: Tongue) -> str:
    """A label of an axis: a number, a month, a duration, the name of a design or a country."""
    month, _, year = words.partition(" ")
    if month in MONTHS and year.isdecimal():
        return f"{tongue.tell(month)} {year}"
    said = tongue.retell(words) if words[:1].isdecimal() else tongue.tell(words)
    return durations(tongue.localised(said), tongue)


def mark(words: str, tongue: Tongue) -> str:
    """A mark in words: its title stays, what is said of it is ours. Bars say "Mar 2024: 3 reviews"."""
    if ": " in words and " · " not in words:
        place, _, said = words.rpartition(": ")
        count, _, kind = said.partition(" ")
        kinds = {family.label.lower(): tongue.tell(family.label).lower() for family in FAMILIES}
        return f"{tick(place, tongue)}: {tongue.localised(count)} {kinds.get(kind, kind)}".rstrip()
    first, *rest = words.split(" · ")
    parts = (tick(tongue.retell(part), tongue) for part in rest)
    return " · ".join([tongue.tell(first), *parts])
