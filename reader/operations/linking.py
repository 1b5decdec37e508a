"""Links of ours: to articles of the archive, and to passages in them."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from reader.model.errors import ReaderError
from reader.store.store import Store

SCHEME = "studywire"
_PATH = re.compile(r"/([0-9]{1,18})/?")


@dataclass(frozen=True, slots=True)
class Linked:
    """What a link of ours leads to; `annotation_id` is "" for an article as a whole."""

    article_id: int
    annotation_id: str = ""


def link_to(article_id: int, annotation_id: str = "") -> str:
    """A link that opens an article, at a highlight if one is given."""
    place = f"?highlight={annotation_id}" if annotation_id else ""
    return f"{SCHEME}://article/{article_id}{place}"


def is_ours(address: str) -> bool:
    """Whether an address is a link to something in the archive."""
    return address.strip().lower().startswith(f"{SCHEME}://")


def resolve(store: Store, address: str) -> Linked:
    """What a link leads to. Raises ReaderError where that is not in this archive.

    A highlight that is gone leads to its article.
    """
    wanted = _read(address)
    if wanted is None:
        raise ReaderError("This is no link of Studywire. It should read studywire://article/12.")
    if not store.articles.rows([wanted.article_id]):
        raise ReaderError("The article that this link leads to is not in this archive.")
    row = store.annotations.one(wanted.annotation_id) if wanted.annotation_id else None
    if row is None or row.article_id != wanted.article_id:
        return Linked(wanted.article_id)
    return wanted


def _read(address: str) -> Linked | None:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    found = _PATH.fullmatch(parts.path)
    if parts.scheme.lower() != SCHEME or parts.netloc.lower() != "article" or found is None:
        return None
    return Linked(int(found[1]), parse_qs(parts.query).get("highlight", [""])[0])
