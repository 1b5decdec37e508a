"""Help, what is new and about, in one dialog. Nothing in it needs a network."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.help.documents import changelog, help_text, version
from reader.desktop.theme import Theme
from reader.desktop.tongue import tr

HELP, NEWS, ABOUT = 0, 1, 2
_PROMISE = (
    "Research news, with the study behind it in sight.",
    "Everything is kept on this computer. No account, no telemetry.",
    "Free software under the MIT licence.",
)


class HelpDialog(QDialog):
    """Three pages; `page` is the one to open."""

    def __init__(self, page: int, archive: Path, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help"))
        self.resize(720, 640)
        self.pages = QTabWidget()
        self.pages.setObjectName("sidePanel")
        self.pages.setDocumentMode(True)
        self.pages.addTab(_text(help_text(), tr("Help")), tr("Help"))
        self.pages.addTab(_text(changelog(), tr("What is new")), tr("What is new"))
        self.pages.addTab(_about(archive, theme), tr("About"))
        self.pages.setCurrentIndex(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.addWidget(self.pages, 1)
        row = QVBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(buttons)
        column.addLayout(row)
        self.pages.currentWidget().setFocus()


def _text(markdown: str, name: str) -> QTextBrowser:
    """Our own words only; nothing is loaded and no link leads anywhere."""
    browser = QTextBrowser()
    browser.setObjectName("helpText")
    browser.setAccessibleName(name)
    browser.setFrameShape(QFrame.Shape.NoFrame)
    browser.setOpenLinks(False)
    font = QFont()
    font.setPixelSize(15)
    browser.document().setDefaultFont(font)
    browser.document().setDocumentMargin(28)
    browser.setMarkdown(markdown)
    _space(browser.document())
    browser.moveCursor(QTextCursor.MoveOperation.Start)
    return browser


def _space(document: QTextDocument) -> None:
    """Air between paragraphs, which Qt leaves out."""
    block = document.begin()
    while block.isValid():
        shape = block.blockFormat()
        is_heading = shape.headingLevel() > 0
        shape.setTopMargin(20 if is_heading and block.blockNumber() else 0)
        shape.setBottomMargin(8 if is_heading or not block.textList() else 4)
        shape.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        QTextCursor(block).setBlockFormat(shape)
        block = block.next()


def _about(archive: Path, theme: Theme) -> QWidget:
    page = QWidget()
    page.setObjectName("aboutPage")
    column = QVBoxLayout(page)
    column.setContentsMargins(28, 28, 28, 28)
    column.setSpacing(10)
    mark = QLabel()
    mark.setPixmap(theme.icon("app").pixmap(72, 72))
    mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column.addStretch(1)
    column.addWidget(mark)
    column.addWidget(_line("Studywire", "firstTitle"))
    column.addWidget(_line(version(), "firstWords"))
    for words in map(tr, _PROMISE):
        column.addWidget(_line(words, ""))
    column.addWidget(_line(tr("Your archive: {archive}", archive=archive), "firstHint"))
    column.addStretch(2)
    return page


def _line(words: str, name: str) -> QLabel:
    made = QLabel(words)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
