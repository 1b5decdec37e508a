"""JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1), and RSS 2.0 written as JSON (rss.js)."""

import json
from collections.abc import Mapping
from typing import Any

from reader.feeds.dates import parse_date
from reader.feeds.entries import MAX_ENTRIES, Draft, entry, paragraphs, plain, web_link
from reader.feeds.scholarly import Said
from reader.model.errors import ParseError
from reader.model.feed import WHOLE, Entry, ParsedFeed, Wanted
from reader.text.clean import line

_NO_FEED = "This is a JSON document, but not a feed. Check the address."
_BROKEN = "This JSON feed is damaged or cut off. Try again later."


def parse_json(text: str, address: str, wanted: Wanted = WHOLE) -> ParsedFeed:
    """Read a JSON feed that came from `address`. Raises ParseError."""
    try:
        data = json.loads(text, strict=False, parse_constant=lambda _: None, parse_int=_integer)
    except (ValueError, RecursionError) as error:
        raise ParseError(_BROKEN) from error
    if not isinstance(data, dict):
        raise ParseError(_NO_FEED)
    if isinstance(data.get("rss"), dict):
        return _rss(_mapping(data["rss"].get("channel")), address, wanted)
    version = str(data.get("version", ""))
    if not isinstance(data.get("items"), list) or not ("title" in data or "jsonfeed" in version):
        raise ParseError(_NO_FEED)
    drafts = [_draft(item, data, address) for item in data["items"][:MAX_ENTRIES] if _is(item)]
    return ParsedFeed(
        title=line(_text(data.get("title"))),
        kind="JSON Feed 1.0" if version.rstrip("/").endswith("/1") else "JSON Feed 1.1",
        entries=_entries(drafts, wanted),
        site=web_link(_text(data.get("home_page_url")), address),
        language=plain(_text(data.get("language")), 35),
    )


def _draft(item: Mapping[str, Any], feed: Mapping[str, Any], address: str) -> Draft:
    link = web_link(_text(item.get("url")), address)
    link = link or web_link(_text(item.get("external_url")), address)
    text = _text(item.get("content_text")) or _text(item.get("summary"))
    tags = item.get("tags")
    return Draft(
        guid=_text(item.get("id")) or link,
        link=link,
        title=line(_text(item.get("title"))),
        html=_text(item.get("content_html")) or paragraphs(text),
        base=link or address,
        author=_authors(item) or _authors(feed),
        published=parse_date(_text(item.get("date_published"))),
        updated=parse_date(_text(item.get("date_modified"))),
        categories=tuple(_text(tag) for tag in tags) if isinstance(tags, list) else (),
        enclosures=_attachments(item),
        said=Said(people=_people(item)),
    )


def _attachments(item: Mapping[str, Any]) -> tuple[tuple[str, str, str], ...]:
    files = item.get("attachments")
    return tuple(
        (_text(f.get("url")), _text(f.get("mime_type")), _text(f.get("size_in_bytes")))
        for f in (files[:100] if isinstance(files, list) else ())
        if isinstance(f, dict)
    )


def _rss(channel: Mapping[str, Any], address: str, wanted: Wanted) -> ParsedFeed:
    items = channel.get("item", [])
    items = items if isinstance(items, list) else [items]
    drafts = [_rss_draft(item, address) for item in items[:MAX_ENTRIES] if _is(item)]
    return ParsedFeed(
        title=line(_text(channel.get("title"))),
        kind="RSS in JSON",
        entries=_entries(drafts, wanted),
        site=web_link(_text(channel.get("link")), address),
        language=plain(_text(channel.get("language")), 35),
    )


def _rss_draft(item: Mapping[str, Any], address: str) -> Draft:
    link = web_link(_text(item.get("link")), address)
    tags = item.get("category")
    return Draft(
        guid=_text(item.get("guid")) or link,
        link=link,
        title=line(_text(item.get("title"))),
        html=_text(item.get("content:encoded")) or _text(item.get("description")),
        base=link or address,
        author=line(_text(item.get("author")) or _text(item.get("dc:creator"))),
        published=parse_date(_text(item.get("pubDate"))),
        categories=tuple(_text(t) for t in (tags if isinstance(tags, list) else [tags]) if t),
    )


def _entries(drafts: list[Draft], wanted: Wanted) -> tuple[Entry, ...]:
    return tuple(made for draft in drafts if (made := entry(draft, wanted)))


def _authors(of: Mapping[str, Any]) -> str:
    return ", ".join(_people(of))


def _people(of: Mapping[str, Any]) -> tuple[str, ...]:
    """Names of `authors` (1.1) or `author` (1.0)."""
    several = of.get("authors")
    people = several if isinstance(several, list) else [of.get("author")]
    names = (line(_text(_mapping(person).get("name"))) for person in people[:50])
    return tuple(name for name in names if name)


def _text(value: object) -> str:
    """Text of a value that should be text; a number is written out, `#value` is what XML held."""
    if isinstance(value, dict):
        value = value.get("#value")
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = line(value)
    return value if isinstance(value, str) else ""


def _is(value: object) -> bool:
    return isinstance(value, dict)


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _integer(digits: str) -> int | None:
    """SQLite's largest number has 19 digits; nothing in a feed is larger."""
    return int(digits) if len(digits) < 19 else None
