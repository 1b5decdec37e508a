"""The sheet of keys."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.actions import DEEDS, MENUS
from reader.desktop.evidence.keys import sheet
from reader.desktop.keymap import Keymap, all_native
from reader.desktop.tongue import tr

#: What keys do in one place only, where they cannot be given to anything else.
_PLACED = (
    ("Next unchecked value", ("V",)),
    ("Choose the row and show its sentence", ("Return", "Space")),
    ("Highlight in the first colour, and so on to the sixth", ("1",)),
)
_RIGHT = ("Article", "Study", "View", "Help")


class KeySheet(QDialog):
    """All keys that hold, by menu."""

    def __init__(self, keymap: Keymap, parent: QWidget) -> None:
        super().__init__(parent)
        self.wants_change = False
        self.setWindowTitle(tr("Keys"))
        columns = QHBoxLayout()
        columns.setSpacing(36)
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(16)
            columns.addLayout(side)
        for menu in MENUS:
            rows = _keys(menu, keymap)
            if rows:
                (right if menu in _RIGHT else left).addLayout(_group(tr(menu), rows))
        right.addLayout(_group(tr("In the evidence table"), _of_places(sheet())))
        left.addLayout(_group(tr("On a study card or selected words"), _of_places(_PLACED)))
        for side in (left, right):
            _line_up(side)
        left.addStretch(1)
        right.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        change = buttons.addButton(tr("Change keys…"), QDialogButtonBox.ButtonRole.ActionRole)
        change.setAutoDefault(False)
        change.clicked.connect(self._change)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        hint = QLabel(tr("Single letters do nothing while you type."))
        hint.setObjectName("panelHint")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addWidget(_scrolled(columns), 1)
        column.addWidget(hint)
        column.addWidget(buttons)

    def _change(self) -> None:
        self.wants_change = True
        self.accept()


def _scrolled(columns: QHBoxLayout) -> QScrollArea:
    """All of it where the screen is high enough; else it scrolls."""
    page = QWidget()
    page.setObjectName("keysPage")
    columns.setContentsMargins(0, 0, 12, 0)
    page.setLayout(columns)
    area = QScrollArea()
    area.setObjectName("keysScroll")
    area.setAccessibleName(tr("Keys"))
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    size = page.sizeHint()
    room = QGuiApplication.primaryScreen().availableSize().height() - 180
    area.setMinimumSize(size.width() + 14, min(size.height() + 4, max(300, room)))
    return area


def _keys(menu: str, keymap: Keymap) -> list[tuple[str, str]]:
    """(what it does, its keys) of everything in a menu that has keys."""
    return [
        (tr(deed.text).rstrip("…"), all_native(keymap.keys(deed.name)))
        for deed in DEEDS
        if deed.menu == menu and keymap.keys(deed.name)
    ]


def _of_places(rows: Iterable[tuple[str, tuple[str, ...]]]) -> list[tuple[str, str]]:
    return [(tr(words), all_native(keys)) for words, keys in rows]


def _line_up(side: QVBoxLayout) -> None:
    """Let the keys of all groups of a side stand below each other."""
    groups = [group for group in side.children() if isinstance(group, QGridLayout)]
    widest = max((_width(group) for group in groups), default=0)
    for group in groups:
        group.setColumnMinimumWidth(0, widest)


def _width(group: QGridLayout) -> int:
    """The width of what is said of the keys, below the head."""
    items = (group.itemAtPosition(row, 0) for row in range(1, group.rowCount()))
    labels = (item.widget() for item in items if item)
    return max((label.sizeHint().width() for label in labels if label), default=0)


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
