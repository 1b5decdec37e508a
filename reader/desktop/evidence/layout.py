"""Where the parts of the evidence table stand."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
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


@dataclass(frozen=True, slots=True)
class Parts:
    """What the pane is made of. `empty` stands there when there are no studies."""

    head: QWidget
    table: QWidget
    history: QWidget
    peek: QWidget
    pictures: QWidget
    empty: QWidget


def arrange(pane: QWidget, parts: Parts) -> tuple[QStackedWidget, QSplitter]:
    """Table and history side by side, the sentence below them, then the pictures."""
    body = QSplitter(Qt.Orientation.Vertical)
    body.setHandleWidth(1)
    body.setChildrenCollapsible(False)
    upper = QWidget()
    above = _column(upper)
    beside = QHBoxLayout()
    beside.setSpacing(0)
    beside.addWidget(parts.table, 1)
    beside.addWidget(parts.history)
    parts.history.hide()
    above.addLayout(beside, 1)
    above.addWidget(parts.peek)
    for part, stretch in ((upper, 1), (parts.pictures, 0)):
        body.addWidget(part)
        body.setStretchFactor(body.indexOf(part), stretch)
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
