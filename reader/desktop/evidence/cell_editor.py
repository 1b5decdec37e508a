"""Typing into a cell: a line, or a choice. Enter keeps it, Escape leaves the cell as it was."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from reader.desktop.card_terms import choices as choices_of
from reader.desktop.tongue import tr
from reader.model.errors import ReaderError
from reader.model.evidence import EvidenceRow, heading
from reader.model.own_columns import KINDS, VALUE_LIMIT, OwnColumn, typed_own
from reader.model.typed import LIMIT, as_typed, form, typed

#: Reasons for which the keyboard goes elsewhere and comes back.
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is typed into a cell: the column's name, what stands there, what to choose from."""

    name: str
    label: str
    text: str
    example: str
    choices: tuple[tuple[str, str], ...]
    own: OwnColumn | None = None

    def trouble(self, text: str) -> str:
        """A sentence on why this can be no value, "" where it can."""
        try:
            if self.own:
                typed_own(self.own, text)
            elif text.strip() != self.text:
                typed(self.name, text)
        except ReaderError as error:
            return str(error)
        return ""


def asked(row: EvidenceRow, name: str, own: OwnColumn | None) -> Asked:
    """What a cell of a row wants to be told."""
    if own:
        said = row.own.get(own.id, "")
        offered = ("yes", "no") if own.kind == "yes_no" else own.choices
        choices = (("", "–"), *((each, each) for each in offered)) if offered else ()
        return Asked(name, own.name, said, KINDS[own.kind][1], choices, own)
    values, known = row.values.get(name, ()), form(name)
    said = as_typed(name, values[0]) if values else ""
    return Asked(name, tr(heading(name)), said, tr(known.example), tuple(choices_of(name).items()))


class CellEditor(QWidget):
    """Stands in the cell. Letters belong to it, whatever they do elsewhere in the window."""

    #: What was typed can be a value.
    entered = Signal(str)
    left = Signal()
    #: A sentence on what is wrong with what was typed, "" where nothing is any more.
    refused = Signal(str)

    def __init__(self, cell: Asked, parent: QWidget) -> None:
        super().__init__(parent)
        self._cell = cell
        self._over = False
        self.setObjectName("cellEditor")
        self.setAutoFillBackground(True)
        self._line, self._choice = QLineEdit(self), QComboBox(self)
        self._fill()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._input)
        (self._line if cell.choices else self._choice).hide()
        self.setFocusProxy(self._input)
        self._input.installEventFilter(self)

    @property
    def text(self) -> str:
        return str(self._choice.currentData()) if self._cell.choices else self._line.text()

    def begin(self, typed_first: str) -> None:
        """Go on from what was typed before the editor stood there."""
        if typed_first and not self._cell.choices:
            self._line.setText(typed_first)
        elif typed_first:
            self._choice.setCurrentIndex(max(0, self._begun(typed_first)))

    def enter(self) -> bool:
        """Keep what was typed; False, with a sentence, where it can be no value."""
        if self._over:
            return True
        if trouble := self._cell.trouble(self.text):
            self._line.setAccessibleDescription(trouble)
            self._line.setProperty("trouble", True)
            self._line.style().polish(self._line)
            self.refused.emit(trouble)
            return False
        self._end()
        if self.text.strip() != self._cell.text:
            self.entered.emit(self.text)
        self.left.emit()
        return True

    def leave(self) -> None:
        """Leave the cell as it was."""
        if not self._over:
            self._end()
            self.left.emit()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        is_left = event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent)
        if is_left and event.reason() not in _STAYS and not self.enter():  # type: ignore[attr-defined]
            self.leave()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self.enter()
        else:
            return False
        return True

    def _end(self) -> None:
        self._over = True
        self.refused.emit("")

    @property
    def _input(self) -> QLineEdit | QComboBox:
        return self._choice if self._cell.choices else self._line

    def _fill(self) -> None:
        for code, words in self._cell.choices:
            self._choice.addItem(words, code)
        self._choice.setCurrentIndex(max(0, self._choice.findData(self._cell.text)))
        self._line.setMaxLength(VALUE_LIMIT if self._cell.own else LIMIT)
        self._line.setText(self._cell.text)
        self._line.selectAll()
        self._line.textEdited.connect(lambda: self.refused.emit(""))
        self._line.setPlaceholderText(tr("Such as {example}", example=self._cell.example))
        self._line.setAccessibleName(
            tr("{label}, such as {example}", label=self._cell.label, example=self._cell.example)
        )
        self._choice.setAccessibleName(tr("{label}: choose the value", label=self._cell.label))

    def _begun(self, typed_first: str) -> int:
        low = typed_first.casefold()
        words = [said.casefold() for _, said in self._cell.choices]
        return next((at for at, said in enumerate(words) if said.startswith(low)), -1)
