"""Typing a value of the card: a choice, or a line with an example; what is wrong is said below."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from reader.desktop.card_terms import choices, label
from reader.desktop.study.card_labels import text_label
from reader.desktop.tongue import retold, tr
from reader.model.errors import ReaderError
from reader.model.typed import LIMIT, form, typed

_QUOTE_SHOWN = 160


class ValueEditor(QFrame):
    """Enter keeps what was typed if it can be a value; Escape leaves things as they were."""

    #: What was typed can be a value and is to be kept.
    entered = Signal(str)
    #: The user wants no change.
    left = Signal()

    def __init__(self, field: str, text: str, quote: str = "") -> None:
        """`text` is the value to begin with, `quote` the passage that becomes its evidence."""
        super().__init__()
        self._field = field
        self._form = form(field)
        self._linking = bool(quote)
        self.setObjectName("valueEditor")
        self._line, self._choice = QLineEdit(), QComboBox()
        self._fill(text)
        self._trouble = text_label("", "trouble")
        self._trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        if quote:
            cut = quote if len(quote) <= _QUOTE_SHOWN else f"{quote[:_QUOTE_SHOWN]}…"
            column.addWidget(text_label(f"“{' '.join(cut.split())}”", "fieldQuote"))
        column.addWidget(self._input)
        column.addWidget(self._trouble)
        column.addLayout(self._buttons())
        self.setFocusProxy(self._input)
        self._begun = self.text

    @property
    def text(self) -> str:
        """What stands in the editor, as typed or as the code of the choice."""
        return str(self._choice.currentData()) if self._form.choices else self._line.text()

    @property
    def trouble(self) -> str:
        """The sentence on what is wrong, "" while nothing is."""
        return self._trouble.text()

    @property
    def changed(self) -> bool:
        return self.text.strip() != self._begun.strip()

    def resume(self, text: str) -> None:
        """Go on with what was typed before and could not be kept."""
        self._choice.setCurrentIndex(max(0, self._choice.findData(text)))
        self._line.setText(text)
        self._refuse(tr("Not saved yet"))

    def enter(self) -> bool:
        """Keep what was typed; False, with a sentence, where it can be no value."""
        try:
            typed(self._field, self.text)
        except ReaderError as error:
            self._refuse(str(error))
            return False
        self.entered.emit(self.text)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button = self.focusWidget()
            button.click() if isinstance(button, QPushButton) else self.enter()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Letters belong to what is typed or chosen here, whatever they do elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ShiftModifier,
            )
            if plain and (event.text().isprintable() or event.key() == Qt.Key.Key_Return):
                event.accept()
                return True
        return super().event(event)

    @property
    def _input(self) -> QLineEdit | QComboBox:
        return self._choice if self._form.choices else self._line

    def _fill(self, text: str) -> None:
        for code, words in choices(self._field).items():
            self._choice.addItem(words, code)
        if self._form.choices:
            self._choice.setCurrentIndex(max(0, self._choice.findData(text)))
        self._line.setText(text)
        self._line.setMaxLength(LIMIT)
        example = tr(self._form.example)
        self._line.setPlaceholderText(tr("Such as {example}", example=example))
        self._line.selectAll()
        self._line.textEdited.connect(lambda: self._refuse(""))
        name = tr(
            "{label}: type the value, such as {example}", label=label(self._field), example=example
        )
        self._line.setAccessibleName(name)
        self._choice.setAccessibleName(tr("{label}: choose the value", label=label(self._field)))

    def _refuse(self, sentence: str) -> None:
        self._trouble.setText(retold(sentence))
        self._trouble.setVisible(bool(sentence))
        self._line.setAccessibleDescription(self.trouble)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        keep = QPushButton(tr("Link") if self._linking else tr("Save"))
        keep.setObjectName("editorKeep")
        keep.setToolTip(tr("Keep this value (Enter)"))
        keep.clicked.connect(self.enter)
        leave = QPushButton(tr("Cancel"))
        leave.setObjectName("editorLeave")
        leave.setToolTip(tr("Leave it as it was (Escape)"))
        leave.clicked.connect(self.left)
        row.addWidget(keep)
        row.addWidget(leave)
        row.addStretch(1)
        return row
