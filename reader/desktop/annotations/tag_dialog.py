"""Tagging articles: type a name, or take one away."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.theme import Theme
from reader.desktop.tongue import retold, tr


class TagDialog(QDialog):
    """Each tag is on disk as soon as it is entered; there is nothing to save at the end."""

    tag_wanted = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, known: Sequence[str], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(tr("Tags"))
        self.setMinimumWidth(360)
        self._edit = QLineEdit()
        self._edit.setPlaceholderText(tr("A tag, such as ms/relapse"))
        self._edit.setAccessibleName(tr("Tag"))
        self._edit.returnPressed.connect(self._enter)
        completer = QCompleter(QStringListModel(list(known), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._edit.setCompleter(completer)
        self._trouble = QLabel()
        self._trouble.setObjectName("trouble")
        self._trouble.setTextFormat(Qt.TextFormat.PlainText)
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self._tags = QVBoxLayout()
        self._tags.setSpacing(2)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        column = QVBoxLayout(self)
        column.addWidget(self._edit)
        column.addWidget(self._trouble)
        column.addLayout(self._tags)
        column.addStretch(1)
        column.addWidget(buttons)

    def show_tags(self, names: Mapping[str, str]) -> None:
        """The tags that are on the article now, each with the rule that put it there, "" for none."""
        self._trouble.hide()
        while row := self._tags.takeAt(0):
            if widget := row.widget():
                widget.deleteLater()
        self._shown = dict(sorted(names.items(), key=lambda item: bool(item[1])))
        for name, rule in self._shown.items():
            self._tags.addWidget(self._row(name, rule))

    @property
    def tags(self) -> list[str]:
        """The tags that are shown, the user's own first."""
        return list(self._shown)

    @property
    def words(self) -> str:
        """All that is said of the tags."""
        return " ".join(label.text() for label in self.findChildren(QLabel))

    def refuse(self, sentence: str) -> None:
        """What was entered is no tag; it stays to be mended."""
        self._trouble.setText(retold(sentence))
        self._trouble.show()

    def _enter(self) -> None:
        typed = self._edit.text()
        if not typed.strip():
            self.accept()
            return
        self._trouble.hide()
        self.tag_wanted.emit(typed)
        if self._trouble.isHidden():
            self._edit.clear()

    def _row(self, name: str, rule: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(2, 0, 2, 0)
        words = QLabel(f"# {name}")
        words.setTextFormat(Qt.TextFormat.PlainText)
        remove = QToolButton()
        remove.setIcon(self._theme.icon("close"))
        remove.setAutoRaise(True)
        remove.setToolTip(tr("Take this tag away"))
        remove.setAccessibleName(tr("Take away the tag {name}", name=name))
        remove.clicked.connect(lambda: self.removal_wanted.emit(name))
        row.addWidget(words, 1)
        if rule:
            by = QLabel(tr("by the rule “{rule}”", rule=rule))
            by.setTextFormat(Qt.TextFormat.PlainText)
            by.setObjectName("tagOrigin")
            row.addWidget(by)
        row.addWidget(remove)
        return box
