"""Opens the window."""

import logging
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLockFile, QSettings, QTimer
from PySide6.QtGui import QIcon, QImageReader
from PySide6.QtWidgets import QApplication

from reader.desktop.icon_files import IconFiles
from reader.desktop.jobs import MISTAKE
from reader.desktop.pausing import set_apart
from reader.desktop.theme import Theme
from reader.desktop.tongue import speak, tr
from reader.desktop.warming import Warming
from reader.desktop.window import MainWindow
from reader.feeds.fetch import Fetcher
from reader.resource import resource
from reader.store.store import Store
from reader.workers.pool import Workers

log = logging.getLogger(__name__)

#: Seconds that a thread at work may keep the window's thread waiting for the interpreter; Python's
#: own 0.005 adds up, since every question to the archive gives the interpreter away once.
SWITCH = 0.0005
#: Milliseconds after the start, when it is first looked whether a backup is due.
FIRST_BACKUP = 120_000
#: Milliseconds after the start, when the window begins to take links of other starts.
LISTEN = 400


def run(path: Path, link: str = "") -> int:
    """Open the archive at `path` in a window, at a link of ours; returns the exit status. Where a
    window is open on it already, that one takes the link.

    Raises ArchiveError where the archive cannot be opened.
    """
    sys.setswitchinterval(SWITCH)
    with Store(path) as store:
        app = application()
        speak(app, store.settings.all().language)
        lock = only_window(path)
        if lock is None and ((link and _hand_over(path, link)) or not wanted_twice()):
            return 0
        settings = store.settings.all()
        theme = Theme(app, settings.theme, settings.interface_size, IconFiles.kept())
        window = MainWindow(store, Fetcher(), Workers(), theme)
        _tell_mistakes(window)
        window.show()
        Warming(window).ended.connect(set_apart)
        window.schedule.start()
        QTimer.singleShot(FIRST_BACKUP, window, lambda: window.backing.start())
        if sys.platform == "darwin":  # there the system tells of links as soon as events are read
            _take_links(path, window)
        else:
            QTimer.singleShot(LISTEN, window, lambda: _take_links(path, window))
        if link:
            window.take_link(link)
        return app.exec()


def _hand_over(path: Path, link: str) -> bool:
    from reader.desktop.handing_over import hand_over

    return hand_over(path, link)


def _take_links(path: Path, window: MainWindow) -> None:
    from reader.desktop.handing_over import Taking  # with Qt's network, which nothing else needs

    Taking(path, window.take_link, window)


def _tell_mistakes(window: MainWindow) -> None:
    """What nobody caught goes into the log, and the user is told."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        log.error("nobody caught this", exc_info=(kind, error, trace))
        window.panes.session.failed.emit(MISTAKE)

    sys.excepthook = tell


def only_window(path: Path) -> QLockFile | None:
    """A lock that says a window is open on this archive; None where another one has it. That of a
    window that was killed counts for nothing; where none can be made, this is the only window."""
    lock = QLockFile(str(path.with_name(f"{path.name}.window")))
    lock.setStaleLockTime(0)
    if lock.tryLock(0) or lock.error() != QLockFile.LockError.LockFailedError:
        return lock
    return None


_TWICE = (
    "Studywire is open already with this archive. A second window works and loses nothing; "
    "what one of them changes, the other shows when it looks again."
)


def wanted_twice() -> bool:
    """Ask whether a second window on the same archive is meant."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox()
    box.setWindowTitle("Studywire")
    box.setText(tr(_TWICE))
    yes = box.addButton(tr("Open a second window"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(tr("Quit"), QMessageBox.ButtonRole.RejectRole))
    box.exec()
    return box.clickedButton() is yes


def application() -> QApplication:
    """The one QApplication, with our names."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Studywire")
    app.setOrganizationName("Studywire")
    app.setDesktopFileName("studywire")
    app.setWindowIcon(QIcon(str(resource("icons/app.svg"))))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QImageReader.setAllocationLimit(128)
    return app
