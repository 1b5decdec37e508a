"""What a feed or an entry has said so far, and the words of its elements as feedparser reads them."""

import html
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from reader.feeds.well_formed_names import XHTML, XML_BASE, XML_LANG, UnsureError

PLAIN, HTML, MARKUP = "text/plain", "text/html", "application/xhtml+xml"
KINDS = {"text": PLAIN, "plain": PLAIN, "html": HTML, "xhtml": MARKUP, PLAIN: PLAIN, HTML: HTML}
C1 = re.compile("[\x80-\x9f]")


@dataclass(slots=True)
class Context:
    """What a feed or an entry (`inside`) has said so far."""

    atom: bool = False
    inside: bool = False
    #: Only what a list shows is read.
    bare: bool = False
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


def text_of(element: Any) -> str:
    """The words of an element without children, as feedparser corrects them."""
    if len(element):
        raise UnsureError
    text = (element.text or "").strip()
    return text if text.isascii() else corrected(text)


def corrected(text: str) -> str:
    """UTF-8 that was taken for Latin 1 once is turned back."""
    if text.isascii():
        return text
    if not text.replace("\n", " ").isprintable() and C1.search(text):
        raise UnsureError
    try:
        return text.encode("iso-8859-1").decode("utf-8")
    except UnicodeError:
        return text


def only(element: Any, *names: str) -> None:
    if any(name not in names and name not in (XML_BASE, XML_LANG) for name in element.attrib):
        raise UnsureError


def kind_of(element: Any, usual: str) -> str:
    kind = KINDS.get(element.get("type", usual).lower())
    if kind is None:
        raise UnsureError
    return kind


def resolved(said: Context, address: str) -> str:
    if "[" in address or "]" in address or "///" in address:
        raise UnsureError
    return urljoin(said.bases[0], address) if said.bases[0] else address


def base_of(said: Context, element: Any) -> str:
    base = str(element.get(XML_BASE, ""))
    if not base:
        return said.bases[0]
    if not base.startswith(("http://", "https://")):
        raise UnsureError
    said.bases[0] = said.base or base
    return base


def markup(element: Any) -> str:
    """XHTML written out; a single <div> around all of it is left out."""
    pieces: list[str] = []
    for child in element:
        _write(child, pieces)
    inside = list(element)
    around = (element.text or "").strip() + "".join((c.tail or "").strip() for c in inside)
    if len(inside) == 1 and not around and inside[0].tag == f"{{{XHTML}}}div":
        return corrected("".join(pieces[1:-1]).strip())
    if len(inside) != 1 or around:
        raise UnsureError
    return corrected("".join(pieces).strip())


def _write(element: Any, pieces: list[str]) -> None:
    if not str(element.tag).startswith(f"{{{XHTML}}}"):
        raise UnsureError
    tag = element.tag.rpartition("}")[2].lower()
    if any("{" in name or name.lower() == "base" for name in element.attrib):
        raise UnsureError
    written = "".join(
        f' {name.lower()}="{_escaped(value).replace(chr(34), "&quot;")}"'
        for name, value in element.attrib.items()
    )
    pieces.append(f"<{tag}{written}>")
    pieces.append(_escaped(element.text or ""))
    for child in element:
        _write(child, pieces)
        pieces.append(_escaped(child.tail or ""))
    pieces.append(f"</{tag}>")


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)
