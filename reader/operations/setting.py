"""Changing settings."""

import json
from dataclasses import fields

from reader.model.change import Change, Edit
from reader.model.settings import Setting, Settings
from reader.store.store import Store


def set_one(store: Store, name: str, value: str | int) -> Change:
    """Set one field of `Settings`."""
    if name not in {field.name for field in fields(Settings)}:
        raise KeyError(name)
    old, new = store.settings.one(name), Setting(name, json.dumps(value))
    return Change("Settings", (Edit(old, new),) if old != new else ())
