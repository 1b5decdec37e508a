"""Changes of the user that took rows away, kept so that they can be undone after a restart."""

import json
import time
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reader.model.annotation import ReadingPlace, Settled
from reader.model.article import Mute, ReadMark, Star, TextChoice
from reader.model.change import Change, Edit
from reader.model.correction import Seen
from reader.model.imported import Imported
from reader.model.schedule import FeedSetting
from reader.model.searches import Ruled
from reader.model.settings import Setting
from reader.model.tag import TagColour, TagPin
from reader.store.table import Connect, Table

if TYPE_CHECKING:
    from cattrs import Converter

#: So many are kept, for so many days, and none whose rows take more characters.
KEPT, DAYS, LARGEST = 40, 30, 8_000_000

#: Rows whose going alone is no deletion: they are as quickly set again.
_SLIGHT = {
    *(Mute, ReadMark, Star, TextChoice, Seen, FeedSetting, Ruled, Setting, TagColour, TagPin),
    *(ReadingPlace, Settled),
}


class Deletions(Table):
    """The newest deletions that still stand."""

    def __init__(self, connect: Connect, kinds: Iterable[type]) -> None:
        """`kinds` are all the rows that a change may touch. Imports are not kept: too large."""
        super().__init__(connect)
        self._kinds = {kind.__name__: kind for kind in kinds if kind is not Imported}

    def keep(self, change: Change) -> int:
        """Keep a deletion, in the transaction that carries it out; 0 where there is none to keep."""
        if not self._is_deletion(change):
            return 0
        text = json.dumps([self._written(edit) for edit in change.edits], ensure_ascii=False)
        if len(text) > LARGEST:
            return 0
        row = self._one(
            "insert into deletion (made, label, edits) values (?, ?, ?) returning id",
            (int(time.time()), change.label, text),
        )
        self._run(
            "delete from deletion where id <= ? or made < ?",
            (row[0] - KEPT, int(time.time()) - DAYS * 86_400),
        )
        return int(row[0])

    def forget(self, deletion_id: int) -> None:
        """It was undone."""
        self._run("delete from deletion where id = ?", (deletion_id,))

    def all(self) -> list[tuple[int, Change]]:
        """Those that still stand, the oldest first. One that cannot be read is passed over."""
        rows = self._all("select id, label, edits from deletion order by id")
        return [(row[0], change) for row in rows if (change := self._change(row[1], row[2]))]

    def _is_deletion(self, change: Change) -> bool:
        gone = {type(edit.before) for edit in change.edits if edit.after is None}
        return bool(gone - _SLIGHT) and change.kinds <= set(self._kinds.values())

    def _written(self, edit: Edit[Any]) -> list[Any]:
        name = type(edit.before if edit.before is not None else edit.after).__name__
        return [name, *(_converter().unstructure(row) for row in (edit.before, edit.after))]

    def _change(self, label: str, text: str) -> Change | None:
        try:
            edits = [self._edit(*row) for row in json.loads(text)]
        except (KeyError, TypeError, ValueError, ExceptionGroup):
            return None
        return Change(label, tuple(edits))

    def _edit(self, name: str, *sides: Any) -> Edit[Any]:
        kind = self._kinds[name]
        before, after = (None if s is None else _converter().structure(s, kind) for s in sides)
        return Edit(before, after)


@lru_cache(maxsize=1)
def _converter() -> "Converter":
    from cattrs.preconf.json import make_converter  # few starts of the program need it

    return make_converter()
