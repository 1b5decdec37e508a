"""A note as it reads: Markdown, set by Qt from its own words alone."""

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser

from reader.desktop.tongue import tr

_MARKDOWN = QTextDocument.MarkdownFeature
#: As GitHub reads it; HTML in a note is shown as it was typed.
FEATURES = _MARKDOWN.MarkdownDialectGitHub | _MARKDOWN.MarkdownNoHTML


class NoteText(QTextBrowser):
    """As high as its words. Links are told, never followed by Qt; nothing is loaded."""

    link_chosen = Signal(str)
    #: A double click, or Enter: the note is to be written on.
    edit_wanted = Signal()

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.setObjectName("noteText")
        self.setAccessibleName(tr("Note"))
        self.setAccessibleDescription(tr("Press Enter to edit"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.document().setDocumentMargin(2)
        self.anchorClicked.connect(lambda url: self.link_chosen.emit(url.toString()))
        self.show_markdown(markdown)

    def show_markdown(self, markdown: str) -> None:
        self.document().setMarkdown(markdown, FEATURES)
        self._fit()

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        """Nothing is ever loaded: with None, Qt would open local files itself."""
        return QImage(1, 1, QImage.Format.Format_ARGB32)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not self.textCursor().charFormat().isAnchor():
            self.edit_wanted.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        super().focusOutEvent(event)

    def _fit(self) -> None:
        self.document().setTextWidth(max(60, self.viewport().width()))
        height = round(self.document().size().height()) + 4
        if height != self.height():
            self.setFixedHeight(height)
