"""Opening a page in the browser without leaving this window.

Only macOS has a way to ask for it (`open -g`); elsewhere the browser comes to the front by itself,
and this window takes the front back.
"""

import subprocess
import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

#: Milliseconds after opening, in which a browser may take the front: a cold start takes this long.
PATIENCE = 4_000


def opened_behind(address: str) -> bool:
    """Open a checked web address behind all windows; False where the system has no way to."""
    if sys.platform != "darwin":
        return False
    done = subprocess.run(["/usr/bin/open", "-g", address], check=False, timeout=10)
    return done.returncode == 0


def stay_in_front(window: QWidget) -> None:
    """Take the front back, once, if another window takes it within the next moments."""
    _Staying(window)


class _Staying(QObject):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)
        QTimer.singleShot(PATIENCE, self, self.deleteLater)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.WindowDeactivate:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._window, self._back)
        return False

    def _back(self) -> None:
        self._window.raise_()
        self._window.activateWindow()
