"""What goes between a process and its child: messages, each a length and so many bytes."""

import struct
from typing import Protocol

_LENGTH = struct.Struct("!Q")
#: Bytes of a message that is copied rather than sent in two pieces; and more than any has.
_SHORT, _TOO_LONG = 2**15, 2**31
#: What a child says first, and the most that its interpreter may have said before.
_READY, _NOISE = b"\0ready\0", 2**16


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
    if length > _TOO_LONG:
        raise EOFError
    return _exactly(stream, length)


def say_ready(stream: _Stream) -> None:
    """Before the first message."""
    stream.write(memoryview(_READY))


def until_ready(stream: _Stream) -> None:
    """Pass over what was printed while the other side started. Raises EOFError if it does not."""
    said = bytearray()
    while not said.endswith(_READY):
        if len(said) > _NOISE:
            raise EOFError
        said += _exactly(stream, 1)


def _exactly(stream: _Stream, count: int) -> bytearray:
    held = bytearray(count)
    left = memoryview(held)
    while left:
        got = stream.readinto(left)
        if not got:
            raise EOFError
        left = left[got:]
    return held
