"""How the feeds fare: which are dead, quiet or failing, and what happened to each."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.empty_state import EmptyState
from reader.desktop.tongue import number, retold, tr
from reader.desktop.when import date, short
from reader.model.schedule import Check
from reader.operations.watching import STATES, FeedState

_SHOWN = (
    ("All feeds", tuple(state for state in STATES if state != "own")),
    ("That need a look", ("dead", "failing", "quiet")),
    *((state.capitalize(), (state,)) for state in ("dead", "failing", "quiet", "paused")),
)
#: Columns with their width in pixels and what a tooltip says of them; numbers are on the right.
_COLUMNS = (
    ("Feed", 180, ""),
    ("State", 92, ""),
    ("Last check", 136, ""),
    ("Next check", 136, ""),
    ("A week", 66, "Articles a week, over the last eight weeks"),
    ("Last article", 90, "When its newest article came"),
    ("Read", 58, "How much of it you have read"),
    ("Tagged", 66, "How much of it you have tagged"),
    ("What happened", 0, ""),
)
_NUMBERS = (4, 6, 7)


class HealthDialog(QDialog):
    """A row a feed, the ones that need a look first; below it the log of the one chosen."""

    check_wanted = Signal(int)
    settings_wanted = Signal(int)
    unsubscribe_wanted = Signal(int)
    #: There is no feed yet, and one is to be added.
    add_wanted = Signal()

    def __init__(
        self,
        states: Callable[[], list[FeedState]],
        log: Callable[[int], list[Check]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ask, self._log = states, log
        self._rows: list[FeedState] = []
        self.setWindowTitle(tr("Health of feeds"))
        self.resize(1120, 620)
        self._which = QComboBox()
        self._which.addItems([tr(name) for name, _ in _SHOWN])
        self._which.setAccessibleName(tr("Which feeds"))
        self._which.currentIndexChanged.connect(self.look_again)
        self._table = _table()
        self._table.itemSelectionChanged.connect(self._show_one)
        self._about = QPlainTextEdit(readOnly=True)
        self._about.setAccessibleName(tr("What is known of the feed"))
        self._about.setMaximumHeight(190)
        self.empty = EmptyState()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._known())
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.addLayout(self._top())
        column.addWidget(self._stack, 1)
        column.addLayout(self._buttons())
        self.look_again()

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(self._which)
        row.addWidget(self._count, 1)
        return row

    def _known(self) -> QWidget:
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._table, 1)
        column.addWidget(self._about)
        return both

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._doing: list[QPushButton] = []
        for caption, signal in (
            (tr("Check now"), self.check_wanted),
            (tr("Settings…"), self.settings_wanted),
            (tr("Unsubscribe"), self.unsubscribe_wanted),
        ):
            button = QPushButton(caption)
            button.clicked.connect(lambda _=False, wanted=signal: self._want(wanted))
            button.setAutoDefault(False)
            self._doing.append(button)
            row.addWidget(button)
        row.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        row.addWidget(close)
        return row

    def look_again(self) -> None:
        """Show how the feeds fare now; the one that was chosen stays so."""
        chosen = self._chosen()
        every = [state for state in self._ask() if state.state != "own"]
        order = list(STATES)
        wanted = _SHOWN[self._which.currentIndex()][1]
        self._rows = sorted(
            (state for state in every if state.state in wanted),
            key=lambda state: (order.index(state.state), state.feed.title.casefold()),
        )
        self._count.setText(_summary(every))
        self._table.setRowCount(len(self._rows))
        for place, state in enumerate(self._rows):
            for at, words in enumerate(_cells(state)):
                self._table.setItem(place, at, _cell(words, right=at in _NUMBERS))
        ids = [state.feed.id for state in self._rows]
        at = ids.index(chosen.feed.id) if chosen and chosen.feed.id in ids else 0
        self._table.selectRow(at)
        self._show_one()

    def _chosen(self) -> FeedState | None:
        at = self._table.currentRow()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def _want(self, signal: Signal) -> None:
        if state := self._chosen():
            signal.emit(state.feed.id)  # type: ignore[attr-defined]
            self.look_again()

    def _show_one(self) -> None:
        state = self._chosen()
        for button in self._doing:
            button.setEnabled(state is not None)
        self._about.setPlainText(_about(state, self._log(state.feed.id)) if state else "")
        self._stack.setCurrentIndex(int(state is None))
        if self._which.currentIndex():
            self.empty.say(
                tr("No feed is like that."), tr("All feeds"), lambda: self._which.setCurrentIndex(0)
            )
        else:
            self.empty.say(tr("You follow no feeds yet."), tr("Add feed…"), self._add)

    def _add(self) -> None:
        self.accept()
        self.add_wanted.emit()

    @property
    def about(self) -> str:
        return self._about.toPlainText()

    @property
    def titles(self) -> list[str]:
        """The feeds in the list, in their order."""
        return [state.feed.title for state in self._rows]

    def choose(self, which: str) -> None:
        self._which.setCurrentText(which)


def _table() -> QTableWidget:
    table = QTableWidget(0, len(_COLUMNS))
    table.setAccessibleName(tr("Feeds"))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.verticalHeader().hide()
    table.setWordWrap(False)
    table.setShowGrid(False)
    header = table.horizontalHeader()
    for at, (name, width, tip) in enumerate(_COLUMNS):
        item = _cell(tr(name), right=at in _NUMBERS)
        item.setToolTip(tr(tip))
        table.setHorizontalHeaderItem(at, item)
        header.resizeSection(at, max(width, header.sectionSizeHint(at) + 8))
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setStretchLastSection(True)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    return table


def _cell(words: str, *, right: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(words)
    if right:
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item


def _cells(state: FeedState) -> tuple[str, ...]:
    return (
        state.feed.title,
        tr(state.state),
        _when(state.health.checked),
        _when(state.plan.next_check),
        number(state.weekly, ".1f") if state.feed.total else "",
        date(state.newest) if state.newest else "",
        _part(state.read, state),
        _part(state.tagged / max(1, state.feed.total), state),
        retold(state.health.error or "") or ("" if state.health.checked else tr(STATES["new"])),
    )


def _part(part: float, state: FeedState) -> str:
    return tr("{part:.0f} %", part=part * 100) if state.feed.total else ""


def _summary(states: list[FeedState]) -> str:
    trouble = [state for state in states if state.state in ("dead", "failing", "quiet")]
    need = (
        tr("{trouble:,} need a look", trouble=len(trouble)) if trouble else tr("none needs a look")
    )
    if not states:
        return ""
    return tr("{states:,} feeds, {need}.", states=len(states), need=need)


def _about(state: FeedState, log: list[Check]) -> str:
    health = state.health
    following = (
        tr("never") if state.plan.ended else _when(state.plan.next_check) or tr("the next round")
    )
    lines = [
        f"{state.feed.title} – {state.feed.address}",
        tr(STATES[state.state]),
        tr(
            "Last success: {value}. Next check: {following}. ",
            value=_when(health.succeeded) or tr("never"),
            following=following,
        )
        + retold(state.reason),
    ]
    told = state.skipped and state.skipped != state.reason
    lines += [tr("Not asked now: {skipped}", skipped=retold(state.skipped))] if told else []
    lines += [
        f"{_when(check.at)}  {check.status or '–'}  {retold(check.words)}".rstrip() for check in log
    ]
    return "\n".join(lines)


def _when(at: int) -> str:
    return short(at) if at else ""
