"""A note being written: kept as one types, on disk before it says so."""

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

#: Milliseconds without a key after which what was typed is kept.
PAUSE = 400


class NoteEditor(QPlainTextEdit):
    """Markdown as plain text. Grows with what is written."""

    #: What stands in the editor now, to be kept.
    written = Signal(str)
    #: Escape: the user has finished.
    left = Signal()

    def __init__(self, text: str, hint: str) -> None:
        super().__init__()
        self._kept = text
        self.setObjectName("noteEditor")
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._pause.start)
        self.textChanged.connect(self._grow)
        self._grow()

    def flush(self) -> None:
        """Keep what is not kept yet, at once."""
        self._pause.stop()
        text = self.toPlainText().strip()
        if text != self._kept.strip():
            self._kept = text
            self.written.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)

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

    def _grow(self) -> None:
        lines = min(12, max(2, self.document().blockCount()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 16)
