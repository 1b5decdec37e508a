"""Which highlights are shown: by colour, tag, note and what became of them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QFrame, QToolButton, QWidget

from reader.desktop.flow import FlowLayout
from reader.desktop.theme import MEANINGS, Theme
from reader.desktop.tongue import tr
from reader.model.annotation import NotesQuery

_ANY = "Any tag"


class NotesFilter(QFrame):
    """A dot a colour, a list of tags, and two switches. What is off asks for nothing."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("notesFilter")
        row = FlowLayout(4)
        self.setLayout(row)
        row.setContentsMargins(12, 6, 12, 6)
        self._dots = {name: self._dot(name) for name in MEANINGS}
        self.noted = self._switch(tr("With note"), tr("Only highlights with a note"))
        self.looked = self._switch(tr("Needs a look"), tr("Only highlights whose text has changed"))
        self.tags = QComboBox()
        self.tags.setAccessibleName(tr("Tag of the highlights"))
        self.tags.addItem(tr(_ANY))
        self.tags.currentTextChanged.connect(self.changed)
        for part in (*self._dots.values(), self.tags, self.noted, self.looked):
            row.addWidget(part)
        theme.changed.connect(self._paint)
        self._paint()

    @property
    def query(self) -> NotesQuery:
        tag = self.tags.currentText() if self.tags.currentIndex() > 0 else ""
        colours = frozenset(name for name, dot in self._dots.items() if dot.isChecked())
        return NotesQuery("", colours, tag, self.noted.isChecked(), self.looked.isChecked())

    def clear(self) -> None:
        for switch in (*self._dots.values(), self.noted, self.looked):
            switch.setChecked(False)
        self.tags.setCurrentIndex(0)

    def offer_tags(self, names: Sequence[str]) -> None:
        """The tags there are; the list is hidden where there are none."""
        chosen = self.tags.currentText()
        self.tags.blockSignals(True)
        self.tags.clear()
        self.tags.addItems([tr(_ANY), *names])
        self.tags.setCurrentIndex(max(0, self.tags.findText(chosen)))
        self.tags.blockSignals(False)
        self.tags.setVisible(bool(names))

    def choose_colour(self, name: str) -> None:
        self._dots[name].setChecked(True)

    def _dot(self, name: str) -> QToolButton:
        dot = self._switch(
            "", tr("Only {name}: {MEANINGS}", name=tr(name), MEANINGS=tr(MEANINGS[name]))
        )
        dot.setFixedSize(28, 26)
        dot.setIconSize(QSize(16, 16))
        dot.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return dot

    def _switch(self, caption: str, tip: str) -> QToolButton:
        switch = QToolButton()
        switch.setObjectName("filterSwitch")
        switch.setText(caption)
        switch.setToolTip(tip)
        switch.setAccessibleName(tip)
        switch.setCheckable(True)
        switch.setAutoRaise(True)
        switch.setMinimumHeight(26)
        switch.toggled.connect(lambda _: self.changed.emit())
        return switch

    def _paint(self) -> None:
        for name, dot in self._dots.items():
            dot.setIcon(dot_icon(self._theme, name))


def dot_icon(theme: Theme, colour: str) -> QIcon:
    """A round patch of a highlight's colour."""
    pixmap = QPixmap(32, 32)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(theme.colours.highlights[colour]))
    painter.setPen(QColor(theme.colours.faint))
    painter.drawEllipse(3, 3, 26, 26)
    painter.end()
    return QIcon(pixmap)


def bar_of(theme: Theme, colour: str) -> QWidget:
    """A narrow bar of a highlight's colour."""
    bar = QFrame()
    bar.setFixedWidth(4)
    bar.setToolTip(tr(MEANINGS[colour]) if colour in MEANINGS else "")
    paint = theme.colours.highlights.get(colour, theme.colours.highlights["yellow"])
    bar.setStyleSheet(f"background: {paint}; border-radius: 2px;")
    return bar
