"""Which backups there are, what is inside each, and taking one back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.tongue import number, retold, tr
from reader.desktop.when import exact
from reader.model.backup import Backup, Inside

_OCCASIONS = {"restore": "before a restore", "upgrade": "before an upgrade"}
_COUNTS = {
    "articles": ("article", "articles"),
    "feeds": ("feed", "feeds"),
    "highlights": ("highlight", "highlights"),
    "notes": ("note", "notes"),
    "tagged": ("tagged article", "tagged articles"),
    "starred": ("star", "stars"),
    "decisions": ("decision on a study card", "decisions on a study card"),
}
_PATH = Qt.ItemDataRole.UserRole


class BackupsDialog(QDialog):
    """A row a backup, the newest first; beside it what is inside, compared with the archive."""

    #: A file was chosen, and what is inside is wanted.
    chosen = Signal(object)
    back_up_wanted = Signal()
    #: The file that is to take the archive's place. Nothing has been asked yet.
    restore_wanted = Signal(object)
    #: Whether backups are to be made by themselves.
    daily_wanted = Signal(bool)

    def __init__(self, now: Inside, *, daily: bool, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._now = now
        self._good = self._is_busy = False
        self.setWindowTitle(tr("Backups"))
        self.resize(760, 460)
        self._list = QListWidget()
        self._list.setAccessibleName(tr("Backups"))
        self._list.currentItemChanged.connect(self._choose)
        self._inside = _words("backupInside")
        self._inside.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._daily = QCheckBox(tr("Back up once a day"))
        self._daily.setChecked(daily)
        self._daily.toggled.connect(self.daily_wanted)
        self._said = _words("backupSaid")
        where = _words("fieldExtra")
        where.setText(
            tr(
                "They are kept in {folder}. Copy one elsewhere to be safe from a broken disk.",
                folder=folder,
            )
        )
        middle = QHBoxLayout()
        middle.addWidget(self._list, 1)
        middle.addWidget(self._inside, 1)
        column = QVBoxLayout(self)
        column.addWidget(where)
        column.addLayout(middle, 1)
        column.addWidget(self._daily)
        column.addWidget(self._said)
        column.addLayout(self._buttons())

    def show_backups(self, found: Sequence[Backup]) -> None:
        """Show which there are, the first of them chosen."""
        self._list.clear()
        for row in found:
            occasion = tr(_OCCASIONS[row.occasion]) if row.occasion in _OCCASIONS else ""
            words = tr(
                "{exact} · {value:,} MiB", exact=exact(row.made), value=max(1, row.size >> 20)
            )
            item = QListWidgetItem(f"{words} · {occasion}" if occasion else words)
            item.setData(_PATH, row.path)
            self._list.addItem(item)
        if found:
            self._list.setCurrentRow(0)
        else:
            self._show(tr("There is no backup yet."), good=False)

    def show_inside(self, path: Path, found: Inside) -> None:
        """Say what a backup holds, and how that differs from the archive."""
        if path != self._path:
            return
        lines = [_line(found, self._now, name, noun) for name, noun in _COUNTS.items()]
        newest = (
            tr("Newest article: {exact}", exact=exact(found.newest))
            if found.newest
            else tr("No article")
        )
        self._show("\n".join([tr("Inside:"), "", *lines, "", newest]), good=True)

    def show_trouble(self, path: Path, sentence: str) -> None:
        if path == self._path:
            self._show(retold(sentence), good=False)

    def say(self, words: str, *, busy: bool) -> None:
        """What goes on; nothing can be begun meanwhile."""
        self._said.setText(retold(words))
        self._is_busy = busy
        self._settle()

    @property
    def inside(self) -> str:
        return self._inside.text()

    @property
    def said(self) -> str:
        return self._said.text()

    @property
    def rows(self) -> list[str]:
        return [self._list.item(row).text() for row in range(self._list.count())]

    def add_file(self, path: Path) -> None:
        """Look at a file from elsewhere."""
        item = QListWidgetItem(str(path))
        item.setData(_PATH, path)
        self._list.addItem(item)
        self._list.setCurrentItem(item)

    @property
    def _path(self) -> Path | None:
        item = self._list.currentItem()
        found: Path | None = item.data(_PATH) if item else None
        return found

    def _choose(self) -> None:
        self._show(tr("Looking inside …") if self._path else "", good=False)
        if self._path:
            self.chosen.emit(self._path)

    def _show(self, words: str, *, good: bool) -> None:
        self._inside.setText(words)
        self._good = good
        self._settle()

    def _settle(self) -> None:
        self.restore.setEnabled(self._good and not self._is_busy)
        self.back_up.setEnabled(not self._is_busy)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.back_up = _button(tr("Back up now"), self.back_up_wanted.emit)
        self.restore = _button(tr("Restore…"), lambda: self.restore_wanted.emit(self._path))
        row.addWidget(self.back_up)
        row.addWidget(_button(tr("Look at a file…"), self._ask_file))
        row.addStretch(1)
        row.addWidget(self.restore)
        row.addWidget(_button(tr("Close"), self.reject))
        return row

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("A backup"), "", tr("Archives (*.db);;All files (*)")
        )
        if name:
            self.add_file(Path(name))


def _line(found: Inside, now: Inside, name: str, noun: tuple[str, str]) -> str:
    """A count, and how far it is from the archive's."""
    count, other = getattr(found, name), getattr(now, name)
    words = f"{number(count)} {tr(noun[0] if count == 1 else noun[1])}"
    if count == other:
        return words
    return tr(
        "{words} ({abs:,} {noun} than now)",
        words=words,
        abs=abs(count - other),
        noun=tr("more") if count > other else tr("fewer"),
    )


def _words(name: str) -> QLabel:
    made = QLabel()
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    return made


def _button(caption: str, then: object) -> QPushButton:
    made = QPushButton(caption)
    made.setAutoDefault(False)
    made.clicked.connect(then)
    return made
