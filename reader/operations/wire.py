"""What operations expect of the network."""

from concurrent.futures import Future
from typing import Protocol

from reader.model.feed import Request, Response


class Wire(Protocol):
    """Where feeds come from: `reader.feeds.fetch.Fetcher`, or a test's stand-in."""

    def submit(self, request: Request) -> "Future[Response]": ...
