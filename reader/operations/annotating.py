"""Highlighting passages and writing notes."""

import time
import uuid
from dataclasses import replace

from reader.model.annotation import (
    Annotation,
    AnnotationTagging,
    Marked,
    Note,
    Reattachment,
    Settled,
    TextPositionSelector,
)
from reader.model.article import Article
from reader.model.change import Change, Edit
from reader.model.errors import ReaderError
from reader.operations.tagging import tidy
from reader.store.store import Store
from reader.text import anchors


def highlight(article: Article, start: int, end: int, colour: str) -> Change:
    """Mark text[start:end] of the article. Raises ReaderError where that holds no words."""
    return Change("Highlight", (Edit(None, _annotation(article, start, end, colour)),))


def recolour(annotation: Annotation, colour: str) -> Change:
    edit = Edit(annotation, replace(annotation, colour=colour))
    return Change("Change colour", (edit,) if annotation.colour != colour else ())


def remove_highlight(marked: Marked) -> Change:
    """Take a highlight away, and all that hangs on it."""
    key = (marked.annotation.id, marked.annotation.article_id)
    tags = (AnnotationTagging(*key, name) for name in marked.tags)
    on_it = (*tags, marked.note, marked.settled, marked.reattachment)
    edits = tuple(Edit(row, None) for row in on_it if row)
    return Change("Remove highlight", (*edits, Edit(marked.annotation, None)))


def tag_highlight(store: Store, marked: Marked, name: str) -> Change:
    """Put a tag on a highlight, spelt as it is already. Raises ReaderError for a name that is none."""
    name = store.annotation_tags.spelling(store.tags.spelling(tidy(name)))
    if name.casefold() in {tag.casefold() for tag in marked.tags}:
        return Change(f"Tag “{name}”", ())
    row = AnnotationTagging(marked.annotation.id, marked.annotation.article_id, name)
    return Change(f"Tag “{name}”", (Edit(None, row),))


def untag_highlight(marked: Marked, name: str) -> Change:
    key = (marked.annotation.id, marked.annotation.article_id)
    rows = [AnnotationTagging(*key, tag) for tag in marked.tags if tag == name]
    return Change(f"Remove tag “{name}”", tuple(Edit(row, None) for row in rows))


def reattach(article: Article, marked: Marked, start: int, end: int) -> Change:
    """Say where a highlight stands in the current text. Raises ReaderError where that holds no
    words. As it was made it stays; undo lets it be looked for again."""
    made = _annotation(article, start, end, marked.annotation.colour)
    row = Reattachment(
        marked.annotation.id,
        article.id,
        article.revision_id,
        made.quote,
        made.position,
        made.created,
    )
    settled = (Edit(marked.settled, None),) if marked.settled else ()
    return Change("Re-attach highlight", (*settled, Edit(marked.reattachment, row)))


def settle(marked: Marked) -> Change:
    """Leave a highlight as it became: it wants no look until the text changes again."""
    key = (marked.annotation.id, marked.annotation.article_id)
    row = Settled(*key, marked.anchor.revision_id)
    edits = (Edit(marked.settled, row),) if marked.wants_a_look else ()
    return Change("Keep highlight", edits)


def choices(store: Store, annotation_id: str) -> list[tuple[int, int]]:
    """The places in the current text that an uncertain highlight may have gone to."""
    return store.anchoring.choices(annotation_id)


def write_note(store: Store, article_id: int, annotation_id: str, text: str) -> Change:
    """Set the note on a highlight, or (`annotation_id` "") on the article; no text removes it."""
    if annotation_id:
        old = store.notes.of_annotation(annotation_id)
    else:
        old = store.notes.of_article(article_id)
    text = text.strip()
    if (old.text if old else "") == text:
        return Change("Edit note", ())
    if not text:
        return Change("Remove note", (Edit(old, None),))
    if old is None:
        return Change("Add note", (Edit(None, _note(article_id, annotation_id, text)),))
    return Change("Edit note", (Edit(old, replace(old, text=text, modified=int(time.time()))),))


def marked(store: Store, article: Article) -> list[Marked]:
    """The highlights of an article, each where it stands in the current text."""
    found = store.annotations.of(article.id)
    if any(row.anchor.revision_id != article.revision_id for row in found) and not store.read_only:
        with store.writing():
            store.anchoring.follow([article.id])
        found = store.annotations.of(article.id)
    return found


def _annotation(article: Article, start: int, end: int, colour: str) -> Annotation:
    text = article.content.text
    start, end = anchors.trimmed(text, max(0, start), min(end, len(text)))
    if start >= end:
        raise ReaderError("Select some words of the article first.")
    return Annotation(
        id=str(uuid.uuid4()),
        article_id=article.id,
        revision_id=article.revision_id,
        quote=anchors.quote(text, start, end),
        position=TextPositionSelector(start, end),
        colour=colour,
        created=int(time.time()),
    )


def _note(article_id: int, annotation_id: str, text: str) -> Note:
    now = int(time.time())
    return Note(str(uuid.uuid4()), article_id, annotation_id, text, now, now)
