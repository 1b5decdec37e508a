"""Adding feeds: an address is typed, what is found behind it is shown, the user chooses."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.jobs import Questions
from reader.desktop.tongue import retold, tr
from reader.desktop.when import date
from reader.model.feed import FoundFeed
from reader.operations.subscribing import Found, several

LookUp = Callable[[str], Found]
Where = Callable[[str], str]


class SubscribeDialog(QDialog):
    """Looks up off the user's thread; what was typed stays when nothing is found."""

    #: Feeds to subscribe to, and what was typed.
    subscribed = Signal(object, str)

    def __init__(
        self,
        look_up: LookUp,
        where: Where,
        questions: Questions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look_up, self._where = look_up, where
        self._questions = questions
        self._asked = 0
        self.setWindowTitle(tr("Add a feed"))
        self.setMinimumSize(560, 440)
        self._address = self._address_box()
        self._words = _hint()
        self._busy = _busy_bar()
        self._found = QListWidget()
        self._found.setAccessibleName(tr("Feeds found"))
        self._found.itemChanged.connect(self._allow)
        self._found.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._add = buttons.addButton(tr("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._add.setEnabled(False)
        buttons.accepted.connect(self.accept_chosen)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(self._address_row())
        for widget in (self._busy, self._words):
            column.addWidget(widget)
        column.addWidget(self._found, 1)
        column.addStretch(0)
        column.addWidget(buttons)

    def _address_box(self) -> QLineEdit:
        box = QLineEdit(_copied_address())
        box.setPlaceholderText(tr("https://example.org, a feed's address, or a file"))
        box.setAccessibleName(tr("Address of a feed or a site"))
        box.selectAll()
        box.returnPressed.connect(self.look)
        return box

    def _address_row(self) -> QHBoxLayout:
        look = QPushButton(tr("Find"))
        look.setDefault(True)
        look.clicked.connect(self.look)
        browse = QPushButton(tr("File…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self._address, 1)
        row.addWidget(look)
        row.addWidget(browse)
        return row

    def look(self) -> None:
        """Look for feeds behind what is typed."""
        typed = self._address.text().strip()
        if not typed:
            self._say(tr("Type an address first, for example https://www.nature.com/nature.rss."))
            return
        self._asked += 1
        asked = self._asked
        self._say(tr("Looking at {typed} …", typed=typed))
        self._busy.show()
        self._found.hide()
        self._add.setEnabled(False)
        self._questions.ask(
            lambda: self._look_up(typed),
            lambda found: self._show(found) if asked == self._asked else None,
            lambda sentence: self._refuse(sentence) if asked == self._asked else None,
        )

    def done(self, result: int) -> None:
        self._asked += 1  # an answer that comes later is not wanted
        super().done(result)

    def type_address(self, typed: str) -> None:
        self._address.setText(typed)

    @property
    def address(self) -> str:
        return self._address.text()

    @property
    def words(self) -> str:
        """What the dialog says now."""
        return self._words.text()

    def _show(self, answer: Found) -> None:
        found = answer.feeds
        self._busy.hide()
        self._found.clear()
        new = [feed for feed in found if not self._where(feed.address)]
        chosen = new if len(several(self._address.text())) > 1 else new[:1]
        for feed in found:
            item = QListWidgetItem(_described(feed, self._where(feed.address)))
            item.setData(Qt.ItemDataRole.UserRole, feed)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on, off = Qt.CheckState.Checked, Qt.CheckState.Unchecked
            item.setCheckState(on if feed in chosen or not new else off)
            self._found.addItem(item)
        self._found.show()
        count = len(found)
        words = (
            tr("This feed was found.")
            if count == 1
            else tr("{count} feeds were found; choose.", count=count)
        )
        self._say("\n".join((words, *map(retold, answer.refused))))
        self._allow()
        self._add.setDefault(True)
        self._add.setFocus()

    def _refuse(self, sentence: str) -> None:
        self._busy.hide()
        self._say("\n".join(map(retold, sentence.split("\n"))), trouble=True)
        self._address.setFocus()

    def _say(self, words: str, *, trouble: bool = False) -> None:
        self._words.setObjectName("trouble" if trouble else "")
        self._words.setText(words)
        self._words.style().unpolish(self._words)
        self._words.style().polish(self._words)

    def _checked(self) -> list[FoundFeed]:
        items = (self._found.item(row) for row in range(self._found.count()))
        on = Qt.CheckState.Checked
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == on]

    def _allow(self) -> None:
        self._add.setEnabled(bool(self._checked()))

    def accept_chosen(self) -> None:
        """Add the feeds that are ticked."""
        self.subscribed.emit(self._checked(), self._address.text().strip())
        self.accept()

    def _browse(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self,
            tr("Choose a feed"),
            str(Path.home()),
            tr("Feeds (*.xml *.rss *.atom *.json);;All files (*)"),
        )
        if path:
            self._address.setText(path)
            self.look()


def _hint() -> QLabel:
    words = QLabel(
        tr("Type the address of a feed, or of a site that has one. Several are parted by spaces.")
    )
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setWordWrap(True)
    return words


def _busy_bar() -> QProgressBar:
    bar = QProgressBar()
    bar.setMaximum(0)
    bar.setTextVisible(False)
    bar.setFixedHeight(4)
    bar.hide()
    return bar


def _described(feed: FoundFeed, where: str) -> str:
    count = tr("1 entry") if feed.entries == 1 else tr("{entries:,} entries", entries=feed.entries)
    newest = tr(", newest {date}", date=date(feed.newest)) if feed.newest is not None else ""
    lines = [feed.title or feed.address, f"{feed.kind} · {count}{newest}", feed.address]
    lines += [retold(where)] if where else []
    return "\n".join((*lines, *(f"    – {title}" for title in feed.preview)))


def _copied_address() -> str:
    """The address on the clipboard, if there is one."""
    copied = QGuiApplication.clipboard().text().strip()
    is_address = copied.startswith(("http://", "https://", "feed:"))
    fits = is_address and len(copied) < 2000 and (len(copied.split()) == len(several(copied)))
    return " ".join(copied.split()) if fits else ""
