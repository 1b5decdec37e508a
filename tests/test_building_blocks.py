"""What we build on is sound on this machine."""

import sqlite3
import sys

from PySide6.QtCore import QObject, QTimer, Signal
from pytestqt.qtbot import QtBot


class Bell(QObject):
    rung = Signal()


def test_calls_into_qt_lose_no_references(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 lost one of None or True a call, until the process died."""
    bell, timer = Bell(), QTimer()
    bell.rung.connect(lambda: None)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(1000):
        timer.setInterval(10)
        bell.rung.emit()
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert abs(after[0] - before[0]) < 100
    assert abs(after[1] - before[1]) < 100


def test_sqlite_has_what_the_archive_needs() -> None:
    connection = sqlite3.connect(":memory:")
    options = {row[0] for row in connection.execute("pragma compile_options")}
    connection.close()
    assert "ENABLE_FTS5" in options
    assert sqlite3.sqlite_version_info >= (3, 38)
