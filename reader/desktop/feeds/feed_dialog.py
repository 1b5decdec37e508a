"""What is set for one feed: how often, how it is asked, and who signs in."""

from dataclasses import dataclass

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QWidget,
)

from reader.desktop.tongue import tr
from reader.model.feed import Feed
from reader.model.schedule import FeedOptions

#: Minutes between checks that are offered.
INTERVALS = (15, 30, 60, 180, 720, 1440, 10_080)
_SIGN_IN = (("Without a name", ""), ("Name and password", "basic"), ("Token", "bearer"))


def said(minutes: int) -> str:
    """An interval as people say it."""
    for size, one, many in (
        (10_080, tr("every week"), tr("every {value} weeks", value=minutes // 10_080)),
        (1440, tr("every day"), tr("every {value} days", value=minutes // 1440)),
        (60, tr("every hour"), tr("every {value} hours", value=minutes // 60)),
    ):
        if minutes >= size and minutes % size == 0:
            return many if minutes > size else one
    return tr("every {minutes} minutes", minutes=minutes)


def interval_box(usual: str, minutes: int) -> QComboBox:
    """A choice of intervals; `usual` is what 0 is called."""
    box = QComboBox()
    box.addItem(_begun(usual), 0)
    for choice in sorted({*INTERVALS, *([minutes] if minutes else [])}):
        box.addItem(_begun(said(choice)), choice)
    box.setCurrentIndex(max(0, box.findData(minutes)))
    return box


def _begun(words: str) -> str:
    """As the first of a line."""
    return words[:1].upper() + words[1:]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user chose, and the secret he typed; it is empty where it is not to change."""

    options: FeedOptions
    secret: dict[str, str]


class FeedDialog(QDialog):
    """Settings of one feed. Passwords go to the system's keyring, never into the archive."""

    def __init__(self, feed: Feed, options: FeedOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = options
        self.setWindowTitle(tr("Settings of {title}", title=feed.title)[:120])
        self.setMinimumWidth(480)
        self._interval = interval_box(tr("as for all feeds"), options.interval)
        self._paused = QCheckBox(tr("Leave it alone (what you have stays)"))
        self._paused.setChecked(options.paused)
        self._full = QCheckBox(tr("Fetch the page of new articles, and show their whole text"))
        self._full.setChecked(options.full_text)
        self._images = QCheckBox(tr("Keep the images of new articles, and show them"))
        self._images.setChecked(options.images)
        self._agent = QLineEdit(options.user_agent, placeholderText=tr("Studywire's own"))
        self._proxy = QLineEdit(
            options.proxy, placeholderText=tr("the system's; none; or http://host:port")
        )
        self._sign_in = QComboBox()
        for name, kind in ((tr(name), kind) for name, kind in _SIGN_IN):
            self._sign_in.addItem(name, kind)
        self._sign_in.setCurrentIndex(self._sign_in.findData(options.sign_in))
        self._name, self._password = QLineEdit(), QLineEdit()
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._password.setPlaceholderText(tr("kept in the system's keyring"))
        self._sign_in.currentIndexChanged.connect(self._allow)
        self._arrange()
        self._allow()

    def _arrange(self) -> None:
        form = QFormLayout(self)
        form.addRow(tr("Check"), self._interval)
        form.addRow("", self._paused)
        form.addRow("", self._full)
        form.addRow("", self._images)
        form.addRow(tr("Sign in"), self._sign_in)
        form.addRow(tr("Name"), self._name)
        form.addRow(tr("Password or token"), self._password)
        form.addRow(tr("Proxy"), self._proxy)
        form.addRow("User-Agent", self._agent)
        ok, cancel = QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel
        buttons = QDialogButtonBox(ok | cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)

    def _allow(self) -> None:
        kind = self._sign_in.currentData()
        self._name.setEnabled(kind == "basic")
        self._password.setEnabled(bool(kind))

    @property
    def wanted(self) -> Wanted:
        kind = str(self._sign_in.currentData())
        options = FeedOptions(
            interval=int(self._interval.currentData()),
            paused=self._paused.isChecked(),
            full_text=self._full.isChecked(),
            images=self._images.isChecked(),
            user_agent=self._agent.text().strip(),
            proxy=self._proxy.text().strip(),
            sign_in=kind,
        )
        typed = self._password.text()
        secret = {"name": self._name.text().strip(), "password": typed}
        secret = {"token": typed.strip()} if kind == "bearer" else secret
        return Wanted(options, secret if kind and typed else {})


class ChecksDialog(QDialog):
    """When feeds are asked by themselves."""

    def __init__(
        self, minutes: int, *, at_start: bool, metered: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Automatic checks"))
        self.setMinimumWidth(420)
        self._interval = interval_box(tr("never"), minutes)
        self._start = QCheckBox(tr("Check what is due when Studywire starts"))
        self._start.setChecked(at_start)
        self._metered = QCheckBox(tr("Also over a connection that is paid by volume"))
        self._metered.setChecked(metered)
        form = QFormLayout(self)
        form.addRow(tr("Check every feed"), self._interval)
        form.addRow("", self._start)
        form.addRow("", self._metered)
        ok, cancel = QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel
        buttons = QDialogButtonBox(ok | cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)

    @property
    def wanted(self) -> dict[str, int]:
        """Fields of `Settings` as the user wants them."""
        return {
            "refresh_minutes": int(self._interval.currentData()),
            "refresh_at_start": self._start.isChecked(),
            "refresh_metered": self._metered.isChecked(),
        }
