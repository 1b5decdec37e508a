"""Refreshing with manners: what servers ask for is kept, over restarts too."""

from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest

from reader.model.change import Change, Edit
from reader.model.errors import FetchError, OfflineError
from reader.model.feed import Feed, Request, Response, Subscription
from reader.model.schedule import Asking, FeedSetting
from reader.operations.refreshing import refresh
from reader.operations.subscribing import move
from reader.operations.turns import due
from reader.store.store import Store
from tests.fakes import Here, Wire, item, rss

NOW = 1_780_000_000
HOUR = 3_600
AT = "https://a.org/f"


def follow(store: Store, *addresses: str) -> list[Feed]:
    store.apply(Change("Add", tuple(Edit(None, Subscription(address)) for address in addresses)))
    return store.feeds.all()


def check(
    store: Store, answer: object, now: int = NOW, asking: Asking = Asking.ALL
) -> dict[str, object]:
    """Refresh the only feed, and its report."""
    wire = Wire({AT: answer})  # type: ignore[dict-item]
    feeds = store.feeds.all()
    (said,) = [
        step.report
        for step in refresh(store, wire, Here(), feeds, asking, clock=lambda: now)
        if step.report
    ]
    return {**said, "asked": len(wire.requests)}


def test_a_feed_is_due_when_its_interval_is_over(store: Store) -> None:
    feeds = follow(store, AT)
    assert due(store, feeds, NOW) == feeds
    check(store, rss(item(1)))
    assert not due(store, feeds, NOW + HOUR - 1)
    assert due(store, feeds, NOW + int(1.1 * HOUR))


def test_a_lifetime_in_the_answer_puts_the_next_check_off(store: Store) -> None:
    feeds = follow(store, AT)
    check(store, replace(rss(item(1)), lifetime=5 * HOUR))
    assert not due(store, feeds, NOW + 5 * HOUR - 1)
    assert store.schedules.plan(feeds[0].id).reason == "lifetime"
    check(store, Response(AT, b"", status=304, lifetime=0), now=NOW + HOUR)
    assert store.schedules.plan(feeds[0].id).reason == "interval"


def test_the_user_s_own_interval_for_a_feed_counts(store: Store) -> None:
    feeds = follow(store, AT)
    store.apply(Change("Set", (Edit(None, FeedSetting(AT, "interval", "600")),)))
    check(store, rss(item(1)))
    assert not due(store, feeds, NOW + 10 * HOUR - 1)


def test_a_wait_the_server_asks_for_holds_for_everybody_and_over_restarts(tmp_path: Path) -> None:
    with Store(tmp_path / "archive.db") as store:
        follow(store, AT)
        check(store, FetchError("Trouble. (HTTP 503)", 503, "a.org", 2 * HOUR))
    with Store(tmp_path / "archive.db") as store:
        for asking in (Asking.ALL, Asking.ONE):
            said = check(store, rss(item(1)), NOW + HOUR, asking)
            assert (said["status"], said["asked"]) == ("skipped", 0)
        assert check(store, rss(item(1)), NOW + 2 * HOUR)["status"] == "ok"


def test_a_429_counts_for_the_whole_host(store: Store) -> None:
    feeds = follow(store, AT, "https://a.org/g", "https://b.org/f")
    wire = Wire({feed.address: rss(item(1)) for feed in feeds})
    wire.answers[AT] = FetchError("Fewer, please. (HTTP 429)", 429, "a.org", HOUR)
    list(refresh(store, wire, Here(), feeds[:1], clock=lambda: NOW))
    wire.requests.clear()
    steps = list(refresh(store, wire, Here(), feeds[1:], clock=lambda: NOW + 60))
    assert [request.address for request in wire.requests] == ["https://b.org/f"]
    assert {s.report["status"] for s in steps if s.report} == {"ok", "skipped"}
    assert steps[-1].message == "2 of 2 feeds · 1 new · 1 left alone"


def test_no_host_is_asked_more_than_twice_at_once(store: Store) -> None:
    feeds = follow(store, *(f"https://a.org/{n}" for n in range(9)))
    waiting: list[tuple[Future[Response], Response]] = []
    most = 0

    class Slow(Wire):
        def submit(self, request: Request) -> Future[Response]:
            nonlocal most
            future: Future[Response] = Future()
            waiting.append((future, super().submit(request).result()))
            most = max(most, len(waiting))
            return future

    done: list[object] = []
    for step in refresh(
        store,
        Slow({feed.address: rss(item(1)) for feed in feeds}),
        Here(),
        feeds,
        clock=lambda: NOW,
    ):
        done += [step.report] if step.report else []
        while waiting:  # nothing is answered before the refresh waits for it
            future, answer = waiting.pop()
            future.set_result(answer)
    assert len(done) == 9
    assert most == 2


def test_what_has_ended_is_left_alone_until_the_user_asks_for_it(store: Store) -> None:
    (feed,) = follow(store, AT)
    assert check(store, FetchError("It has ended. (HTTP 410)", 410))["status"] == "error"
    assert store.feeds.failing() == {feed.id: "It has ended. (HTTP 410)"}
    said = check(store, rss(item(1)), NOW + 99 * HOUR)
    assert (said["status"], said["asked"]) == ("skipped", 0)
    assert "ended" in str(said["why"])
    assert check(store, rss(item(1)), NOW + 99 * HOUR, Asking.ONE)["status"] == "ok"
    assert check(store, rss(item(2)), NOW + 200 * HOUR)["status"] == "ok"
    assert store.feeds.failing() == {}


