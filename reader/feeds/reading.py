"""Feeds read elsewhere: what a worker process is asked for, without loading all that does it here."""

from reader.model.feed import WHOLE, ParsedFeed, Response, Wanted


def read(response: Response, wanted: Wanted = WHOLE) -> ParsedFeed:
    """`reader.feeds.parse.parse`, which the process that hands the work out need not load."""
    from reader.feeds.parse import parse

    return parse(response, wanted)


def get_ready() -> None:
    """Load what reads most feeds, before the first of them is there."""
    import reader.feeds.parse
    import reader.feeds.well_formed  # noqa: F401  (both are wanted for what they load)
