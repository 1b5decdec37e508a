"""A column of one's own: its name, its kind, what to choose from."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.tongue import retold, tr
from reader.model.errors import ReaderError
from reader.model.own_columns import KINDS, NAME_LIMIT, OwnColumn

#: Called with name, kind and choices; what it raises is shown.
Keep = Callable[[str, str, Sequence[str]], None]


class ColumnDialog(QDialog):
    """Makes a column, or changes name and choices of one that is there (its kind stays)."""

    def __init__(self, column: OwnColumn | None, keep: Keep, parent: QWidget) -> None:
        super().__init__(parent)
        self._keep = keep
        self.setWindowTitle(tr("Column of your own") if column else tr("New column"))
        self.setMinimumWidth(420)
        self._name, self._choices, self._kind = QLineEdit(), QLineEdit(), QComboBox()
        self._name.setMaxLength(NAME_LIMIT)
        self._name.setPlaceholderText(tr("Such as Risk of bias"))
        self._choices.setPlaceholderText(tr("low, unclear, high"))
        for kind, (words, _) in KINDS.items():
            self._kind.addItem(words, kind)
        self._trouble = QLabel()
        self._trouble.setObjectName("trouble")
        self._trouble.setWordWrap(True)
        self._trouble.setTextFormat(Qt.TextFormat.PlainText)
        self._trouble.hide()
        self._arrange()
        self._kind.currentIndexChanged.connect(self._offer)
        if column:
            self._name.setText(column.name)
            self._choices.setText(", ".join(column.choices))
            self._kind.setCurrentIndex(self._kind.findData(column.kind))
            self._kind.setEnabled(False)
        self._offer()

    def write(self, name: str, kind: str = "", choices: str = "") -> None:
        """Fill in for the user."""
        self._name.setText(name)
        if kind:
            self._kind.setCurrentIndex(self._kind.findData(kind))
        self._choices.setText(choices)

    @property
    def trouble(self) -> str:
        return self._trouble.text()

    def accept(self) -> None:
        try:
            choices = self._choices.text().split(",")
            self._keep(self._name.text(), str(self._kind.currentData()), choices)
        except ReaderError as error:
            self._trouble.setText(retold(str(error)))
            self._trouble.show()
            return
        super().accept()

    def _offer(self) -> None:
        is_choice = self._kind.currentData() == "choice"
        self._form.setRowVisible(self._choices, is_choice)

    def _arrange(self) -> None:
        self._form = form = QFormLayout()
        form.addRow(tr("Name"), self._name)
        form.addRow(tr("Kind"), self._kind)
        form.addRow(tr("Choices"), self._choices)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self._trouble)
        column.addWidget(buttons)
