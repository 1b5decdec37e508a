"""What goes between a process and its child: messages, each a length and so many bytes."""

import struct
from typing import Protocol

_LENGTH = struct.Struct("!Q")
#: Bytes of a message that is copied rather than sent in two pieces.
_SHORT = 2**15


class _Stream(Protocol):
    def readinto(self, buffer: memoryview, /) -> int | None: ...

    def write(self, data: memoryview, /) -> int | None: ...


def send(stream: _Stream, message: bytes) -> None:
    """Raises OSError where nobody listens any more."""
    length = _LENGTH.pack(len(message))
    for piece in (length + message,) if len(message) < _SHORT else (length, message):
        left = memoryview(piece)
        while left:
            left = left[stream.write(left) or 0 :]


def receive(stream: _Stream) -> bytearray:
    """The next message. Raises EOFError where there will be none."""
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return _exactly(stream, length)


def _exactly(stream: _Stream, count: int) -> bytearray:
    held = bytearray(count)
    left = memoryview(held)
    while left:
        got = stream.readinto(left)
        if not got:
            raise EOFError
        left = left[got:]
    return held
