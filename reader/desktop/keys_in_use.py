"""The keys that hold now, for hints and sentences that tell one: they follow what the user remaps."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from weakref import WeakSet

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from reader.desktop.tongue import spoken, tr

#: Keys by the names of actions, as this system calls them.
_worn: dict[str, str] = {}
#: What actions are called, for those without a key.
_called: dict[str, str] = {}
#: The widgets with hints that are still there.
_hinted: WeakSet[QWidget] = WeakSet()


def wear(keys: Mapping[str, Sequence[str]], called: Mapping[str, str]) -> None:
    """From now on these keys hold; `called` are the names of the actions in menus."""
    before = dict(_worn)
    _worn.update({name: native(its[0]) if its else "" for name, its in keys.items()})
    _called.update(called)
    if _worn != before:
        for widget in tuple(_hinted):
            if isValid(widget):
                _dress(widget)


def key_of(name: str) -> str:
    """The first key of an action; "" for none."""
    return _worn.get(name, "")


def key_or_name(name: str) -> str:
    """What to press: the key of an action, or where there is none, what its menu says."""
    return key_of(name) or f"“{tr(_called.get(name, name)).rstrip('…')}”"


def with_key(words: str, name: str) -> str:
    """Words with the key of an action in brackets after them, if it has one."""
    return f"{words} ({key})" if (key := key_of(name)) else words


def hint(widget: QWidget, words: str, name: str) -> None:
    """Give a widget a tooltip that ends in the key of an action, whatever that is later."""
    _hinted.add(widget)
    widget.setProperty("hint", words)
    widget.setProperty("hint_of", name)
    _dress(widget)


def with_keys(text: str) -> str:
    """A text with the keys of actions in place of their names in braces."""
    return re.sub(r"\{(\w+)\}", lambda found: key_or_name(found[1]), text)


def native(key: str) -> str:
    """A key as it is called on this system, in the language in use."""
    return _native(key, spoken())


@lru_cache(maxsize=512)
def _native(key: str, _language: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _dress(widget: QWidget) -> None:
    said = with_key(str(widget.property("hint")), str(widget.property("hint_of")))
    widget.setToolTip(said)
