"""The search box."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from reader.desktop.jobs import Questions
from reader.desktop.theme import Theme
from reader.desktop.tongue import tr
from reader.desktop.writing import utf16_length
from reader.store.store import Store

if TYPE_CHECKING:
    from reader.desktop.search.completions import Completions
    from reader.text.query.completing import Typing

#: Milliseconds after a key before the search begins.
PAUSE = 120
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchBar(QLineEdit):
    """Searches as one types, and offers fields and values; Escape empties it and goes back."""

    #: What to search for now, "" for nothing.
    searched = Signal(str)
    #: The user is done typing and wants the results.
    accepted = Signal()

    def __init__(self, store: Store, questions: Questions, theme: Theme) -> None:
        super().__init__()
        self._store = store
        self._questions = questions
        self._theme = theme
        self._last = ""
        self._place: Typing | None = None
        self.setObjectName("searchBar")
        self.setPlaceholderText(tr("Search words, or ask: design:rct n>=100 condition:stroke"))
        self.setAccessibleName(tr("Search"))
        self.textChanged.connect(self._offer_clearing)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        theme.changed.connect(self._paint)
        self._paint()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._search)
        self.textChanged.connect(self._pause.start)
        self.textEdited.connect(self.suggest)

    @cached_property
    def completions(self) -> "Completions":
        from reader.desktop.search.completions import Completions

        made = Completions(self, self._theme)
        made.chosen.connect(self._complete)
        return made

    def clear_quietly(self) -> None:
        """Empty the box without searching; for when another place was chosen."""
        self._last = ""
        self.clear()
        self._pause.stop()

    def show_quietly(self, text: str) -> None:
        """Show a query that is searched for already."""
        self._last = text
        self.setText(text)
        self._pause.stop()

    def write(self, text: str) -> None:
        """Put a query into the box and search for it now."""
        self.setText(text)
        self._search()

    def mark(self, start: int, end: int) -> None:
        """Select a part of what is typed, given in code points."""
        text = self.text()
        self.setFocus()
        self.setSelection(utf16_length(text[:start]), utf16_length(text[start:end]))

    def suggest(self, *, fully: bool = False) -> None:
        """Offer what may stand under the cursor; `fully` before anything is typed, too."""
        from reader.operations.suggesting import suggestions

        text = self.text()
        cursor = len(text) if self.cursorPosition() >= utf16_length(text) else self._cursor()

        def answer(found: "tuple[Typing, tuple[object, ...]]") -> None:
            if self.text() == text:
                self._offer(*found, fully=fully)

        self._questions.ask(lambda: suggestions(self._store, text, cursor), answer)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's own
        """Tab takes a suggestion while they are shown."""
        return False if self.completions.is_shown else super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.completions.takes(key):
            event.ignore()  # the list of suggestions gets it
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self._search()
            self.accepted.emit()
        elif key == Qt.Key.Key_Down and not self.text() and not self.completions.is_shown:
            self.suggest(fully=True)
        elif key in _ENTER or key == Qt.Key.Key_Down:
            self._accept()
        elif key == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.suggest(fully=True)
        else:
            super().keyPressEvent(event)

    def _accept(self) -> None:
        """The results, now; and the search is offered again another time."""
        self.completions.hide()
        self._search(again=True)
        self.accepted.emit()
        words = self.text()
        if words.strip() and not self._store.read_only:
            from reader.operations.repeating import remember

            keep = lambda: self._store.apply(remember(self._store, words))  # noqa: E731
            self._questions.ask(keep, lambda _: None)

    def _cursor(self) -> int:
        """Where the cursor is, in code points."""
        units = self.text().encode("utf-16-le", "surrogatepass")[: 2 * self.cursorPosition()]
        return len(units.decode("utf-16-le", "replace"))

    def _offer(self, place: "Typing", found: "tuple[object, ...]", *, fully: bool) -> None:
        begun = len(place.begun) > 1 or place.kind != "word"
        self._place = place
        # A popup may count as the active window, and the box then as without focus.
        here = self.hasFocus() or self.completions.is_shown
        if found and here and (begun or fully):
            self.completions.show_rows(found)
        else:
            self.completions.hide()

    def _complete(self, chosen: str) -> None:
        from reader.text.query.completing import spliced

        if self._place is None:
            return
        text, cursor = spliced(self.text(), self._place, chosen)
        self.setText(text)
        self.setCursorPosition(utf16_length(text[:cursor]))
        if chosen.endswith(":"):
            self.suggest()

    def _search(self, *, again: bool = False) -> None:
        self._pause.stop()
        words = self.text()
        if again or words != self._last:
            self._last = words
            self.searched.emit(words if words.strip() else "")

    def _offer_clearing(self) -> None:
        """With the first words: Qt looks for a sign for it in all themes of the system."""
        self.textChanged.disconnect(self._offer_clearing)
        self.setClearButtonEnabled(True)

    def _paint(self) -> None:
        self._glass.setIcon(self._theme.icon("search"))
