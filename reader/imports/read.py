"""Any file: what kind it is, and what it holds."""

import re
from collections.abc import Callable

from reader.imports import annotations, bibliographies, documents, reading_lists
from reader.imports.archives import read_archive
from reader.imports.bibtex import read_bibtex
from reader.imports.limits import decoded
from reader.model.errors import ParseError
from reader.model.imported import FoundFile

#: How much of a file is looked at to tell its kind.
_HEAD = 4_000
_RIS = re.compile(r"^\s*TY {1,2}-", re.MULTILINE)
_BIBTEX = re.compile(r"^\s*@\w+\s*[{(]", re.MULTILINE)
_PAGE = re.compile(r"<(?:!doctype html|html|head|body|meta|title|article|div|h1|dl|ul)\b", re.I)
_BOOKMARKS = re.compile(
    r"NETSCAPE-Bookmark-file|<title>\s*(?:Pocket Export|Instapaper: Export)", re.I
)
_UNKNOWN = (
    "Studywire does not know this kind of file. It reads OPML, RIS, BibTeX, CSL-JSON, web "
    "annotations, Hypothesis, Readwise, Pocket, Instapaper, Omnivore, web pages and texts."
)


def read(name: str, data: bytes) -> FoundFile:
    """What a file holds, whatever it is but a list of feeds. Raises ParseError."""
    document = decoded(data)
    if not document.strip():
        raise ParseError("This file is empty.")
    kind = kind_of(name, document[:_HEAD])
    if kind in ("page", "text"):
        reader = documents.read_page if kind == "page" else documents.read_text
        return reader(document, name)
    if kind not in _READERS:
        raise ParseError(_UNKNOWN)
    return _READERS[kind](document)


def kind_of(name: str, head: str) -> str:
    """The kind of a file, told by how it begins and only then by its name; "" for none we know."""
    start = head.lstrip("\ufeff \t\r\n")
    if start[:1] in ("{", "["):
        return _json_kind(head)
    if re.match(r"<\?xml|<opml|<rss|<feed", start, re.I):
        return "opml" if re.search(r"<opml\b", head, re.I) else "xml"
    if _BOOKMARKS.search(head):
        return "bookmarks"
    if start.startswith("<") or _PAGE.search(head[:1000]):
        return "page"
    if _RIS.match(start) or (name.lower().endswith(".ris") and _RIS.search(head)):
        return "ris"
    if name.lower().endswith((".bib", ".bibtex")) or _BIBTEX.match(start):
        return "bibtex"
    if reading_lists.is_table(start.partition("\n")[0]):
        return "table"
    return "text" if name.lower().endswith((".txt", ".md", ".markdown", ".text")) else ""


def _json_kind(head: str) -> str:
    """Which of the JSON forms, by the keys near its start."""
    marks = (
        ("ours", '"studywire.export/1"'),
        ("web annotations", "ns/anno.jsonld"),
        ("web annotations", '"TextQuoteSelector"'),
        ("hypothesis", '"uri"'),
        ("omnivore", '"savedAt"'),
        ("csl", '"type"'),
    )
    if '"uri"' in head and '"selector"' in head and "anno.jsonld" not in head:
        return "hypothesis"
    return next((kind for kind, mark in marks if mark in head), "csl")


_READERS: dict[str, Callable[[str], FoundFile]] = {
    "csl": bibliographies.read_csl,
    "ris": bibliographies.read_ris,
    "bibtex": read_bibtex,
    "web annotations": annotations.read_web_annotations,
    "hypothesis": annotations.read_hypothesis,
    "omnivore": reading_lists.read_omnivore,
    "bookmarks": reading_lists.read_bookmarks,
    "table": reading_lists.read_table,
    "ours": read_archive,
}
