"""Keeping a search: its name, what it asks, whether to say when something new matches."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
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
from reader.model.searches import SavedSearch

Keep = Callable[[str, str, bool], None]


class SaveDialog(QDialog):
    """`keep` is called with name, query and whether to notify; what it raises is shown."""

    def __init__(
        self, search: SavedSearch, explain: Callable[[str], str], keep: Keep, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._explain, self._keep = explain, keep
        self.setWindowTitle(tr("Saved search"))
        self.setMinimumWidth(480)
        self._name = QLineEdit(search.name)
        self._name.setPlaceholderText(tr("A name, such as MS trials"))
        self._name.setAccessibleName(tr("Name"))
        self._query = QLineEdit(search.query)
        self._query.setAccessibleName(tr("Query"))
        self._query.textChanged.connect(self._say)
        self._notify = QCheckBox(tr("Say when new articles match"))
        self._notify.setChecked(search.notify)
        self._words = _label("panelHint")
        self._trouble = _label("trouble")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self._trouble.hide()
        self._say()

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        form = QFormLayout()
        form.addRow(tr("Name"), self._name)
        form.addRow(tr("Query"), self._query)
        form.addRow("", self._words)
        form.addRow("", self._notify)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self._trouble)
        column.addWidget(buttons)

    def write(self, name: str, query: str = "") -> None:
        """Type for the user."""
        self._name.setText(name)
        if query:
            self._query.setText(query)

    @property
    def trouble(self) -> str:
        return self._trouble.text()

    def accept(self) -> None:
        try:
            self._keep(self._name.text(), self._query.text(), self._notify.isChecked())
        except ReaderError as error:
            self._trouble.setText(retold(str(error)))
            self._trouble.show()
            return
        super().accept()

    def _say(self) -> None:
        self._words.setText(self._explain(self._query.text()))


def _label(name: str) -> QLabel:
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setObjectName(name)
    return made
