"""What can be done with a tag, as a menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from reader.desktop.tongue import tr
from reader.model.tag import PINS, TAG_COLOURS


def tag_menu(
    name: str, colour: str, pin: int, do: Callable[[str, str, str], None], parent: QWidget
) -> QMenu:
    """The menu for a tag of this colour and key; `do` takes what, the tag and the colour or digit."""
    menu = QMenu(parent)
    menu.addAction(tr("Rename or merge…"), lambda: do("rename", name, ""))
    colours = menu.addMenu(tr("Colour"))
    for value in ("", *TAG_COLOURS):
        action = colours.addAction(
            value.capitalize() or tr("None"), partial(do, "colour", name, value)
        )
        action.setCheckable(True)
        action.setChecked(value == colour)
    pins = menu.addMenu(tr("Key"))
    for place in (0, *PINS):
        words = f"Ctrl+{place}" if place else tr("None")
        action = pins.addAction(words, partial(do, "pin", name, str(place)))
        action.setCheckable(True)
        action.setChecked(place == pin)
    menu.addSeparator()
    menu.addAction(tr("Delete"), lambda: do("delete", name, ""))
    return menu
