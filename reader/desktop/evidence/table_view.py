"""Two views on one model: the frozen columns at the left, all others beside them."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QMenu, QTableView, QWidget

from reader.desktop.evidence.painting import ROW, CellDelegate, CompletenessHeader
from reader.desktop.evidence.table_model import COLUMN_ROLE, EvidenceModel
from reader.desktop.theme import Theme
from reader.model.evidence import FROZEN


class EvidenceTable(QWidget):
    """The table. The keyboard is in the right-hand view; the frozen one follows it."""

    #: Another cell is current.
    moved = Signal()
    #: A cell was asked for: Enter, or a double click.
    opened = Signal(QModelIndex)
    #: Space: show or hide the sentence.
    peek_wanted = Signal()
    copy_wanted = Signal()
    #: "accept", "reject" or "not_reported" the current cell.
    decision_wanted = Signal(str)
    #: Sort by the column of this name, downwards or not.
    order_wanted = Signal(str, bool)
    #: The column of this name is wanted no more.
    hide_wanted = Signal(str)

    def __init__(self, model: EvidenceModel, theme: Theme) -> None:
        super().__init__()
        self.model = model
        self.frozen, self.view = _View(model, theme, self), _View(model, theme, self)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.frozen.setSelectionModel(self.view.selectionModel())
        self.frozen.setObjectName("evidenceFrozen")
        self.frozen.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.frozen.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self.view)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.frozen)
        row.addWidget(_line(), 0)
        row.addWidget(self.view, 1)
        self._tie()
        model.modelReset.connect(self._place_columns)
        self._place_columns()
        theme.changed.connect(self._repaint)

    @property
    def current(self) -> QModelIndex:
        return self.view.currentIndex()

    def choose(self, row: int, column: int) -> None:
        """Make a cell current and visible."""
        index = self.model.index(row, max(column, len(FROZEN)))
        if not index.isValid():
            index = self.model.index(row, 0)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
            self.view.scrollTo(index)

    def show_order(self, name: str, *, descending: bool) -> None:
        """Mark the head that the table is sorted by."""
        for view in (self.frozen, self.view):
            view.head.sorted_by, view.head.descending = name, descending
            view.head.viewport().update()

    def chosen_rows(self) -> list[int]:
        """The rows that have a selected cell, in order."""
        return sorted({index.row() for index in self.view.selectionModel().selectedIndexes()})

    def chosen_columns(self) -> list[int]:
        return sorted({index.column() for index in self.view.selectionModel().selectedIndexes()})

    def widths(self) -> dict[str, int]:
        """The width of every column that is shown, by its name."""
        found = {}
        for at, column in enumerate(self.model.columns):
            view = self.frozen if at < len(FROZEN) else self.view
            found[column.name] = view.columnWidth(at)
        return found

    def set_widths(self, widths: dict[str, int]) -> None:
        for at, column in enumerate(self.model.columns):
            if column.name in widths:
                view = self.frozen if at < len(FROZEN) else self.view
                view.setColumnWidth(at, widths[column.name])
        self._fit_frozen()

    def _tie(self) -> None:
        """Scroll, select and size together."""
        bar, frozen_bar = self.view.verticalScrollBar(), self.frozen.verticalScrollBar()
        bar.valueChanged.connect(frozen_bar.setValue)
        frozen_bar.valueChanged.connect(bar.setValue)
        self.view.selectionModel().currentChanged.connect(lambda: self.moved.emit())
        for view in (self.frozen, self.view):
            view.doubleClicked.connect(self.opened)
            view.head.sectionClicked.connect(self._sort)
            view.head.customContextMenuRequested.connect(self._menu_of(view))
        self.frozen.head.setSectionsMovable(False)
        self.frozen.head.sectionResized.connect(self._fit_frozen)

    def _place_columns(self) -> None:
        for at, column in enumerate(self.model.columns):
            is_frozen = at < len(FROZEN)
            for view in (self.frozen, self.view):
                view.setColumnHidden(at, (view is self.frozen) != is_frozen)
                view.setColumnWidth(at, column.width)
        self._fit_frozen()

    def _fit_frozen(self) -> None:
        self.frozen.setFixedWidth(sum(self.frozen.columnWidth(at) for at in range(len(FROZEN))))

    def _sort(self, section: int) -> None:
        """A click sorts downwards, a second one upwards."""
        column = self.model.columns[section]
        head = self.view.head
        self.order_wanted.emit(column.name, not (head.sorted_by == column.name and head.descending))

    def _menu_of(self, view: "_View") -> object:
        def show(at: QPoint) -> None:
            section = view.head.logicalIndexAt(at)
            if section >= 0:
                self._head_menu(section).exec(view.head.mapToGlobal(at))

        return show

    def _head_menu(self, section: int) -> QMenu:
        name = self.model.columns[section].name
        menu = QMenu(self)
        menu.addAction("Largest or latest first").triggered.connect(
            lambda: self.order_wanted.emit(name, True)
        )
        menu.addAction("Smallest or earliest first").triggered.connect(
            lambda: self.order_wanted.emit(name, False)
        )
        if section >= len(FROZEN):
            menu.addAction("Hide this column").triggered.connect(
                lambda: self.hide_wanted.emit(name)
            )
        return menu

    def _repaint(self) -> None:
        for view in (self.frozen, self.view):
            view.viewport().update()
            view.head.viewport().update()


class _View(QTableView):
    """A table with rows of one height and heads of ours."""

    def __init__(self, model: EvidenceModel, theme: Theme, table: EvidenceTable) -> None:
        super().__init__(table)
        self._table = table
        self.head = CompletenessHeader(theme, self)
        self.setObjectName("evidenceTable")
        self.setAccessibleName("Evidence table")
        self.setHorizontalHeader(self.head)
        self.setModel(model)
        self.setItemDelegate(CellDelegate(model, theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # in both views, so that both have room for the same rows
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(ROW)

    def event(self, event: QEvent) -> bool:
        """Keys that decide a cell do so here, whatever they do elsewhere in the window."""
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and _verb(event):  # type: ignore[arg-type]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._table.opened.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space:
            self._table.peek_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._table.copy_wanted.emit()
        elif verb := _verb(event):
            self._table.decision_wanted.emit(verb)
        else:
            super().keyPressEvent(event)


def _verb(event: QKeyEvent) -> str:
    """What a key decides, "" for any other."""
    shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    if not shift and event.modifiers() != Qt.KeyboardModifier.NoModifier:
        return ""
    keys = {Qt.Key.Key_Y: "accept", Qt.Key.Key_X: "reject"}
    verb = keys.get(Qt.Key(event.key()), "")
    if shift:
        return "not_reported" if verb == "reject" else ""
    return verb


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("frozenEdge")
    line.setFixedWidth(1)
    return line


def name_of(index: QModelIndex) -> str:
    """The name of the column a cell stands in."""
    column = index.model().headerData(index.column(), Qt.Orientation.Horizontal, COLUMN_ROLE)
    return str(column.name) if column else ""
