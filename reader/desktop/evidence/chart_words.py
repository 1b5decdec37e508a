"""What charts say, in the user's language."""

from reader.desktop.tongue import here
from reader.export.charts import words
from reader.export.charts.counts import Chart


def caption(chart: Chart) -> str:
    """The line above a chart."""
    return words.caption(chart, here())


def tick(said: str) -> str:
    """A label of an axis."""
    return words.tick(said, here())


def mark(said: str) -> str:
    """A mark in words."""
    return words.mark(said, here())
