"""What each element of a feed does to what was said before it, in feedparser's order of things.

feedparser (BSD licence) is the reference: of several titles the first that is not empty counts,
of several links the last; a text after another is content; see its `namespaces/_base.py`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin
from xml.sax.saxutils import escape

from reader.feeds.scholarly import PREFIXES
from reader.feeds.well_formed_names import (
    HARMLESS,
    HARMLESS_IN_ATOM,
    HARMLESS_IN_RSS,
    MEANT,
    QUIET,
    RDF,
    TAKEN,
    XHTML,
    XML_BASE,
    XML_LANG,
    UnsureError,
    name_of,
)
from reader.text.clean import line

PLAIN, HTML, MARKUP = "text/plain", "text/html", "application/xhtml+xml"
_KINDS = {"text": PLAIN, "plain": PLAIN, "html": HTML, "xhtml": MARKUP, PLAIN: PLAIN, HTML: HTML}
_C1 = re.compile("[\x80-\x9f]")
_MAIL = re.compile(r"[\w.+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,4} \(([^()@<>&]+)\)", re.ASCII)


@dataclass(slots=True)
class Context:
    """What a feed or an entry (`inside`) has said so far."""

    atom: bool = False
    inside: bool = False
    #: The base of links where this began, and (shared by a whole feed) where it has come to:
    #: feedparser goes on with the last xml:base where there was none before it.
    base: str = ""
    bases: list[str] = field(default_factory=lambda: [""])
    language: str = ""
    #: Something of the feed itself came after its first entry.
    late: bool = False
    guid: str = ""
    title: str = ""
    title_kind: str = PLAIN
    #: A title was given that later ones do not replace.
    named: bool = False
    link: str | None = None
    others: list[str] = field(default_factory=list)
    #: Texts, each with its kind and the base of its links.
    summary: tuple[str, str, str] | None = None
    contents: list[tuple[str, str, str]] = field(default_factory=list)
    dates: dict[str, str] = field(default_factory=dict)
    people: list[str] = field(default_factory=list)
    author: str = ""
    tags: list[tuple[str | None, str | None, str | None]] = field(default_factory=list)
    enclosures: list[tuple[str, str, str]] = field(default_factory=list)
    scholarly: list[tuple[str, str]] = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)

    @property
    def where(self) -> str:
        """The entry's link, or any it has to another form of itself."""
        return self.link or next(iter(self.others), "")


def take(said: Context, element: Any) -> None:
    """One element of a feed or an entry. Raises UnsureError."""
    name = name_of(element)
    prefix, _, _ = name.rpartition(":")
    if prefix in PREFIXES:
        _note(said, name, element)
    if name in HARMLESS or prefix in QUIET or name in _above(said):
        _pass(said, name, element)
        return
    does = _DOES.get(name)
    if does:
        does(said, element)
    elif prefix in TAKEN if prefix else _is_meant(name):
        raise UnsureError
    else:
        _pass(said, name, element)


def _above(said: Context) -> frozenset[str]:
    if said.inside:
        return frozenset()
    return HARMLESS_IN_ATOM if said.atom else HARMLESS_IN_RSS


def _is_meant(name: str) -> bool:
    return name in MEANT or name.endswith(("_detail", "_parsed"))


def _pass(said: Context, name: str, element: Any) -> None:
    """An element that is passed over; so must everything within it be."""
    if name in ("ttl", "sy:updateperiod", "sy:updatefrequency"):
        said.values[name.replace(":", "_")] = _text(element)
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
    value = (element.text or "").strip() or element.get(f"{{{RDF}}}resource", "")
    if value:
        said.scholarly.append((name, value))


def _text(element: Any) -> str:
    """The words of an element without children, as feedparser corrects them."""
    if len(element):
        raise UnsureError
    return _corrected((element.text or "").strip())


def _corrected(text: str) -> str:
    """UTF-8 that was taken for Latin 1 once is turned back."""
    if text.isascii():
        return text
    if _C1.search(text):
        raise UnsureError
    try:
        return text.encode("iso-8859-1").decode("utf-8")
    except UnicodeError:
        return text


def _only(element: Any, *names: str) -> None:
    if any(name not in names and name not in (XML_BASE, XML_LANG) for name in element.attrib):
        raise UnsureError


def _kind(element: Any, usual: str) -> str:
    kind = _KINDS.get(element.get("type", usual).lower())
    if kind is None:
        raise UnsureError
    return kind


def _take_title(said: Context, element: Any) -> None:
    _only(element, *(("type",) if said.atom else ()))
    kind = _kind(element, PLAIN)
    if kind == MARKUP:
        raise UnsureError
    text = _text(element)
    if not said.named:
        said.title, said.title_kind = text, kind
    said.named = said.named or bool(text)


def _take_media_title(said: Context, element: Any) -> None:
    if not said.named:
        raise UnsureError


def _take_link(said: Context, element: Any) -> None:
    href = element.get("href")
    if href is None and (element.get("url") or element.get("uri")):
        raise UnsureError
    rel, kind = element.get("rel", "alternate").lower(), element.get("type", HTML).lower()
    if href is None:
        if element.attrib or said.atom:
            raise UnsureError
        link = _resolved(said, _text(element))
        link = link.replace("&amp;", "&") if said.inside else link
        said.link = re.sub("&([A-Za-z0-9_]+);", r"&\1", link)
        said.others.append(said.link)
        return
    href = _resolved(said, href)
    if rel == "enclosure":
        said.enclosures.append((href, element.get("type", ""), element.get("length", "")))
    if rel == "alternate":
        said.others.append(href)
        if _KINDS.get(kind, kind) in (HTML, MARKUP):
            said.link = href


