"""Files of other programs: what they would bring is shown before anything is written."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.article_words import noun_for
from reader.desktop.jobs import Questions
from reader.desktop.tongue import retold, tr
from reader.operations.importing import Preview

Look = Callable[[Sequence[Path]], Preview]

_WHAT = (
    "References from Zotero and other managers (RIS, BibTeX, CSL-JSON), highlights and notes "
    "(web annotations, Hypothesis, Readwise), reading lists (Pocket, Instapaper, Omnivore), saved "
    "web pages and texts. You see what would come before anything is written. (Lists of feeds: "
    "“Import OPML…” in the menu.)"
)
#: Lines of the preview; more are counted.
_SHOWN = 200


class ImportDialog(QDialog):
    """Looks at files off the user's thread and says what they hold."""

    #: The preview that the user agreed to.
    agreed = Signal(object)

    def __init__(self, look: Look, questions: Questions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._questions = look, questions
        self._asked = 0
        self._preview: Preview | None = None
        self.setWindowTitle(tr("Import"))
        self.setMinimumSize(560, 400)
        self._words = _plain(tr(_WHAT))
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedHeight(4)
        self._busy.hide()
        self._rows = QListWidget()
        self._rows.setAccessibleName(tr("What would come"))
        self._rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = self._buttons.addButton(tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setEnabled(False)
        self._buttons.accepted.connect(self._agree)
        self._buttons.rejected.connect(self.reject)
        self._arrange()

    @property
    def words(self) -> str:
        """What the dialog says now."""
        return self._words.text()

    @property
    def go(self) -> QPushButton:
        return self._go

    def look_at(self, paths: Sequence[Path]) -> None:
        """Read files and show what taking them in would do."""
        if not paths:
            return
        self._asked += 1
        asked = self._asked
        self._preview = None
        self._go.setEnabled(False)
        self._rows.hide()
        self._busy.show()
        noun = paths[0].name if len(paths) == 1 else tr("{paths:,} files", paths=len(paths))
        self._words.setText(tr("Looking at {noun} …", noun=noun))
        self._questions.ask(
            lambda: self._look(paths),
            lambda shown: self._show(shown) if asked == self._asked else None,
            lambda sentence: self._refuse(sentence) if asked == self._asked else None,
        )

    def done(self, result: int) -> None:
        self._asked += 1  # an answer that comes later is not wanted
        super().done(result)

    def _arrange(self) -> None:
        files, folder = QPushButton(tr("Files…")), QPushButton(tr("Folder…"))
        files.clicked.connect(self._choose_files)
        folder.clicked.connect(self._choose_folder)
        row = QHBoxLayout()
        row.addWidget(files)
        row.addWidget(folder)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self._busy)
        column.addWidget(self._words)
        column.addWidget(self._rows, 1)
        column.addStretch(0)
        column.addWidget(self._buttons)

    def _choose_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self, tr("Import"), str(Path.home()))
        self.look_at([Path(path) for path in paths])

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("Import a folder"), str(Path.home()))
        self.look_at([Path(path)] if path else [])

    def _show(self, shown: Preview) -> None:
        self._preview = shown
        self._busy.hide()
        self._words.setText(summary(shown))
        self._rows.clear()
        for line in _lines(shown):
            self._rows.addItem(line)
        self._rows.setVisible(bool(self._rows.count()))
        count = len(shown.new) + len(shown.changed)
        noun = noun_for(count)
        self._go.setText(
            tr("Import {count:,} {noun}", count=count, noun=noun) if count else tr("Import")
        )
        self._go.setEnabled(bool(shown))
        self._go.setDefault(bool(shown))

    def _refuse(self, sentence: str) -> None:
        self._busy.hide()
        self._words.setText(sentence)

    def _agree(self) -> None:
        if self._preview:
            self.agreed.emit(self._preview)
            self.accept()


def summary(shown: Preview) -> str:
    """The counts of a preview in a sentence."""
    kinds = ", ".join(map(tr, shown.kinds))
    parts = [tr("{new:,} new", new=len(shown.new))]
    parts += (
        [tr("{changed:,} that you have, with something new", changed=len(shown.changed))]
        if shown.changed
        else []
    )
    parts += (
        [tr("{duplicates:,} that you have already", duplicates=shown.duplicates)]
        if shown.duplicates
        else []
    )
    parts += (
        [tr("{skipped:,} that cannot be taken", skipped=len(shown.skipped))]
        if shown.skipped
        else []
    )
    said = ", ".join(parts)
    return f"{kinds}: {said}." if kinds else f"{said[:1].upper()}{said[1:]}."


def _lines(shown: Preview) -> list[str]:
    """What cannot be taken first, then what would come."""
    lines = [f"✕  {what[:100]}: {retold(why)}" for what, why in shown.skipped]
    lines += [f"+  {item.entry.content.title[:160]}" for item in shown.new]
    lines += [f"~  {item.entry.content.title[:160]}" for _, item in shown.changed]
    more = len(lines) - _SHOWN
    return lines if more <= 0 else [*lines[:_SHOWN], tr("and {more:,} more", more=more)]


def _plain(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
