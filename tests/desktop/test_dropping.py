"""Addresses can be dropped anywhere on the window, on the first screen too."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.desktop.dropping import Dropping, addresses
from tests.desktop.conftest import Open

COPY, LEFT, NONE = (
    Qt.DropAction.CopyAction,
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
)


def links(*texts: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(text) for text in texts])
    return data


def words(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


@pytest.mark.parametrize(
    ("data", "taken"),
    [
        (links("https://example.org/feed", "file:///home/me/feeds.opml"), True),
        (words("https://example.org/feed"), True),
        (words("feed:https://example.org/feed"), True),
        (words("some words of an article"), False),
        (QMimeData(), False),
    ],
)
def test_addresses_are_taken_and_other_things_are_not(
    open_window: Open, qtbot: QtBot, data: QMimeData, taken: bool
) -> None:
    window = open_window()  # with its first screen, which has no sidebar
    (dropping,) = window.findChildren(Dropping)
    dropping.dropped.disconnect()
    said: list[str] = []
    dropping.dropped.connect(said.append)
    for event in (
        QDragEnterEvent(QPoint(9, 9), COPY, data, LEFT, NONE),
        QDropEvent(QPointF(9, 9), COPY, data, LEFT, NONE),
    ):
        event.ignore()
        QApplication.sendEvent(window, event)
        assert event.isAccepted() == taken
    if taken:
        qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said == ([addresses(data)] if taken else [])
