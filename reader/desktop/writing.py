"""What Qt and Python count differently, and which way a line is written."""

import re
import unicodedata
from collections.abc import Iterable


def utf16_length(text: str) -> int:
    """How many UTF-16 units a text has: what Qt counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_slice(text: str, start: int, length: int | None = None) -> str:
    """The part of a text between two of Qt's positions."""
    end = None if length is None else start + length
    if text.isascii():
        return text[start:end]
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * start : None if end is None else 2 * end].decode("utf-16-le", "replace")


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is written from right to left (UAX 9, P2)."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def side_by_side(parts: Iterable[str]) -> str:
    """Parts of a line with dots between them. Where one is written from right to left, each keeps its
    own order within, and the first says which way the line goes (UAX 9, isolates)."""
    said = [part for part in parts if part]
    if not any(map(is_right_to_left, said)):
        return " · ".join(said)
    mark = _FROM_RIGHT if is_right_to_left(said[0]) else ""
    return mark + " · ".join(f"{_ISOLATED}{part}{_END}" for part in said)


#: Marks that nobody sees: from right to left; a part by itself, and its end.
_FROM_RIGHT, _ISOLATED, _END = "\u200f", "\u2068", "\u2069"

#: As `html.escape`, without that module's table of all names that HTML has.
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
_BREAKABLE = re.compile(r"\S{17,}")
_BREAK = re.compile(r"(?<=[/._@:-])(?=\w)|(?<=\w{16})(?=\w)")


def breakable(text: str) -> str:
    """Text whose long words (addresses, identifiers) may go on in another line: a label is as wide
    as its longest word. For the eye only; offsets do not fit it."""
    return _BREAKABLE.sub(lambda word: _BREAK.sub("\u200b", word[0]), text)


def as_plain_text(text: str) -> str:
    """Text for a place where Qt would take it for HTML if it looks so, such as a tooltip."""
    return f"<p style='white-space: pre-wrap'>{text.translate(_ESCAPED)}</p>"
