"""What came of one feed, from the bytes as they were sent to what the archive keeps.

All of this happens in a worker process, so that the one with the window has nothing to do for each
entry but to write it down.
"""

from dataclasses import replace
from hashlib import sha256
from urllib.parse import urlsplit

from reader.feeds import packing
from reader.feeds.parse import MAX_BODY, parse
from reader.model.errors import FetchError
from reader.model.feed import Entry, Listing, Response, TakenIn, Wanted
from reader.text.identity import distinct

_GZIP = b"\x1f\x8b"


def take_in(response: Response, wanted: Wanted, known: str) -> TakenIn:
    """Read an answer, unless its bytes have the hash that is known. Raises FetchError for bytes that
    cannot be unpacked, ParseError for those that are no feed."""
    body = unpacked(response) if response.packed else response.body
    found = sha256(body).hexdigest()
    if found == known:
        return TakenIn(found)
    feed = parse(replace(response, body=body, packed=False), wanted)
    kept = body if response.packed and body.startswith(_GZIP) else b""  # reading unpacks one only
    if wanted.bare and all(entry.bare for entry in feed.entries):
        return TakenIn(found, replace(feed, entries=()), listing(feed.entries), kept)
    return TakenIn(found, feed, kept=kept)


def unpacked(response: Response) -> bytes:
    """The body out of its gzip, no further than MAX_BODY."""
    try:
        body, whole = packing.unpacked(response.body, MAX_BODY)
    except ValueError as error:
        raise _refusal("GARBLED", response.address) from error
    if len(body) > MAX_BODY:
        raise _refusal("TOO_LARGE")
    if not whole:
        raise _refusal("CUT")
    return body


def _refusal(why: str, address: str = "") -> FetchError:
    from reader.feeds import refusals  # a hundredth of a second, and few answers are such

    sentence: str = getattr(refusals, why)
    return FetchError(sentence.format(urlsplit(address).hostname or ""))


def listing(entries: tuple[Entry, ...]) -> Listing:
    """Entries with nothing but what lists show, as columns."""
    kept = distinct(entries)
    return Listing(
        tuple(entry.guid for entry, _ in kept),
        tuple(entry.link for entry, _ in kept),
        tuple(entry.content.title for entry, _ in kept),
        tuple(entry.author for entry, _ in kept),
        tuple(entry.categories for entry, _ in kept),
        tuple(entry.published for entry, _ in kept),
        tuple(keys.all for _, keys in kept),
    )
