"""From the bytes as they were sent to what the archive keeps."""

import gzip
import pickle
import random
from dataclasses import replace

import pytest

from reader.feeds import packing
from reader.feeds.parse import MAX_BODY, parse
from reader.feeds.taking_in import take_in
from reader.model.errors import FeedError, FetchError, ParseError
from reader.model.feed import WHOLE, Response, Wanted
from tests.fakes import item, rss

LISTS = Wanted(bare=True)
SENT = rss(item(1), item(2))


def packed(body: bytes, **values: object) -> Response:
    return replace(SENT, body=body, packed=True, **values)  # type: ignore[arg-type]


def test_packed_and_plain_bytes_come_to_the_same() -> None:
    for wanted in (WHOLE, LISTS):
        plain = take_in(SENT, wanted, "")
        assert take_in(packed(gzip.compress(SENT.body)), wanted, "") == plain
        assert take_in(packed(gzip.compress(SENT.body) + b"more"), wanted, "") == plain


def test_bytes_that_are_known_are_not_read() -> None:
    sha256 = take_in(SENT, WHOLE, "").sha256
    for sent in (SENT, packed(gzip.compress(SENT.body))):
        again = take_in(sent, WHOLE, sha256)
        assert (again.sha256, again.feed, again.listing) == (sha256, None, None)


def test_a_listing_is_what_reading_says_each_entry_once() -> None:
    sent = rss(item(1), item(2), item(1))
    found = take_in(sent, LISTS, "")
    assert found.feed == replace(parse(sent, LISTS), entries=())
    assert found.listing
    assert found.listing.entries == parse(rss(item(1), item(2)), LISTS).entries


def test_entries_without_an_id_come_whole() -> None:
    nameless = item(3).replace("<guid>g3</guid>", "")
    sent = rss(item(1), nameless)
    found = take_in(sent, LISTS, "")
    assert found.listing is None
    assert found.feed == parse(sent, LISTS)


def test_what_is_packed_twice_is_kept_once_packed() -> None:
    once = gzip.compress(SENT.body)
    found = take_in(packed(gzip.compress(once)), LISTS, "")
    assert (found.feed, found.kept) == (take_in(SENT, LISTS, "").feed, once)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (gzip.compress(SENT.body)[:-9], "broke off"),
        (gzip.compress(SENT.body)[:14], "broke off"),
        (gzip.compress(SENT.body)[:-8] + bytes(8), "as a web server should"),
        (b"\x1f\x8b\x07" + bytes(40), "as a web server should"),
        (gzip.compress(bytes(MAX_BODY + 1)), "larger than 10 MB"),
        (gzip.compress(bytes(3 * MAX_BODY)), "larger than 10 MB"),
    ],
    ids=["no end", "no text", "wrong sum", "no gzip", "a byte too many", "thrice too many"],
)
def test_what_cannot_be_unpacked_is_told(body: bytes, said: str) -> None:
    with pytest.raises(FetchError, match=said) as caught:
        take_in(packed(body), LISTS, "")
    again = pickle.loads(pickle.dumps(caught.value))  # as it comes from the worker
    assert (str(again), again.status) == (str(caught.value), 0)


def test_damaged_bytes_raise_nothing_but_errors_of_feeds() -> None:
    chance = random.Random(5)
    whole = gzip.compress(SENT.body * 5)
    for _ in range(300):
        body = bytearray(whole)
        for _ in range(chance.randrange(1, 4)):
            body[chance.randrange(len(body))] = chance.randrange(256)
        del body[chance.choice([len(body), chance.randrange(len(body))]) :]
        try:
            take_in(packed(bytes(body)), LISTS, "")
        except (FetchError, ParseError):
            continue
        except FeedError as error:
            pytest.fail(repr(error))


def test_unpacking_stops_at_its_limit() -> None:
    assert packing.unpacked(gzip.compress(bytes(10**6)), 1_000) == (bytes(1_001), False)
    assert packing.unpacked(gzip.compress(bytes(1_000)), 1_000) == (bytes(1_000), True)
