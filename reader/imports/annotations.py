"""Highlights and notes: W3C web annotations (ours and others') and what Hypothesis exports."""

from collections.abc import Iterable, Iterator
from typing import Any

from reader.imports import items
from reader.imports.limits import (
    MANY,
    MAX_HIGHLIGHTS,
    MAX_ITEMS,
    MAX_TAGS,
    MAX_TEXT,
    parsed_json,
    rows,
    text,
)
from reader.model.annotation import COLOURS, TextPositionSelector, TextQuoteSelector
from reader.model.errors import ParseError
from reader.model.imported import FoundFile, FoundHighlight, FoundItem, FoundNote

_NOTHING = "This file holds no annotations."
_ARTICLES = "studywire:articles"

Row = dict[str, Any]


def read_web_annotations(document: str) -> FoundFile:
    """An AnnotationPage, a list of annotations, or one. Raises ParseError."""
    value = parsed_json(document)
    known = {text(row.get("source")): row for row in rows(_get(value, _ARTICLES))}
    by_source: dict[str, list[Row]] = {source: [] for source in known}
    for row in _annotations(value):
        by_source.setdefault(_source(row), []).append(row)
    by_source.pop("", None)
    if not by_source:
        raise ParseError(_NOTHING)
    found = [_item(source, group, known.get(source, {})) for source, group in by_source.items()]
    return _file("Web annotations", found)


def read_hypothesis(document: str) -> FoundFile:
    """What Hypothesis exports or its API answers. Raises ParseError.

    Its places count in a page's own text, in UTF-16, so the words are looked for instead.
    """
    value = parsed_json(document)
    listed = _get(value, "annotations") or _get(value, "rows") or value
    by_page: dict[str, list[Row]] = {}
    for row in rows(listed):
        by_page.setdefault(text(row.get("uri")), []).append(row)
    by_page.pop("", None)
    if not by_page:
        raise ParseError(_NOTHING)
    return _file("Hypothesis", [_page(uri, group) for uri, group in by_page.items()])


def _file(kind: str, found: list[FoundItem]) -> FoundFile:
    skipped = (("The rest", MANY),) if len(found) > MAX_ITEMS else ()
    return FoundFile(kind, tuple(found[:MAX_ITEMS]), skipped)


def _annotations(value: Any) -> Iterable[Row]:
    """The annotations of a page, a collection, a list, or the only one."""
    if isinstance(value, list):
        return rows(value)
    first = _get(value, "first")
    listed = _get(value, "items") or _get(first, "items")
    if listed:
        return rows(listed)
    return [value] if _get(value, "type") == "Annotation" else []


def _item(source: str, group: list[Row], known: Row) -> FoundItem:
    marks = [row for row in group if _quote(_target(row))]
    highlights = tuple(_highlight(row) for row in marks[:MAX_HIGHLIGHTS])
    notes = [note for row in group if row not in marks and (note := _note(row))]
    markup = text(known.get("html"), MAX_TEXT)
    published = known.get("published")
    entry = items.entry(
        text(known.get("title")) or source,
        markup or items.quotes(mark.quote.exact for mark in highlights),
        link=source,
        author=text(known.get("author")),
        published=published if type(published) is int else None,
        guid=text(known.get("guid")) or source,
    )
    listed = known.get("tags")
    tags = [text(name) for name in listed] if isinstance(listed, list) else []
    tags += [name for row in group for name in _tags(row)]
    return FoundItem(
        entry,
        tags=items.tags(tags),
        starred=known.get("starred") is True,
        read=True,
        note=notes[0] if notes else None,
        highlights=highlights,
        sha256=text(known.get("sha256")),
    )


def _highlight(row: Row) -> FoundHighlight:
    target = _target(row)
    quote = _quote(target)
    exact, prefix, suffix = (text_as_is(quote.get(key)) for key in ("exact", "prefix", "suffix"))
    colour = text(target.get("styleClass")).removeprefix("hl-")
    return FoundHighlight(
        id=items.uuid_of(text(row.get("id")), _source(row), exact),
        quote=TextQuoteSelector(exact, prefix, suffix),
        position=_position(target),
        colour=colour if colour in COLOURS else "yellow",
        created=items.moment(text(row.get("created"))),
        note=_note(row),
        tags=_own_tags(row),
    )


