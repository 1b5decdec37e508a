"""A second start gives its link to the window that is open."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.desktop.handing_over import Taking, hand_over

_OTHER = (
    "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication; "
    "from reader.desktop.handing_over import hand_over; app = QCoreApplication([]); "
    "print(hand_over(Path(sys.argv[1]), sys.argv[2]))"
)


def test_another_process_hands_its_link_over(qtbot: QtBot, tmp_path: Path) -> None:
    taken: list[str] = []
    owner = QObject()
    taking = Taking(tmp_path / "archive.db", taken.append, owner)
    link = "studywire://article/1?highlight=ä"
    command = [sys.executable, "-c", _OTHER, str(tmp_path / "archive.db"), link]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        qtbot.waitUntil(lambda: other.poll() is not None, timeout=60_000)
        assert other.stdout
        assert other.stdout.read().strip() == "True"
    assert taken == [link]
    taking.close()


def test_where_no_window_is_open_nobody_takes_it(qtbot: QtBot, tmp_path: Path) -> None:
    assert not hand_over(tmp_path / "archive.db", "studywire://article/1")


def test_on_macos_the_system_brings_links_as_events(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    monkeypatch.setattr(sys, "platform", "darwin")
    taking = Taking(tmp_path / "archive.db", taken.append, qapp)
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl("studywire://article/1")))
    QApplication.sendEvent(qapp, QEvent(QEvent.Type.ApplicationPaletteChange))
    assert taken == ["studywire://article/1"]
    qapp.removeEventFilter(taking)
    taking.close()
