"""Columns of the user's own in the evidence table: making them, and filling them in."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from reader.model.change import Change, Edit
from reader.model.errors import ReaderError
from reader.model.own_columns import (
    KINDS,
    MOST_CHOICES,
    MOST_COLUMNS,
    NAME_LIMIT,
    OwnColumn,
    OwnValue,
    one_line,
    typed_own,
)
from reader.store.store import Store
from reader.text.query.fields import own_field


def columns(store: Store) -> tuple[OwnColumn, ...]:
    """The user's own columns, in their order."""
    return tuple(store.own_columns.all())


def add(store: Store, name: str, kind: str, choices: Iterable[str] = ()) -> Change:
    """Make a column. Raises ReaderError for a name or choices that cannot be."""
    there = columns(store)
    if len(there) >= MOST_COLUMNS:
        raise ReaderError(f"There can be {MOST_COLUMNS} columns of your own. Delete one first.")
    if kind not in KINDS:
        raise ReaderError(f"There is no kind “{kind}”. There are {', '.join(KINDS)}.")
    named = _named(there, name)
    position = max((column.position for column in there), default=-1) + 1
    made = OwnColumn(str(uuid.uuid4()), named, kind, _choices(kind, choices), position)
    return Change(f"Add column “{named}”", (Edit(None, made),))


def edit(store: Store, column: OwnColumn, name: str, choices: Iterable[str]) -> Change:
    """Call a column something else, and offer other choices in it.

    Raises ReaderError for a name that cannot be, and where a value would have no choice any more.
    """
    named = _named([other for other in columns(store) if other.id != column.id], name)
    offered = _choices(column.kind, choices)
    used = {row.value for row in store.own_values.in_column(column.id)} if offered else set()
    if missing := sorted(used - set(offered)):
        raise ReaderError(f"“{missing[0]}” is used in “{column.name}”. Keep it among the choices.")
    after = replace(column, name=named, choices=offered)
    return Change(
        f"Change column “{column.name}”", (Edit(column, after),) if after != column else ()
    )


def move(store: Store, column: OwnColumn, by: int) -> Change:
    """Put a column so many places further on among the user's own."""
    order = [other for other in columns(store) if other.id != column.id]
    there = [other.id for other in columns(store)]
    if column.id not in there:
        return Change(f"Move column “{column.name}”", ())
    at = min(max(0, there.index(column.id) + by), len(order))
    order.insert(at, column)
    edits = [
        Edit(other, replace(other, position=place))
        for place, other in enumerate(order)
        if other.position != place
    ]
    return Change(f"Move column “{column.name}”", tuple(edits))


def delete(store: Store, column: OwnColumn) -> Change:
    """Take a column away with all that was written in it."""
    values = store.own_values.in_column(column.id)
    edits: list[Edit[Any]] = [Edit(row, None) for row in values]
    return Change(f"Delete column “{column.name}”", (*edits, Edit(column, None)))


def write(store: Store, column: OwnColumn, article_ids: Sequence[int], text: str) -> Change:
    """Write a value for a study that these articles report, the first of them first.

    Nothing typed takes the value away. Raises ReaderError for what cannot be a value.
    """
    value = typed_own(column, text)
    there = [row for row in store.own_values.of(article_ids) if row.column_id == column.id]
    label = f"Write “{column.name}”" if value else f"Clear “{column.name}”"
    if not there:
        made = OwnValue(column.id, article_ids[0], value)
        return Change(label, (Edit(None, made),) if value else ())
    keeps, *rest = there
    after = replace(keeps, value=value) if value else None
    # what was written before its articles were seen to report one study goes along
    edits: list[Edit[OwnValue]] = [Edit(row, None) for row in rest]
    return Change(label, tuple([Edit(keeps, after), *edits] if after != keeps else edits))


def _named(others: Iterable[OwnColumn], name: str) -> str:
    words = one_line(name)
    if not words:
        raise ReaderError("Give the column a name.")
    if len(words) > NAME_LIMIT:
        raise ReaderError(f"The name of a column may have {NAME_LIMIT} characters.")
    if any(own_field(words) == own_field(other.name) for other in others):
        raise ReaderError(f"There is a column “{words}” already. Choose another name.")
    return words


def _choices(kind: str, choices: Iterable[str]) -> tuple[str, ...]:
    if kind != "choice":
        return ()
    found = {words.casefold(): words for each in choices if (words := one_line(each))}
    if len(found) < 2:
        raise ReaderError("Give two choices or more, such as: low, unclear, high.")
    if len(found) > MOST_CHOICES:
        raise ReaderError(f"A column may have {MOST_CHOICES} choices.")
    return tuple(found.values())
