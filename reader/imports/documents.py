"""Documents that are articles themselves: saved web pages, and files of text or Markdown."""

import html
import re

from reader.imports import items
from reader.imports.limits import MAX_TEXT
from reader.model.errors import ParseError
from reader.model.imported import FoundFile, FoundItem

#: How much of a page is looked at for what stands in its head.
_HEAD = 200_000
_TITLE = re.compile(r"<title[^>]*>([^<]{0,2000})", re.IGNORECASE)
_META = re.compile(r"<(?:meta|link)\s((?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_SAVED = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(\S{1,8000}?)\s*-->", re.IGNORECASE)


def read_page(document: str, name: str) -> FoundFile:
    """A saved web page: its address where it says one, and all its words. Raises ParseError."""
    head = document[:_HEAD]
    said = _said(head)
    title = _TITLE.search(head)
    saved = _SAVED.search(head)
    link = said.get("canonical") or said.get("og:url") or (html.unescape(saved[1]) if saved else "")
    entry = items.entry(
        html.unescape(said.get("og:title") or (title[1] if title else "") or name),
        document[:MAX_TEXT],
        link=link,
        author=said.get("author") or said.get("article:author", ""),
        published=items.moment(said.get("article:published_time") or said.get("date", "")) or None,
        guid="" if items.web(link) else f"file:{name}",
    )
    return _one("Saved page", entry.content.text, FoundItem(entry))


def read_text(document: str, name: str) -> FoundFile:
    """A text: its first line is the title where it is short, else the file's name is."""
    body = document.strip()
    first, _, rest = body.partition("\n")
    heading = first.lstrip("#").strip()
    is_title = 0 < len(heading) <= 200 and bool(rest.strip())
    stem = name.rpartition(".")[0] or name
    entry = items.entry(
        heading if is_title else stem,
        items.paragraphs(rest if is_title else body),
        guid=f"file:{name}",
    )
    return _one("Text", body, FoundItem(entry))


def _one(kind: str, words: str, item: FoundItem) -> FoundFile:
    if not words.strip():
        raise ParseError("This file holds no words.")
    return FoundFile(kind, (item,))


def _said(head: str) -> dict[str, str]:
    """What a page says of itself, by the names of its meta elements; the first of each counts."""
    found: dict[str, str] = {}
    for written in _META.findall(head):
        values = {
            key.lower(): html.unescape(a or b or c) for key, a, b, c in _ATTRIBUTE.findall(written)
        }
        if values.get("rel", "").lower() == "canonical":
            found.setdefault("canonical", values.get("href", ""))
        name = (values.get("property") or values.get("name") or "").lower()
        if name and values.get("content"):
            found.setdefault(name, values["content"])
    return found
