"""The evidence table with its head, the sentence of a cell, its history, and pictures."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from reader.desktop.empty_state import EmptyState
from reader.desktop.evidence.cell_menu import CellMenu
from reader.desktop.evidence.checking import next_to_check
from reader.desktop.evidence.column_menu import ColumnMenu, in_order, remember, remembered
from reader.desktop.evidence.history_drawer import HistoryDrawer
from reader.desktop.evidence.layout import Parts, arrange, header, menu_button
from reader.desktop.evidence.peek_bar import PeekBar
from reader.desktop.evidence.pictures import Pictures
from reader.desktop.evidence.table_model import EvidenceModel
from reader.desktop.evidence.table_view import EvidenceTable, name_of
from reader.desktop.jobs import Questions
from reader.desktop.theme import Theme
from reader.model.evidence import FROZEN, EvidenceRow, Order, is_field
from reader.model.history import Event
from reader.operations.appraising import columns
from reader.operations.tabulating import Table, as_tsv, peek, table
from reader.store.store import Store

_NO_STUDIES = "No studies among these articles. Choose another place, or search for others."


class EvidencePane(QWidget):
    """Shows the studies that some articles report. What is slow is asked off the user's thread."""

    #: A cell was opened: its article, and the field of its column ("" for the article itself).
    opened = Signal(int, str)
    #: A sentence for the status line.
    said = Signal(str)
    export_wanted = Signal()
    undo_wanted = Signal()
    #: Decide a value of a study's field: the article that stands for the study, the field, the
    #: verb, the place of the value where several disagree.
    decision_wanted = Signal(int, str, str, int)
    #: Typed into a cell: the articles that report the study, the column, what was typed.
    typed = Signal(object, str, str)
    #: Accept what is sure in a column: ids of the articles, the field.
    sure_wanted = Signal(object, str)
    #: An article reports another study than its row: its id.
    split_wanted = Signal(int)
    #: A value of the history is to hold again: its `Event`, the field.
    put_back_wanted = Signal(object, str)
    #: A column of the user's own: "new", or "edit", "delete", "left", "right" of an `OwnColumn`.
    column_wanted = Signal(str, object)

    def __init__(self, store: Store, questions: Questions, theme: Theme) -> None:
        super().__init__()
        self._store, self._questions = store, questions
        self._articles: Sequence[int] = ()
        self._order = Order()
        self._filled: dict[str, int] | None = None
        self._asked, self._is_late = 0, False
        self._wanted: tuple[int, str] = (0, "")
        self._names: list[str] = []
        self.model = EvidenceModel(store.evidence.rows, self, questions)
        self.table = EvidenceTable(self.model, theme)
        self.peek = PeekBar(theme)
        self.history = HistoryDrawer(store, questions)
        self.pictures = Pictures(store, questions, theme)
        self.menu = ColumnMenu(self.model, self)
        self.empty = EmptyState()
        self.empty.say(_NO_STUDIES)
        self._caption = QLabel("Evidence")
        self._columns = menu_button("")
        parts = (self.table, self.history, self.peek, self.pictures, self.empty)
        self._stack, self.splitter = arrange(self, Parts(self._header(), *parts))
        self._wire()
        self.show_columns(*remembered())

    def show_articles(self, articles: Iterable[int]) -> None:
        """Show the studies that these articles report."""
        self._articles, self._filled = list(articles), None
        self._look()

    def look_again(self) -> None:
        """Values of the same articles have changed."""
        self._filled = None
        self._look()

    def show_columns(self, names: Sequence[str], caption: str) -> None:
        """Show these fields of the card, and columns of the user's own, as columns."""
        own = columns(self._store)
        self._names = list(names)  # with those that are gone: undo may bring them back
        names = in_order(names, own)
        widths = self.table.widths()
        self.model.show_columns(names, own)
        self.table.set_widths(widths)
        self._columns.setText(f"Columns: {caption} ▾")
        remember(names, caption)

    def come_back(self) -> None:
        """Put the keyboard where it was."""
        self.table.setFocus()

    @property
    def caption(self) -> str:
        return self._caption.text()

    @property
    def row(self) -> EvidenceRow | None:
        """The study that the current cell belongs to."""
        index = self.table.current
        return self.model.row(index.row()) if index.isValid() else None

    # -- asking

    def _look(self) -> None:
        """Ask anew; what comes while somebody types waits, for it would take the editor away."""
        self._asked += 1
        self._is_late = self.table.is_typing
        if self._is_late:
            return
        asked, store, articles, order = self._asked, self._store, self._articles, self._order
        if row := self.row:
            self._wanted = (row.article_id, name_of(self.table.current))

        def show(found: Table) -> None:
            if asked == self._asked and self.table.is_typing:
                self._is_late = True
            elif asked == self._asked:
                self._show(found)

        filled = self._filled
        self._questions.ask(lambda: table(store, articles, order, filled), show, self.said.emit)

    def _show(self, found: Table) -> None:
        widths = self.table.widths()
        if columns(self._store) != self.model.own:
            self.show_columns(self._names, self._columns.text()[len("Columns: ") : -2])
        self.model.show(found.article_ids, found.filled)
        self.table.set_widths(widths)
        self.table.show_order(self._order.column, descending=self._order.descending)
        count = len(found.article_ids)
        noun = "study" if count == 1 else "studies"
        self._caption.setText(f"Evidence · {count:,} {noun}")
        self._stack.setCurrentWidget(self.splitter if count else self.empty)
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
        table.moved.connect(self._show_cell)
        table.opened.connect(self._open)
        table.peek_wanted.connect(lambda: self.peek.setVisible(not self.peek.isVisible()))
        table.copy_wanted.connect(self.copy)
        table.deed_wanted.connect(self.do)
        table.entered.connect(self._enter)
        table.refused.connect(self.peek.refuse)
        table.typing_ended.connect(lambda: self._look() if self._is_late else None)
        table.menu_wanted.connect(self._show_menu)
        table.order_wanted.connect(self.sort)
        table.hide_wanted.connect(self.menu.hide_column)
        self.menu.chosen.connect(self.show_columns)
        self.menu.new_wanted.connect(lambda: self.column_wanted.emit("new", None))
        self.menu.own_wanted.connect(self.column_wanted)
        self.peek.source_wanted.connect(self._open_source)
        self.peek.value_wanted.connect(lambda place: self.do("accept", place))
        self.pictures.article_chosen.connect(self._choose_article)
        self.history.said.connect(self.said)
        self.history.left.connect(lambda: self.do("history"))
        self.history.put_back_wanted.connect(self._put_back)

    def sort(self, name: str, descending: bool) -> None:
        """Sort by a column; studies without a value come last either way."""
        self._order = Order(name, descending)
        self._look()

    def copy(self) -> None:
        """Copy the chosen cells as a sheet program pastes them."""
        rows = [row for at in self.table.chosen_rows() if (row := self.model.row(at))]
        chosen = [self.model.columns[at] for at in self.table.chosen_columns()]
        QGuiApplication.clipboard().setText(as_tsv(rows, chosen))
        noun = "row" if len(rows) == 1 else "rows"
        self.said.emit(f"{len(rows):,} {noun} copied.")

    def do(self, deed: str, place: int = 0) -> None:
        """Do something with the current cell: see `keys.KEYS`."""
        row, name = self.row, name_of(self.table.current) if self.row else ""
        if deed == "history":
            self.history.setVisible(not self.history.isVisible())
            self.history.show_cell(row, name)
        elif deed == "type":
            self.table.type()
        elif deed == "undo":
            self.undo_wanted.emit()
        elif deed == "next":
            self._next()
        elif deed == "clear":
            if row and self.model.own_at(self.table.current):
                self._enter(row.article_id, name, "")
        elif row and (is_field(name) or deed == "narrow"):
            self.decision_wanted.emit(row.article_id, name, deed, place)

    def _enter(self, article_id: int, name: str, text: str) -> None:
        """Something was typed: into which study, so that it is found again when rows move."""
        row = self.model.row(self.model.row_of(article_id))
        if row:
            self.typed.emit([report.article_id for report in row.reports], name, text)

    def _next(self) -> None:
        place = next_to_check(self.model, self.table.current)
        if place:
            self.table.choose(*place)
        else:
            self.said.emit("Nothing more to check from here on.")

    def _show_cell(self) -> None:
        row = self.row
        if row is None:
            self.peek.clear()
            return
        name = name_of(self.table.current)
        said = row.stated(name)
        found = peek(self._store, row.owner(name), said[0].value) if said else None
        self.peek.show_value(row, self.model.columns[self.table.current.column()], found)
        self.pictures.mark(row.article_id)
        self.history.show_cell(row, name)

    def _put_back(self, event: Event) -> None:
        self.put_back_wanted.emit(event, name_of(self.table.current))

    def _show_menu(self, at: QPoint) -> None:
        if menu := self.cell_menu():
            menu.exec(at)

    def cell_menu(self) -> CellMenu | None:
        """The menu of the current cell, not yet shown."""
        row = self.row
        if row is None:
            return None
        menu = CellMenu(row, name_of(self.table.current), self)
        menu.deed_wanted.connect(self.do)
        menu.copy_wanted.connect(self.copy)
        menu.open_wanted.connect(lambda: self._open(self.table.current))
        menu.report_wanted.connect(lambda number: self.opened.emit(number, ""))
        menu.split_wanted.connect(self.split_wanted)
        return menu

    def _open(self, index: QModelIndex) -> None:
        row = self.model.row(index.row())
        if row:
            name = name_of(index)
            self.opened.emit(row.owner(name), name if row.values.get(name) else "")

    def _open_source(self, article_id: int) -> None:
        row, name = self.row, name_of(self.table.current)
        said = row.stated(name) if row else ()
        states = any(r.article_id == article_id for each in said for r in each.reports)
        self.opened.emit(article_id, name if states else "")

    def accept_sure(self) -> None:
        """Offer to accept what is sure in the current column."""
        name = name_of(self.table.current) if self.row else ""
        if is_field(name):
            self.sure_wanted.emit(self.model.ids, name)
        else:
            self.said.emit("Choose a cell in the column whose values you want to accept.")

    def _choose_article(self, article_id: int) -> None:
        row = self.model.row_of(article_id)
        if row >= 0:
            self.table.choose(row, self.table.current.column())

    def _header(self) -> QWidget:
        self._columns.setMenu(self.menu)
        pictures = self.pictures
        return header(
            self._caption,
            menu_button("Accept sure values…", "Of the chosen cell's column", self.accept_sure),
            menu_button(
                "History", "What became of the chosen cell (H)", lambda: self.do("history")
            ),
            self._columns,
            menu_button("Pictures", "", lambda: pictures.setVisible(not pictures.isVisible())),
            menu_button("Export…", "", self.export_wanted.emit),
        )
