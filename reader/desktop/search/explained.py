"""What a query means or lacks, in the user's language."""

from reader.desktop.tongue import retold, tr
from reader.operations.searching import understand
from reader.store.store import Store


def explained(store: Store, query: str) -> str:
    """What was not understood of a query, else the query as a sentence."""
    found = understand(store, query, tell=tr)
    if found.notices:
        return retold(found.notices[0].sentence, typed=True)
    return found.sentence
