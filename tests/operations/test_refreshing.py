"""Refreshing: each feed for itself, nothing twice, nothing lost."""

import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from typing import Any, TypeVar

import pytest

from reader.model.change import Change, Edit, Step
from reader.model.errors import FetchError, WorkerError
from reader.model.feed import Feed, Request, Response, Subscription, Validators
from reader.operations import refreshing
from reader.operations.indexing import index
from reader.operations.refreshing import check, refresh
from reader.operations.sampling import add_samples
from reader.store.store import Store
from tests.fakes import Here, Wire, item, rss

T = TypeVar("T")


def follow(store: Store, *addresses: str) -> list[Feed]:
    store.apply(Change("Add", tuple(Edit(None, Subscription(address)) for address in addresses)))
    return store.feeds.all()


def reports(steps: list[Step]) -> dict[str, tuple[str, int, int]]:
    found = [step.report for step in steps if step.report]
    return {r["feed"].rpartition("/")[2]: (r["status"], r["new"], r["updated"]) for r in found}


def test_one_broken_feed_does_not_stop_the_others(store: Store) -> None:
    feeds = follow(store, *(f"https://{name}.org/{name}" for name in "abcd"))
    wire = Wire(
        {
            "https://a.org/a": rss(item(1), item(2)),
            "https://b.org/b": FetchError("The server is not there.", 0),
            "https://c.org/c": Response("https://c.org/c", b"<html>no feed</html>"),
            "https://d.org/d": rss(item(1)),
        }
    )
    steps = list(refresh(store, wire, Here(), feeds))
    assert reports(steps) == {
        "a": ("ok", 2, 0),
        "b": ("error", 0, 0),
        "c": ("error", 0, 0),
        "d": ("ok", 1, 0),
    }
    assert (steps[-1].done, steps[-1].total) == (4, 4)
    assert steps[-1].message == "4 of 4 feeds · 3 new · 2 could not be had"
    assert [store.feeds.health(feed.id).failures for feed in feeds] == [0, 1, 1, 0]


def test_the_second_refresh_asks_only_for_what_is_new(store: Store) -> None:
    (feed,) = follow(store, "https://a.org/a")
    known = Validators('"v1"', "Mon, 01 Jun 2026 00:00:00 GMT")
    answer = rss(item(1))
    answer = Response(answer.address, answer.body, answer.content_type, known)
    list(refresh(store, Wire({feed.address: answer}), Here(), [feed]))
    wire = Wire({feed.address: None})
    steps = list(refresh(store, wire, Here(), [feed]))
    assert reports(steps) == {"a": ("unchanged", 0, 0)}
    asked = wire.requests[0].validators
    assert (asked.etag, asked.modified) == (known.etag, known.modified)


def test_the_same_bytes_are_not_parsed_again(store: Store) -> None:
    (feed,) = follow(store, "https://a.org/a")
    wire = Wire({feed.address: rss(item(1))})
    assert reports(list(refresh(store, wire, Here(), [feed]))) == {"a": ("ok", 1, 0)}
    assert reports(list(refresh(store, wire, Here(), [feed]))) == {"a": ("unchanged", 0, 0)}


def test_a_feed_that_fails_keeps_what_it_had(store: Store) -> None:
    (feed,) = follow(store, "https://a.org/a")
    list(refresh(store, Wire({feed.address: rss(item(1))}), Here(), [feed]))
    list(refresh(store, Wire({feed.address: FetchError("Broken.", 500)}), Here(), [feed]))
    health = store.feeds.health(feed.id)
    assert (health.status, health.error, health.failures) == (500, "Broken.", 1)
    assert health.succeeded > 0
    assert store.articles.total() == 1
    list(refresh(store, Wire({feed.address: rss(item(1), item(2))}), Here(), [feed]))
    assert store.feeds.health(feed.id).failures == 0


def test_a_changed_article_is_updated_and_not_new(store: Store) -> None:
    (feed,) = follow(store, "https://a.org/a")
    list(refresh(store, Wire({feed.address: rss(item(1, "n = 401"))}), Here(), [feed]))
    steps = list(refresh(store, Wire({feed.address: rss(item(1, "n = 410"))}), Here(), [feed]))
    assert reports(steps) == {"a": ("ok", 0, 1)}
    assert store.articles.rows([1])[1].updated


def test_a_worker_that_fails_is_that_feeds_trouble_alone(store: Store) -> None:
    class Failing(Here):
        def submit(self, function, /, *args, **limits):  # type: ignore[no-untyped-def]
            future: Future[object] = Future()
            future.set_exception(WorkerError("It took too long and was stopped."))
            return future

    (feed,) = follow(store, "https://a.org/a")
    steps = list(refresh(store, Wire({feed.address: rss(item(1))}), Failing(), [feed]))
    assert reports(steps) == {"a": ("error", 0, 0)}
    assert store.feeds.health(feed.id).error == "It took too long and was stopped."


