"""What kind of picture some bytes are, and how large, told by the bytes alone. Pure, and bounded.

Only PNG, JPEG, GIF and WebP are taken: nothing in them can name a file, an address or a script, as
an SVG can. What a server says of its type is not asked.
"""

import struct

from reader.model.errors import ParseError
from reader.model.picture import Picture

#: What servers are asked for.
ACCEPT = "image/webp, image/png, image/jpeg, image/gif"
#: The shorter side of a picture that is made to be seen; a smaller one counts its readers.
LEAST = 4
#: Pixels of the longer side, and in all; more would take gigabytes to unpack.
MOST, MOST_PIXELS = 16_000, 40_000_000

_NO_PICTURE = "This is no picture of a kind that Studywire keeps (PNG, JPEG, GIF or WebP)."
_BEACON = "This picture is too small to be seen. It only counts readers, and was not kept."
_TOO_LARGE = "This picture has more pixels than Studywire keeps."

#: Frames of JPEG that state a size (ITU-T T.81, B.2.2), which are all SOFn.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def look_at(body: bytes) -> Picture:
    """Kind and size of a picture. Raises ParseError for anything that is not to be kept."""
    for kind, measure in _MEASURES.items():
        try:
            size = measure(body)
        except (struct.error, IndexError):
            size = None
        if size:
            return _checked(Picture(kind, *size, body))
    raise ParseError(_NO_PICTURE)


def _checked(found: Picture) -> Picture:
    if min(found.width, found.height) < LEAST:
        raise ParseError(_BEACON)
    if max(found.width, found.height) > MOST or found.width * found.height > MOST_PIXELS:
        raise ParseError(_TOO_LARGE)
    return found


def _png(body: bytes) -> tuple[int, int] | None:
    if not body.startswith(b"\x89PNG\r\n\x1a\n") or body[12:16] != b"IHDR":
        return None
    width, height = struct.unpack_from(">II", body, 16)
    return width, height


def _gif(body: bytes) -> tuple[int, int] | None:
    if body[:6] not in (b"GIF87a", b"GIF89a"):
        return None
    width, height = struct.unpack_from("<HH", body, 6)
    return width, height


def _webp(body: bytes) -> tuple[int, int] | None:
    """RFC 9649, 2.4 to 2.7: a lossy, a lossless or an extended picture."""
    if body[:4] != b"RIFF" or body[8:12] != b"WEBP":
        return None
    kind = body[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(body[24:27], "little"), 1 + int.from_bytes(body[27:30], "little")
    if kind == b"VP8L" and body[20] == 0x2F:
        (bits,) = struct.unpack_from("<I", body, 21)
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 " and body[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", body, 26)
        return width & 0x3FFF, height & 0x3FFF
    return None


def _jpeg(body: bytes) -> tuple[int, int] | None:
    """From one segment to the next until a frame states its size; each moves on by two at least."""
    if body[:3] != b"\xff\xd8\xff":
        return None
    at = 2
    while body[at] == 0xFF:
        marker = body[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", body, at + 5)
            return width, height
        filler = marker == 0xFF
        (length,) = (-1,) if filler else struct.unpack_from(">H", body, at + 2)
        if not filler and length < 2:
            return None
        at += 1 if filler else 2 + length
    return None


_MEASURES = {"png": _png, "jpeg": _jpeg, "gif": _gif, "webp": _webp}
