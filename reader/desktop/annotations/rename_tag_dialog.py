"""Another name for a tag; one that is in use merges the two."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.tongue import tr
from reader.model.tag import TagInUse, folded


class RenameTagDialog(QDialog):
    """Says before it is done whether the name is free or which tag it is merged into."""

    def __init__(self, name: str, tags: Sequence[TagInUse], parent: QWidget) -> None:
        super().__init__(parent)
        self._old = name
        self._tags = {folded(tag.name): tag for tag in tags}
        self.setWindowTitle(tr("Rename or merge a tag"))
        self.setMinimumWidth(380)
        self._edit = QLineEdit(name)
        self._edit.setAccessibleName(tr("New name of the tag"))
        completer = QCompleter(QStringListModel([tag.name for tag in tags], self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._edit.setCompleter(completer)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        column = QVBoxLayout(self)
        column.addWidget(self._edit)
        column.addWidget(self._words)
        column.addStretch(1)
        column.addWidget(buttons)
        self._edit.textChanged.connect(self._explain)
        self._explain(name)
        self._edit.selectAll()

    @property
    def name(self) -> str:
        return self._edit.text()

    @property
    def words(self) -> str:
        """What would happen, in words."""
        return self._words.text()

    def write(self, name: str) -> None:
        self._edit.setText(name)

    def _explain(self, typed: str) -> None:
        other = self._tags.get(folded(typed.strip().lstrip("#").strip()))
        merges = other is not None and folded(other.name) != folded(self._old)
        self._ok.setText(tr("Merge") if merges else tr("Rename"))
        if other and merges:
            number = (
                f"{other.articles:,} {tr('article') if other.articles == 1 else tr('articles')}"
            )
            self._words.setText(
                tr(
                    "“{name}” is on {number} already: the two become one tag.",
                    name=other.name,
                    number=number,
                )
            )
        else:
            self._words.setText(tr("Tags below it move along. “a/b” is a tag below “a”."))
