"""The fast way through a well-formed feed, to the very entries that feedparser would give.

feedparser is the authority. This reads only what it is sure about (RSS 0.9x and 2.0, RSS 1.0 and
Atom 1.0 in their usual shapes) and declines all else; a test holds both to the same answer.
What an element does is in `reader.feeds.well_formed_elements`.
"""

import re
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from reader.feeds.dates import parse_date
from reader.feeds.entries import MAX_ENTRIES, Draft, entry, paragraphs, plain, web_link
from reader.feeds.manners import stated_ttl
from reader.feeds.scholarly import Said, feed_journal
from reader.feeds.well_formed_elements import take, take_all
from reader.feeds.well_formed_names import ATOM, RDF, RSS1, XML_BASE, XML_LANG, UnsureError
from reader.feeds.well_formed_words import PLAIN, Context
from reader.model.feed import WHOLE, Entry, ParsedFeed, Wanted
from reader.text.clean import line

_ABOUT = f"{{{RDF}}}about"
_ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
_BASE = re.compile(rb"base=")
_VERSIONS = {
    "0.91": "RSS 0.91 (Userland)",
    "0.92": "RSS 0.92",
    "0.93": "RSS 0.93",
    "0.94": "RSS 0.94",
}
_OTHER_RSS = (RSS1, "http://my.netscape.com/rdf/simple/0.9/")


def read(document: bytes, address: str, wanted: Wanted = WHOLE) -> ParsedFeed | None:
    """The feed, or None where only feedparser can tell what it says. Its bytes are UTF-8."""
    try:
        root = etree.fromstring(document, _parser())
        if _BASE.search(document):  # half as long as `in`
            _check_bases(root)
            wanted = replace(wanted, bare=False)  # one in a text counts for what comes after it
        return _feed(root, address, wanted)
    except (etree.XMLSyntaxError, UnsureError, UnicodeError):
        return None


def _parser() -> Any:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
        collect_ids=False,
    )


def _check_bases(root: Any) -> None:
    """A base may be stated for the whole feed, and for single texts."""
    texts = (f"{{{ATOM}}}content", f"{{{ATOM}}}summary", "description", _ENCODED)
    for element in root.iter():
        stated = element.get(XML_BASE) is not None
        if element.get("base") is not None or (
            stated and element is not root and element.tag not in texts
        ):
            raise UnsureError


def _feed(root: Any, address: str, wanted: Wanted) -> ParsedFeed:
    if root.tag == f"{{{ATOM}}}feed":
        return _atom(root, address, wanted)
    if root.tag == "rss":
        return _rss(root, address, wanted)
    if root.tag == f"{{{RDF}}}RDF":
        return _rdf(root, address, wanted)
    raise UnsureError


def _atom(root: Any, address: str, wanted: Wanted) -> ParsedFeed:
    if any(uri in _OTHER_RSS for uri in root.nsmap.values()) or root.nsmap.get(None) != ATOM:
        raise UnsureError
    base = _base(root)
    said = Context(atom=True, base=base, bases=[base], language=_language(root))
    entries = _through(root, said, f"{{{ATOM}}}entry")
    return _whole(said, "Atom 1.0", _read(entries, said, address, wanted), address)


def _rss(root: Any, address: str, wanted: Wanted) -> ParsedFeed:
    children = list(root)
    if len(children) != 1 or children[0].tag != "channel" or children[0].attrib:
        raise UnsureError
    if any(uri in _OTHER_RSS for uri in root.nsmap.values()) or _base(root):
        raise UnsureError
    said = Context(language=_language(root))
    items = _through(children[0], said, "item")
    version = root.get("version", "")
    usual = "RSS 2.0" if version.startswith("2.") else "RSS"
    return _whole(said, _VERSIONS.get(version, usual), _read(items, said, address, wanted), address)


def _rdf(root: Any, address: str, wanted: Wanted) -> ParsedFeed:
    if root.nsmap.get(None) != RSS1 or {ATOM, _OTHER_RSS[1]} & set(root.nsmap.values()):
        raise UnsureError
    if _base(root) or [child.tag for child in root[:1]] != [f"{{{RSS1}}}channel"]:
        raise UnsureError
    said = Context()  # feedparser looks for xml:lang at other roots only
    items = [child for child in root[1:] if child.tag == f"{{{RSS1}}}item"]
    for child in root[1:]:
        if child.tag != f"{{{RSS1}}}item":
            _check_aside(child)
    if any(set(element.attrib) - {_ABOUT} for element in root):
        raise UnsureError
    for child in root[0]:
        take(said, child)
    return _whole(said, "RSS 1.0", _read(items, said, address, wanted), address)


