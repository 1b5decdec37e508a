"""What a list holds: asked off the user's thread, with what came since it was shown kept apart."""

import time
from array import array
from collections.abc import Iterable

from reader.model.frozen import dataclass
from reader.model.query import ArticleQuery
from reader.store.store import Store


@dataclass(frozen=True, slots=True)
class Found:
    """A list as it is now. `ids` has everything; `before` is without what came since the list was
    shown, of which there are `new`. One row a story."""

    ids: "array[int]"
    before: "array[int]"
    new: int
    #: The article that came last of all, in the list or not.
    latest: int
    seconds: float
    #: There may be more than was asked for.
    is_part: bool = False


def look(
    store: Store,
    query: ArticleQuery,
    *,
    limit: int = -1,
    since: int = 0,
    shown: "array[int] | None" = None,
) -> Found:
    """Ask for a list. What is later than the article `since` and not `shown` is new."""
    latest = store.articles.latest()
    began = time.perf_counter()
    found = store.articles.ids(query, limit)
    seconds = time.perf_counter() - began
    ids = store.stories.folded(found)
    came = _later(found, since) - _later(shown or (), since) if 0 < since < latest else set()
    before = ids
    if came:
        before = store.stories.folded(array("q", (i for i in found if i not in came)))
    return Found(ids, before, len(came), latest, seconds, 0 <= limit <= len(found))


def _later(article_ids: Iterable[int], since: int) -> set[int]:
    return {article_id for article_id in article_ids if article_id > since}
