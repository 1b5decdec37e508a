"""What was searched for, so that it can be searched for again."""

import json

from reader.model.change import Change, Edit
from reader.model.settings import Setting
from reader.store.store import Store

#: Searches that are remembered, and characters of one.
MOST, LONGEST = 20, 500
_NAME = "searched"


def remember(store: Store, words: str) -> Change:
    """Remember a search that the user was done typing; the newest stands first, each once."""
    words = " ".join(words.split())
    if not words or len(words) > LONGEST:
        return Change("Remember search", ())
    return _kept(store, "Remember search", (words, *(s for s in searched(store) if s != words)))


def forget(store: Store) -> Change:
    """Forget all of them."""
    return _kept(store, "Forget what was searched for", ())


def searched(store: Store) -> tuple[str, ...]:
    """The newest first."""
    row = store.settings.one(_NAME)
    try:
        found = json.loads(row.value) if row else []
    except ValueError:
        found = []
    return tuple(words for words in found if isinstance(words, str)) if type(found) is list else ()


def _kept(store: Store, label: str, words: tuple[str, ...]) -> Change:
    old = store.settings.one(_NAME)
    new = Setting(_NAME, json.dumps(words[:MOST], ensure_ascii=False)) if words else None
    return Change(label, (Edit(old, new),) if old != new else ())
