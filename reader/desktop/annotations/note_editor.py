"""A note being written: kept as one types, on disk before it says so."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from reader.desktop.tongue import tr

#: Milliseconds without a key after which what was typed is kept.
PAUSE = 400
#: Milliseconds after which it is kept although the keys do not rest.
LONGEST = 2_000


class NoteEditor(QPlainTextEdit):
    """Markdown as plain text. Grows with what is written."""

    #: Escape: the user has finished.
    left = Signal()
    #: The keys went elsewhere.
    rested = Signal()
    #: How the words stand: "Saved", "Not saved yet", why not.
    stood = Signal(str)

    def __init__(self, text: str, hint: str, keep: Callable[[str], bool]) -> None:
        """`keep` puts a text on disk; False where that failed, which has been said."""
        super().__init__()
        self._kept = text.strip()
        self._keep = keep
        self.setObjectName("noteEditor")
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST)
        self._longest.timeout.connect(self.flush)
        self.textChanged.connect(self._typed)
        self._grow()

    @property
    def is_kept(self) -> bool:
        """What stands here is on disk."""
        return self.toPlainText().strip() == self._kept

    def flush(self) -> None:
        """Keep what is not kept yet, at once. What cannot be kept stays, and is tried again."""
        self._pause.stop()
        self._longest.stop()
        if self.is_kept:
            return
        before, self._kept = self._kept, self.toPlainText().strip()
        if self._keep(self._kept):
            self.stood.emit(tr("Saved"))
        else:
            self._kept = before
            self.stood.emit(tr("Not saved: see the line at the bottom of the window."))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.rested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._grow()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Plain text only, whatever was copied."""
        self.insertPlainText(source.text())

    def _typed(self) -> None:
        self._grow()
        self._pause.start()
        if not self.is_kept:
            if not self._longest.isActive():
                self._longest.start()
            self.stood.emit(tr("Not saved yet"))

    def _grow(self) -> None:
        lines = min(12, max(2, self.document().blockCount()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 16)
