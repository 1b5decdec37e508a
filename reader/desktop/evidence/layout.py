"""Where the parts of the evidence table stand."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

#: Rows that are to have room beside the pictures, with the bar below them.
_ROWS = 5


@dataclass(frozen=True, slots=True)
class Parts:
    """What the pane is made of. `empty` stands there when there are no studies."""

    head: QWidget
    table: QWidget
    history: QWidget
    peek: QWidget
    pictures: QWidget
    empty: QWidget


class _Body(QSplitter):
    """The table above its pictures. Where both have no room, the pictures go until there is some;
    whoever asks for them meanwhile gets them."""

    def __init__(self, table: QWidget, pictures: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._parts, self._pictures = (table, pictures), pictures
        self._is_low, self._wanted = False, True
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for part, stretch in ((table, 1), (pictures, 0)):
            self.addWidget(part)
            self.setStretchFactor(self.indexOf(part), stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        rows = _ROWS * 2 * self.fontMetrics().height()
        least = sum(part.minimumSizeHint().height() for part in self._parts)
        is_low = self.height() < rows + least
        if is_low != self._is_low:
            shown, self._is_low = not self._pictures.isHidden(), is_low
            if is_low:
                self._wanted = shown
            self._pictures.setVisible(not is_low and (self._wanted or shown))


def arrange(pane: QWidget, parts: Parts) -> tuple[QStackedWidget, QSplitter]:
    """Table and history side by side, the sentence below them, then the pictures."""
    upper = QWidget()
    above = _column(upper)
    beside = QHBoxLayout()
    beside.setSpacing(0)
    beside.addWidget(parts.table, 1)
    beside.addWidget(parts.history)
    parts.history.hide()
    above.addLayout(beside, 1)
    above.addWidget(parts.peek)
    body = _Body(upper, parts.pictures)
    stack = QStackedWidget()
    stack.addWidget(body)
    stack.addWidget(parts.empty)
    pane.setObjectName("evidencePane")
    column = _column(pane)
    column.addWidget(parts.head)
    column.addWidget(stack, 1)
    return stack, body


def header(caption: QLabel, *buttons: QToolButton) -> QWidget:
    """The line above the table."""
    made = QFrame()
    made.setObjectName("evidenceHeader")
    caption.setObjectName("evidenceCaption")
    row = QHBoxLayout(made)
    row.setContentsMargins(16, 0, 12, 0)
    row.addWidget(caption)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    made.setFixedHeight(44)
    return made


def menu_button(
    caption: str, tip: str = "", clicked: Callable[[], object] | None = None
) -> QToolButton:
    button = QToolButton()
    if clicked:
        button.clicked.connect(lambda: clicked())
    button.setObjectName("headerButton")
    button.setText(caption)
    button.setToolTip(tip)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
