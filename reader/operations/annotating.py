"""Highlighting passages and writing notes."""

import time
import uuid
from dataclasses import replace

from reader.model.annotation import Anchor, Annotation, Marked, Note, TextPositionSelector
from reader.model.article import Article
from reader.model.change import Change, Edit
from reader.model.errors import ReaderError
from reader.store.store import Store
from reader.text import anchors


def highlight(article: Article, start: int, end: int, colour: str) -> Change:
    """Mark text[start:end] of the article. Raises ReaderError where that holds no words."""
    return Change("Highlight", (Edit(None, _annotation(article, start, end, colour)),))


def recolour(annotation: Annotation, colour: str) -> Change:
    edit = Edit(annotation, replace(annotation, colour=colour))
    return Change("Change colour", (edit,) if annotation.colour != colour else ())


def remove_highlight(marked: Marked) -> Change:
    """Take a highlight away, and the note on it."""
    note = (Edit(marked.note, None),) if marked.note else ()
    return Change("Remove highlight", (*note, Edit(marked.annotation, None)))


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
            reanchor(store, article.id)
        found = store.annotations.of(article.id)
    return found


def reanchor(store: Store, article_id: int) -> None:
    """Find every highlight of an article again in its current text. Called inside a transaction.

    The highlight as the user made it is never changed, whatever the publisher does to the text.
    """
    article = store.articles.one(article_id)
    if article is None:
        return
    rows = store.annotations.of(article_id)
    store.annotations.anchor([_anchor(article, row.annotation) for row in rows])


def _anchor(article: Article, annotation: Annotation) -> Anchor:
    place = anchors.find(article.content.text, annotation.quote, annotation.position)
    return Anchor(
        annotation.id, article.revision_id, place.start, place.end, place.state, place.method
    )


def _annotation(article: Article, start: int, end: int, colour: str) -> Annotation:
    text = article.content.text
    start, end = anchors.trimmed(text, max(0, start), min(end, len(text)))
    if start >= end:
        raise ReaderError("Select some words of the article first, then press h.")
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
