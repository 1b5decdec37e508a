"""Keys of the evidence table, as a table."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier

#: What a key does with the current cell.
KEYS = {
    (Qt.Key.Key_Y, _NONE): "accept",
    (Qt.Key.Key_X, _NONE): "reject",
    (Qt.Key.Key_X, _SHIFT): "not_reported",
    (Qt.Key.Key_N, _NONE): "not_reported",
    (Qt.Key.Key_E, _NONE): "type",
    (Qt.Key.Key_F2, _NONE): "type",
    (Qt.Key.Key_V, _NONE): "next",
    (Qt.Key.Key_H, _NONE): "history",
    (Qt.Key.Key_Z, _NONE): "undo",
    (Qt.Key.Key_Delete, _NONE): "clear",
}
#: The keys in words.
WORDS = (
    "Enter opens the text · Y right · X wrong · E correct · N not reported · V next to check · "
    "H history · Space hides"
)
#: The keys in a column of the user's own.
OWN_WORDS = "Type to write · Enter keeps · Escape leaves · Del clears"


def deed_of(event: QKeyEvent) -> str:
    """What a key does in the table, "" for any other."""
    return KEYS.get((Qt.Key(event.key()), event.modifiers()), "")
