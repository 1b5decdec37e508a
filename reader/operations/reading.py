"""Marking articles as read and starring them."""

import time
from collections.abc import Sequence

from reader.model.annotation import ReadingPlace
from reader.model.article import Article, ReadMark, Star
from reader.model.change import Change, Edit
from reader.store.store import Store
from reader.text.revised import Revised


def mark_read(store: Store, article_ids: Sequence[int], at: int | None = None) -> Change:
    """`at` is when they were read, in Unix seconds: now, or 0 where the user has not read them."""
    already = store.read_marks.among(article_ids)
    moment = int(time.time()) if at is None else at
    new = [ReadMark(i, moment) for i in article_ids if i not in already]
    return Change(f"Mark {_count(new)} read", tuple(Edit(None, mark) for mark in new))


def mark_unread(store: Store, article_ids: Sequence[int]) -> Change:
    old = store.read_marks.of(article_ids)
    return Change(f"Mark {_count(old)} unread", tuple(Edit(mark, None) for mark in old))


def toggle_read(store: Store, article_ids: Sequence[int]) -> Change:
    """Unread where all of them are read, else read."""
    if len(store.read_marks.among(article_ids)) == len(set(article_ids)):
        return mark_unread(store, article_ids)
    return mark_read(store, article_ids)


def star(store: Store, article_ids: Sequence[int]) -> Change:
    already = store.stars.among(article_ids)
    return Change("Star", tuple(Edit(None, Star(i)) for i in article_ids if i not in already))


def unstar(store: Store, article_ids: Sequence[int]) -> Change:
    starred = store.stars.among(article_ids)
    return Change("Remove star", tuple(Edit(Star(i), None) for i in starred))


def toggle_star(store: Store, article_ids: Sequence[int]) -> Change:
    """No star where all of them have one, else a star for each."""
    if len(store.stars.among(article_ids)) == len(set(article_ids)):
        return unstar(store, article_ids)
    return star(store, article_ids)


def leave_at(store: Store, article: Article, offset: int) -> Change:
    """Remember how far an article is read: the offset at the top of the page."""
    old = store.reading_places.of(article.id)
    new = ReadingPlace(article.id, article.revision_id, offset) if offset > 0 else None
    return Change("Leave article", (Edit(old, new),) if old != new else ())


def resume_at(store: Store, article: Article) -> int:
    """The offset that the user had read to, also where the text has changed since; 0 for none."""
    place = store.reading_places.of(article.id)
    if place is None or place.revision_id == article.revision_id:
        return place.start if place else 0
    found = (r for r in store.articles.revisions(article.id) if r.id == place.revision_id)
    old = next(found, None)
    if old is None:
        return 0
    return Revised(old.content.text, article.content.text).insertion_point(place.start)


def _count(marks: Sequence[ReadMark]) -> str:
    return "article" if len(marks) == 1 else f"{len(marks):,} articles"
