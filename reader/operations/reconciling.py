"""Columns of the user's own that a file brings: matched with those that are there, else made."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reader.model.change import Edit
from reader.model.errors import ReaderError
from reader.model.imported import FoundItem
from reader.model.own_columns import MOST_COLUMNS, NAME_LIMIT, OwnColumn, OwnValue, typed_own
from reader.store.store import Store
from reader.text.query.fields import own_field

_PAGE = 500
Pairs = Sequence[tuple[int, FoundItem]]


@dataclass(slots=True)
class Columns:
    """What the columns of files become. Nothing the user wrote is ever replaced."""

    store: Store
    found: Sequence[OwnColumn]
    #: The column of the archive that each column of the files is, by its id there.
    of: dict[str, OwnColumn] = field(default_factory=dict)
    made: list[OwnColumn] = field(default_factory=list)

    def __post_init__(self) -> None:
        there = self.store.own_columns.all()
        for column in self.found:
            if column.id not in self.of and (same := self._same(column, there)):
                self.of[column.id] = same

    def edits(self, known: Pairs, arriving: Pairs) -> list[Edit[Any]]:
        """The columns that are new, and the values that their articles do not have yet."""
        values = [edit for _, found in self._values(known) for edit in found]
        values += [Edit(None, row) for i, item in arriving for row in self._written(i, item)]
        used = {edit.after.column_id for edit in values if edit.after}
        return [*(Edit(None, c) for c in self.made if c.id in used), *values]

    def have_news(self, known: Pairs) -> list[bool]:
        """Whether each item brings a value that its article does not have."""
        return [bool(found) for _, found in self._values(known)]

    def _values(self, known: Pairs) -> Iterable[tuple[int, list[Edit[OwnValue]]]]:
        for start in range(0, len(known), _PAGE):
            page = known[start : start + _PAGE]
            rows = self.store.own_values.of([article_id for article_id, _ in page])
            there = {(row.column_id, row.article_id) for row in rows}
            for article_id, item in page:
                written = self._written(article_id, item)
                new = [row for row in written if (row.column_id, article_id) not in there]
                yield article_id, [Edit(None, row) for row in new]

    def _written(self, article_id: int, item: FoundItem) -> Iterable[OwnValue]:
        """What the item says in the columns there are; what cannot stand there is left out."""
        for column_id, said in item.own:
            column = self.of.get(column_id)
            try:
                value = typed_own(column, said) if column else ""
            except ReaderError:
                continue
            if column and value:
                yield OwnValue(column.id, article_id, value)

    def _same(self, found: OwnColumn, there: Sequence[OwnColumn]) -> OwnColumn | None:
        """The column itself, one of the same name and kind, or a new one; None for one too many."""
        every = [*there, *self.made]
        for column in every:
            alike = own_field(column.name) == own_field(found.name)
            if column.kind == found.kind and (column.id == found.id or alike):
                return column
        if len(every) >= MOST_COLUMNS or any(column.id == found.id for column in every):
            return None
        made = replace(found, name=_free(found.name, every), position=_behind(every))
        self.made.append(made)
        return made


def _free(name: str, there: Sequence[OwnColumn]) -> str:
    """The name, with a number where it is taken."""
    taken = {own_field(column.name) for column in there}
    names = (
        name if n == 1 else f"{name[: NAME_LIMIT - 4]} {n}" for n in range(1, MOST_COLUMNS + 2)
    )
    return next(each for each in names if own_field(each) not in taken)


def _behind(there: Sequence[OwnColumn]) -> int:
    return max((column.position for column in there), default=-1) + 1


def together(files: Iterable[Sequence[OwnColumn]]) -> tuple[OwnColumn, ...]:
    """The columns of several files, each once."""
    found: Mapping[str, OwnColumn] = {column.id: column for columns in files for column in columns}
    return tuple(found.values())
