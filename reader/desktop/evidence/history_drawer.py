"""Beside the table: what became of the current cell. Who said which value when, and on what."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.jobs import Questions
from reader.desktop.tongue import retold, tr
from reader.desktop.when import short
from reader.desktop.writing import breakable
from reader.model.evidence import EvidenceRow, heading, is_field
from reader.model.history import Event
from reader.operations.recalling import history
from reader.store.store import Store

#: Lines shown, and characters of a sentence.
_MOST, _SENTENCE = 100, 300


class HistoryDrawer(QFrame):
    """The latest comes first. What can be put back has a button."""

    put_back_wanted = Signal(object)
    left = Signal()
    #: A sentence for the status line.
    said = Signal(str)

    def __init__(self, store: Store, questions: Questions) -> None:
        super().__init__()
        self._store, self._questions = store, questions
        self._asked = 0
        self.setObjectName("historyDrawer")
        self.setFixedWidth(340)
        self._caption = _words(tr("History"), "panelCaption")
        close = QPushButton(tr("Close"))
        close.setObjectName("editorLeave")
        close.setToolTip(tr("Close the history (H)"))
        close.clicked.connect(self.left)
        head = QHBoxLayout()
        head.addWidget(self._caption, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        self.events: tuple[Event, ...] = ()
        self.clear()

    @property
    def words(self) -> str:
        """All that is shown, a part a line."""
        labels = [self._caption, *self._page.findChildren(QLabel)]
        return "\n".join(label.text().replace("\u200b", "") for label in labels)

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons that put something back, the latest first."""
        return self._page.findChildren(QPushButton)

    def clear(self) -> None:
        self._caption.setText(tr("History"))
        self._show((), tr("Choose a cell of a field of the study card."), several=False)

    def show_cell(self, row: EvidenceRow | None, name: str) -> None:
        """Show the history of a cell; asked off the user's thread, and only while this is open."""
        if not self.isVisible():
            return
        self._asked += 1
        if row is None or not is_field(name):
            self.clear()
            return
        asked, store, title, reports = self._asked, self._store, row.title, row.reports

        def show(found: list[Event]) -> None:
            if asked == self._asked:
                self.show_events(name, title, found)

        self._questions.ask(lambda: history(store, reports, name), show, self.said.emit)

    def show_events(self, name: str, title: str, events: Sequence[Event]) -> None:
        """The history of a field of a study."""
        self._caption.setText(breakable(f"{tr(heading(name))} · {title}"))
        several = len({event.article_id for event in events}) > 1
        self._show(tuple(events), tr("Nobody said anything of this yet."), several=several)

    def _show(self, events: tuple[Event, ...], nothing: str, *, several: bool) -> None:
        self.events = events
        self._page = QWidget()
        self._page.setObjectName("historyPage")
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 4, 6, 0)
        column.setSpacing(0)
        for event in events[:_MOST]:
            column.addWidget(self._line(event, several=several))
        if not events:
            column.addWidget(_words(nothing, "panelHint"))
        if len(events) > _MOST:
            column.addWidget(
                _words(tr("{value:,} older ones", value=len(events) - _MOST), "panelHint")
            )
        column.addStretch(1)
        self._scroll.setWidget(self._page)

    def _line(self, event: Event, *, several: bool) -> QWidget:
        line = QFrame()
        line.setObjectName("historyLine")
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(3)
        when = short(event.at) if event.at else tr("not known when")
        parts = [when, tr(event.who), retold(event.deed), *([event.feed_title] if several else [])]
        column.addWidget(_words(" · ".join(parts), "panelHint"))
        column.addWidget(_words(tr(event.words), "historyValue"))
        if event.sentence:
            cut = event.sentence[:_SENTENCE] + ("…" if len(event.sentence) > _SENTENCE else "")
            column.addWidget(_words(f"“{' '.join(cut.split())}”", "fieldQuote"))
        column.addWidget(self._foot(event), 0, Qt.AlignmentFlag.AlignLeft)
        return line

    def _foot(self, event: Event) -> QWidget:
        if event.holds:
            return _words(tr("Holds now"), "historyNow")
        if event.row is None and event.who == "you":
            return _words("", "panelHint")
        button = QPushButton(tr("Put back"))
        button.setObjectName("editorLeave")
        button.setAccessibleName(tr("Put back: {words}", words=event.words))
        button.clicked.connect(partial(self.put_back_wanted.emit, event))
        return button


def _words(words: str, name: str) -> QLabel:
    made = QLabel(breakable(words))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(name)
    made.setWordWrap(True)
    made.setVisible(bool(words))
    return made
