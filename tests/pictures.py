"""Pictures for tests, written byte by byte."""

import struct
import zlib


def png(width: int = 40, height: int = 30, colour: tuple[int, int, int] = (30, 120, 90)) -> bytes:
    """A whole PNG of one colour."""
    rows = (b"\0" + bytes(colour) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def jpeg(width: int, height: int) -> bytes:
    """The head of a JPEG: a comment, a filler, and a frame that states the size."""
    comment = b"\xff\xfe" + struct.pack(">H", 4) + b"hi"
    frame = b"\xff\xff\xc2" + struct.pack(">HBHHB", 11, 8, height, width, 1)
    return b"\xff\xd8" + comment + frame


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0;"


def webp(kind: bytes, width: int, height: int) -> bytes:
    """The head of a WebP of each of its three kinds."""
    data = {
        b"VP8 ": b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", width, height),
        b"VP8L": b"\x2f" + struct.pack("<I", width - 1 | height - 1 << 14),
        b"VP8X": b"\0\0\0\0"
        + (width - 1).to_bytes(3, "little")
        + (height - 1).to_bytes(3, "little"),
    }[kind]
    return (
        b"RIFF"
        + struct.pack("<I", len(data) + 12)
        + b"WEBP"
        + kind
        + struct.pack("<I", len(data))
        + data
    )
