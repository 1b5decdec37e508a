"""Unix seconds as a date, also such as no calendar has."""

from datetime import UTC, datetime


def in_calendar(moment: float | None) -> datetime | None:
    """The time in UTC; None for none, and for one that no calendar has, as a damaged archive may."""
    try:
        return None if moment is None else datetime.fromtimestamp(moment, UTC)
    except (OSError, OverflowError, ValueError):
        return None
