"""A feed document in, its entries out. Pure: bytes and words, no network, no archive, no clock.

feedparser reads RSS 0.9x, 1.0, 2.0 and Atom 0.3, 1.0; its sanitiser and its resolver of links are
off, because `reader.text.clean` does both. It never sees bytes as they came: character set,
document type, entities and shapes are settled before (`charset`, `markup`).
"""

import calendar
import io
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

from reader.feeds import packing
from reader.feeds.charset import decode
from reader.feeds.dates import parse_date
from reader.feeds.entries import MAX_ENTRIES, Draft, entry, paragraphs, plain, web_link
from reader.feeds.manners import stated_ttl
from reader.feeds.markup import is_usual, prepared
from reader.feeds.scholarly import Said, channel_elements, elements, feed_journal
from reader.feeds.sniff import EMPTY, PAGE, is_page, refuse_binary, refuse_root
from reader.model.errors import ParseError
from reader.model.feed import WHOLE, ParsedFeed, Response, Wanted
from reader.text.clean import line

#: Largest document, in bytes after decompression.
MAX_BODY = 10 * 2**20
_TOO_LARGE = "This feed is larger than 10 MB. Studywire reads no feed of that size."
_BROKEN = "This feed is damaged in a way that cannot be read. Try again later."


def parse(response: Response, wanted: Wanted = WHOLE) -> ParsedFeed:
    """Read a feed. Raises ParseError, and nothing else, whatever the bytes."""
    body = _unpacked(response.body)
    if len(body) > MAX_BODY:
        raise ParseError(_TOO_LARGE)
    refuse_binary(body)
    address = response.address
    if is_usual(body, response.content_type) and (feed := read_fast(body, address, wanted)):
        return feed
    text = decode(body, response.content_type)
    start = text[:1000].lstrip("\ufeff \t\r\n\0")[:1]
    if not start:
        raise ParseError(EMPTY)
    if start in "{[":
        from reader.feeds.json_feed import parse_json  # most feeds are XML

        return parse_json(text.lstrip("\ufeff"), address, wanted)
    if is_page(text):
        raise ParseError(PAGE)
    document, root = prepared(text)
    refuse_root(root, text)
    ready = document.encode("utf-8", "replace")
    return read_fast(ready, address, wanted) or read_by_feedparser(document, address, wanted)


def read_fast(document: bytes, address: str, wanted: Wanted = WHOLE) -> ParsedFeed | None:
    """The feed, where it is well-formed in every way that we know; else None."""
    from reader.feeds.well_formed import read  # imports lxml, which the window need not wait for

    return read(document, address, wanted)


def read_by_feedparser(document: str, address: str, wanted: Wanted = WHOLE) -> ParsedFeed:
    """The feed, however it is written. Raises ParseError."""
    try:
        return _feed(_read(document), address, document, wanted)
    except (ParseError, MemoryError):
        raise
    except Exception as error:  # the border to feedparser, which lets much through
        raise ParseError(_BROKEN) from error


