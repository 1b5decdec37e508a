"""Two views on one model: the frozen columns at the left, all others beside them."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QMenu, QTableView, QWidget

from reader.desktop.evidence.keys import deed_of
from reader.desktop.evidence.painting import ROW, CompletenessHeader
from reader.desktop.evidence.table_model import COLUMN_ROLE, EvidenceModel
from reader.desktop.evidence.typing_delegate import TypingDelegate
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
    #: A name of `KEYS` for the current cell: "accept", "history" …
    deed_wanted = Signal(str)
    #: Typed into a cell: the article that stands for the study, the column, what was typed.
    entered = Signal(int, str, str)
    #: A sentence on what is wrong with what is being typed, "" where nothing is.
    refused = Signal(str)
    #: Nobody types into a cell any more.
    typing_ended = Signal()
    #: A cell's menu is wanted, at a place on the screen.
    menu_wanted = Signal(QPoint)
    #: Sort by the column of this name, downwards or not.
    order_wanted = Signal(str, bool)
    #: The column of this name is wanted no more.
    hide_wanted = Signal(str)
    #: Only the studies that state something in this column (or nothing) are wanted.
    narrow_wanted = Signal(str, bool)

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

    def type(self, begun: str = "") -> None:
        """Put an editor into the current cell, where one can type."""
        index = self.current
        if index.isValid() and self.model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.view.scrollTo(index)
            self.view.typing.typed_first = begun
            self.view.edit(index)

    @property
    def is_typing(self) -> bool:
        return self.view.typing.is_typing

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
        self.view.typing.entered.connect(self.entered)
        self.view.typing.refused.connect(self.refused)
        self.view.typing.ended.connect(self.typing_ended)
        for view in (self.frozen, self.view):
            view.doubleClicked.connect(self._open)
            view.head.sectionClicked.connect(self._sort)
            view.head.customContextMenuRequested.connect(self._menu_of(view))
        self.frozen.head.setSectionsMovable(False)
        self.frozen.head.sectionResized.connect(self._fit_frozen)

    def _open(self, index: QModelIndex) -> None:
        """A double click: into the text, or into a cell of one's own."""
        if self.model.own_at(index):
            self.type()
        else:
            self.opened.emit(index)

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
            for words, something in (("Only with a value", True), ("Only without a value", False)):
                menu.addAction(words).triggered.connect(
                    lambda _=False, yes=something: self.narrow_wanted.emit(name, yes)
                )
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
        self._table, self._theme = table, theme
        self.head = CompletenessHeader(theme, self)
        self.setObjectName("evidenceTable")
        self.setAccessibleName("Evidence table")
        self.setHorizontalHeader(self.head)
        self.setModel(model)
        self.typing = TypingDelegate(model, theme, self)
        self.setItemDelegate(self.typing)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
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
        # what is still seen after scrolling is moved, not painted again
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.colours.page))
        painter.end()
        super().paintEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keys of the table count here, whatever they do elsewhere in the window."""
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and (deed_of(event) or self._is_typing(event)):  # type: ignore[arg-type]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._table.copy_wanted.emit()
        elif self._is_typing(event):
            self._table.type(event.text() if event.text().isprintable() else "")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._table.opened.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space:
            self._table.peek_wanted.emit()
        elif (deed := deed_of(event)) == "type":
            self._table.type()
        elif deed:
            self._table.deed_wanted.emit(deed)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid() and event.reason() == QContextMenuEvent.Reason.Mouse:
            self.setCurrentIndex(index)
        self._table.menu_wanted.emit(event.globalPos())

    def _is_typing(self, event: QKeyEvent) -> bool:
        """Whatever one types into a column of one's own is a value, and so is Enter."""
        index = self.currentIndex()
        plain = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
        if (
            not index.isValid()
            or event.modifiers() not in plain
            or not self._table.model.own_at(index)
        ):
            return False
        is_word = event.text().isprintable() and bool(event.text().strip())
        return is_word or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("frozenEdge")
    line.setFixedWidth(1)
    return line


def name_of(index: QModelIndex) -> str:
    """The name of the column a cell stands in."""
    column = index.model().headerData(index.column(), Qt.Orientation.Horizontal, COLUMN_ROLE)
    return str(column.name) if column else ""
