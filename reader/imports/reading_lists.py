"""Lists of what somebody read or means to read: Readwise, Pocket, Instapaper, Omnivore."""

import csv
import html
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from reader.imports import items
from reader.imports.limits import MANY, MAX_HIGHLIGHTS, MAX_ITEMS, MAX_TEXT, parsed_json, rows, text
from reader.model.annotation import COLOURS, TextQuoteSelector
from reader.model.errors import ParseError
from reader.model.imported import FoundFile, FoundHighlight, FoundItem, FoundNote

#: Names that columns have in the exports of these programs, in lower case.
_COLUMNS = {
    "quote": ("highlight", "quote", "selection"),
    "title": ("title", "page", "book title", "document title"),
    "author": ("author", "book author", "document author"),
    "url": ("url", "source url", "source_url"),
    "note": ("note", "comment"),
    "date": ("date", "highlighted at", "created at", "time_added", "timestamp"),
    "tags": ("tags", "document tags"),
    "colour": ("color", "colour"),
    "status": ("status", "folder"),
}
_LINK = re.compile(r"<a\s((?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>([^<]{0,2000})", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_READ = frozenset(("archive", "archived", "1", "read", "completed"))

Line = dict[str, str]


def read_table(document: str) -> FoundFile:
    """A CSV of Readwise, Pocket or Instapaper, told by its columns. Raises ParseError."""
    listed = list(_lines(document))
    if not listed:
        raise ParseError("This table has no rows.")
    by_article: dict[str, list[Line]] = {}
    for line in listed:
        if key := line["url"] or line["title"]:
            by_article.setdefault(key, []).append(line)
    if not by_article:
        raise ParseError("This table has no column of titles or addresses that Studywire knows.")
    has_quotes = any(line["quote"] for line in listed)
    kind = "Highlights" if has_quotes else "Reading list"
    return _file(kind, (_article(group) for group in by_article.values()))


def is_table(head: str) -> bool:
    """Whether a line is the head of a table that `read_table` reads."""
    names = {name.strip().strip('"').lower() for name in re.split(r"[,;\t]", head)}
    known = [bool(names & set(columns)) for columns in _COLUMNS.values()]
    return known[1] + known[3] >= 1 and sum(known) >= 2


def read_bookmarks(document: str) -> FoundFile:
    """The page of links that Pocket, Instapaper and browsers export. Raises ParseError."""
    read = (_bookmark(*match.groups()) for match in _LINK.finditer(document))
    found = _file("Reading list", (item for item in read if item))
    if not found.items:
        raise ParseError("This page lists no articles.")
    return found


def read_omnivore(document: str) -> FoundFile:
    """One of Omnivore's files of metadata. Raises ParseError."""
    listed = [
        _omnivore(row) for row in rows(parsed_json(document)) if items.web(text(row.get("url")))
    ]
    if not listed:
        raise ParseError("This file lists no articles.")
    return _file("Omnivore", listed)


def _file(kind: str, found: Iterable[FoundItem]) -> FoundFile:
    taken: list[FoundItem] = []
    for item in found:
        if len(taken) == MAX_ITEMS:
            return FoundFile(kind, tuple(taken), (("The rest", MANY),))
        taken.append(item)
    return FoundFile(kind, tuple(taken))


def _lines(document: str) -> Iterator[Line]:
    """The rows of a table by our names of its columns."""
    csv.field_size_limit(MAX_TEXT)
    separator = max(",;\t", key=document[:2000].partition("\n")[0].count)
    reader = csv.reader(io.StringIO(document, newline=""), delimiter=separator)
    try:
        head = [name.strip().lower() for name in next(reader, [])]
        places = {ours: _place(head, names) for ours, names in _COLUMNS.items()}
        for row in reader:
            yield {ours: _cell(row, place) for ours, place in places.items()}
    except csv.Error as error:
        raise ParseError("This table cannot be read. It may be damaged.") from error


def _place(head: Sequence[str], names: Sequence[str]) -> int:
    return next((head.index(name) for name in names if name in head), -1)


def _cell(row: Sequence[str], place: int) -> str:
    """A cell, without the ' that keeps sheet programs from running it."""
    said = text(row[place], MAX_TEXT) if 0 <= place < len(row) else ""
    return said[1:] if re.match(r"'[\s\"']*[=+\-@|＝＋－＠]", said) else said


def _article(group: Sequence[Line]) -> FoundItem:
    first = group[0]
    marks = [line for line in group if line["quote"]][:MAX_HIGHLIGHTS]
    highlights = tuple(_highlight(line) for line in marks)
    notes = [line["note"] for line in group if line["note"] and not line["quote"]]
    published = None if highlights else items.moment(first["date"]) or None
    entry = items.entry(
        first["title"] or first["url"],
        items.quotes(mark.quote.exact for mark in highlights),
        link=first["url"],
        author=first["author"],
        published=published,
    )
    listed = (tag for line in group for tag in re.split(r"[,|;]", line["tags"]))
    return FoundItem(
        entry,
        tags=items.tags(listed),
        read=bool(highlights) or first["status"].lower() in _READ,
        starred=first["status"].lower() == "starred",
        note=FoundNote(items.identity("table note", entry.guid), notes[0]) if notes else None,
        highlights=highlights,
    )


def _highlight(line: Line) -> FoundHighlight:
    quote = " ".join(line["quote"].split())
    name = items.identity("table", line["url"] or line["title"], quote)
    created = items.moment(line["date"])
    noted = FoundNote(items.identity(name), line["note"], created, created)
    return FoundHighlight(
        id=name,
        quote=TextQuoteSelector(quote),
        colour=line["colour"].lower() if line["colour"].lower() in COLOURS else "yellow",
        created=created,
        note=noted if line["note"] else None,
    )


def _bookmark(written: str, title: str) -> FoundItem | None:
    values = {
        key.lower(): html.unescape(a or b or c) for key, a, b, c in _ATTRIBUTE.findall(written)
    }
    link = items.web(values.get("href", ""))
    if not link:
        return None
    when = items.moment(values.get("time_added") or values.get("add_date") or "") or None
    entry = items.entry(html.unescape(title) or link, "", link=link, published=when)
    return FoundItem(entry, tags=items.tags(values.get("tags", "").split(",")))


def _omnivore(row: dict[str, Any]) -> FoundItem:
    when = text(row.get("publishedAt")) or text(row.get("savedAt"))
    entry = items.entry(
        text(row.get("title")) or text(row.get("url")),
        items.paragraphs(text(row.get("description"), MAX_TEXT)),
        link=text(row.get("url")),
        author=text(row.get("author")),
        published=items.moment(when) or None,
    )
    labels = row.get("labels")
    named = [text(name) for name in labels] if isinstance(labels, list) else []
    return FoundItem(entry, tags=items.tags(named), read=text(row.get("state")).lower() in _READ)
