"""The line at the bottom: what goes on, what was done, how much is kept."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy

from reader.desktop.announcing import announce
from reader.desktop.jobs import MISTAKE
from reader.desktop.keys_in_use import hint
from reader.desktop.tongue import retold, tr
from reader.desktop.writing import as_plain_text

#: Milliseconds that a message stays.
STAYS = 8000


class StatusLine(QFrame):
    """Progress with Stop; a message, perhaps with Undo; the archive's size."""

    stop_wanted = Signal()
    undo_wanted = Signal()
    #: The message is about trouble and was clicked.
    details_wanted = Signal()
    #: The message is about a mistake in the program, and its report was asked for.
    report_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        self._work = _label("statusWork")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(120, 4)
        self._stop = _button(tr("Stop"), tr("Stop this work; what is done stays"))
        self._stop.clicked.connect(self.stop_wanted)
        self._message = _label("statusMessage")
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._undo = _button(tr("Undo"), tr("Undo"))
        hint(self._undo, tr("Undo"), "undo")
        self._undo.clicked.connect(self.undo_wanted)
        self._details = _button(tr("Details"), tr("What happened to each feed"))
        self._details.clicked.connect(self.details_wanted)
        self._archive = _label("statusArchive")
        self._report = _button(tr("Report…"), tr("What to send, with nothing private in it"))
        self._report.clicked.connect(self.report_wanted)
        self._arrange()
        self.setMinimumHeight(30)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._fading = QTimer(self, singleShot=True, interval=STAYS)
        self._fading.timeout.connect(lambda: self.say(""))
        self.rest()
        self.say("")

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(10)
        for widget in (self._bar, self._stop, self._work):  # words last: their width changes
            row.addWidget(widget)
        row.addWidget(self._message)
        row.addWidget(self._undo)
        row.addWidget(self._details)
        row.addWidget(self._report)
        row.addStretch(1)
        row.addWidget(self._archive)

    def show_progress(self, words: str, done: int, total: int) -> None:
        """What goes on, and how far it is; `total` 0 where nobody knows."""
        self._work.setText(words)
        self._bar.setMaximum(max(1, total))
        self._bar.setValue(done)
        for widget in (self._work, self._stop):
            widget.show()
        self._bar.setVisible(total > 0)  # one that only moves says nothing

    def rest(self) -> None:
        """Nothing goes on."""
        for widget in (self._work, self._bar, self._stop):
            widget.hide()

    def say(
        self, words: str, *, undo: bool = False, trouble: bool = False, stays: bool = False
    ) -> None:
        """A message for a while, or (`stays`) until the next."""
        told = retold(words)
        self._message.setText(told)
        self._message.setToolTip(as_plain_text(told) if told else "")
        announce(self._message, told)
        self._message.setProperty("trouble", trouble)
        self._message.style().unpolish(self._message)
        self._message.style().polish(self._message)
        self._undo.setVisible(undo)
        self._details.setVisible(False)
        self._report.setVisible(words in (MISTAKE, tr(MISTAKE)))
        if stays or not words:
            self._fading.stop()
        else:
            self._fading.start()

    def offer_details(self, *, there: bool = True) -> None:
        self._details.setVisible(there)

    @property
    def message(self) -> str:
        return self._message.text()

    def show_archive(self, words: str) -> None:
        self._archive.setText(words)


def _label(name: str) -> QLabel:
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(name)
    made.setMinimumWidth(1)  # a long sentence makes no window wider
    return made


def _button(caption: str, tip: str) -> QPushButton:
    made = QPushButton(caption)
    made.setObjectName("link")
    made.setToolTip(tip)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made
