"""Highlights and notes of one article, in reading order; those that lost their place at the end."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.annotations.note_editor import NoteEditor
from reader.desktop.theme import MEANINGS, Theme
from reader.model.annotation import Marked, Note

_QUOTE_SHOWN = 220


class NotesPanel(QScrollArea):
    """Shows what the user wrote about an article, and lets it be written."""

    #: A highlight was chosen; its id.
    chosen = Signal(str)
    #: A note is to be kept: id of its highlight ("" for the article's own), and the text.
    written = Signal(str, str)
    recolour_wanted = Signal(str, str)
    removal_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: dict[str, HighlightCard] = {}
        self._editors: list[NoteEditor] = []
        self.setObjectName("notesPanel")
        self.setAccessibleName("Notes")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_notes(self, note: Note | None, marked: Sequence[Marked]) -> None:
        """Show an article's own note and its highlights. What was being written is kept first."""
        self.flush()
        self._cards, self._editors = {}, []
        page = QWidget()
        page.setObjectName("notesPage")
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(_caption("About the article"))
        column.addWidget(self._editor("", note.text if note else "", "Write a note…"))
        self._add(column, "Highlights", [m for m in marked if m.anchor.state != "orphan"])
        lost = [m for m in marked if m.anchor.state == "orphan"]
        self._add(column, f"Not found in the current text ({len(lost)})", lost)
        if not marked:
            hint = _caption("Select words in the article and press H to highlight them.")
            hint.setObjectName("panelHint")
            column.addWidget(hint)
        column.addStretch(1)
        self.setWidget(page)

    def choose(self, annotation_id: str, *, write: bool = False) -> None:
        """Show a highlight; with `write`, put the cursor into its note."""
        for key, card in self._cards.items():
            card.mark(key == annotation_id)
        if chosen := self._cards.get(annotation_id):
            self.ensureWidgetVisible(chosen)
            if write:
                chosen.editor.show()
                chosen.editor.setFocus()

    def write_about_article(self) -> None:
        """Put the cursor into the article's own note."""
        if self._editors:
            self._editors[0].setFocus()

    @property
    def is_writing(self) -> bool:
        return any(editor.hasFocus() for editor in self._editors)

    def flush(self) -> None:
        """Keep everything that is being written, at once."""
        for editor in self._editors:
            editor.flush()

    def _add(self, column: QVBoxLayout, title: str, marked: Sequence[Marked]) -> None:
        if not marked:
            return
        column.addWidget(_caption(title))
        for row in marked:
            key = row.annotation.id
            editor = self._editor(key, row.note.text if row.note else "", "Note on this highlight…")
            card = HighlightCard(row, editor, self._theme)
            card.chosen.connect(self.chosen)
            card.recolour_wanted.connect(self.recolour_wanted)
            card.removal_wanted.connect(self.removal_wanted)
            self._cards[key] = card
            column.addWidget(card)

    def _editor(self, key: str, text: str, hint: str) -> NoteEditor:
        editor = NoteEditor(text, hint)
        editor.written.connect(lambda words: self.written.emit(key, words))
        editor.left.connect(self.setFocus)
        self._editors.append(editor)
        return editor


class HighlightCard(QFrame):
    """One highlight: its colour, its words, the note on it."""

    chosen = Signal(str)
    recolour_wanted = Signal(str, str)
    removal_wanted = Signal(str)

    def __init__(self, marked: Marked, editor: NoteEditor, theme: Theme) -> None:
        super().__init__()
        self._id = marked.annotation.id
        self.editor = editor
        self.setObjectName("highlightCard")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(8)
        row.addWidget(_bar(marked.annotation.colour, theme))
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(self._head(marked, theme))
        if marked.anchor.state == "ambiguous":
            column.addWidget(_caption("The text changed; this may be another place."))
        editor.setVisible(marked.note is not None)
        column.addWidget(editor)
        row.addLayout(column, 1)

    def mark(self, chosen: bool) -> None:
        self.setProperty("chosen", chosen)
        self.style().unpolish(self)
        self.style().polish(self)
        if chosen:
            self.editor.show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self._id)
        super().mouseReleaseEvent(event)

    def _head(self, marked: Marked, theme: Theme) -> QHBoxLayout:
        words = " ".join(marked.annotation.quote.exact.split())
        shown = words if len(words) <= _QUOTE_SHOWN else f"{words[:_QUOTE_SHOWN]}…"
        quote = QLabel(f"“{shown}”")
        quote.setTextFormat(Qt.TextFormat.PlainText)
        quote.setObjectName("fieldQuote")
        quote.setWordWrap(True)
        more = QToolButton()
        more.setText("⋯")
        more.setAutoRaise(True)
        more.setToolTip("Colour, remove")
        more.setAccessibleName("What to do with this highlight")
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(self._menu(marked.annotation.colour))
        head = QHBoxLayout()
        head.addWidget(quote, 1)
        head.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _menu(self, colour: str) -> QMenu:
        menu = QMenu(self)
        menu.addAction("Write a note", self._write)
        menu.addSeparator()
        for name, meaning in MEANINGS.items():
            action = menu.addAction(f"{name.capitalize()}: {meaning}")
            action.setCheckable(True)
            action.setChecked(name == colour)
            action.triggered.connect(lambda _, c=name: self.recolour_wanted.emit(self._id, c))
        menu.addSeparator()
        menu.addAction("Remove highlight", lambda: self.removal_wanted.emit(self._id))
        return menu

    def _write(self) -> None:
        self.editor.show()
        self.editor.setFocus()


def _bar(colour: str, theme: Theme) -> QFrame:
    bar = QFrame()
    bar.setFixedWidth(4)
    bar.setToolTip(MEANINGS.get(colour, ""))
    paint = theme.colours.highlights.get(colour, theme.colours.highlights["yellow"])
    bar.setStyleSheet(f"background: {paint}; border-radius: 2px;")
    return bar


def _caption(words: str) -> QLabel:
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName("panelCaption")
    made.setWordWrap(True)
    return made
