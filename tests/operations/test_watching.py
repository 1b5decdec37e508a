"""How feeds fare, and taking lists of feeds over."""

from dataclasses import replace

import pytest

from reader.model.change import Change, Edit
from reader.model.errors import FetchError
from reader.model.feed import Subscription
from reader.model.schedule import FeedOptions
from reader.operations.refreshing import refresh
from reader.operations.setting import set_for_feed
from reader.operations.subscribing import export_opml, import_opml
from reader.operations.watching import DEAD, QUIET, states
from reader.store.store import Store
from tests.fakes import Here, Wire, item, rss

NOW = 1_780_000_000
AT = "https://a.org/f"
HOUR = 3_600


def follow(store: Store) -> None:
    store.apply(Change("Add", (Edit(None, Subscription(AT)),)))


def check(store: Store, answer: object, now: int) -> None:
    wire = Wire({AT: answer})  # type: ignore[dict-item]
    list(refresh(store, wire, Here(), store.feeds.all(), clock=lambda: now))


def test_a_feed_goes_from_new_to_fine_to_quiet(store: Store) -> None:
    follow(store)
    assert [s.state for s in states(store, NOW)] == ["new"]
    check(store, rss(item(1), item(2)), NOW)
    (state,) = states(store, NOW + 60)
    assert (state.state, state.weekly, state.newest) == ("fine", 0.25, NOW)
    assert (state.health.checked, state.health.status) == (NOW, 200)
    assert state.plan.next_check > NOW
    assert state.skipped.startswith("It is asked again in")
    assert state.reason
    assert [s.state for s in states(store, NOW + QUIET + 1)] == ["quiet"]


def test_a_feed_fails_after_the_third_time_and_is_dead_in_the_end(store: Store) -> None:
    follow(store)
    check(store, rss(item(1)), NOW)
    for count in range(1, 4):
        assert [s.state for s in states(store, NOW + count * HOUR)] == ["fine"]
        check(store, FetchError("No. (HTTP 500)", 500), NOW + count * HOUR)
    assert [s.state for s in states(store, NOW + 4 * HOUR)] == ["failing"]
    assert [s.state for s in states(store, NOW + DEAD + HOUR)] == ["dead"]


def test_what_has_ended_is_dead_at_once_and_what_is_paused_says_so(store: Store) -> None:
    follow(store)
    check(store, FetchError("Gone. (HTTP 410)", 410), NOW)
    assert [s.state for s in states(store, NOW)] == ["dead"]
    (feed,) = store.feeds.all()
    check_again = rss(item(1))
    store.apply(set_for_feed(store, feed, paused=True))
    assert [s.skipped for s in states(store, NOW)] == ["You have paused this feed."]
    check(store, check_again, NOW + HOUR)
    assert store.articles.total() == 0


def test_settings_of_a_feed_are_rows_that_come_and_go(store: Store) -> None:
    follow(store)
    (feed,) = store.feeds.all()
    change = set_for_feed(store, feed, interval=30, full_text=True, proxy=" ")
    store.apply(change)
    assert store.feed_settings.options() == {feed.id: FeedOptions(interval=30, full_text=True)}
    assert not set_for_feed(store, feed, interval=30)
    store.apply(set_for_feed(store, feed, interval=0))
    assert store.feed_settings.of(AT) == {"full_text": "1"}
    store.apply(change.reversed())
    assert store.feed_settings.options() == {}
    with pytest.raises(KeyError):
        set_for_feed(store, feed, colour="red")


def test_a_list_goes_out_and_comes_back_with_settings(store: Store, tmp_path) -> None:  # type: ignore[no-untyped-def]
    row = Subscription(AT, "Apples", "Fruit/Red")
    store.apply(Change("Add", (Edit(None, row),)))
    (feed,) = store.feeds.all()
    store.apply(set_for_feed(store, feed, interval=30, paused=True))
    written = export_opml(store)
    with Store(tmp_path / "other.db") as other:
        found = import_opml(other, written)
        assert found.summary() == "1 feed added."
        other.apply(found.change)
        assert [replace(f, id=feed.id) for f in other.feeds.all()] == [feed]
        assert list(other.feed_settings.options().values()) == [FeedOptions(30, paused=True)]
        assert import_opml(other, written).summary() == "0 feeds added, 1 followed already."


def test_what_is_not_taken_is_counted_by_its_reason(store: Store) -> None:
    outlines = "".join(f'<outline xmlUrl="https://x{n}.org/f"/>' for n in range(5))
    outlines += '<outline xmlUrl="http://127.0.0.1/f"/><outline xmlUrl="http://10.0.0.1/f"/>'
    outlines += '<outline xmlUrl="exec:rm"/>'
    found = import_opml(store, f"<opml><body>{outlines}</body></opml>".encode())
    assert found.summary().startswith("5 feeds added, 3 not: 2 × This is a local address")
    assert "1 × Studywire follows web addresses" in found.summary()
