"""Keys of the evidence table, as a table."""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

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
#: What these do, in words for the sheet of keys, and the keys that every table has.
DOES = {
    "accept": "The value is right",
    "reject": "The value is wrong",
    "not_reported": "Not reported",
    "type": "Type the right value",
    "next": "Next unchecked value",
    "history": "What became of the value",
    "undo": "Undo",
    "clear": "Clear a cell of your own",
}
USUAL = (
    ("Return", "Open the sentence in the article"),
    ("Space", "Show or hide the sentence"),
    ("Ctrl+C", "Copy the cells"),
)
#: The keys in words.
WORDS = (
    "Enter opens the text · Y right · X wrong · E correct · N not reported · V next to check · "
    "H history · Space hides"
)
#: The keys in a column of the user's own.
OWN_WORDS = "Type to write · Enter keeps · Escape leaves · Del clears"


def sheet() -> list[tuple[str, tuple[str, ...]]]:
    """What the keys of the table do, in English, each with its keys in Qt's portable text."""
    found: dict[str, tuple[str, ...]] = {words: (key,) for key, words in USUAL}
    for (key, modifier), deed in KEYS.items():
        name = QKeySequence(QKeyCombination(modifier, key)).toString()
        found[DOES[deed]] = (*found.get(DOES[deed], ()), name)
    return list(found.items())


def deed_of(event: QKeyEvent) -> str:
    """What a key does in the table, "" for any other."""
    return KEYS.get((Qt.Key(event.key()), event.modifiers()), "")
