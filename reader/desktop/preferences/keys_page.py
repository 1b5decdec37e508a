"""Giving other keys to what the window does."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.actions import DEED, DEEDS
from reader.desktop.keymap import Keymap, all_native
from reader.desktop.keys_in_use import native
from reader.desktop.tongue import tr

_CHOOSE = "Choose a row, then press the keys it is to have."


class KeysPage(QWidget):
    """A table of everything with its keys. A key that has a meaning already says whose it is."""

    #: {name: its keys, None for the usual ones}, and what the change is called.
    remap_wanted = Signal(object, str)
    reset_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._keymap = Keymap()
        self._names = [deed.name for deed in DEEDS]
        self._cells: dict[str, QTableWidgetItem] = {}
        self.table = _table()
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(2)
        self.edit.setClearButtonEnabled(True)
        self.edit.setAccessibleName(tr("New keys"))
        self.words = QLabel(tr(_CHOOSE))
        self.words.setObjectName("panelHint")
        self.words.setWordWrap(True)
        self.set_button = QPushButton(tr("Set"))
        self.reset_button = QPushButton(tr("Usual keys"))
        self._reset_all = QPushButton(tr("Usual keys for all"))
        self._fill()
        self._arrange()
        self.table.itemSelectionChanged.connect(self._choose)
        self.table.cellDoubleClicked.connect(lambda row, column: self.edit.setFocus())
        self.edit.keySequenceChanged.connect(self._look)
        self.set_button.clicked.connect(self._set)
        self.reset_button.clicked.connect(self._reset)
        self._reset_all.clicked.connect(self.reset_wanted)
        self._choose()

    def show_keymap(self, keymap: Keymap) -> None:
        """Show which keys hold."""
        self._keymap = keymap
        for name, cell in self._cells.items():
            cell.setText(all_native(keymap.keys(name)))
            font = cell.font()
            font.setBold(keymap.is_own(name))
            cell.setFont(font)
        self._reset_all.setEnabled(bool(keymap.own))
        self._choose()

    def look_for(self, typed: str) -> bool:
        """Show only rows that hold what is typed; False where none does."""
        any_shown = False
        for row, name in enumerate(self._names):
            words = f"{tr(DEED[name].text)} {self._cells[name].text()}".casefold()
            shown = all(word in words for word in typed.casefold().split())
            self.table.setRowHidden(row, not shown)
            any_shown = any_shown or shown
        return any_shown

    def choose(self, name: str) -> None:
        """Choose the row of an action."""
        self.table.setCurrentCell(self._names.index(name), 0)

    @property
    def _chosen(self) -> str:
        rows = self.table.selectionModel().selectedRows()
        return self._names[rows[0].row()] if rows else ""

    @property
    def _typed(self) -> str:
        return self.edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def _choose(self) -> None:
        name = self._chosen
        self.edit.clear()
        self.edit.setEnabled(bool(name))
        self.reset_button.setEnabled(bool(name) and self._keymap.is_own(name))
        self._look()

    def _look(self) -> None:
        """Say what the typed keys mean already."""
        name, key = self._chosen, self._typed
        others = self._keymap.clashes(name, key) if name and key else []
        self.set_button.setEnabled(bool(name and key))
        self.set_button.setText(tr("Take it over") if others else tr("Set"))
        self.words.setProperty("grave", bool(others))
        self.words.setText(self._said(name, key, others))
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)

    def _said(self, name: str, key: str, others: list[str]) -> str:
        if not name:
            return tr(_CHOOSE)
        title = _title(name)
        if not key:
            return tr("Press the keys that “{title}” is to have.", title=title)
        if others:
            names = ", ".join(f"“{_title(other)}”" for other in others)
            return tr(
                "{native} belongs to {names}. If you take it over, it does only “{title}”.",
                native=native(key),
                names=names,
                title=title,
            )
        return tr("{native} is free.", native=native(key))

    def _set(self) -> None:
        name, key = self._chosen, self._typed
        wanted: dict[str, tuple[str, ...] | None] = {name: (key,)}
        for other in self._keymap.clashes(name, key):
            wanted[other] = self._keymap.without(other, key)
        self.remap_wanted.emit(wanted, tr("Keys of “{name}”", name=_title(name)))

    def _reset(self) -> None:
        """The usual keys, taken back from whatever has them now."""
        name = self._chosen
        wanted: dict[str, tuple[str, ...] | None] = {name: None}
        for key in DEED[name].keys:
            for other in self._keymap.clashes(name, key):
                left = wanted.get(other) or self._keymap.keys(other)
                meeting = Keymap({other: tuple(left)})
                wanted[other] = meeting.without(other, key)
        self.remap_wanted.emit(wanted, tr("Usual keys of “{name}”", name=_title(name)))

    def _fill(self) -> None:
        self.table.setRowCount(len(DEEDS))
        for row, deed in enumerate(DEEDS):
            title = QTableWidgetItem(tr(deed.text).rstrip("…"))
            title.setToolTip(tr(deed.tip) if deed.tip else "")
            self._cells[deed.name] = QTableWidgetItem(all_native(deed.keys))
            self.table.setItem(row, 0, title)
            self.table.setItem(row, 1, self._cells[deed.name])
            self.table.setItem(row, 2, QTableWidgetItem(tr(deed.menu)))

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.edit, 1)
        for button in (self.set_button, self.reset_button, self._reset_all):
            button.setAutoDefault(False)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self.words)
        column.addLayout(row)


def _table() -> QTableWidget:
    table = QTableWidget(0, 3)
    table.setAccessibleName(tr("Keys"))
    table.setHorizontalHeaderLabels([tr("What it does"), tr("Keys"), tr("Menu")])
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setDefaultAlignment(
        Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
    )
    return table


def _title(name: str) -> str:
    """What an action is called."""
    return tr(DEED[name].text).rstrip("…")
