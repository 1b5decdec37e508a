"""Feeds read elsewhere: what a worker process is asked for, without loading all that does it here."""

from reader.model.feed import WHOLE, ParsedFeed, Response, Wanted


def read(response: Response, wanted: Wanted = WHOLE) -> ParsedFeed:
    """`reader.feeds.parse.parse`, which the process that hands the work out need not load."""
    from reader.feeds.parse import parse

    return parse(response, wanted)
