"""Under the search box: the query as a sentence and as chips, and what was not understood."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.theme import Theme
from reader.desktop.tongue import retold, tr
from reader.model.query_tree import Notice

if TYPE_CHECKING:
    from reader.operations.searching import Understood
    from reader.text.query.explaining import Chip

#: Milliseconds without a key before something is said to be wrong.
PATIENCE = 600
_CHIPS = 8
#: Characters of a part where many share the line; pixels of the line, of all that stands in it
#: beside the parts, and of a part at least.
_WORDS, _HEIGHT, _BESIDE, _NARROWEST = 44, 26, 420, 48


class QueryStrip(QFrame):
    """Hidden while nothing is asked."""

    #: The query as it is to be now.
    rewritten = Signal(str)
    #: Show this part of what is typed: start, end.
    marked = Signal(int, int)
    save_wanted = Signal()
    facets_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._notice: Notice | None = None
        self.setObjectName("queryStrip")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self._sentence = _label("querySentence")
        self._trouble = _label("queryTrouble")
        self._fix = _link(tr("Fix"), tr("Write the query so"))
        self._fix.clicked.connect(self._mend)
        self._show = _link(tr("Show"), tr("Select the place in the search box"))
        self._show.clicked.connect(self._point)
        self._facets = _link(
            tr("Facets"), tr("How the results divide by design, condition, country …")
        )
        self._facets.clicked.connect(self.facets_wanted)
        self._save = _link(tr("Save search…"), tr("Keep this search in the sidebar"))
        self._save.clicked.connect(self.save_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 12, 7)
        column.setSpacing(4)
        # wherever one stands in the sidebar
        where = _label("querySentence", tr("In all articles:"))
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(where)
        first.addLayout(self._row(self._chips, self._facets, self._save), 1)
        first.addItem(QSpacerItem(0, _HEIGHT))
        column.addLayout(first)
        column.addLayout(self._row(self._sentence, self._trouble, self._show, self._fix))
        self._waiting = QTimer(self, singleShot=True, interval=PATIENCE)
        self._waiting.timeout.connect(self._say)
        self.hide()

    def show_query(self, found: "Understood | None") -> None:
        """What is asked now; None where nothing is. Trouble is said when typing rests."""
        self.setVisible(found is not None)
        self._waiting.stop()
        self._notice = found.notices[0] if found and found.notices else None
        self._quiet()
        if found is None:
            return
        self._sentence.setText("" if _is_said(found) else found.sentence)
        self._sentence.setVisible(bool(self._sentence.text()))
        self._show_chips(found.chips)
        if self._notice:
            self._waiting.start()

    @property
    def trouble(self) -> str:
        return self._trouble.text()

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    @property
    def chips(self) -> list[QToolButton]:
        return self.findChildren(QToolButton, "chip")

    def mend(self) -> None:
        self._mend()

    def _show_chips(self, found: "Sequence[Chip]") -> None:
        while item := self._chips.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        most = self._longest(min(_CHIPS, len(found)))
        for chip in found[:_CHIPS]:
            self._chips.addWidget(self._chip(chip, most))
        if len(found) > _CHIPS:
            self._chips.addWidget(
                _label("querySentence", tr("and {value} more", value=len(found) - _CHIPS))
            )
        self._chips.addStretch(1)

    def _longest(self, count: int) -> int:
        """Characters that a part may show of itself: more where few parts share the line."""
        room = self.width() - _BESIDE
        return max(_WORDS, room // (max(1, count) * self.fontMetrics().averageCharWidth()) - 6)

    def _chip(self, chip: "Chip", most: int) -> QWidget:
        button = QToolButton()
        button.setObjectName("chip")
        words = chip.words if len(chip.words) <= most else chip.words[: most - 1] + "…"
        button.setText(words.replace("&", "&&"))
        button.setMinimumWidth(_NARROWEST)  # in a window that becomes narrower
        button.setIcon(self._theme.icon("close"))
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setToolTip(tr("Take this part away"))
        button.setAccessibleName(tr("Take away: {words}", words=chip.words))
        button.clicked.connect(lambda: self.rewritten.emit(chip.without))
        return button

    def _say(self) -> None:
        if self._notice is None:
            return
        self._trouble.setText(retold(self._notice.sentence, typed=True))
        self._trouble.setProperty("grave", self._notice.grave)
        self._trouble.style().unpolish(self._trouble)
        self._trouble.style().polish(self._trouble)
        self._trouble.show()
        self._show.show()
        self._fix.setText(retold(self._notice.fix, typed=True))
        self._fix.setVisible(bool(self._notice.fix))
        self._sentence.hide()

    def _quiet(self) -> None:
        for widget in (self._trouble, self._show, self._fix):
            widget.hide()
        self._trouble.setText("")
        self._sentence.setVisible(bool(self._sentence.text()))

    def _mend(self) -> None:
        if self._notice and self._notice.fix:
            self.rewritten.emit(self._notice.mended)

    def _point(self) -> None:
        if self._notice:
            self.marked.emit(self._notice.start, self._notice.end)

    def _row(self, *parts: "QWidget | QHBoxLayout") -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for part in parts:
            if isinstance(part, QHBoxLayout):
                row.addLayout(part, 1)
            else:
                row.addWidget(part)
        if not isinstance(parts[0], QHBoxLayout):
            row.addStretch(1)
        return row


def _is_said(found: "Understood") -> bool:
    """A single chip says all that the sentence would."""
    said = [chip.words.casefold() for chip in found.chips]
    return said == [found.sentence.casefold()]


def _label(name: str, words: str = "") -> QLabel:
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(name)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def _link(caption: str, tip: str) -> QPushButton:
    made = QPushButton(caption)
    made.setObjectName("link")
    made.setToolTip(tip)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made
