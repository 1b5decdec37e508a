"""Making new articles findable, and keeping the index quick."""

from itertools import count

from reader.model.article import ArticleRow
from reader.model.change import Step, Steps
from reader.store.store import Store

#: Articles a transaction; the user's own writes wait for no longer than one takes.
SLICE = 200
#: Pages of the index merged in a transaction, for the same reason.
PAGES = 200
#: Pieces of the index that a search may have to look into while very much comes in.
PIECES = 64


def index(store: Store) -> Steps:
    """Index every text that waits for it, newest first, a slice a transaction."""
    total, done = store.pending.count("index"), 0
    while count := index_some(store):
        done += count
        # lists show the same as before; a search may find more, once all of it is there
        kinds = frozenset({ArticleRow} if count < SLICE else ())
        yield Step(done, max(total, done), f"{done:,} articles indexed", kinds)


def index_some(store: Store) -> int:
    """Index the newest texts that wait for it, in one transaction; how many. Where there are many
    pieces already, so much of them is merged that they do not grow more."""
    if waiting := store.pending.next("index", SLICE):
        with store.writing(durable=False):
            store.search.index(waiting)
            store.pending.done("index", waiting)
        if store.search.pieces(PIECES) == PIECES:
            with store.writing(durable=False):
                store.search.merge(PAGES)
    return len(waiting)


def tidy(store: Store) -> Steps:
    """Merge what indexing left in many pieces, so that a search looks into few of them.

    Indexing itself merges only what it must: what came is found the sooner.
    """
    for done in count(1):
        with store.writing(durable=False):
            worked = store.search.merge(PAGES)
        if not worked:
            return
        yield Step(done, 0, "")
