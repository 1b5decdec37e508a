"""What a newcomer sees: what this is, where things are kept, and the ways to begin."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.desktop.theme import Theme
from reader.desktop.tongue import tr

_PROMISE = "Every article is kept on this computer, with the sentences that say what was studied."
_SAMPLES, _ADD = "Try with sample articles", "Add a feed or site address…"
_IMPORT, _STARTERS = "Import OPML…", "Choose feeds by field…"

#: Height from which there is room for the mark, too.
_WITH_MARK = 620


class FirstRun(QWidget):
    """No wizard, no account, no network before a button asks for it."""

    samples_wanted = Signal()
    add_wanted = Signal()
    import_wanted = Signal()
    starters_wanted = Signal()

    def __init__(self, archive: Path, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("firstRun")
        self._mark = QLabel()
        self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        page = QWidget()
        page.setObjectName("firstRun")
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 12, 40, 12)
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(self._mark)
        column.addWidget(_centred(tr("Read research news. See the study behind it."), "firstTitle"))
        column.addWidget(_centred(tr(_PROMISE), "firstWords"))
        column.addSpacing(18)
        self._offer(column)
        column.addSpacing(18)
        where = tr("No account, no telemetry. Your archive: {archive}", archive=archive)
        column.addWidget(_centred(where, "firstHint"))
        column.addStretch(3)
        self._roll(page)
        theme.changed.connect(self._paint)
        self._paint()

    def _roll(self, page: QWidget) -> None:
        """Where a window is too low for all of it, one scrolls; a key that goes on does so, too."""
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mark.setVisible(event.size().height() >= _WITH_MARK)

    def _offer(self, column: QVBoxLayout) -> None:
        """The ways to begin, each with a word on it."""
        ways = (
            (_SAMPLES, tr("12 invented studies, no network needed"), self.samples_wanted),
            (_STARTERS, tr("journals, preprints and news of your subject"), self.starters_wanted),
            (_ADD, tr("RSS, Atom or JSON Feed, or the page of a site"), self.add_wanted),
            (_IMPORT, tr("the list of feeds of another reader"), self.import_wanted),
        )
        for number, (caption, hint, signal) in enumerate(ways):
            button = QPushButton(tr(caption))
            button.setObjectName("primary" if number == 0 else "secondary")
            button.setFixedWidth(300)
            button.setMinimumHeight(38)
            button.clicked.connect(signal)
            if number == 0:
                self.setFocusProxy(button)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(-4)
            column.addWidget(_centred(hint, "firstHint"))
            column.addSpacing(10)

    def _paint(self) -> None:
        self._mark.setPixmap(self._theme.icon("app").pixmap(72, 72))


def _centred(words: str, name: str) -> QLabel:
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(name)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setWordWrap(True)
    return made
