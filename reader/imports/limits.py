"""How much of a file is read, and the ways in which one may be no good."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from reader.model.errors import ParseError

#: Bytes of a file; items taken from one; characters of one text, and of one field.
MAX_FILE, MAX_ITEMS, MAX_TEXT, MAX_FIELD = 50 * 2**20, 20_000, 1_000_000, 5_000
#: How deep JSON may nest, highlights of one item, tags of one item.
MAX_DEPTH, MAX_HIGHLIGHTS, MAX_TAGS = 40, 5_000, 200

#: A half of a character as JSON writes it, and as it is read: no archive can keep it.
_HALF_WRITTEN = re.compile(r"\\u[dD][89a-fA-F]")
_HALF = re.compile("[\ud800-\udfff]")

MANY = f"Studywire takes {MAX_ITEMS:,} items from one file."


def decoded(data: bytes) -> str:
    """The file as text. Raises ParseError for what is none."""
    if len(data) > MAX_FILE:
        raise ParseError("This file is larger than 50 MB. Split it and import the parts.")
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\0" in data[:4096]:
        raise ParseError("This is not a text file. If it is an archive, unpack it first.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def parsed_json(text: str) -> Any:
    """The value of a JSON document, halves of characters replaced. Raises ParseError for what is
    none, or nests absurdly."""
    try:
        value = _loaded(text)
        if _HALF_WRITTEN.search(text):
            value = _loaded(_HALF.sub("\ufffd", json.dumps(value, ensure_ascii=False)))
    except (ValueError, RecursionError) as error:
        raise ParseError("This file is no valid JSON. It may be damaged or cut short.") from error
    if _depth(value) > MAX_DEPTH:
        raise ParseError("This file nests deeper than any list of articles does.")
    return value


def _loaded(text: str) -> Any:
    return json.loads(text, parse_constant=lambda _: None)


def _depth(value: Any) -> int:
    """How deep a value nests, without recursion; counting ends where it is too deep."""
    depth, level = 0, [value]
    while level and depth <= MAX_DEPTH:
        depth += 1
        level = [inner for outer in level for inner in _inside(outer)]
    return depth


def _inside(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def rows(value: Any) -> Iterator[dict[str, Any]]:
    """The objects in a list."""
    return (row for row in value if isinstance(row, dict)) if isinstance(value, list) else iter(())


def text(value: Any, limit: int = MAX_FIELD) -> str:
    """A field as text, "" for what is no text or number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).replace("\0", "")[:limit].strip()
