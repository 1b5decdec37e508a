"""Which keys do what: the usual ones of the table, and those the user gave instead."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import field

from PySide6.QtGui import QKeySequence

from reader.desktop.actions import DEED, DEEDS
from reader.desktop.keys_in_use import native
from reader.desktop.tongue import tr
from reader.model.frozen import dataclass

#: Where one step of a key ends; a comma may be a key itself, as in "Ctrl+,".
_BETWEEN = re.compile(r"(?<=[^+ ]), (?=.)")


@dataclass(frozen=True, slots=True)
class Keymap:
    """`own` are the keys of actions that have other than their usual ones, in portable text."""

    own: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def keys(self, name: str) -> tuple[str, ...]:
        """The keys of an action, the first being the one that is shown."""
        return self.own.get(name, DEED[name].keys)

    def is_own(self, name: str) -> bool:
        return self.keys(name) != DEED[name].keys

    def shown(self, name: str) -> str:
        """The first key as it stands on this system's keyboards; "" for none."""
        keys = self.keys(name)
        return native(keys[0]) if keys else ""

    def clashes(self, name: str, key: str) -> list[str]:
        """Other actions that a key would be taken from: the same, or one is the other's beginning."""
        return [
            deed.name
            for deed in DEEDS
            if deed.name != name and any(_meet(key, other) for other in self.keys(deed.name))
        ]

    def without(self, name: str, key: str) -> tuple[str, ...]:
        """The keys that are left to an action when another takes `key`."""
        return tuple(other for other in self.keys(name) if not _meet(key, other))


def all_native(keys: Iterable[str]) -> str:
    """Several keys as one reads them."""
    return tr("  or  ").join(native(key) for key in keys)


def _meet(one: str, other: str) -> bool:
    """Both cannot be told apart while they are typed."""
    first, second = _strokes(one), _strokes(other)
    shorter = min(len(first), len(second))
    return shorter > 0 and first[:shorter] == second[:shorter]


def _strokes(key: str) -> list[str]:
    """The key in its steps: "G, U" is two."""
    normal = QKeySequence(key).toString()
    return _BETWEEN.split(normal) if normal else []
