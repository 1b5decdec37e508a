"""Records as JSON, all that is known of each: for programs, and for keeping."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any, TextIO

from reader.export.plain import instant
from reader.model.annotation import Marked
from reader.model.card_json import card_to_dict
from reader.model.correction_json import decision_to_dict
from reader.model.csl_json import reference_to_csl
from reader.model.record import Record, Wishes

SCHEMA = "studywire.export/1"


def write_json(records: Iterable[Record], file: TextIO, wishes: Wishes) -> Iterator[int]:
    """One object with a list of articles, an article a line."""
    head = {"schema": SCHEMA, "made": instant(wishes.made), "query": wishes.asked or None}
    columns = [asdict(column) for column in wishes.own]
    file.write(f'{as_json(head)[:-1]}, "own_columns": {as_json(columns)}, "articles": [')
    for count, record in enumerate(records, 1):
        file.write(",\n" if count > 1 else "\n")
        file.write(as_json(_whole(record, wishes)))
        yield count
    file.write("\n]}\n")


def as_json(value: Any) -> str:
    """A value on one line. Half characters, which UTF-8 cannot hold, are written as escapes."""
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isascii() or _is_whole(text) else json.dumps(value)


def _is_whole(text: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def _whole(record: Record, wishes: Wishes) -> dict[str, Any]:
    article = record.article
    told: dict[str, Any] = {
        "id": article.id,
        "title": article.content.title,
        "link": article.link or None,
        "guid": article.guid or None,
        "author": article.author or None,
        "published": instant(article.published) or None,
        "first_seen": instant(article.first_seen),
        "fetched": instant(article.fetched),
        "revisions": article.revisions,
        "feed": {"title": article.feed_title, "address": record.feed_address},
        "read": record.read,
        "starred": record.starred,
        "tags": list(record.tags),
        "note": asdict(record.note) if record.note else None,
        "annotations": [_marked(row) for row in record.marked],
        "card": card_to_dict(record.card) if record.card else None,
        "decisions": [decision_to_dict(row) for row in record.decisions],
        "reference": reference_to_csl(record.reference) if record.reference else None,
        "own": dict(record.own),
        "text_sha256": record.text_sha256,
    }
    if wishes.texts:
        told |= {"text": article.content.text, "html": article.content.html}
    return told


def _marked(row: Marked) -> dict[str, Any]:
    annotation = row.annotation
    return {
        "id": annotation.id,
        "colour": annotation.colour,
        "tags": list(row.tags),
        "quote": asdict(annotation.quote),
        "position": asdict(annotation.position),
        "created": instant(annotation.created),
        "now": {"start": row.anchor.start, "end": row.anchor.end, "state": row.anchor.state},
        "note": asdict(row.note) if row.note else None,
    }
