"""Feeds read elsewhere: what a worker process is asked for, without loading all that does it here."""

from reader.model.feed import WHOLE, ParsedFeed, Response, TakenIn, Wanted


def read(response: Response, wanted: Wanted = WHOLE) -> ParsedFeed:
    """`reader.feeds.parse.parse`, which the process that hands the work out need not load."""
    from reader.feeds.parse import parse

    return parse(response, wanted)


def take_in(response: Response, wanted: Wanted, known: str) -> TakenIn:
    """`reader.feeds.taking_in.take_in`."""
    from reader.feeds import taking_in

    return taking_in.take_in(response, wanted, known)


def get_ready() -> None:
    """Load what reads most feeds, before the first of them is there."""
    import reader.feeds.taking_in
    import reader.feeds.well_formed  # noqa: F401  (both are wanted for what they load)
