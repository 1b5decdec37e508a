"""What each element of a feed does to what was said before it, in feedparser's order of things.

feedparser (BSD licence) is the reference: of several titles the first that is not empty counts,
of several links the last; a text after another is content; see its `namespaces/_base.py`.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from reader.feeds.scholarly import PREFIXES
from reader.feeds.well_formed_names import (
    HARMLESS,
    HARMLESS_IN_ATOM,
    HARMLESS_IN_RSS,
    MEANT,
    QUIET,
    RDF,
    TAKEN,
    UnsureError,
    is_known,
    name_of,
)
from reader.feeds.well_formed_people import take_person
from reader.feeds.well_formed_texts import (
    take_content,
    take_description,
    take_encoded,
    take_summary,
)
from reader.feeds.well_formed_words import (
    HTML,
    KINDS,
    MARKUP,
    PLAIN,
    Context,
    kind_of,
    only,
    resolved,
    text_of,
)

_Does = Callable[[Context, Any], None]
#: An element's name, whether it is noted for scholars, and what it does; None for those passed over.
_Way = tuple[str, bool, _Does | None]
#: By tag, for a feed or an entry, in Atom or not, whole or bare.
_WAYS: dict[tuple[bool, bool, bool], dict[str, _Way]] = {}


def take(said: Context, element: Any) -> None:
    """One element of a feed or an entry. Raises UnsureError."""
    take_all(said, (element,))


def take_all(said: Context, elements: Iterable[Any]) -> None:
    """The elements of a feed or an entry, in their order. Raises UnsureError."""
    ways = _WAYS.setdefault((said.inside, said.atom, said.bare), {})
    for element in elements:
        name, noted, does = ways.get(element.tag) or _learnt(said, element, ways)
        if noted:
            _note(said, name, element)
        if does:
            does(said, element)
        elif len(element) or name in _STATED:
            _pass(said, name, element)


def _learnt(said: Context, element: Any, ways: dict[str, _Way]) -> _Way:
    """What is done about an element; remembered by its tag, with its prefix where that counts, too."""
    prefixed = f"{element.prefix} {element.tag}"
    if way := ways.get(prefixed):
        return way
    name = name_of(element)
    way = (name, *_way(said, name))
    if said.bare:
        passed = way[2] is None or way[2] in _TEXTS
        way = (name, False, _take_nothing if passed else way[2])
    if len(ways) < 5_000:
        ways[element.tag if is_known(element.tag) else prefixed] = way
    return way


def _take_nothing(said: Context, element: Any) -> None:
    """What a list does not show is read with the text, later."""


def _way(said: Context, name: str) -> tuple[bool, _Does | None]:
    """Whether an element is noted for scholars, and what it does; None for those passed over."""
    prefix = name.rpartition(":")[0]
    noted = prefix in PREFIXES
    if name in HARMLESS or prefix in QUIET or name in _above(said):
        return noted, None
    does = _DOES.get(name)
    if not does and (prefix in TAKEN if prefix else _is_meant(name)):
        raise UnsureError
    return noted, does


def _above(said: Context) -> frozenset[str]:
    if said.inside:
        return frozenset()
    return HARMLESS_IN_ATOM if said.atom else HARMLESS_IN_RSS


def _is_meant(name: str) -> bool:
    return name in MEANT or name.endswith(("_detail", "_parsed"))


def _pass(said: Context, name: str, element: Any) -> None:
    """An element that is passed over; so must everything within it be."""
    if name in _STATED:
        said.values[name.replace(":", "_")] = text_of(element)
    for child in element:
        inner = name_of(child)
        prefix = inner.rpartition(":")[0]
        if inner == "media:title":
            if not said.named:
                raise UnsureError
        elif inner in ("name", "email", "uri", "url") and name == "contributor":
            pass
        elif not (
            inner in HARMLESS
            or prefix in QUIET
            or (prefix == "itunes" and inner in _above(said))
            or (prefix not in TAKEN if prefix else not _is_meant(inner))
        ):
            raise UnsureError
        _pass(said, inner, child)


def _note(said: Context, name: str, element: Any) -> None:
    if (element.prefix or "").lower() not in PREFIXES or len(element):
        raise UnsureError
    resource = element.get(f"{{{RDF}}}resource", "")
    if ">" in resource or "<" in resource:
        raise UnsureError
    value = (element.text or "").strip() or resource
    if value:
        said.scholarly.append((name, value))


def _take_title(said: Context, element: Any) -> None:
    kind = PLAIN
    if element.keys():
        only(element, *(("type",) if said.atom else ()))
        kind = kind_of(element, PLAIN)
    if kind == MARKUP:
        raise UnsureError
    text = text_of(element)
    if not said.named:
        said.title, said.title_kind = text, kind
    said.named = said.named or bool(text)


def _take_media_title(said: Context, element: Any) -> None:
    if not said.named:
        raise UnsureError


def _take_link(said: Context, element: Any) -> None:
    if not said.atom and not element.keys():
        _take_written_link(said, element)
        return
    href = element.get("href")
    if href is None and (element.get("url") or element.get("uri")):
        raise UnsureError
    rel, kind = element.get("rel", "alternate").lower(), element.get("type", HTML).lower()
    if href is None:
        raise UnsureError
    href = resolved(said, href)
    if rel == "enclosure":
        said.enclosures.append((href, element.get("type", ""), element.get("length", "")))
    if rel == "alternate":
        said.others.append(href)
        if KINDS.get(kind, kind) in (HTML, MARKUP):
            said.link = href


def _take_written_link(said: Context, element: Any) -> None:
    link = resolved(said, text_of(element))
    if "&" in link:
        link = link.replace("&amp;", "&") if said.inside else link
        link = re.sub("&([A-Za-z0-9_]+);", r"&\1", link)
    said.link = link
    said.others.append(link)


def _take_guid(said: Context, element: Any) -> None:
    permanent = "true"
    for name, value in element.attrib.items():
        if name.lower() != "ispermalink":
            raise UnsureError
        permanent = value
    text = text_of(element)
    if permanent == "true":
        text = resolved(said, text)
        if said.link is None:
            said.link = text
    said.guid = text


def _take_date(name: str) -> Callable[[Context, Any], None]:
    def take_date(said: Context, element: Any) -> None:
        said.dates[name] = text_of(element)

    return take_date


def _take_category(said: Context, element: Any) -> None:
    if element.keys():
        scheme = element.get("scheme", element.get("domain"))
        _add_tag(said, (element.get("term"), scheme, element.get("label")))
    value = text_of(element)
    if value and said.tags and not said.tags[-1][0]:
        said.tags[-1] = (value, *said.tags[-1][1:])
    elif value:
        _add_tag(said, (value, None, None))


def _add_tag(said: Context, tag: tuple[str | None, str | None, str | None]) -> None:
    if tag not in said.tags and any(tag):
        said.tags.append(tag)


def _take_enclosure(said: Context, element: Any) -> None:
    values = element.attrib
    href = values.get("url") or values.get("href") or ""
    if "uri" in values or len(element):
        raise UnsureError
    said.enclosures.append((href, values.get("type", ""), values.get("length", "")))


def _take_source(said: Context, element: Any) -> None:
    """Where an entry was first published. A title after it counts anew."""
    said.named = False


def _take_aside(said: Context, element: Any) -> None:
    """A feed's picture or search box, with titles and links of their own."""
    usual = ("title", "link", "description", "url", "href", "width", "height", "name")
    if said.inside or said.atom or any(name_of(child) not in usual for child in element):
        raise UnsureError
    said.named = False


