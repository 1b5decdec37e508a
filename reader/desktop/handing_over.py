"""One window an archive: a second start hands its link over to the window that is open."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtNetwork import QLocalServer, QLocalSocket

#: Milliseconds to wait for the other window, which may just be opening and listens after a while,
#: and between two tries; characters that a link has at most.
WAIT, AGAIN, LONGEST = 2_000, 50, 4_000


def hand_over(path: Path, address: str) -> bool:
    """Give a link to the window that is open on this archive; False where none takes it."""
    socket, until = QLocalSocket(), time.monotonic() + WAIT / 1000
    while not _reaches(socket, path):
        if time.monotonic() > until:
            return False
        time.sleep(AGAIN / 1000)
    socket.write(f"{address[:LONGEST]}\n".encode())
    given = socket.waitForBytesWritten(WAIT) and socket.waitForReadyRead(WAIT)
    return bool(given) and bytes(socket.readAll().data()).startswith(b"taken")


def _reaches(socket: QLocalSocket, path: Path) -> bool:
    socket.connectToServer(_name(path))
    return socket.waitForConnected(WAIT)


class Taking(QObject):
    """Listens, for this user alone, for links that other starts hand over."""

    def __init__(self, path: Path, take: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._take = take
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._meet)
        if not self._server.listen(_name(path)):  # one that was killed left its socket
            QLocalServer.removeServer(_name(path))
            self._server.listen(_name(path))
        if sys.platform == "darwin" and (app := QCoreApplication.instance()):
            app.installEventFilter(self)  # the system tells an application of its links by an event

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            self._take(event.url().toString()[:LONGEST])
            return True
        return False

    def close(self) -> None:
        self._server.close()

    def _meet(self) -> None:
        while socket := self._server.nextPendingConnection():
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda s=socket: self._read(s))
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > LONGEST * 4:
                socket.abort()
            return
        line = bytes(socket.readLine(LONGEST * 4).data()).decode("utf-8", "replace").strip()
        socket.write(b"taken\n")
        socket.flush()
        self._take(line)


def _name(path: Path) -> str:
    """A name of the archive that any system allows for a socket."""
    import hashlib

    whole = str(path.resolve()).encode("utf-8", "surrogateescape")
    return f"studywire-{hashlib.sha256(whole).hexdigest()[:24]}"
