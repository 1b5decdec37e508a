"""Giving other keys to what the window does. One row an action; without a row it has its usual keys."""

import json
from collections.abc import Mapping, Sequence

from reader.model.change import Change, Edit
from reader.model.settings import Setting
from reader.store.store import Store

_PREFIX = "keys."


def remapped(store: Store) -> dict[str, tuple[str, ...]]:
    """The keys of every action that has other than its usual ones, in Qt's portable text."""
    found: dict[str, tuple[str, ...]] = {}
    for row in store.settings.beginning(_PREFIX):
        try:
            keys = json.loads(row.value)
        except ValueError:
            continue
        if isinstance(keys, list) and all(isinstance(key, str) for key in keys):
            found[row.name.removeprefix(_PREFIX)] = tuple(keys)
    return found


def remap(store: Store, wanted: Mapping[str, Sequence[str] | None], label: str) -> Change:
    """Give actions other keys; None gives an action its usual keys back."""
    edits = []
    for name, keys in wanted.items():
        old = store.settings.one(_PREFIX + name)
        new = None if keys is None else Setting(_PREFIX + name, json.dumps(list(keys)))
        if old != new:
            edits.append(Edit(old, new))
    return Change(label, tuple(edits))


def reset_keys(store: Store) -> Change:
    """Give every action its usual keys back."""
    return remap(store, dict.fromkeys(remapped(store)), "Reset all keys")
