"""Renaming, merging, colouring, pinning and deleting tags, with those below them."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from reader.model.annotation import AnnotationTagging
from reader.model.article import Tagging
from reader.model.change import Change, Edit
from reader.model.errors import ReaderError
from reader.model.tag import PINS, TAG_COLOURS, TagColour, TagPin, folded, is_below
from reader.operations.tagging import tag, tidy, untag
from reader.store.store import Store


def rename_tag(store: Store, old: str, new: str) -> Change:
    """Call a tag something else, the tags below it too; a name that is in use merges the two.

    Rules that put the tag on put the new one on. Raises ReaderError for a name that is none.
    """
    new = tidy(new)
    merged = folded(new) != folded(old) and bool(store.tags.under(new))
    if merged:
        new = store.tags.spelling(new)
    edits: list[Edit[Any]] = [*_moved_taggings(store, old, new), *_moved_looks(store, old, new)]
    edits += _moved_on_highlights(store, old, new)
    for rule in store.rules.all():
        if rule.tag and is_below(rule.tag, old):
            edits.append(Edit(rule, replace(rule, tag=_moved(rule.tag, old, new))))
    verb = "Merge tag “{}” into “{}”" if merged else "Rename tag “{}” to “{}”"
    changes = tuple(edit for edit in edits if edit.before != edit.after)
    return Change(verb.format(old, new), changes)


def delete_tag(store: Store, name: str) -> Change:
    """Take a tag and the ones below it off all articles. Rules that would put it on again pause."""
    taggings = store.tags.under(name)
    gone: list[Any] = [*taggings, *store.tag_colours.under(name)]
    gone += store.annotation_tags.under(name)
    gone += (pin for pin in store.tag_pins.all() if is_below(pin.name, name))
    edits: list[Edit[Any]] = [Edit(row, None) for row in gone]
    for rule in store.rules.all():
        if rule.active and rule.tag and is_below(rule.tag, name):
            edits.append(Edit(rule, replace(rule, active=False)))
    count = len({row.article_id for row in taggings})
    noun = "article" if count == 1 else "articles"
    return Change(f"Delete tag “{name}” from {count:,} {noun}", tuple(edits))


def colour_tag(store: Store, name: str, colour: str) -> Change:
    """Give a tag one of `TAG_COLOURS`, or "" for none."""
    if colour and colour not in TAG_COLOURS:
        raise ReaderError(f"A tag can be {', '.join(TAG_COLOURS)}; “{colour}” is none of them.")
    old = _of(store.tag_colours.under(name), name)
    new = TagColour(name, colour) if colour else None
    return Change(f"Colour tag “{name}”", (Edit(old, new),) if old != new else ())


def pin_tag(store: Store, name: str, place: int) -> Change:
    """Let Ctrl and a digit put a tag on articles; 0 takes its key away. Who had the key loses it."""
    if place and place not in PINS:
        raise ReaderError(f"A tag can be pinned to 1 to 9; {place} is none of them.")
    pins = store.tag_pins.all()
    gone = [pin for pin in pins if pin.place == place or folded(pin.name) == folded(name)]
    new = TagPin(place, name) if place else None
    if new in gone:
        return Change(f"Pin tag “{name}”", ())
    edits: list[Edit[Any]] = [Edit(pin, None) for pin in gone]
    edits += [Edit(None, new)] if new else []
    return Change(f"Pin tag “{name}”" if place else f"Unpin tag “{name}”", tuple(edits))


def toggle_pinned(store: Store, article_ids: list[int], place: int) -> Change:
    """Put the tag of a key on articles, or take it off where all have it."""
    pin = next((pin for pin in store.tag_pins.all() if pin.place == place), None)
    if pin is None:
        raise ReaderError(
            f"No tag has the key Ctrl+{place} yet. Give it to one in Tags ▸ All tags."
        )
    return tag(store, article_ids, pin.name) or untag(store, article_ids, pin.name)


def _moved_taggings(store: Store, old: str, new: str) -> list[Edit[Tagging]]:
    """Each tagging under its new name; it goes where the article has that tag already."""
    rows = store.tags.under(old)
    going = set(rows)
    had = {
        (row.article_id, folded(row.name))
        for row in store.tags.of({row.article_id for row in rows})
        if row not in going
    }
    edits = []
    for row in rows:
        moved = Tagging(row.article_id, tidy(_moved(row.name, old, new)))
        doubled = (moved.article_id, folded(moved.name)) in had
        edits.append(Edit(row, None if doubled else moved))
    return edits


def _moved_on_highlights(store: Store, old: str, new: str) -> list[Edit[AnnotationTagging]]:
    """As `_moved_taggings`, for the tags on highlights."""
    rows = store.annotation_tags.under(old)
    going = set(rows)
    others = store.annotation_tags.of({row.annotation_id for row in rows})
    had = {(row.annotation_id, folded(row.name)) for row in others if row not in going}
    edits = []
    for row in rows:
        moved = replace(row, name=tidy(_moved(row.name, old, new)))
        doubled = (moved.annotation_id, folded(moved.name)) in had
        edits.append(Edit(row, None if doubled else moved))
    return edits


def _moved_looks(store: Store, old: str, new: str) -> list[Edit[Any]]:
    """Colours and keys under the new name; where that has its own, it keeps them."""
    colours, pins = store.tag_colours.under(old), store.tag_pins.all()
    own = {folded(c.name) for c in store.tag_colours.under(new)} - _names(colours)
    pinned = [pin for pin in pins if is_below(pin.name, old)]
    keyed = _names(pins) - _names(pinned)
    edits: list[Edit[Any]] = []
    for row, taken in [(c, own) for c in colours] + [(p, keyed) for p in pinned]:
        name = _moved(row.name, old, new)
        edits.append(Edit(row, None if folded(name) in taken else replace(row, name=name)))
    return edits


def _moved(name: str, old: str, new: str) -> str:
    below = name.split("/")[old.count("/") + 1 :]
    return "/".join([new, *below])


def _names(rows: Iterable[TagColour | TagPin]) -> set[str]:
    return {folded(row.name) for row in rows}


def _of(rows: Iterable[TagColour], name: str) -> TagColour | None:
    return next((row for row in rows if folded(row.name) == folded(name)), None)
