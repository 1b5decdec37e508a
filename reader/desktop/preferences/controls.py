"""One preference on screen: its title, its sentence and what it is set with."""

from collections.abc import Callable
from functools import singledispatch

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.preferences.rows import Choice, Control, Face, Number, Preference, Switch, Words
from reader.desktop.tongue import tr

Value = str | int | bool
Tell = Callable[[Value], None]
_WIDTH = 250


class PreferenceRow(QFrame):
    """Says at once what the user chose."""

    #: The new value.
    chosen = Signal(object)

    def __init__(self, preference: Preference) -> None:
        super().__init__()
        self.preference = preference
        self.setObjectName("preference")
        self.control, self._put = make(preference.control, self.chosen.emit)
        self.control.setAccessibleName(tr(preference.title))
        self.control.setAccessibleDescription(tr(preference.sentence))
        title, sentence = QLabel(tr(preference.title)), QLabel(tr(preference.sentence))
        title.setObjectName("preferenceTitle")
        title.setBuddy(self.control)
        sentence.setObjectName("panelHint")
        sentence.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 9, 0, 9)
        row.setSpacing(20)
        row.addLayout(words, 1)
        row.addWidget(self.control, 0, Qt.AlignmentFlag.AlignVCenter)

    def put(self, value: Value) -> None:
        """Show what holds, without saying so."""
        self._put(value)

    @property
    def words(self) -> str:
        """What it is found by."""
        found = self.preference
        return " ".join(
            (*map(tr, (found.section, found.title, found.sentence)), found.words)
        ).casefold()


class _Still(QObject):
    """Turning the wheel scrolls the page, and never what happens to lie under it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


@singledispatch
def make(control: Control, tell: Tell) -> tuple[QWidget, Tell]:
    """The widget of a control, and how a value is put into it."""
    raise TypeError(control)


@make.register
def _(control: Choice, tell: Tell) -> tuple[QWidget, Tell]:
    box = QComboBox()
    for value, caption in control.options:
        box.addItem(tr(caption), value)

    def put(value: Value) -> None:
        if box.findData(value) < 0:
            box.addItem(str(value), value)
        box.setCurrentIndex(box.findData(value))

    box.activated.connect(lambda row: tell(box.itemData(row)))
    return _held(box), put


@make.register
def _(control: Face, tell: Tell) -> tuple[QWidget, Tell]:
    box = QComboBox()
    box.addItem(tr(control.usual), "")
    box.setMaxVisibleItems(14)
    for family in QFontDatabase.families():
        if not QFontDatabase.isPrivateFamily(family) and QFontDatabase.isSmoothlyScalable(family):
            box.addItem(family, family)
    box.activated.connect(lambda row: tell(box.itemData(row)))
    return _held(box), lambda value: box.setCurrentIndex(max(0, box.findData(value)))


@make.register
def _(control: Number, tell: Tell) -> tuple[QWidget, Tell]:
    box = QSpinBox(minimum=control.least, maximum=control.most, singleStep=control.step)
    box.setSuffix(tr(control.suffix) if control.suffix else "")
    box.setKeyboardTracking(False)
    box.lineEdit().setTextMargins(7, 0, 0, 0)

    def put(value: Value) -> None:
        box.blockSignals(True)
        box.setValue(int(value))
        box.blockSignals(False)

    box.valueChanged.connect(tell)
    return _held(box), put


@make.register
def _(control: Switch, tell: Tell) -> tuple[QWidget, Tell]:
    box = QCheckBox(tr(control.caption))
    box.clicked.connect(lambda checked: tell(bool(checked)))
    return box, lambda value: box.setChecked(bool(value))


@make.register
def _(control: Words, tell: Tell) -> tuple[QWidget, Tell]:
    line = QLineEdit(placeholderText=control.placeholder)
    line.editingFinished.connect(lambda: tell(line.text().strip()))
    line.setFixedWidth(_WIDTH)
    return line, lambda value: None if line.text() == value else line.setText(str(value))


def _held(widget: QWidget) -> QWidget:
    widget.setFixedWidth(_WIDTH)
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(_Still(widget))
    return widget
