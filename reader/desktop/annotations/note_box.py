"""A note: read as Markdown, written as plain text, on disk before it says so."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.desktop.annotations.note_editor import NoteEditor
from reader.desktop.annotations.note_text import NoteText

#: Keeps a note; True once it is on disk.
Keep = Callable[[str], bool]


class NoteBox(QWidget):
    """Shows what is written; a double click, Enter or `write` opens the editor.

    What shows and what edits a note are made when they are first needed: a panel may have hundreds.
    """

    link_chosen = Signal(str)
    #: Escape in the editor: the user has finished.
    left = Signal()

    def __init__(self, text: str, hint: str, keep: Keep, *, always: bool = False) -> None:
        """With `always` the editor is open while there is no note yet."""
        super().__init__()
        self._kept = (text, hint, keep)
        self._always = always
        self._text: NoteText | None = None
        self._editor: NoteEditor | None = None
        self._state: QLabel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._show(writing=False)

    @property
    def text(self) -> NoteText:
        if self._text is None:
            self._text = NoteText(self._written)
            self._text.link_chosen.connect(self.link_chosen)
            self._text.edit_wanted.connect(self.write)
            self._column.insertWidget(0, self._text)
        return self._text

    @property
    def editor(self) -> NoteEditor:
        if self._editor is None:
            self._editor = NoteEditor(*self._kept)
            self._editor.left.connect(self._leave)
            self._editor.rested.connect(self._read)
            self._editor.stood.connect(self._say)
            self._column.addWidget(self._editor)
        return self._editor

    @property
    def is_typed_in(self) -> bool:
        return self._editor is not None and self._editor.hasFocus()

    def flush(self) -> None:
        """Keep what is not kept yet, at once."""
        if self._editor:
            self._editor.flush()

    def write(self) -> None:
        """Put the cursor into the note."""
        self._show(writing=True)
        self.editor.setFocus()
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)

    @property
    def _written(self) -> str:
        return self._editor.toPlainText() if self._editor else self._kept[0]

    def _leave(self) -> None:
        self._read()
        self.left.emit()

    def _read(self) -> None:
        """Show what is kept; an editor whose words are not on disk stays open."""
        if self.editor.is_kept:
            self.text.show_markdown(self._written)
            self._show(writing=False)

    def _show(self, *, writing: bool) -> None:
        has_text = bool(self._written.strip())
        edits = writing or (self._always and not has_text)
        if self._text or (has_text and not writing):
            self.text.setVisible(has_text and not writing)
        if self._editor or edits:
            self.editor.setVisible(edits)
        if self._state:
            self._state.hide()
        wanted = has_text or writing or self._always
        if not wanted or self.parentWidget():  # without a parent it would be shown as a window
            self.setVisible(wanted)

    def _say(self, words: str) -> None:
        if self._state is None:
            self._state = QLabel()
            self._state.setObjectName("noteState")
            self._column.addWidget(self._state)
        self._state.setText(words)
        self._state.setVisible(bool(words))
