"""Marking articles as read and starring them."""

from collections.abc import Sequence

from reader.model.article import ReadMark, Star
from reader.model.change import Change, Edit
from reader.store.store import Store


def mark_read(store: Store, article_ids: Sequence[int]) -> Change:
    already = store.read_marks.among(article_ids)
    new = [ReadMark(i) for i in article_ids if i not in already]
    return Change(f"Mark {_count(new)} read", tuple(Edit(None, mark) for mark in new))


def mark_unread(store: Store, article_ids: Sequence[int]) -> Change:
    old = [ReadMark(i) for i in store.read_marks.among(article_ids)]
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


def _count(marks: Sequence[ReadMark]) -> str:
    return "article" if len(marks) == 1 else f"{len(marks):,} articles"