def _take_language(said: Context, element: Any) -> None:
    text = text_of(element)
    said.language = said.language if said.inside else text


_DOES: dict[str, _Does] = {
    **dict.fromkeys(("title", "dc:title"), _take_title),
    "media:title": _take_media_title,
    "link": _take_link,
    **dict.fromkeys(("guid", "id"), _take_guid),
    **dict.fromkeys(("description", "dc:description"), take_description),
    "summary": take_summary,
    "content": take_content,
    "content:encoded": take_encoded,
    **dict.fromkeys(("pubdate", "published", "dcterms:issued"), _take_date("published")),
    **dict.fromkeys(
        ("updated", "lastbuilddate", "dc:date", "dcterms:modified"), _take_date("updated")
    ),
    "dcterms:created": _take_date("created"),
    **dict.fromkeys(("author", "dc:creator", "itunes:author"), take_person),
    **dict.fromkeys(("category", "dc:subject"), _take_category),
    "enclosure": _take_enclosure,
    "source": _take_source,
    **dict.fromkeys(("image", "textinput"), _take_aside),
    **dict.fromkeys(("language", "dc:language"), _take_language),
}
#: Texts and files.
_TEXTS = (take_description, take_summary, take_content, take_encoded, _take_enclosure)
#: What a feed states about how often it is to be asked.
_STATED = ("ttl", "sy:updateperiod", "sy:updatefrequency")
