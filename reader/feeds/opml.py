"""Lists of feeds as other readers write and read them (OPML 2.0).

Lists come broken in every way and from anywhere, so they are read tag by tag, without a parser
that gives up or expands anything, and only web addresses are taken from them.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from reader.feeds.addresses import check, normalise, points_inward
from reader.feeds.charset import decode
from reader.feeds.entries import plain
from reader.feeds.markup import prepared
from reader.feeds.sniff import is_page, refuse_binary
from reader.model.errors import AddressError, ParseError
from reader.model.feed import Feed, Subscription
from reader.model.schedule import FeedSetting

#: Largest list, in bytes and in feeds; longest name of a folder or feed, in characters.
MAX_BODY = 10 * 2**20
MAX_FEEDS = 10_000
_MAX_NAME, _MAX_FOLDERS = 500, 8

#: Settings of a feed that go with it. Proxies and ways of signing in stay on this computer.
CARRIED = ("interval", "paused", "full_text", "images", "user_agent")

_LOCAL = "This is a local address: it leads to this computer or a private network."
_TWICE = "The list names this feed more than once."
_MANY = f"Studywire takes {MAX_FEEDS:,} feeds from one list."

_COMMENT = re.compile(r"<!--.*?(?:-->|$)|<!\[CDATA\[.*?(?:\]\]>|$)", re.DOTALL)
_OUTLINE = re.compile(
    r"<(/?)(?:\w+:)?outline(?![\w.:-])((?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>", re.IGNORECASE
)
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


@dataclass(frozen=True, slots=True)
class OpmlList:
    """What a list holds: the feeds, and the addresses that are not taken, each with the reason."""

    feeds: tuple[Subscription, ...]
    skipped: tuple[tuple[str, str], ...] = ()
    #: What the list sets for single feeds, where Studywire wrote it.
    settings: tuple[FeedSetting, ...] = ()


def read_opml(data: bytes, allow_local: bool = False) -> OpmlList:
    """The feeds of a list, in its order, folders within folders as "A/B".

    Addresses of this machine or a private network are taken only with `allow_local`, files never.
    Raises ParseError for what is no list, or an empty one.
    """
    feeds: dict[str, Subscription] = {}
    skipped: list[tuple[str, str]] = []
    settings: list[FeedSetting] = []
    for typed, title, folder, values in _outlines(_document(data)):
        try:
            row = _subscription(typed, title, folder, allow_local)
        except AddressError as error:
            skipped.append((typed[:200], str(error)))
            continue
        if row.address in feeds or len(feeds) == MAX_FEEDS:
            skipped.append((row.address, _TWICE if row.address in feeds else _MANY))
        else:
            feeds[row.address] = row
            settings += _settings(row.address, values)
    if not feeds and not skipped:
        raise ParseError("This list holds no feeds.")
    return OpmlList(tuple(feeds.values()), tuple(skipped), tuple(settings))


def _settings(address: str, values: Mapping[str, str]) -> list[FeedSetting]:
    named = {name: values.get(f"studywire:{name}".lower(), "") for name in CARRIED}
    return [
        FeedSetting(address, name, plain(value, _MAX_NAME))
        for name, value in named.items()
        if value and ((value.isascii() and value.isdecimal()) or name == "user_agent")
    ]


def write_opml(
    feeds: Iterable[Feed | Subscription], settings: Mapping[str, Mapping[str, str]] | None = None
) -> bytes:
    """A list that `read_opml` and other readers read back to the same titles and folders.

    `settings` are those of single feeds, by address and name; only CARRIED ones are written.
    """
    lines: list[str] = []
    opened: tuple[str, ...] = ()
    for feed in sorted(feeds, key=lambda feed: feed.folder.split("/")):
        folder = tuple(part for part in feed.folder.split("/") if part)
        same = 0
        while opened[same : same + 1] == folder[same : same + 1] != ():
            same += 1
        lines += ["</outline>"] * (len(opened) - same)
        lines += [f"<outline{_attributes(text=name, title=name)}>" for name in folder[same:]]
        lines.append(_line(feed, (settings or {}).get(feed.address, {})))
        opened = folder
    lines += ["</outline>"] * len(opened)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0" xmlns:studywire="urn:studywire:feed">\n'
    head += f"<head><title>{escape('Feeds of Studywire')}</title></head>\n<body>\n"
    return (head + "\n".join(lines) + "\n</body>\n</opml>\n").encode()


def _document(data: bytes) -> str:
    """The list as text without comments. Raises ParseError."""
    if len(data) > MAX_BODY:
        raise ParseError("This list is larger than 10 MB. Studywire reads no list of that size.")
    if not data.strip():
        raise ParseError("This list is empty.")
    refuse_binary(data)
    text = decode(data)
    if is_page(text):
        raise ParseError("This is a web page, not a list of feeds (OPML).")
    document, root = prepared(text)
    if root in ("rss", "feed", "rdf"):
        raise ParseError("This is a feed, not a list of feeds. Add it with “Add feed…”.")
    if root not in ("opml", "outline", "body"):
        raise ParseError("This is not a list of feeds (OPML). Export one from your other reader.")
    return _COMMENT.sub("", document)


def _subscription(typed: str, title: str, folder: str, allow_local: bool) -> Subscription:
    """Raises AddressError, whose message is the reason."""
    typed = typed.strip()
    if typed[:5].lower() != "feed:":
        check(typed)
    address = normalise(typed)
    local = points_inward(address)
    if local and not allow_local:
        raise AddressError(_LOCAL)
    return Subscription(address, plain(title, _MAX_NAME) if title != typed else "", folder, local)


def _outlines(document: str) -> Iterator[tuple[str, str, str, Mapping[str, str]]]:
    """(address, title, folder, attributes) of each outline that is a feed."""
    folders: list[str] = []  # names of the open outlines, "" for feeds, which are no folders
    for end, written in _OUTLINE.findall(document):
        if end:
            del folders[-1:]
            continue
        values = {key.lower(): html.unescape(a or b) for key, a, b in _ATTRIBUTE.findall(written)}
        typed = values.get("xmlurl")
        if typed is None and values.get("type", "").lower() in ("rss", "atom"):
            typed = values.get("url")
        name = values.get("text") or values.get("title") or ""
        if typed is not None:
            path = [part for part in folders if part][:_MAX_FOLDERS]
            folder = "/".join(path) or _category(values.get("category", ""))
            yield typed, name, folder, values
        if not written.rstrip().endswith("/"):
            folders.append("" if typed is not None else plain(name, _MAX_NAME))


def _category(text: str) -> str:
    """The first of an outline's categories, such as "/Boston/Weather"."""
    parts = (plain(part, _MAX_NAME) for part in text.partition(",")[0].split("/"))
    return "/".join([part for part in parts if part][:_MAX_FOLDERS])


def _line(feed: Feed | Subscription, settings: Mapping[str, str]) -> str:
    site = feed.site if isinstance(feed, Feed) else ""
    title = feed.title or feed.address
    values = {"type": "rss", "text": title, "title": title, "xmlUrl": feed.address}
    values |= {"htmlUrl": site} if site else {}
    values |= {f"studywire:{name}": settings[name] for name in CARRIED if name in settings}
    return f"<outline{_attributes(**values)}/>"


def _attributes(**values: str) -> str:
    return "".join(f" {name}={quoteattr(plain(value, 10_000))}" for name, value in values.items())