def _unpacked(body: bytes) -> bytes:
    """A gzip file that a server sent as it is, unpacked no further than MAX_BODY."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        return packing.unpacked(body, MAX_BODY)[0]
    except ValueError as error:
        raise ParseError(_BROKEN) from error


def _read(document: str) -> dict[str, Any]:
    """What feedparser makes of a document."""
    import feedparser  # takes 0.1 s, which the window need not wait for

    found: dict[str, Any] = feedparser.parse(
        io.BytesIO(document.encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    return found


def _feed(found: dict[str, Any], address: str, document: str, wanted: Wanted) -> ParsedFeed:
    feed = dict(found["feed"])  # feedparser's own dictionaries answer for keys they do not have
    version = str(found.get("version") or "")
    if not found["entries"] and not version and not feed.get("title"):
        raise ParseError(_BROKEN)
    atom = version.startswith("atom")
    site = web_link(feed.get("link"), address)
    items = [dict(item) for item in found["entries"][:MAX_ENTRIES]]
    journal = feed_journal(channel_elements(document))
    said = (Said(pairs, journal=journal) for pairs in elements(document, len(items)))
    drafts = (
        _draft(item, feed, (site, address), said=words, atom=atom)
        for item, words in zip(items, said, strict=True)
    )
    return ParsedFeed(
        title=_title(feed, atom),
        kind=_kind(version),
        entries=tuple(made for draft in drafts if (made := entry(draft, wanted))),
        site=site,
        language=plain(feed.get("language"), 35),
        ttl=stated_ttl(feed.get),
    )


def _draft(
    item: Mapping[str, Any],
    feed: Mapping[str, Any],
    bases: tuple[str, str],
    *,
    said: Said,
    atom: bool,
) -> Draft:
    site, address = bases
    link = web_link(_link(item), site if address and site and not atom else address)
    html, base = _fullest(item, atom)
    published = _date(item, "published") or _date(item, "created")
    updated = _date(item, "updated")
    tags = (tag.get("label") or tag.get("term") for tag in _parts(item.get("tags")))
    return Draft(
        guid=_string(item.get("id")),
        link=link,
        title=_title(item, atom),
        html=html,
        base=urljoin(address, base) if base else link or site or address,
        author=_authors(item) or (_authors(feed) if atom else ""),
        published=published or (None if atom else updated),
        updated=updated,
        categories=tuple(_string(tag) for tag in tags),
        enclosures=_enclosures(item),
        said=replace(said, people=_people(item)),
    )


def _enclosures(item: Mapping[str, Any]) -> tuple[tuple[str, str, str], ...]:
    files = (part for part in _parts(item.get("links")) if part.get("rel") == "enclosure")
    return tuple(
        (_string(f.get("href")), _string(f.get("type")), _string(f.get("length"))) for f in files
    )


def _link(item: Mapping[str, Any]) -> object:
    """Where the entry is to be read: its link, or any it has to another form of itself."""
    others = (part for part in _parts(item.get("links")) if part.get("rel") == "alternate")
    return item.get("link") or next((part.get("href") for part in others), "")


def _fullest(item: Mapping[str, Any], atom: bool) -> tuple[str, str]:
    """The longest text of an entry as HTML, and the base of its links where one is stated."""
    summary = {"value": item.get("summary"), **_part(item.get("summary_detail"))}
    texts = [part for part in (*_parts(item.get("content")), summary) if _is_text(part)]
    if not texts:
        return "", ""
    part = max(texts, key=lambda part: len(part["value"]))
    value = part["value"]
    literal = part.get("type") == "text/plain" and (atom or "<" not in value)
    return paragraphs(value) if literal else value, _string(part.get("base"))


def _is_text(part: Mapping[str, Any]) -> bool:
    kind = str(part.get("type") or "text/html")
    readable = kind.startswith("text/") or kind.endswith(("xml", "html"))
    return readable and isinstance(part.get("value"), str)


def _title(of: Mapping[str, Any], atom: bool) -> str:
    """The title in one line. Atom says whether it is text or HTML; with RSS one has to guess."""
    title = _string(of.get("title"))
    literal = atom and _part(of.get("title_detail")).get("type") == "text/plain"
    return plain(title) if literal else line(title)


def _authors(of: Mapping[str, Any]) -> str:
    return ", ".join(dict.fromkeys(_people(of))) or line(of.get("author"))


def _people(of: Mapping[str, Any]) -> tuple[str, ...]:
    names = (line(person.get("name")) for person in _parts(of.get("authors"))[:100])
    return tuple(name for name in names if name)


def _date(item: Mapping[str, Any], name: str) -> int | None:
    """Our reading of a date, else feedparser's, which knows some more languages."""
    if (moment := parse_date(item.get(name))) is not None:
        return moment
    parsed = item.get(f"{name}_parsed")
    try:
        return parse_date(calendar.timegm(parsed)) if isinstance(parsed, time.struct_time) else None
    except (ValueError, OverflowError):
        return None


def _parts(value: object) -> list[Mapping[str, Any]]:
    """A list of dictionaries; an element of that name may have put something else in its place."""
    return [dict(p) for p in value if isinstance(p, dict)] if isinstance(value, list) else []


def _part(value: object) -> Mapping[str, Any]:
    return dict(value) if isinstance(value, dict) else {}


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _kind(version: str) -> str:
    from feedparser.api import SUPPORTED_VERSIONS

    return str(SUPPORTED_VERSIONS.get(version) or "RSS").replace(" (unknown version)", "")
