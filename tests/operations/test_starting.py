"""The feeds to begin with: all of them addresses that may be asked, none twice."""

from reader.feeds.addresses import check, normalise, points_inward
from reader.feeds.opml import read_opml
from reader.model.feed import Feed
from reader.operations.starting import follow, starters
from reader.resource import resource
from reader.store.store import Store


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


def test_a_field_is_followed_in_a_folder_of_its_name(store: Store, feed: Feed) -> None:
    field, rows = next(iter(starters().items()))
    change = follow(store, rows)
    store.apply(change)
    assert {f.folder for f in store.feeds.all() if f.id != feed.id} == {field}
    assert not follow(store, rows)
    store.apply(change.reversed())
    assert [f.id for f in store.feeds.all()] == [feed.id]
