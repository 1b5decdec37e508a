"""Addresses that are dropped anywhere on the window, from a browser or as files."""

from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

_DRAGGED = (QEvent.Type.DragEnter, QEvent.Type.DragMove)
#: Addresses that are taken at once.
_MOST = 20


class Dropping(QObject):
    """Lets a widget, and all in it that take nothing themselves, be dropped on."""

    #: Addresses, parted by spaces.
    dropped = Signal(str)

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (*_DRAGGED, QEvent.Type.Drop):
            return False
        dragged = cast(QDropEvent, event)
        text = addresses(dragged.mimeData())
        if not text:
            return False
        dragged.acceptProposedAction()
        if kind == QEvent.Type.Drop:  # what to do with them is asked when the drag is over
            QTimer.singleShot(0, self, lambda: self.dropped.emit(text))
        return True


def addresses(data: QMimeData) -> str:
    """The addresses that are dragged, as links or as plain text."""
    if data.hasUrls():
        return " ".join(url.toString() for url in data.urls()[:_MOST])
    text = " ".join(data.text().split()[:_MOST]) if data.hasText() else ""
    return text if text.startswith(("http://", "https://", "feed:")) else ""
