"""The feeds to begin with: all of them addresses that may be asked, none twice."""

import socket
from collections import Counter
from xml.etree import ElementTree

import pytest

from reader.feeds.addresses import check, normalise, points_inward
from reader.feeds.opml import read_opml
from reader.feeds.refusals import failed, refused
from reader.model.errors import FeedError
from reader.model.feed import Feed, Response
from reader.operations.refreshing import refresh
from reader.operations.starting import follow, starters
from reader.resource import resource
from reader.store.store import Store
from tests.fakes import Here, Wire, item, rss


def test_every_feed_of_the_list_can_be_followed() -> None:
    found = read_opml(resource("starter/feeds.opml").read_bytes())
    assert found.skipped == ()
    assert len(starters()) >= 8
    for row in found.feeds:
        check(row.address)
        assert row.address.startswith("https://")
        assert row.address == normalise(row.address)
        assert not points_inward(row.address)
        assert row.title
        assert row.folder in starters()


def test_no_feed_stands_in_the_list_twice() -> None:
    outlines = ElementTree.fromstring(resource("starter/feeds.opml").read_bytes()).iter("outline")
    addresses = [one.get("xmlUrl", "") for one in outlines if one.get("type") == "rss"]
    assert len(addresses) == sum(map(len, starters().values()))
    same = Counter(address.removeprefix("https://").rstrip("/").lower() for address in addresses)
    assert not [address for address, count in same.items() if count > 1]
    for rows in starters().values():
        assert len({row.title for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (refused(404, "dead.org", {}, 0), "has nothing at this address"),
        (refused(410, "dead.org", {}, 0), "has ended this feed for good"),
        (failed(socket.gaierror(socket.EAI_NONAME, ""), "dead.org"), "dead.org"),
        (Response("", b"<!doctype html><title>Gone</title><p>Nothing here."), "web page"),
    ],
)
def test_a_feed_of_the_list_that_is_dead_says_so_and_harms_no_other(
    store: Store, answer: Response | FeedError, says: str
) -> None:
    """Nobody can promise what publishers do with their addresses."""
    dead, alive = next(iter(starters().values()))[:2]
    store.apply(follow(store, [dead, alive]))
    wire = Wire({dead.address: answer, alive.address: rss(item(1))})
    list(refresh(store, wire, Here(), store.feeds.all()))
    gone, there = store.feeds.at(dead.address), store.feeds.at(alive.address)
    assert gone
    assert there
    said = store.feeds.health(gone.id).error
    assert says in said
    assert said.endswith((".", ")"))
    assert (store.feeds.health(there.id).error, there.total) == ("", 1)


def test_a_field_is_followed_in_a_folder_of_its_name(store: Store, feed: Feed) -> None:
    field, rows = next(iter(starters().items()))
    change = follow(store, rows)
    store.apply(change)
    assert {f.folder for f in store.feeds.all() if f.id != feed.id} == {field}
    assert not follow(store, rows)
    store.apply(change.reversed())
    assert [f.id for f in store.feeds.all()] == [feed.id]
