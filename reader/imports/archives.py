"""Our own "JSON of everything", read back."""

from collections.abc import Iterator
from dataclasses import replace
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
from reader.model.correction import Correction
from reader.model.correction_json import decision_from_dict
from reader.model.csl_json import csl_to_reference
from reader.model.errors import ParseError
from reader.model.imported import FoundFile, FoundHighlight, FoundItem, FoundNote
from reader.model.own_columns import (
    KINDS,
    MOST_CHOICES,
    MOST_COLUMNS,
    NAME_LIMIT,
    OwnColumn,
    one_line,
)
from reader.model.reference import Reference
from reader.model.soundness import is_range, is_time

Row = dict[str, Any]
Skipped = tuple[str, str]

_DAMAGED = "A decision on its study card is damaged. It is left out."


def read_archive(document: str) -> FoundFile:
    """The articles of an export, with their highlights, notes, tags. Raises ParseError."""
    value = parsed_json(document)
    listed = list(rows(value.get("articles"))) if isinstance(value, dict) else []
    if not listed:
        raise ParseError("This export holds no articles.")
    skipped = [("The rest", MANY)] if len(listed) > MAX_ITEMS else []
    columns = tuple(_columns(value.get("own_columns"))) if isinstance(value, dict) else ()
    found = tuple(_item(row, skipped) for row in listed[:MAX_ITEMS])
    return FoundFile("Studywire export", found, tuple(skipped), columns)


def _columns(value: Any) -> Iterator[OwnColumn]:
    """The columns of the user's own; what can be none is left out."""
    for row in [*rows(value)][:MOST_COLUMNS] if isinstance(value, list) else ():
        name, kind = one_line(text(row.get("name")))[:NAME_LIMIT], text(row.get("kind"))
        listed = row.get("choices")
        choices = [one_line(text(c)) for c in listed] if isinstance(listed, list) else []
        offered = tuple(dict.fromkeys(c for c in choices if c))[:MOST_CHOICES]
        if name and kind in KINDS and (offered or kind != "choice"):
            yield OwnColumn(items.uuid_of(text(row.get("id")), name), name, kind, offered)


def _own(value: Any) -> tuple[tuple[str, str], ...]:
    """What stands in columns of the user's own."""
    found = list(_object(value).items())[:MOST_COLUMNS]
    return tuple((items.uuid_of(key), said) for key, said in found if isinstance(said, str))


def _item(row: Row, skipped: list[Skipped]) -> FoundItem:
    """An article; what of it cannot be taken is added to `skipped`."""
    marks = [_highlight(mark) for mark in rows(row.get("annotations"))][:MAX_HIGHLIGHTS]
    markup = text(row.get("html"), MAX_TEXT) or items.quotes(mark.quote.exact for mark in marks)
    entry = items.entry(
        text(row.get("title")),
        markup,
        link=text(row.get("link")),
        author=text(row.get("author")),
        published=items.moment(text(row.get("published"))) or None,
        guid=text(row.get("guid")) or text(row.get("link")),
    )
    listed = row.get("tags")
    decisions, broken = _decisions(row.get("decisions"))
    skipped += [(entry.content.title, _DAMAGED)] * broken
    return FoundItem(
        entry,
        tags=items.tags(map(text, listed)) if isinstance(listed, list) else (),
        starred=row.get("starred") is True,
        read=row.get("read") is True,
        note=_note(row.get("note")),
        highlights=tuple(marks),
        reference=_reference(row.get("reference")),
        sha256=text(row.get("text_sha256")),
        decisions=decisions,
        own=_own(row.get("own")),
    )


def _decisions(value: Any) -> tuple[tuple[Correction, ...], int]:
    """What was decided on values of the card, and how many rows can be no such thing."""
    made, broken = [], 0
    for row in [*rows(value)][:MAX_HIGHLIGHTS]:
        try:
            found = decision_from_dict(row)
        except ValueError:
            broken += 1
            continue
        made.append(replace(found, id=items.uuid_of(found.id, found.field + found.target)))
    return tuple(made), broken


def _highlight(row: Row) -> FoundHighlight:
    quote, place = _object(row.get("quote")), _object(row.get("position"))
    exact, prefix, suffix = (_as_is(quote.get(key)) for key in ("exact", "prefix", "suffix"))
    start, end = place.get("start", -1), place.get("end", -1)
    colour = text(row.get("colour"))
    return FoundHighlight(
        id=items.uuid_of(text(row.get("id")), exact),
        quote=TextQuoteSelector(exact, prefix, suffix),
        position=TextPositionSelector(start, end) if is_range(start, end) else None,
        colour=colour if colour in COLOURS else "yellow",
        created=items.moment(text(row.get("created"))),
        note=_note(row.get("note")),
        tags=_tags(row.get("tags")),
    )


def _tags(value: Any) -> tuple[str, ...]:
    return tuple(text(tag) for tag in value[:MAX_TAGS]) if isinstance(value, list) else ()


def _note(value: Any) -> FoundNote | None:
    row = _object(value)
    words = text(row.get("text"), MAX_TEXT)
    if not words:
        return None
    times = (row.get(key, 0) for key in ("created", "modified"))
    created, modified = (when if is_time(when) else 0 for when in times)
    return FoundNote(items.uuid_of(text(row.get("id")), words), words, created, modified)


def _reference(value: Any) -> Reference | None:
    try:
        return csl_to_reference(value) if isinstance(value, dict) else None
    except ValueError:
        return None


def _object(value: Any) -> Row:
    return value if isinstance(value, dict) else {}


def _as_is(value: Any) -> str:
    return value.replace("\0", "")[:MAX_TEXT] if isinstance(value, str) else ""
