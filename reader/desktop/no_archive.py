"""What is shown instead of the window where the archive cannot be opened: why, and what to do."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.run import application, only_window
from reader.desktop.theme import Theme
from reader.desktop.tongue import retold, speak, spoken, tr
from reader.desktop.when import exact
from reader.model.errors import ArchiveError
from reader.operations.backing_up import backups_of, replace_unusable

_BACKUPS = (
    "There are backups of this archive. Taking one back keeps the file that cannot be opened, "
    "beside it and under another name."
)
_NO_BACKUPS = "There is no backup of it beside it."
_IN_USE = "Studywire has this archive open in another window. Close that one first."


def other_archive(path: Path, error: ArchiveError) -> Path | None:
    """Ask which archive to open where `path` cannot be: another, or itself, once a backup was taken
    back or whatever was in the way is gone. None where the user wants none."""
    app = application()
    if spoken() == "en":
        speak(app)
    theme = Theme(app, "system")
    quits, dialog = app.quitOnLastWindowClosed(), NoArchiveDialog(path, str(error))
    app.setQuitOnLastWindowClosed(False)  # the window may come after the dialog
    dialog.exec()
    app.setQuitOnLastWindowClosed(quits)
    theme.deleteLater()
    return dialog.chosen


class NoArchiveDialog(QDialog):
    """A sentence, the backups there are, and ways on."""

    def __init__(self, path: Path, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        #: The archive to open now, None where none was chosen.
        self.chosen: Path | None = None
        self.setWindowTitle("Studywire")
        self.setMinimumWidth(520)
        head = _label(tr("The archive cannot be opened."))
        head.setObjectName("dialogHead")
        self.sentence = _label(retold(sentence))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.sentence)
        column.addLayout(self._backups())
        column.addSpacing(8)
        column.addLayout(self._buttons())

    def _backups(self) -> QVBoxLayout:
        found = backups_of(self._path)
        column = QVBoxLayout()
        column.addWidget(_label(tr(_BACKUPS) if found else tr(_NO_BACKUPS)))
        self.backups = QComboBox()
        self.backups.setAccessibleName(tr("Backups"))
        for backup in found:
            self.backups.addItem(exact(backup.made), backup.path)
        self.take_back = QPushButton(tr("Take this backup back"))
        self.take_back.clicked.connect(self._take_back)
        row = QHBoxLayout()
        row.addWidget(self.backups, 1)
        row.addWidget(self.take_back)
        self.backups.setVisible(bool(found))
        self.take_back.setVisible(bool(found))
        column.addLayout(row)
        return column

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.other = _button(tr("Choose another archive…"), self._choose)
        self.other.setToolTip(tr("To open it every time, start Studywire with --archive FILE."))
        self.again = _button(tr("Try again"), lambda: self._open(self._path))
        self.again.setDefault(True)
        row.addWidget(self.other)
        row.addStretch(1)
        row.addWidget(_button(tr("Quit"), self.reject))
        row.addWidget(self.again)
        return row

    def _open(self, path: Path) -> None:
        self.chosen = path
        self.accept()

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            tr("Choose an archive, or type the name of a new one"),
            str(self._path.parent),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self._open(Path(name))

    def _take_back(self) -> None:
        """Put the chosen backup in the archive's place, unless a window is open on that."""
        lock = only_window(self._path)
        if lock is None:
            self.sentence.setText(tr(_IN_USE))
            return
        try:
            replace_unusable(self._path, self.backups.currentData())
        except ArchiveError as error:
            self.sentence.setText(retold(str(error)))
            return
        finally:
            lock.unlock()
        self._open(self._path)


def _label(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    return label


def _button(words: str, pressed: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: pressed())
    return button
