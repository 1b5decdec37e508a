"""The search box."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from reader.desktop.theme import Theme

#: Milliseconds after a key before the search begins.
PAUSE = 120


class SearchBar(QLineEdit):
    """Searches as one types; Escape empties it and goes back."""

    #: What to search for now, "" for nothing.
    searched = Signal(str)
    #: The user is done typing and wants the results.
    accepted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._last = ""
        self.setObjectName("searchBar")
        self.setPlaceholderText("Search titles, text, notes and tags")
        self.setAccessibleName("Search")
        self.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        theme.changed.connect(self._paint)
        self._paint()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._search)
        self.textChanged.connect(self._pause.start)

    def clear_quietly(self) -> None:
        """Empty the box without searching; for when another place was chosen."""
        self._last = ""
        self.clear()
        self._pause.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self._search()
            self.accepted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._search()
            self.accepted.emit()
        else:
            super().keyPressEvent(event)

    def _search(self) -> None:
        self._pause.stop()
        words = self.text()
        if words.strip() != self._last.strip():
            self._last = words
            self.searched.emit(words if words.strip() else "")

    def _paint(self) -> None:
        self._glass.setIcon(self._theme.icon("search"))
