"""Changing settings."""

import json
from dataclasses import fields

from reader.model.change import Change, Edit
from reader.model.feed import Feed
from reader.model.schedule import FeedOptions, FeedSetting
from reader.model.settings import Setting, Settings
from reader.store.store import Store


def set_one(store: Store, name: str, value: str | int) -> Change:
    """Set one field of `Settings`."""
    if name not in {field.name for field in fields(Settings)}:
        raise KeyError(name)
    old, new = store.settings.one(name), Setting(name, json.dumps(value))
    return Change("Settings", (Edit(old, new),) if old != new else ())


def set_for_feed(store: Store, feed: Feed, **wanted: str | int) -> Change:
    """Set fields of `FeedOptions` for one feed; the usual value of a field is not kept."""
    usual = {field.name: field.default for field in fields(FeedOptions)}
    if unknown := set(wanted) - set(usual):
        raise KeyError(*unknown)
    old = store.feed_settings.of(feed.address)
    edits = []
    for name, value in wanted.items():
        text = "" if value == usual[name] else str(int(value) if value is True else value).strip()
        before = FeedSetting(feed.address, name, old[name]) if name in old else None
        after = FeedSetting(feed.address, name, text) if text else None
        if before != after:
            edits.append(Edit(before, after))
    return Change(f"Settings of {feed.title}", tuple(edits))
