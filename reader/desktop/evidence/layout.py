"""Where the parts of the evidence table stand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from reader.desktop.evidence.evidence_pane import EvidencePane


def arrange(pane: "EvidencePane", head: QWidget) -> tuple[QStackedWidget, QSplitter]:
    """Table and history side by side, the sentence below them, then the pictures; and what stands
    there instead when there are no studies."""
    body = QSplitter(Qt.Orientation.Vertical)
    body.setHandleWidth(1)
    body.setChildrenCollapsible(False)
    upper = QWidget()
    above = _column(upper)
    beside = QHBoxLayout()
    beside.setSpacing(0)
    beside.addWidget(pane.table, 1)
    beside.addWidget(pane.history)
    pane.history.hide()
    above.addLayout(beside, 1)
    above.addWidget(pane.peek)
    for part, stretch in ((upper, 1), (pane.pictures, 0)):
        body.addWidget(part)
        body.setStretchFactor(body.indexOf(part), stretch)
    stack = QStackedWidget()
    stack.addWidget(body)
    stack.addWidget(pane.empty)
    pane.setObjectName("evidencePane")
    column = _column(pane)
    column.addWidget(head)
    column.addWidget(stack, 1)
    return stack, body


def header(caption: QLabel, buttons: Sequence[QToolButton]) -> QWidget:
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


def menu_button(caption: str, tip: str = "") -> QToolButton:
    button = QToolButton()
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
