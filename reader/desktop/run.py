"""Opens the window."""

import sys
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QIcon, QImageReader
from PySide6.QtWidgets import QApplication

from reader.desktop.theme import Theme
from reader.desktop.window import MainWindow
from reader.feeds.fetch import Fetcher
from reader.resource import resource
from reader.store.store import Store
from reader.workers.pool import Workers

#: Seconds that a thread at work may keep the window's thread waiting for the interpreter; Python's
#: own 0.005 adds up, since every question to the archive gives the interpreter away once.
SWITCH = 0.0005


def run(path: Path) -> int:
    """Open the archive at `path` in a window; returns the exit status.

    Raises ArchiveError where the archive cannot be opened.
    """
    sys.setswitchinterval(SWITCH)
    with Store(path) as store:
        app = application()
        theme = Theme(app, store.settings.all().theme)
        window = MainWindow(store, Fetcher(), Workers(), theme)
        window.show()
        window.health_deeds.schedule.start()
        return app.exec()


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