def _take_guid(said: Context, element: Any) -> None:
    permanent = "true"
    for name, value in element.attrib.items():
        if name.lower() != "ispermalink":
            raise UnsureError
        permanent = value
    text = _text(element)
    if permanent == "true":
        text = _resolved(said, text)
        if said.link is None:
            said.link = text
    said.guid = text


def _resolved(said: Context, address: str) -> str:
    if "[" in address or "]" in address or "///" in address:
        raise UnsureError
    return urljoin(said.bases[0], address) if said.bases[0] else address


def _take_text(said: Context, element: Any, usual: str) -> None:
    if said.summary is not None and not said.contents:
        raise UnsureError
    _only(element, *(("type",) if said.atom else ()))
    kind = _kind(element, usual)
    value = _markup(element) if kind == MARKUP else _text(element)
    said.summary = (value, kind, _base(said, element))


def _take_description(said: Context, element: Any) -> None:
    if said.atom:
        raise UnsureError
    _take_text(said, element, HTML)


def _take_summary(said: Context, element: Any) -> None:
    if not said.atom:
        raise UnsureError
    _take_text(said, element, PLAIN)


def _take_content(said: Context, element: Any) -> None:
    if not said.atom:
        raise UnsureError
    _only(element, "type", "src")
    kind = _kind(element, PLAIN)
    value = _markup(element) if kind == MARKUP else _text(element)
    _add_content(said, (value, kind, _base(said, element)))


def _take_encoded(said: Context, element: Any) -> None:
    _only(element)
    _add_content(said, (_text(element), HTML, _base(said, element)))


def _add_content(said: Context, text: tuple[str, str, str]) -> None:
    said.contents.append(text)
    if said.summary is None:
        said.summary = text


def _base(said: Context, element: Any) -> str:
    base = str(element.get(XML_BASE, ""))
    if not base:
        return said.bases[0]
    if not base.startswith(("http://", "https://")):
        raise UnsureError
    said.bases[0] = said.base or base
    return base


def _markup(element: Any) -> str:
    """XHTML written out; a single <div> around all of it is left out."""
    pieces: list[str] = []
    for child in element:
        _write(child, pieces)
    inside = list(element)
    around = (element.text or "").strip() + "".join((c.tail or "").strip() for c in inside)
    if len(inside) == 1 and not around and inside[0].tag == f"{{{XHTML}}}div":
        return _corrected("".join(pieces[1:-1]).strip())
    if len(inside) != 1 or around:
        raise UnsureError
    return _corrected("".join(pieces).strip())


def _write(element: Any, pieces: list[str]) -> None:
    if not str(element.tag).startswith(f"{{{XHTML}}}"):
        raise UnsureError
    tag = element.tag.rpartition("}")[2].lower()
    if any("{" in name or name.lower() == "base" for name in element.attrib):
        raise UnsureError
    written = "".join(
        f' {name.lower()}="{escape(value, {chr(34): "&quot;"})}"'
        for name, value in element.attrib.items()
    )
    pieces.append(f"<{tag}{written}>")
    pieces.append(escape(element.text or ""))
    for child in element:
        _write(child, pieces)
        pieces.append(escape(child.tail or ""))
    pieces.append(f"</{tag}>")


def _take_date(name: str) -> Callable[[Context, Any], None]:
    def take_date(said: Context, element: Any) -> None:
        said.dates[name] = _text(element)

    return take_date


def _take_person(said: Context, element: Any) -> None:
    if len(element):
        _take_parts_of_person(said, element)
        return
    said.author = text = _text(element)
    if "@" in text:
        found = _MAIL.fullmatch(text)
        if not found:
            raise UnsureError
        text = found[1].strip()
    said.people.append(line(text))


def _take_parts_of_person(said: Context, element: Any) -> None:
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        raise UnsureError
    parts: dict[str, str] = {}
    for child in element:
        name = name_of(child)
        if name not in ("name", "email", "uri", "url") or name in parts or len(child):
            raise UnsureError
        parts[name] = (child.text or "").strip()
    name = parts.get("name", "")
    if _C1.search(name) or not name:
        raise UnsureError
    said.people.append(line(name))
    said.author = name


def _take_category(said: Context, element: Any) -> None:
    scheme = element.get("scheme", element.get("domain"))
    term, label = element.get("term"), element.get("label")
    _add_tag(said, (term, scheme, label))
    value = _text(element)
    if value and said.tags and not said.tags[-1][0]:
        said.tags[-1] = (value, *said.tags[-1][1:])
    elif value:
        _add_tag(said, (value, None, None))


def _add_tag(said: Context, tag: tuple[str | None, str | None, str | None]) -> None:
    if any(tag) and tag not in said.tags:
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
    text = _text(element)
    said.language = said.language if said.inside else text


_DOES: dict[str, Callable[[Context, Any], None]] = {
    **dict.fromkeys(("title", "dc:title"), _take_title),
    "media:title": _take_media_title,
    "link": _take_link,
    **dict.fromkeys(("guid", "id"), _take_guid),
    **dict.fromkeys(("description", "dc:description"), _take_description),
    "summary": _take_summary,
    "content": _take_content,
    "content:encoded": _take_encoded,
    **dict.fromkeys(("pubdate", "published", "dcterms:issued"), _take_date("published")),
    **dict.fromkeys(
        ("updated", "lastbuilddate", "dc:date", "dcterms:modified"), _take_date("updated")
    ),
    "dcterms:created": _take_date("created"),
    **dict.fromkeys(("author", "dc:creator", "itunes:author"), _take_person),
    **dict.fromkeys(("category", "dc:subject"), _take_category),
    "enclosure": _take_enclosure,
    "source": _take_source,
    **dict.fromkeys(("image", "textinput"), _take_aside),
    **dict.fromkeys(("language", "dc:language"), _take_language),
}
