"""The evidence table with its head, the sentence of a cell, and pictures of what it holds."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QSettings, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.empty_state import EmptyState
from reader.desktop.evidence.peek_bar import PeekBar
from reader.desktop.evidence.pictures import Pictures
from reader.desktop.evidence.table_model import EvidenceModel
from reader.desktop.evidence.table_view import EvidenceTable, name_of
from reader.desktop.jobs import Questions
from reader.desktop.theme import Theme
from reader.model.evidence import COLUMNS, FROZEN, PRESETS, EvidenceRow, Order, heading, is_field
from reader.operations.tabulating import Table, as_tsv, peek, table
from reader.store.store import Store

_NO_STUDIES = "No studies among these articles. Choose another place, or search for others."


class EvidencePane(QWidget):
    """Shows the studies among some articles. What is slow is asked off the user's thread."""

    #: A cell was opened: its article, and the field of its column ("" for the article itself).
    opened = Signal(int, str)
    #: A sentence for the status line.
    said = Signal(str)
    export_wanted = Signal()
    #: Decide the value of an article's field: the id, the field, the verb.
    decision_wanted = Signal(int, str, str)
    #: Accept what is sure in a column: ids of the articles, the field.
    sure_wanted = Signal(object, str)

    def __init__(self, store: Store, questions: Questions, theme: Theme) -> None:
        super().__init__()
        self._store, self._questions = store, questions
        self._articles: Sequence[int] = ()
        self._order = Order()
        self._filled: dict[str, int] | None = None
        self._asked = 0
        self._wanted: tuple[int, str] = (0, "")
        self.model = EvidenceModel(store.evidence.rows, self)
        self.table = EvidenceTable(self.model, theme)
        self.peek = PeekBar(theme)
        self.pictures = Pictures(store, questions, theme)
        self.empty = EmptyState()
        self.empty.say(_NO_STUDIES)
        self._caption = QLabel("Evidence")
        self._columns = _menu_button("Columns: Trial ▾")
        self._stack = QStackedWidget()
        self._arrange()
        self._wire()
        self._restore()

    def show_articles(self, articles: Iterable[int]) -> None:
        """Show the studies among these articles."""
        self._articles, self._filled = list(articles), None
        self._look()

    def look_again(self) -> None:
        """Values of the same articles have changed."""
        self._filled = None
        self._look()

    def show_columns(self, names: Sequence[str], caption: str) -> None:
        """Show these fields of the card as columns."""
        widths = self.table.widths()
        self.model.show_columns(names)
        self.table.set_widths(widths)
        self._columns.setText(f"Columns: {caption} ▾")
        self._remember(names, caption)

    def come_back(self) -> None:
        """Put the keyboard where it was."""
        self.table.setFocus()

    @property
    def caption(self) -> str:
        return self._caption.text()

    # -- asking

    def _look(self) -> None:
        self._asked += 1
        asked, store, articles, order = self._asked, self._store, self._articles, self._order
        current = self.table.current
        if current.isValid():
            self._wanted = (self.model.ids[current.row()], name_of(current))

        def show(found: Table) -> None:
            if asked == self._asked:
                self._show(found)

        filled = self._filled
        self._questions.ask(lambda: table(store, articles, order, filled), show, self.said.emit)

    def _show(self, found: Table) -> None:
        widths = self.table.widths()
        self.model.show(found.article_ids, found.filled)
        self.table.set_widths(widths)
        self.table.show_order(self._order.column, descending=self._order.descending)
        count = len(found.article_ids)
        noun = "study" if count == 1 else "studies"
        self._caption.setText(f"Evidence · {count:,} {noun}")
        self._stack.setCurrentWidget(self._body if count else self.empty)
        self._choose_again()
        if self._filled is None:
            self._filled = found.filled
            self.pictures.show_articles(found.article_ids)

    def _choose_again(self) -> None:
        """The cell that was current stays so, wherever its row stands now."""
        article_id, name = self._wanted
        row = max(0, self.model.row_of(article_id)) if article_id else 0
        names = [column.name for column in self.model.columns]
        column = names.index(name) if name in names else len(FROZEN)
        if self.model.rowCount():
            self.table.choose(row, column)
        else:
            self.peek.clear()

    # -- what follows from what

    def _wire(self) -> None:
        table = self.table
        table.moved.connect(self._show_peek)
        table.opened.connect(self._open)
        table.peek_wanted.connect(lambda: self.peek.setVisible(not self.peek.isVisible()))
        table.copy_wanted.connect(self.copy)
        table.decision_wanted.connect(self._decide)
        table.order_wanted.connect(self.sort)
        table.hide_wanted.connect(self._hide)
        self.pictures.article_chosen.connect(self._choose_article)

    def sort(self, name: str, descending: bool) -> None:
        """Sort by a column; articles without a value come last either way."""
        self._order = Order(name, descending)
        self._look()

    def copy(self) -> None:
        """Copy the chosen cells as a sheet program pastes them."""
        rows = [row for at in self.table.chosen_rows() if (row := self.model.row(at))]
        places = self.table.chosen_columns()
        names = [self.model.columns[at].name for at in places]
        QGuiApplication.clipboard().setText(as_tsv(rows, names))
        noun = "row" if len(rows) == 1 else "rows"
        self.said.emit(f"{len(rows):,} {noun} copied.")

    def _show_peek(self) -> None:
        index = self.table.current
        row = self.model.row(index.row()) if index.isValid() else None
        if row is None:
            self.peek.clear()
            return
        name = name_of(index)
        values = row.values.get(name, ())
        found = peek(self._store, row.article_id, values[0]) if values else None
        self.peek.show_value(row, name, found)
        self.pictures.mark(row.article_id)

    def _open(self, index: QModelIndex) -> None:
        row: EvidenceRow | None = self.model.row(index.row())
        if row:
            name = name_of(index)
            self.opened.emit(row.article_id, name if row.values.get(name) else "")

    def _decide(self, verb: str) -> None:
        index = self.table.current
        if index.isValid() and is_field(name := name_of(index)):
            self.decision_wanted.emit(self.model.ids[index.row()], name, verb)

    def _accept_sure(self) -> None:
        name = name_of(self.table.current) if self.table.current.isValid() else ""
        if is_field(name):
            self.sure_wanted.emit(self.model.ids, name)
        else:
            self.said.emit("Choose a cell in the column whose values you want to accept.")

    def _choose_article(self, article_id: int) -> None:
        row = self.model.row_of(article_id)
        if row >= 0:
            self.table.choose(row, self.table.current.column())

    def _hide(self, name: str) -> None:
        kept = [c.name for c in self.model.columns[len(FROZEN) :] if c.name != name]
        self.show_columns(kept, "own")

    # -- where things stand

    def _arrange(self) -> None:
        self._body = QSplitter(Qt.Orientation.Vertical)
        self._body.setHandleWidth(1)
        self._body.setChildrenCollapsible(False)
        upper = QWidget()
        above = QVBoxLayout(upper)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(0)
        above.addWidget(self.table, 1)
        above.addWidget(self.peek)
        for part, stretch in ((upper, 1), (self.pictures, 0)):
            self._body.addWidget(part)
            self._body.setStretchFactor(self._body.indexOf(part), stretch)
        self._stack.addWidget(self._body)
        self._stack.addWidget(self.empty)
        self.setObjectName("evidencePane")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(self._stack, 1)

    def _header(self) -> QWidget:
        header = QFrame()
        header.setObjectName("evidenceHeader")
        self._caption.setObjectName("evidenceCaption")
        pictures = _menu_button("Pictures")
        pictures.setPopupMode(QToolButton.ToolButtonPopupMode.DelayedPopup)
        pictures.clicked.connect(lambda: self.pictures.setVisible(not self.pictures.isVisible()))
        pictures.setToolTip("Show or hide the pictures")
        export = _menu_button("Export…")
        export.clicked.connect(self.export_wanted)
        self._columns.setMenu(self._column_menu())
        sure = _menu_button("Accept sure values…")
        sure.setToolTip("Accept all sure values in the column of the chosen cell")
        sure.clicked.connect(self._accept_sure)
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 0, 12, 0)
        row.addWidget(self._caption)
        row.addStretch(1)
        for button in (sure, self._columns, pictures, export):
            row.addWidget(button)
        header.setFixedHeight(44)
        return header

    def _column_menu(self) -> QMenu:
        menu = QMenu(self)
        for caption, names in PRESETS.items():
            menu.addAction(caption).triggered.connect(
                lambda _=False, names=names, caption=caption: self.show_columns(names, caption)
            )
        own = menu.addMenu("Single columns")
        own.aboutToShow.connect(lambda: self._list_columns(own))
        return menu

    def _list_columns(self, menu: QMenu) -> None:
        """Every field, ticked where it is a column."""
        menu.clear()
        shown = [column.name for column in self.model.columns[len(FROZEN) :]]
        for name in COLUMNS:
            action = menu.addAction(heading(name))
            action.setCheckable(True)
            action.setChecked(name in shown)
            action.triggered.connect(lambda on, name=name: self._toggle(name, on=on))

    def _toggle(self, name: str, *, on: bool) -> None:
        shown = [column.name for column in self.model.columns[len(FROZEN) :]]
        names = [*shown, name] if on else [kept for kept in shown if kept != name]
        self.show_columns(names, "own")

    def _remember(self, names: Sequence[str], caption: str) -> None:
        kept = QSettings()
        kept.setValue("evidence/columns", ",".join(names))
        kept.setValue("evidence/caption", caption)

    def _restore(self) -> None:
        kept = QSettings()
        names = [n for n in str(kept.value("evidence/columns", "")).split(",") if n in COLUMNS]
        if names:
            self.show_columns(names, str(kept.value("evidence/caption", "own")))


def _menu_button(caption: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("headerButton")
    button.setText(caption)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button