def _own_tags(row: Row) -> tuple[str, ...]:
    """The tags that Studywire put on the highlight itself, not on its article."""
    listed = row.get("studywire:tags")
    return tuple(text(tag) for tag in listed[:MAX_TAGS]) if isinstance(listed, list) else ()


def _note(row: Row) -> FoundNote | None:
    for body in _bodies(row):
        words = text(body.get("value"), MAX_TEXT)
        if words and body.get("purpose") != "tagging":
            name = items.uuid_of(text(body.get("id")) or f"{text(row.get('id'))} note", words)
            made, changed = (
                items.moment(text(body.get(key) or row.get(key))) for key in ("created", "modified")
            )
            return FoundNote(name, words, made, changed or made)
    return None


def _tags(row: Row) -> Iterator[str]:
    for body in _bodies(row):
        if body.get("purpose") == "tagging":
            yield text(body.get("value"))


def _bodies(row: Row) -> Iterator[Row]:
    """The bodies of an annotation; a bare text is one too."""
    body = row.get("body")
    if isinstance(row.get("bodyValue"), str):
        yield {"value": row["bodyValue"]}
    for part in body if isinstance(body, list) else [body]:
        if isinstance(part, dict):
            yield part


def _target(row: Row) -> Row:
    target = row.get("target")
    first = target[0] if isinstance(target, list) and target else target
    return first if isinstance(first, dict) else {"source": first}


def _source(row: Row) -> str:
    source = _target(row).get("source")
    return text(source.get("id") if isinstance(source, dict) else source)


def _selectors(target: Row) -> list[Row]:
    selector = target.get("selector")
    return list(rows(selector if isinstance(selector, list) else [selector]))


def _quote(target: Row) -> Row:
    found = (row for row in _selectors(target) if row.get("type") == "TextQuoteSelector")
    return next((row for row in found if text(row.get("exact"))), {})


def _position(target: Row) -> TextPositionSelector | None:
    for row in _selectors(target):
        start, end = row.get("start"), row.get("end")
        is_place = row.get("type") == "TextPositionSelector" and type(start) is type(end) is int
        if is_place and 0 <= start <= end < 2**31:  # type: ignore[operator]
            return TextPositionSelector(start, end)  # type: ignore[arg-type]
    return None


def text_as_is(value: Any) -> str:
    """A text whose white space counts."""
    return value.replace("\0", "")[:MAX_TEXT] if isinstance(value, str) else ""


def _page(uri: str, group: list[Row]) -> FoundItem:
    """A page with its annotations, as Hypothesis tells of it."""
    title = next((said for row in group if (said := _title(row))), uri)
    marks = [row for row in group if _quote(_target(row))][:MAX_HIGHLIGHTS]
    highlights = tuple(_hypothesis_mark(uri, row) for row in marks)
    notes = [row for row in group if row not in marks and text(row.get("text"), MAX_TEXT)]
    tags = [text(tag) for row in group for tag in _list(row.get("tags"))]
    markup = items.quotes(mark.quote.exact for mark in highlights)
    return FoundItem(
        items.entry(title, markup, link=uri),
        tags=items.tags(tags),
        read=True,
        note=_hypothesis_note(uri, notes[0]) if notes else None,
        highlights=highlights,
    )


def _hypothesis_mark(uri: str, row: Row) -> FoundHighlight:
    quote = _quote(_target(row))
    exact, prefix, suffix = (text_as_is(quote.get(key)) for key in ("exact", "prefix", "suffix"))
    return FoundHighlight(
        id=items.identity("hypothesis", uri, text(row.get("id")) or exact),
        quote=TextQuoteSelector(" ".join(exact.split()), prefix, suffix),
        created=items.moment(text(row.get("created"))),
        note=_hypothesis_note(uri, row) if text(row.get("text"), MAX_TEXT) else None,
    )


def _hypothesis_note(uri: str, row: Row) -> FoundNote:
    words = text(row.get("text"), MAX_TEXT)
    created, updated = (items.moment(text(row.get(key))) for key in ("created", "updated"))
    name = items.identity("hypothesis note", uri, text(row.get("id")) or words)
    return FoundNote(name, words, created, updated or created)


def _title(row: Row) -> str:
    title = _get(row.get("document"), "title")
    return text(title[0] if isinstance(title, list) and title else title)


def _get(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
