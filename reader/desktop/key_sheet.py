"""The sheet of keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.actions import keys_by_menu


class KeySheet(QDialog):
    """All keys, by menu."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        columns = QHBoxLayout()
        columns.setSpacing(36)
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(16)
            columns.addLayout(side)
        for menu, rows in keys_by_menu().items():
            (right if menu in ("Study", "Article", "View", "Help") else left).addLayout(
                _group(menu, rows)
            )
        left.addStretch(1)
        right.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        hint = QLabel("Single letters do nothing while you type.")
        hint.setObjectName("panelHint")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addLayout(columns)
        column.addWidget(hint)
        column.addWidget(buttons)


def _group(title: str, rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(4)
    head = QLabel(title)
    head.setObjectName("panelCaption")
    grid.addWidget(head, 0, 0, 1, 2)
    for number, (text, keys) in enumerate(rows, 1):
        key = QLabel(keys)
        key.setObjectName("key")
        key.setTextFormat(Qt.TextFormat.PlainText)
        grid.addWidget(QLabel(text), number, 0)
        grid.addWidget(key, number, 1, Qt.AlignmentFlag.AlignLeft)
    grid.setColumnStretch(1, 1)
    return grid
