"""What to export, in which form, and what of it: every choice with a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.tongue import number, spoken, tr
from reader.export.formats import FORMAT, FORMATS, Format
from reader.model.record import Wishes

#: What is cited, in words.
_CITE = {
    "study": "The study behind the article",
    "news": "The news item itself",
    "both": "Both, as two entries",
}
#: Wishes that are ticked or not: the caption, and what it means.
_TICKS = {
    "guard": (
        "Make cells safe for sheet programs",
        "A text that begins with = + - @ gets a ' before it, so that Excel and others do not run "
        "it. Numbers stay numbers. Untick it for R, pandas and other programs.",
    ),
    "mark": (
        "Mark the file as UTF-8",
        "Three bytes at its start, by which Excel reads accents right.",
    ),
    "notes": (
        "Include my notes and highlights",
        "Each becomes a note of its entry, which a bibliography may print.",
    ),
    "attributes": (
        "Include what the study card says",
        "Design, participants, follow-up and more, read out by rules and perhaps not checked.",
    ),
    "trials_in_notes": (
        "Trial registration in the note",
        "Some programs keep no other field for it.",
    ),
    "texts": (
        "Include the articles' texts",
        "Then another archive can show every highlight in its place. Leave them out of a file "
        "that you pass on: the texts belong to their publishers.",
    ),
    "live_notes": (
        "Keep the Markdown of my notes",
        "Otherwise your notes stand there word for word, signs and all.",
    ),
}


@dataclass(frozen=True, slots=True)
class Scope:
    """A choice of what to export: the caption, and how many articles it is."""

    name: str
    caption: str
    count: int


class ExportDialog(QDialog):
    """Asks; what was chosen is `scope`, `format` and `wishes`."""

    def __init__(self, scopes: Sequence[Scope], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export"))
        self.setMinimumWidth(560)
        self._scopes = tuple(scopes)
        self._scope = _box(
            tr("What to export"), [f"{s.caption} ({number(s.count)})" for s in scopes]
        )
        self._format = _box(tr("Format"), [tr(row.label) for row in FORMATS])
        self._cite = _box(tr("Cite"), [tr(words) for words in _CITE.values()])
        self._explained = _dim("")
        self._cite_label = QLabel(tr("Cite"))
        self._ticks = {name: _Tick(*map(tr, words)) for name, words in _TICKS.items()}
        self._buttons = self._button_box()
        self._arrange()
        self._format.currentIndexChanged.connect(self._follow)
        self._scope.currentIndexChanged.connect(self._follow)
        self._follow()

    @property
    def scope(self) -> str:
        return self._scopes[self._scope.currentIndex()].name

    @property
    def format(self) -> Format:
        return FORMATS[self._format.currentIndex()]

    @property
    def wishes(self) -> Wishes:
        """What was chosen; what makes no difference to the format is as usual."""
        ticked: dict[str, Any] = {
            name: tick.box.isChecked()
            for name, tick in self._ticks.items()
            if name in self.format.wishes
        }
        cite = list(_CITE)[self._cite.currentIndex()]
        ticked["cite"] = cite if "cite" in self.format.wishes else "study"
        return Wishes(language=spoken(), **ticked)

    def choose(self, format_name: str, scope: str = "", cite: str = "") -> None:
        """Set the choices, as a user would."""
        self._format.setCurrentIndex(FORMATS.index(FORMAT[format_name]))
        if scope:
            self._scope.setCurrentIndex([s.name for s in self._scopes].index(scope))
        if cite:
            self._cite.setCurrentIndex(list(_CITE).index(cite))

    def tick(self, name: str, *, on: bool) -> None:
        self._ticks[name].box.setChecked(on)

    def _button_box(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = buttons.addButton(tr("Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (label, box) in enumerate(
            (
                (QLabel(tr("What")), self._scope),
                (QLabel(tr("Format")), self._format),
                (None, self._explained),
                (self._cite_label, self._cite),
            )
        ):
            if label:
                label.setBuddy(box)
                grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addLayout(grid)
        for tick in self._ticks.values():
            column.addWidget(tick)
        column.addStretch(1)
        column.addWidget(self._buttons)

    def _follow(self) -> None:
        """Show the choices that make a difference to the format."""
        chosen = self.format
        self._explained.setText(tr(chosen.explained))
        for widget in (self._cite, self._cite_label):
            widget.setVisible("cite" in chosen.wishes)
        for name, tick in self._ticks.items():
            tick.setVisible(name in chosen.wishes)
        self._go.setEnabled(bool(self._scopes[self._scope.currentIndex()].count))
        self.adjustSize()


class _Tick(QWidget):
    """A box to tick, and below it what that means."""

    def __init__(self, caption: str, meaning: str) -> None:
        super().__init__()
        self.box = QCheckBox(caption)
        self.box.setAccessibleDescription(meaning)
        usual = {field.name: field.default for field in fields(Wishes)}
        name = next(name for name, words in _TICKS.items() if tr(words[0]) == caption)
        self.box.setChecked(bool(usual[name]))
        said = _dim(meaning)
        said.setContentsMargins(24, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(self.box)
        column.addWidget(said)


def _box(name: str, rows: Sequence[str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.addItems(list(rows))
    return box


def _dim(words: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName("panelHint")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