def test_a_badge_comes_with_the_third_failure(store: Store) -> None:
    (feed,) = follow(store, AT)
    for count in range(1, 4):
        check(store, FetchError("No. (HTTP 500)", 500), NOW + count * HOUR)
        assert (feed.id in store.feeds.failing()) is (count == 3)


def test_being_offline_is_no_feed_s_failure(store: Store) -> None:
    (feed,) = follow(store, AT)
    for _ in range(4):
        said = check(store, OfflineError("The network cannot be reached."))
        assert (said["status"], said["error"]) == ("offline", None)
    assert store.feeds.health(feed.id).failures == 0
    assert due(store, [feed], NOW + 1) == [feed]


def test_where_nobody_answers_at_all_the_network_is_to_blame(store: Store) -> None:
    feeds = follow(store, AT, "https://b.org/f", "https://c.org/f")
    nameless = FetchError("There is no server called so.")
    wire = Wire({feed.address: nameless for feed in feeds})
    steps = list(refresh(store, wire, Here(), feeds, clock=lambda: NOW))
    assert [s.report["status"] for s in steps if s.report] == ["offline"] * 3
    wire.answers["https://c.org/f"] = rss(item(1))
    steps = list(refresh(store, wire, Here(), feeds, clock=lambda: NOW))
    assert sorted(s.report["status"] for s in steps if s.report) == ["error", "error", "ok"]


MOVED = "https://new.org/f"


def test_a_permanent_redirect_seen_three_times_is_proposed_once(store: Store) -> None:
    (feed,) = follow(store, AT)
    moved = replace(rss(item(1)), moved_to=MOVED)
    proposals = [check(store, moved, NOW + n * HOUR)["moved_to"] for n in range(6)]
    assert proposals == [None, None, MOVED, None, None, None]
    change = move(store, feed, MOVED)
    store.apply(change)
    assert store.feeds.at(MOVED) == replace(
        feed, address=MOVED, title="Example News", unread=1, total=1
    )
    store.apply(change.reversed())
    assert store.feeds.at(AT)


def test_a_page_in_between_moves_no_feed(store: Store) -> None:
    follow(store, AT)
    portal = Response(MOVED, b"<html><title>Wi-Fi</title></html>", "text/html", moved_to=MOVED)
    said = [check(store, portal, NOW + n * 48 * HOUR) for n in range(5)]
    assert {str(s["moved_to"]) for s in said} == {"None"}
    assert {s["status"] for s in said} == {"error"}


def test_a_redirect_that_comes_and_goes_is_not_believed(store: Store) -> None:
    follow(store, AT)
    moved, stays = replace(rss(item(1)), moved_to=MOVED), rss(item(1))
    answers = (moved, moved, stays, moved, moved)
    said = [check(store, answer, NOW + n * HOUR) for n, answer in enumerate(answers)]
    assert {s["moved_to"] for s in said} == {None}


def test_a_feed_does_not_move_onto_another(store: Store) -> None:
    feeds = follow(store, AT, MOVED)
    wire = Wire({AT: replace(rss(item(1)), moved_to=MOVED), MOVED: rss(item(1))})
    for n in range(4):
        steps = list(refresh(store, wire, Here(), feeds, clock=lambda at=NOW + n * HOUR: at))  # type: ignore[misc]
        assert not any(s.report["moved_to"] for s in steps if s.report)


def test_a_feed_on_the_user_s_own_network_loses_that_right_by_moving(store: Store) -> None:
    store.apply(Change("Add", (Edit(None, Subscription("http://192.168.1.2/f", local=True)),)))
    (feed,) = store.feeds.all()
    store.apply(move(store, feed, MOVED))
    (now,) = store.feeds.all()
    assert (now.id, now.local) == (feed.id, False)


def test_checks_are_logged_the_last_first(store: Store) -> None:
    (feed,) = follow(store, AT)
    for n in range(40):
        check(store, rss(item(n)) if n % 2 else None, NOW + n * HOUR)
    log = store.schedules.checks(feed.id)
    assert len(log) == 30
    assert (log[0].at, log[0].status, log[0].words) == (NOW + 39 * HOUR, 200, "1 new of 1.")
    assert (log[1].status, log[1].words) == (304, "Nothing new.")


@pytest.mark.parametrize(("kind", "header"), [("bearer", "Bearer t"), ("basic", "Basic YTpi")])
def test_passwords_come_from_the_keyring_and_go_nowhere_else(
    store: Store, monkeypatch: pytest.MonkeyPatch, kind: str, header: str
) -> None:
    secrets: dict[tuple[str, str], str] = {}
    monkeypatch.setattr("keyring.set_password", lambda s, a, p: secrets.__setitem__((s, a), p))
    monkeypatch.setattr("keyring.get_password", lambda s, a: secrets.get((s, a)))
    from reader.operations.signing_in import keep_secret

    follow(store, AT)
    keep_secret(AT, {"token": "t", "name": "a", "password": "b"})
    store.apply(Change("Set", (Edit(None, FeedSetting(AT, "sign_in", kind)),)))
    wire = Wire({AT: rss(item(1))})
    list(refresh(store, wire, Here(), store.feeds.all()))
    assert wire.requests[0].authorization == header
    kept = b"".join(path.read_bytes() for path in store.path.parent.iterdir())
    assert b'"password"' not in kept


def test_without_a_keyring_the_feed_says_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring.errors

    def refuse(service: str, account: str) -> str:
        raise keyring.errors.NoKeyringError

    monkeypatch.setattr("keyring.get_password", refuse)
    follow(store, AT)
    store.apply(Change("Set", (Edit(None, FeedSetting(AT, "sign_in", "basic")),)))
    said = check(store, rss(item(1)))
    assert (said["status"], said["asked"]) == ("error", 0)
    assert "keyring" in str(said["error"])