def test_stopping_cancels_what_is_under_way(store: Store) -> None:
    class Hanging(Wire):
        def __init__(self) -> None:
            super().__init__({})
            self.futures: list[Future[Response]] = []

        def submit(self, request: Request) -> "Future[Response]":
            self.futures.append(Future())
            return self.futures[-1]

    feeds = follow(store, "https://a.org/a", "https://b.org/b")
    wire = Hanging()
    steps = refresh(store, wire, Here(), feeds)
    first = next(steps)
    assert (first.done, first.total) == (0, 2)  # it says so while nothing comes
    steps.close()
    assert all(future.cancelled() for future in wire.futures)


class Untold(Wire):
    """A wire whose answers the test gives when it likes."""

    def __init__(self) -> None:
        super().__init__({})
        self.futures: list[Future[Response]] = []

    def submit(self, request: Request) -> "Future[Response]":
        self.requests.append(request)
        self.futures.append(Future())
        return self.futures[-1]

    def answer(self) -> None:
        """Answer everything that was asked."""
        for request, future in zip(list(self.requests), list(self.futures), strict=True):
            if not future.done():
                future.set_result(replace(rss(item(1)), address=request.address))


class Endless(Here):
    """Workers that never come to an end."""

    def submit(self, function: Callable[..., T], /, *args: Any, **limits: Any) -> "Future[T]":
        return Future()


@pytest.mark.parametrize(("waiting", "asked"), [(10**6, 8), (0, 3)])
def test_feeds_are_asked_while_others_are_read_unless_too_much_waits(
    store: Store, monkeypatch: pytest.MonkeyPatch, waiting: int, asked: int
) -> None:
    """A feed that waits to be read takes no place of those that are asked; its bytes take memory."""
    monkeypatch.setattr(refreshing, "ASKED", 3)
    monkeypatch.setattr(refreshing, "PARSED_AT_ONCE", 1)
    monkeypatch.setattr(refreshing, "WAITING", waiting)
    wire = Untold()
    feeds = follow(store, *(f"https://{name}.org/{name}" for name in "abcdefgh"))
    steps = refresh(store, wire, Endless(), feeds)
    next(steps)
    assert len(wire.requests) == 3
    for _ in range(6):
        wire.answer()
        next(steps)
    assert len(wire.requests) == asked
    steps.close()


def test_a_child_starts_early_where_a_first_document_will_come_and_only_there(store: Store) -> None:
    asked: list[str] = []

    class Noting(Here):
        def submit(self, function: Callable[..., T], /, *args: Any, **limits: Any) -> "Future[T]":
            asked.append(f"{function.__name__} {limits['light']}")
            return super().submit(function, *args, **limits)

    feeds = follow(store, "https://a.org/a")
    wire = Wire({"https://a.org/a": rss(item(1))})
    list(check(store, wire, Noting(), feeds))
    assert asked == ["get_ready True", "take_in True"]
    wire.answers["https://a.org/a"] = None
    list(check(store, wire, Noting(), store.feeds.all()))
    assert len(asked) == 2


def test_hosts_are_asked_in_turn(store: Store) -> None:
    feeds = follow(store, "https://a.org/1", "https://a.org/2", "https://b.org/1")
    wire = Wire({})
    list(refresh(store, wire, Here(), feeds))
    hosts = [request.address.split("/")[2] for request in wire.requests]
    assert hosts == ["a.org", "b.org", "a.org"]


def test_samples_need_no_wire_and_are_not_refreshed(store: Store) -> None:
    (step,) = list(add_samples(store))
    assert step.message == "12 sample articles"
    list(add_samples(store))
    assert store.articles.total() == 12
    wire = Wire({})
    assert not list(refresh(store, wire, Here(), store.feeds.all()))
    assert wire.requests == []


def test_indexing_takes_up_where_it_was_stopped(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.operations.indexing.SLICE", 5)
    list(add_samples(store))
    steps = index(store)
    assert next(steps).done == 5
    steps.close()
    assert store.pending.count("index") == 7
    assert [step.done for step in index(store)] == [5, 7]
    assert store.pending.count("index") == 0


def test_a_refresh_dates_its_checks(store: Store) -> None:
    (feed,) = follow(store, "https://a.org/a")
    began = int(time.time())
    list(refresh(store, Wire({feed.address: rss(item(1))}), Here(), [feed]))
    assert began <= store.feeds.health(feed.id).succeeded <= time.time()
