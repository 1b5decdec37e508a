"""Which columns the table shows: sets of them, single ones, those of the user's own."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QMenu, QWidget

from reader.desktop.evidence.table_model import EvidenceModel
from reader.desktop.evidence.table_view import EvidenceTable
from reader.desktop.tongue import tr
from reader.model.evidence import COLUMNS, FROZEN, PRESETS, Order, heading
from reader.model.own_columns import PREFIX, OwnColumn


class ColumnMenu(QMenu):
    """The menu of the button “Columns”. Changes to columns of the user's own are told."""

    #: Other columns are to be shown: their names, and what to call them together.
    chosen = Signal(object, str)
    #: A column of the user's own is to be made.
    new_wanted = Signal()
    #: "edit", "delete", "left" or "right" a column of the user's own.
    own_wanted = Signal(str, object)

    def __init__(self, model: EvidenceModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.aboutToShow.connect(self._fill)

    @property
    def shown(self) -> list[str]:
        """The names of the columns beside the frozen ones."""
        return [column.name for column in self._model.columns[len(FROZEN) :]]

    def hide_column(self, name: str) -> None:
        self.chosen.emit([kept for kept in self.shown if kept != name], "own")

    def toggle(self, name: str, *, on: bool) -> None:
        names = [*self.shown, name] if on else [kept for kept in self.shown if kept != name]
        self.chosen.emit(names, "own")

    def _fill(self) -> None:
        self.clear()
        for caption, names in PRESETS.items():
            self.addAction(caption).triggered.connect(
                lambda _=False, names=names, caption=caption: self.chosen.emit(
                    [*names, *self._own_shown()], caption
                )
            )
        self._tick(self.addMenu(tr("Single columns")), [(name, heading(name)) for name in COLUMNS])
        self.addSeparator()
        self._tick(self, [(made.column, made.name) for made in self._model.own])
        for made in self._model.own:
            self.add_changes(self.addMenu(tr("Change “{name}”", name=made.name)), made)
        self.addAction(tr("New column of your own…")).triggered.connect(self.new_wanted)

    def add_changes(self, menu: QMenu, made: OwnColumn) -> None:
        """What can be done with a column of the user's own."""
        for words, deed in (
            (tr("Name and choices…"), "edit"),
            (tr("Move to the left"), "left"),
            (tr("Move to the right"), "right"),
            (tr("Delete…"), "delete"),
        ):
            menu.addAction(words).triggered.connect(
                lambda _=False, deed=deed: self.own_wanted.emit(deed, made)
            )

    def _own_shown(self) -> list[str]:
        return [name for name in self.shown if name.startswith(PREFIX)]

    def _tick(self, menu: QMenu, names: Sequence[tuple[str, str]]) -> None:
        """Columns, ticked where they are shown."""
        for name, words in names:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(name in self.shown)
            action.triggered.connect(lambda on, name=name: self.toggle(name, on=on))


def remember(names: Sequence[str], caption: str) -> None:
    """Keep which columns are shown for the next time."""
    kept = QSettings()
    kept.setValue("evidence/columns", ",".join(names))
    kept.setValue("evidence/caption", caption)


def keep_shape(table: EvidenceTable) -> None:
    """Keep the order that columns were dragged to, and their widths, for the next time."""
    kept, head, columns = QSettings(), table.view.head, table.model.columns
    places = sorted(range(len(FROZEN), len(columns)), key=head.visualIndex)
    kept.setValue("evidence/columns", ",".join(columns[place].name for place in places))
    kept.setValue("evidence/widths", json.dumps(table.widths()))


def kept_widths() -> dict[str, int]:
    """The widths of columns by their names, as they were left."""
    try:
        found = json.loads(str(QSettings().value("evidence/widths", "{}")))
        return {str(name): int(width) for name, width in found.items() if 20 <= width <= 4_000}
    except (ValueError, TypeError, AttributeError):  # somebody's own hand in the file
        return {}


def keep_order(name: str, descending: bool) -> None:
    """Keep what the table is sorted by for the next time."""
    QSettings().setValue("evidence/order", f"{'-' if descending else '+'}{name}")


def kept_order() -> Order:
    kept = str(QSettings().value("evidence/order", ""))
    return Order(kept[1:], kept[0] == "-") if kept[1:] else Order()


def remembered() -> tuple[list[str], str]:
    """Which columns were shown last; those of trials the first time."""
    kept = QSettings()
    names = str(kept.value("evidence/columns", "")).split(",")
    there = [name for name in names if name in COLUMNS or name.startswith(PREFIX)]
    if not there:
        return list(PRESETS["Trial"]), tr("Trial")
    return there, str(kept.value("evidence/caption", "own"))


def in_order(names: Sequence[str], own: Sequence[OwnColumn]) -> list[str]:
    """Names of columns with those of the user's own in his order, those that are gone left out."""
    order = [made.column for made in own]
    mine = iter(sorted((n for n in names if n in order), key=order.index))
    kept = (n for n in names if not n.startswith(PREFIX) or n in order)
    return [next(mine) if name in order else name for name in kept]
