"""Stand-ins at the two seams: where feeds come from, and where pure work is done."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

import pytest

from reader.model.errors import FetchError, ReaderError
from reader.model.feed import Request, Response
from reader.study.phrases import marker, stories
from reader.study.phrases.marker import Passage

T = TypeVar("T")


class Wire:
    """Answers from a table of address and answer; counts what it was asked."""

    def __init__(self, answers: dict[str, Response | ReaderError | None]) -> None:
        self.answers = answers
        self.requests: list[Request] = []
        self.closed = False

    def submit(self, request: Request) -> "Future[Response]":
        return done(self.get, request)

    def get(self, request: Request) -> Response:
        self.requests.append(request)
        answer = self.answers.get(request.address, FetchError("Nothing is there.", 404))
        if isinstance(answer, ReaderError):
            raise answer
        return answer or Response(request.address, b"", status=304)

    def cancel(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True


class Here:
    """Does the work at once, in this process."""

    def submit(
        self, function: Callable[..., T], /, *args: Any, seconds: float, light: bool = False
    ) -> "Future[T]":
        return done(function, *args)

    def rest(self) -> None:
        pass

    def close(self) -> None:
        pass


def done(function: Callable[..., T], *args: Any) -> "Future[T]":
    """A future that has ended."""
    future: Future[T] = Future()
    try:
        future.set_result(function(*args))
    except ReaderError as error:
        future.set_exception(error)
    return future


def rss(*items: str, title: str = "Example News") -> Response:
    """A feed document with these items, as a server gives it."""
    body = f'<rss version="2.0"><channel><title>{title}</title>{"".join(items)}</channel></rss>'
    return Response("https://example.org/feed.xml", body.encode(), "application/rss+xml")


def item(number: int, words: str = "Some words.") -> str:
    return (
        f"<item><title>Article {number}</title><guid>g{number}</guid>"
        f"<link>https://example.org/{number}</link><description>&lt;p&gt;{words}&lt;/p&gt;"
        f"</description></item>"
    )


class Classifier:
    """A token classifier that sees a limitation in the first words of every text."""

    name = "phrases:fake/1"

    def mark(self, text: str) -> Any:
        return self

    def cover(self, kind: str, start: int, end: int) -> float:
        return 1.0

    def passages(self, kind: str) -> list[Passage]:
        return [Passage(0, 40, 0.99)] if kind == "limitation" else []

    @classmethod
    def install(cls, monkeypatch: pytest.MonkeyPatch) -> None:
        """Put it in the place of the one that ships."""
        monkeypatch.setattr(marker, "is_installed", lambda: True)
        monkeypatch.setattr(marker, "name", lambda: cls.name)
        monkeypatch.setattr(marker, "marker", cls)
        monkeypatch.setattr(stories, "is_installed", lambda: False)
        monkeypatch.setattr(stories, "stories", lambda: None)
