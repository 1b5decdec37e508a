"""Finding words in the open article: all are marked, one after the other is gone to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton

from reader.desktop.keys_in_use import hint
from reader.desktop.theme import Theme
from reader.desktop.tongue import number, tr
from reader.text.revised import level

#: Places that are marked at most; there may be more.
MOST = 2_000


def occurrences(text: str, words: str) -> list[tuple[int, int]]:
    """Where words stand in a text; letters of either case, and all quotation marks, are alike."""
    folded, wanted = _alike(text), _alike(" ".join(words.split()))
    found: list[tuple[int, int]] = []
    at = folded.find(wanted) if wanted else -1
    while at >= 0 and len(found) < MOST:
        found.append((at, at + len(wanted)))
        at = folded.find(wanted, at + len(wanted))
    return found


def _alike(text: str) -> str:
    """The text as it is compared; of the same length."""
    text = level(text).replace("\n", " ")
    return text.lower() if len(text.lower()) == len(text) else text


class FindBar(QFrame):
    """A line above the article. Enter goes on, Shift+Enter back, Escape closes it."""

    #: The words to be found now.
    wanted = Signal(str)
    #: 1 for the next place, -1 for the one before.
    step_wanted = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("findBar")
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(tr("Find in this article"))
        self.edit.setAccessibleName(tr("Find in this article"))
        self.edit.setMaximumWidth(320)
        self.edit.textChanged.connect(self.wanted)
        self.count = QLabel()
        self.count.setObjectName("findCount")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(self.edit, 1)
        row.addWidget(self.count)
        self._buttons = [
            self._button(
                "up", tr("The place before"), lambda: self.step_wanted.emit(-1), "find_previous"
            ),
            self._button(
                "down", tr("The next place"), lambda: self.step_wanted.emit(1), "find_next"
            ),
            self._button("close", tr("Close (Esc)"), self.shut),
        ]
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        theme.changed.connect(self._paint)
        self._paint()
        self.hide()

    def begin(self, words: str) -> None:
        """Ask for words; those selected in the article are taken."""
        self.show()
        if words and "\n" not in words and len(words) < 100:
            self.edit.setText(words)
        self.edit.setFocus()
        self.edit.selectAll()
        self.wanted.emit(self.edit.text())

    def shut(self) -> None:
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def say(self, place: int, count: int) -> None:
        """At which of how many places one stands; 0 at none."""
        words = tr("{place:,} of {count:,}", place=place, count=count) if place else number(count)
        if not self.edit.text().strip():
            words = ""
        elif not count:
            words = tr("Not in this article")
        self.count.setText(words if count < MOST else tr("{words} or more", words=words))
        self.edit.setAccessibleDescription(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_wanted.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _button(self, icon: str, tip: str, deed: object, action: str = "") -> QToolButton:
        button = QToolButton()
        button.setProperty("icon_name", icon)
        hint(button, tip, action)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        button.clicked.connect(deed)
        return button

    def _paint(self) -> None:
        for button in self._buttons:
            button.setIcon(self._theme.icon(button.property("icon_name")))
