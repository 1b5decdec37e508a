"""Tagging articles."""

from collections.abc import Sequence

from reader.model.article import Tagging
from reader.model.change import Change, Edit
from reader.model.errors import ReaderError
from reader.store.store import Store

#: Characters a tag may have.
LIMIT = 100


def tag(store: Store, article_ids: Sequence[int], name: str) -> Change:
    """Put a tag on articles, spelt as it is already. Raises ReaderError for a name that is none."""
    name = store.tags.spelling(tidy(name))
    tagged = {row.article_id for row in store.tags.of(article_ids) if _same(row.name, name)}
    new = (Tagging(i, name) for i in article_ids if i not in tagged)
    return Change(f"Tag “{name}”", tuple(Edit(None, row) for row in new))


def untag(store: Store, article_ids: Sequence[int], name: str) -> Change:
    rows = [row for row in store.tags.of(article_ids) if _same(row.name, name)]
    return Change(f"Remove tag “{name}”", tuple(Edit(row, None) for row in rows))


def tidy(name: str) -> str:
    """A tag as typed, without a leading # and superfluous space; "a/b" is a tag below "a"."""
    parts = (" ".join(part.split()) for part in name.strip().lstrip("#").split("/"))
    tidied = "/".join(part for part in parts if part)
    if not tidied or not tidied.isprintable():
        raise ReaderError("A tag needs a name, for example ms/relapse.")
    if len(tidied) > LIMIT:
        raise ReaderError(f"A tag may have {LIMIT} characters; this one has {len(tidied)}.")
    return tidied


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()
