"""Highlights and notes after the W3C's Web Annotation Data Model, as JSON-LD.

`reader.imports.annotations` reads it back to the same highlights, notes, tags and places.
"""

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from reader.export.everything import as_json
from reader.export.plain import instant
from reader.model.annotation import Marked, Note
from reader.model.record import Record, Wishes

CONTEXT = (
    "http://www.w3.org/ns/anno.jsonld",
    {"studywire": "https://studywire.example/ns#"},
)
#: Longest quotation that is written whole; whole texts are others' property.
LONGEST = 5_000


def write_web_annotations(records: Iterable[Record], file: TextIO, wishes: Wishes) -> Iterator[int]:
    """An AnnotationPage, an annotation a line; yields how many articles have any so far."""
    articles: list[dict[str, Any]] = []
    head = {"@context": list(CONTEXT), "type": "AnnotationPage", "generator": _software(wishes)}
    file.write(f'{as_json(head)[:-1]}, "items": [')
    count = 0
    for record in records:
        rows = list(_annotations(record))
        if not rows and not record.tags and not record.starred:
            continue
        articles.append(_article(record, wishes))
        for row in rows:
            file.write(",\n" if count else "\n")
            file.write(as_json(row))
            count += 1
        yield len(articles)
    file.write(f'\n], "studywire:articles": {as_json(articles)}}}\n')


def source(record: Record) -> str:
    """The IRI that annotations of a record point to."""
    return record.article.link or f"urn:studywire:{record.text_sha256}"


def _annotations(record: Record) -> Iterator[dict[str, Any]]:
    for row in record.marked:
        yield _highlight(record, row)
    if record.note:
        yield _on_article(record, record.note)


def _highlight(record: Record, row: Marked) -> dict[str, Any]:
    annotation = row.annotation
    target = {
        **_target(record),
        "styleClass": f"hl-{annotation.colour}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "prefix": annotation.quote.prefix,
                "exact": annotation.quote.exact[:LONGEST],
                "suffix": annotation.quote.suffix,
            },
            {
                "type": "TextPositionSelector",
                "start": annotation.position.start,
                "end": annotation.position.end,
            },
        ],
        "studywire:state": row.anchor.state,
    }
    motivation = "commenting" if row.note else "highlighting"
    made = _whole(annotation.id, motivation, annotation.created, row.note, target, record)
    return made | ({"studywire:tags": list(row.tags)} if row.tags else {})


def _on_article(record: Record, note: Note) -> dict[str, Any]:
    return _whole(note.id, "commenting", note.created, note, _target(record), record)


def _whole(
    name: str,
    motivation: str,
    created: int,
    note: Note | None,
    target: dict[str, Any],
    record: Record,
) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": f"urn:uuid:{name}",
        "type": "Annotation",
        "motivation": motivation,
        "created": instant(created),
        "body": [*([_comment(note)] if note else []), *map(_tag, record.tags)],
        "target": target,
    }
    if note:
        made["modified"] = instant(note.modified)
    return made


def _comment(note: Note) -> dict[str, Any]:
    return {
        "id": f"urn:uuid:{note.id}",
        "type": "TextualBody",
        "purpose": "commenting",
        "format": "text/markdown",
        "value": note.text,
        "created": instant(note.created),
        "modified": instant(note.modified),
    }


def _tag(name: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": "tagging", "value": name}


def _target(record: Record) -> dict[str, Any]:
    return {
        "type": "SpecificResource",
        "source": source(record),
        "state": {"type": "TimeState", "sourceDate": instant(record.article.fetched)},
    }


def _article(record: Record, wishes: Wishes) -> dict[str, Any]:
    """What a fresh archive needs to show the article, and place its highlights, again."""
    article = record.article
    told: dict[str, Any] = {
        "source": source(record),
        "guid": article.guid,
        "title": article.content.title,
        "author": article.author,
        "published": article.published,
        "feed": {"address": record.feed_address, "title": article.feed_title},
        "tags": list(record.tags),
        "starred": record.starred,
        "sha256": record.text_sha256,
    }
    if wishes.texts:
        told["html"] = article.content.html
    return told


def _software(wishes: Wishes) -> dict[str, str]:
    return {"type": "Software", "name": wishes.generator}