def _check_aside(element: Any) -> None:
    """A picture or a search box beside the entries: usual in shape, and not kept."""
    if element.tag not in (f"{{{RSS1}}}image", f"{{{RSS1}}}textinput"):
        raise UnsureError
    take(Context(), element)


def _through(parent: Any, said: Context, item: str) -> list[Any]:
    """What a feed says of itself goes into `said`; its entries come out, in their order."""
    items = []
    for child in parent:
        if child.tag == item:
            if child.attrib and set(child.attrib) != {XML_LANG}:
                raise UnsureError
            said.named = False
            items.append(child)
        else:
            take(said, child)
            said.late = said.late or bool(items)
    return items


def _read(items: list[Any], feed: Context, address: str, wanted: Wanted) -> list[Entry]:
    if len(items) > MAX_ENTRIES:
        raise UnsureError
    around = _Around.of(feed, address)
    read = _listed if wanted.bare else _draft
    drafts = (read(feed, item, around) for item in items)
    entries = [made for draft in drafts if (made := entry(draft, wanted))]
    if feed.late and feed.bases[0] != feed.base:
        raise UnsureError
    return entries


def _opened(feed: Context, item: Any, *, bare: bool = False) -> Context:
    return Context(
        feed.atom,
        inside=True,
        bare=bare,
        base=feed.bases[0],
        bases=feed.bases,
        guid=str(item.get(_ABOUT, "")),
    )


@dataclass(frozen=True, slots=True)
class _Around:
    """What a feed says for all of its entries."""

    address: str
    site: str
    journal: str
    author: str

    @classmethod
    def of(cls, feed: Context, address: str) -> "_Around":
        site, journal = web_link(feed.link, address), feed_journal(feed.scholarly)
        return cls(address, site, journal, _author(feed) if feed.atom else "")


def _author(said: Context) -> str:
    if len(said.people) == 1 and said.people[0]:
        return said.people[0]
    return ", ".join(dict.fromkeys(filter(None, said.people))) or line(said.author)


def _listed(feed: Context, item: Any, around: _Around) -> Draft:
    """What a list shows; all of an entry that is known by its words alone."""
    draft = _glanced(_opened(feed, item, bare=True), item, around)
    named = draft.guid.isascii() and draft.guid.strip()
    return draft if named or plain(draft.guid, 10**6) else _draft(feed, item, around)


def _draft(feed: Context, item: Any, around: _Around) -> Draft:
    said = _opened(feed, item)
    draft = _glanced(said, item, around)
    html, base = _fullest(said)
    return replace(
        draft,
        html=html,
        base=urljoin(around.address, base) if base else draft.link or draft.base,
        enclosures=tuple(said.enclosures),
        said=Said(tuple(said.scholarly), tuple(filter(None, said.people[:100])), around.journal),
    )


def _glanced(said: Context, item: Any, around: _Around) -> Draft:
    """What a list shows of an entry."""
    take_all(said, item)
    atom, address, site = said.atom, around.address, around.site
    published = _date(said, "published") or _date(said, "created")
    updated = _date(said, "updated")
    return Draft(
        guid=said.guid,
        link=web_link(said.where, site if address and site and not atom else address),
        title=_title(said),
        base=site or address,
        author=_author(said) or around.author,
        published=published or (None if atom else updated),
        updated=updated,
        categories=tuple(label or term or "" for term, _, label in said.tags),
    )


def _fullest(said: Context) -> tuple[str, str]:
    texts = [*said.contents, *([said.summary] if said.summary else [])]
    if not texts:
        return "", ""
    value, kind, base = max(texts, key=lambda text: len(text[0]))
    literal = kind == PLAIN and (said.atom or "<" not in value)
    return paragraphs(value) if literal else value, base


def _title(said: Context) -> str:
    return plain(said.title) if said.atom and said.title_kind == PLAIN else line(said.title)


def _date(said: Context, name: str) -> int | None:
    text = said.dates.get(name)
    if text is None:
        return None
    moment = parse_date(text)
    if moment is None and text:
        raise UnsureError  # feedparser knows dates in some more languages
    return moment


def _whole(said: Context, kind: str, entries: list[Entry], address: str) -> ParsedFeed:
    if not entries and not said.title:
        raise UnsureError
    return ParsedFeed(
        title=_title(said),
        kind=kind,
        entries=tuple(entries),
        site=web_link(said.link, address),
        language=plain(said.language, 35),
        ttl=stated_ttl(said.values.get),
    )


def _base(root: Any) -> str:
    base = str(root.get(XML_BASE, ""))
    if "base" in root.attrib or (base and not base.startswith(("http://", "https://"))):
        raise UnsureError
    return base


def _language(root: Any) -> str:
    return str(root.get(XML_LANG) or root.get("lang") or "").replace("_", "-")
