"""A note: read as Markdown, written as plain text, on disk before it says so."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.desktop.annotations.note_editor import NoteEditor
from reader.desktop.annotations.note_text import NoteText

#: Keeps a note; True once it is on disk.
Keep = Callable[[str], bool]


class NoteBox(QWidget):
    """Shows what is written; a double click, Enter or `write` opens the editor."""

    link_chosen = Signal(str)
    #: Escape in the editor: the user has finished.
    left = Signal()

    def __init__(self, text: str, hint: str, keep: Keep, *, always: bool = False) -> None:
        """With `always` the editor is open while there is no note yet."""
        super().__init__()
        self._always = always
        self.text = NoteText(text)
        self.editor = NoteEditor(text, hint, keep)
        self._state = QLabel()
        self._state.setObjectName("noteState")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self.text, self.editor, self._state):
            column.addWidget(part)
        self.text.link_chosen.connect(self.link_chosen)
        self.text.edit_wanted.connect(self.write)
        self.editor.left.connect(self._leave)
        self.editor.rested.connect(self._read)
        self.editor.stood.connect(self._say)
        self._show(writing=False)

    def write(self) -> None:
        """Put the cursor into the note."""
        self._show(writing=True)
        self.editor.setFocus()
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)

    def _leave(self) -> None:
        self._read()
        self.left.emit()

    def _read(self) -> None:
        """Show what is kept; an editor whose words are not on disk stays open."""
        if self.editor.is_kept:
            self.text.show_markdown(self.editor.toPlainText())
            self._show(writing=False)

    def _show(self, *, writing: bool) -> None:
        has_text = bool(self.editor.toPlainText().strip())
        self.text.setVisible(has_text and not writing)
        self.editor.setVisible(writing or (self._always and not has_text))
        self._state.setVisible(False)
        wanted = has_text or writing or self._always
        if not wanted or self.parentWidget():  # without a parent it would be shown as a window
            self.setVisible(wanted)

    def _say(self, words: str) -> None:
        self._state.setText(words)
        self._state.setVisible(bool(words))
