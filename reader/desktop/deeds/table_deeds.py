"""What is done with cells and columns of the evidence table."""

from collections.abc import Sequence

from PySide6.QtWidgets import QMessageBox

from reader.desktop.evidence.column_dialog import ColumnDialog
from reader.desktop.evidence.evidence_pane import EvidencePane
from reader.desktop.panes import Panes
from reader.model.history import Event
from reader.model.own_columns import OwnColumn
from reader.operations import appraising
from reader.operations.grouping import split
from reader.operations.narrowing import like, stating
from reader.operations.recalling import put_back
from reader.operations.tabulating import correct, decide


class TableDeeds:
    """Every change goes through the session, so each is one undo."""

    def __init__(self, panes: Panes, pane: EvidencePane) -> None:
        self._panes, self._pane = panes, pane
        self._session, self._store = panes.session, panes.session.store
        pane.decision_wanted.connect(self._decide)
        pane.typed.connect(self._type)
        pane.split_wanted.connect(self._split)
        pane.put_back_wanted.connect(self._put_back)
        pane.undo_wanted.connect(panes.session.undo_stack.undo)
        pane.column_wanted.connect(self._change_column)
        pane.table.narrow_wanted.connect(self._narrow)

    def column_dialog(self, column: OwnColumn | None) -> ColumnDialog:
        """The dialog for a column, not yet shown."""

        def keep(name: str, kind: str, choices: Sequence[str]) -> None:
            if column is None:
                self._add(name, kind, choices)
            else:
                self._edit(column, name, choices)

        return ColumnDialog(column, keep, self._panes.window)

    def _decide(self, article_id: int, field: str, verb: str, place: int) -> None:
        store = self._store
        if verb == "narrow":
            row = store.evidence.rows([article_id]).get(article_id)
            self._ask(like(row, field, self._own(field)) if row else "")
            return
        self._session.do(lambda: decide(store, article_id, field, verb, place))

    def _type(self, article_ids: Sequence[int], name: str, text: str) -> None:
        store = self._store
        own = self._own(name)
        if own:
            self._session.do(lambda: appraising.write(store, own, article_ids, text))
        else:
            self._session.do(lambda: correct(store, article_ids[0], name, text))

    def _own(self, name: str) -> OwnColumn | None:
        return next((made for made in self._pane.model.own if made.column == name), None)

    def _narrow(self, name: str, something: bool) -> None:
        self._ask(stating(name, self._own(name), something=something))

    def _ask(self, condition: str) -> None:
        """Add a condition to the query; list and table follow it."""
        if condition:
            search = self._panes.search
            typed = search.text().strip()
            search.write(typed if condition in typed else f"{typed} {condition}".strip())
        else:
            self._panes.status.say("This column cannot be asked for in a query.")

    def _split(self, article_id: int) -> None:
        self._session.do(lambda: split(self._store, article_id))

    def _put_back(self, event: Event, field: str) -> None:
        self._session.do(lambda: put_back(self._store, event, field))

    def _change_column(self, deed: str, column: OwnColumn | None) -> None:
        if column is None or deed == "edit":
            self.column_dialog(column).exec()
        elif deed == "delete":
            self._delete(column)
        else:
            by = -1 if deed == "left" else 1
            self._session.do(lambda: appraising.move(self._store, column, by))

    def _add(self, name: str, kind: str, choices: Sequence[str]) -> None:
        """Make a column and show it behind the others."""
        before = {made.id for made in self._pane.model.own}
        if self._session.do(appraising.add(self._store, name, kind, choices)):
            new = [c.column for c in appraising.columns(self._store) if c.id not in before]
            self._pane.show_columns([*self._pane.menu.shown, *new], "own")

    def _edit(self, column: OwnColumn, name: str, choices: Sequence[str]) -> None:
        self._session.do(appraising.edit(self._store, column, name, choices))

    def _delete(self, column: OwnColumn) -> None:
        """Values that were written are named in the button; undo brings them back."""
        change = appraising.delete(self._store, column)
        values = len(change.edits) - 1
        box = QMessageBox(self._panes.window)
        box.setWindowTitle("Delete column")
        noun = "value" if values == 1 else "values"
        box.setText(f"Delete “{column.name}” with {values:,} {noun}? Undo brings them back.")
        go = box.addButton(f"Delete {values:,} {noun}", QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        if values:
            box.exec()
        if not values or box.clickedButton() is go:
            self._session.do(change)
