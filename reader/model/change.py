"""What an operation proposes: rows before and after. Undo is the swap; there is no other."""

from collections.abc import Generator
from typing import Any, Generic, TypeVar

from reader.model.frozen import dataclass

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Edit(Generic[Row]):
    """One row on either side of a change; None where it is not there."""

    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class Change:
    """A named, undoable change. `label` reads as a menu does: "Star", "Mark 12 read"."""

    label: str
    edits: tuple[Edit[Any], ...]

    def reversed(self) -> "Change":
        return Change(self.label, tuple(Edit(e.after, e.before) for e in self.edits[::-1]))

    @property
    def kinds(self) -> frozenset[type]:
        """The kinds of row that this change touches."""
        sides = (row for edit in self.edits for row in (edit.before, edit.after))
        return frozenset(type(row) for row in sides if row is not None)

    def __bool__(self) -> bool:
        return bool(self.edits)


@dataclass(frozen=True, slots=True)
class Step:
    """How far a long operation is. `total` is 0 while it is not known."""

    done: int
    total: int
    message: str
    #: The kinds of row that changed since the step before.
    kinds: frozenset[type] = frozenset()
    #: What a script may want to know of this step, such as {"feed": …, "new": 3}.
    report: dict[str, Any] | None = None


#: A long operation: it works while it is iterated, and tidies up when it is closed.
Steps = Generator[Step, None, None]
