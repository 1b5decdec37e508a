"""What a publisher changed in an article: numbers first, then word by word."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextEdit, QVBoxLayout, QWidget

from reader.desktop.theme import Theme
from reader.desktop.tongue import tr
from reader.text.differences import ChangedNumber, Piece, changed_numbers

#: Characters of unchanged text that are shown on either side of a change.
_AROUND = 160


class ChangesDialog(QDialog):
    """Read only; what was removed is struck out, what was added underlined."""

    def __init__(self, pieces: Sequence[Piece], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours = theme.colours
        self.setWindowTitle(tr("What the publisher changed"))
        self.resize(720, 560)
        numbers = changed_numbers(pieces)
        caption = QLabel(tr("Numbers that changed") if numbers else tr("No number changed."))
        caption.setObjectName("panelCaption")
        self._text = QTextEdit()
        self._text.setReadOnly(True)
        self._text.setAcceptRichText(False)
        self._text.setAccessibleName(tr("Changes"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (caption, self._text, buttons):
            column.addWidget(widget)
        cursor = self._text.textCursor()
        for number in numbers:
            self._write_number(cursor, number)
        if numbers:
            cursor.insertBlock()
        self._write_pieces(cursor, pieces)
        self._text.moveCursor(QTextCursor.MoveOperation.Start)

    @property
    def words(self) -> str:
        return self._text.toPlainText()

    def _write_number(self, cursor: QTextCursor, number: ChangedNumber) -> None:
        before = number.before or "(nothing)"
        cursor.insertText(before, self._format("removed"))
        cursor.insertText("  →  ", self._format("same"))
        cursor.insertText(number.after or "(nothing)", self._format("added"))
        cursor.insertText(f"     {number.around}", self._format("dim"))
        cursor.insertBlock()

    def _write_pieces(self, cursor: QTextCursor, pieces: Sequence[Piece]) -> None:
        for place, piece in enumerate(pieces):
            text = piece.text
            if piece.kind == "same":
                text = _shortened(text, first=place == 0, last=place == len(pieces) - 1)
            cursor.insertText(text, self._format(piece.kind))

    def _format(self, kind: str) -> QTextCharFormat:
        made = QTextCharFormat()
        colour = {
            "removed": self._colours.error,
            "added": self._colours.evidence,
            "dim": self._colours.dim,
        }.get(kind, self._colours.text)
        made.setForeground(QColor(colour))
        made.setFontStrikeOut(kind == "removed")
        if kind == "added":
            made.setBackground(QColor(self._colours.evidence_page))
            made.setFontUnderline(True)
        return made


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """What did not change, without its middle."""
    if len(text) <= 2 * _AROUND + 40:
        return text
    head = "" if first else text[:_AROUND].rsplit(" ", 1)[0] + " "
    tail = "" if last else " " + text[-_AROUND:].split(" ", 1)[-1]
    return f"{head}\n[…]\n{tail.lstrip()}"
