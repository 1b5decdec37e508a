"""One highlight in the panel: its words, what became of them, the note and the tags on it."""

from difflib import SequenceMatcher
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)

from reader.desktop.annotations.note_box import Keep, NoteBox
from reader.desktop.annotations.notes_filter import bar_of
from reader.desktop.flow import FlowLayout
from reader.desktop.theme import MEANINGS, Theme
from reader.desktop.tongue import tr
from reader.desktop.writing import breakable
from reader.model.annotation import Marked

_QUOTE_SHOWN = 220
#: What is said of each state, and what can be done about it: deeds of `HighlightCard.wanted`.
STATES = {
    "changed": ("Other words stand here now.", ("settle", "show_old", "reattach")),
    "material": (
        "The text says something else here now: other numbers, or a “not”.",
        ("settle", "show_old", "reattach"),
    ),
    "ambiguous": (
        "The text has changed, and this may be another place.",
        ("next_place", "reattach", "settle"),
    ),
    "orphan": ("Not found in the current text.", ("show_old", "reattach", "settle")),
}
_DEEDS = {
    "settle": "Keep here",
    "show_old": "Show as I read it",
    "reattach": "Re-attach to selection",
    "next_place": "Which one?",
}


class HighlightCard(QFrame):
    """A click shows the passage; Enter writes on the note, Delete takes the highlight away."""

    #: Something is wanted of the highlight: a name, its id, and what more there is to say.
    wanted = Signal(str, str, str)
    link_chosen = Signal(str)

    def __init__(self, marked: Marked, now: str, keep: Keep, theme: Theme) -> None:
        """`now` are the words at its place in the current text."""
        super().__init__()
        self.marked = marked
        self._theme = theme
        self.note = NoteBox(
            marked.note.text if marked.note else "", tr("Note on this highlight…"), keep
        )
        self.note.link_chosen.connect(self.link_chosen)
        self.note.left.connect(self.setFocus)
        self.setObjectName("highlightCard")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_told(marked))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(8)
        row.addWidget(bar_of(theme, marked.annotation.colour))
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(self._head())
        if marked.wants_a_look:
            self._say_state(column, now)
        column.addWidget(self.note)
        if marked.tags:
            column.addLayout(self._tags())
        row.addLayout(column, 1)

    def mark(self, chosen: bool) -> None:
        self.setProperty("chosen", chosen)
        self.style().unpolish(self)
        self.style().polish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._want("show")
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.note.write()
        elif key == Qt.Key.Key_Space:
            self._want("show")
        elif key == Qt.Key.Key_Delete:
            self._want("remove")
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._want("step", "1" if key == Qt.Key.Key_Down else "-1")
        else:
            super().keyPressEvent(event)

    def _want(self, deed: str, more: str = "") -> None:
        self.wanted.emit(deed, self.marked.annotation.id, more)

    def _head(self) -> QHBoxLayout:
        words = " ".join(self.marked.annotation.quote.exact.split())
        shown = words if len(words) <= _QUOTE_SHOWN else f"{words[:_QUOTE_SHOWN]}…"
        quote = QLabel(breakable(f"“{shown}”"))
        quote.setTextFormat(Qt.TextFormat.PlainText)
        quote.setObjectName("fieldQuote")
        quote.setWordWrap(True)
        more = QToolButton()
        more.setText("⋯")
        more.setAutoRaise(True)
        more.setToolTip(tr("Note, tag, colour, link, remove"))
        more.setAccessibleName(tr("What to do with this highlight"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        more.setMenu(menu)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: menu.popup(self.mapToGlobal(at)))
        head = QHBoxLayout()
        head.addWidget(quote, 1)
        head.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        menu.addAction(tr("Write a note"), self.note.write)
        menu.addAction(tr("Tag…"), lambda: self._want("tag"))
        menu.addAction(tr("Copy link"), lambda: self._want("link"))
        menu.addSeparator()
        for name, meaning in ((name, tr(meaning)) for name, meaning in MEANINGS.items()):
            action = menu.addAction(f"{tr(name).capitalize()}: {meaning}")
            action.setCheckable(True)
            action.setChecked(name == self.marked.annotation.colour)
            action.triggered.connect(lambda _, c=name: self._want("recolour", c))
        menu.addSeparator()
        menu.addAction(tr("Re-attach to selection"), lambda: self._want("reattach"))
        menu.addAction(tr("Remove highlight"), lambda: self._want("remove"))

    def _say_state(self, column: QVBoxLayout, now: str) -> None:
        sentence, deeds = STATES[self.marked.anchor.state]
        sentence = tr(sentence)
        said = QLabel(sentence)
        said.setObjectName("fieldTrouble")
        said.setWordWrap(True)
        column.addWidget(said)
        if self.marked.anchor.state in ("changed", "material"):
            column.addWidget(_difference(self.marked.annotation.quote.exact, now, self._theme))
        row = FlowLayout(2)
        for deed in deeds:
            orphan = deed == "settle" and self.marked.anchor.state == "orphan"
            button = QPushButton(tr("Keep as note") if orphan else tr(_DEEDS[deed]))
            button.setObjectName("link")
            button.clicked.connect(lambda _=False, d=deed: self._want(d))
            row.addWidget(button)
        column.addLayout(row)

    def _tags(self) -> FlowLayout:
        row = FlowLayout(4)
        for tag in self.marked.tags:
            button = QPushButton(f"# {tag}".replace("&", "&&"))
            button.setObjectName("link")
            button.setAccessibleName(tr("Tags of this highlight: {tag}", tag=tag))
            button.clicked.connect(lambda: self._want("tag"))
            row.addWidget(button)
        return row


def _told(marked: Marked) -> str:
    """The highlight as it is read aloud."""
    words = " ".join(marked.annotation.quote.exact.split())[:_QUOTE_SHOWN]
    parts = [tr("Highlight, {colour}", colour=tr(marked.annotation.colour)), words]
    parts += [tr(STATES[marked.anchor.state][0])] if marked.wants_a_look else []
    parts += [tr("Note: {words}", words=marked.note.text)] if marked.note else []
    parts += [tr("Tags: {names}", names=", ".join(marked.tags))] if marked.tags else []
    return ". ".join(parts)


def _difference(old: str, new: str, theme: Theme) -> QLabel:
    """What was marked and what stands there now, old words struck out, new ones underlined."""
    before, after = old.split(), new.split()
    parts = []
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = escape(" ".join(before[a1:a2])), escape(" ".join(after[b1:b2]))
        if kind == "equal":
            parts.append(gone)
            continue
        parts += [f"<s style='color:{theme.colours.dim}'>{gone}</s>"] if gone else []
        parts += [f"<u>{come}</u>"] if come else []
    shown = QLabel(" ".join(parts))
    shown.setTextFormat(Qt.TextFormat.RichText)
    shown.setObjectName("fieldQuote")
    shown.setWordWrap(True)
    return shown
