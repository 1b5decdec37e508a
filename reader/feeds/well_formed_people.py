"""Who wrote a feed or an entry, as feedparser reads it."""

import re
from typing import Any

from reader.feeds.well_formed_names import UnsureError, name_of
from reader.feeds.well_formed_words import C1, Context, text_of
from reader.text.clean import line

_MAIL = re.compile(r"[\w.+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,4} \(([^()@<>&]+)\)", re.ASCII)


def take_person(said: Context, element: Any) -> None:
    if len(element):
        _take_parts_of_person(said, element)
        return
    said.author = text = text_of(element)
    if "@" in text:
        found = _MAIL.fullmatch(text)
        if not found:
            raise UnsureError
        text = found[1].strip()
    said.people.append(line(text))


def _take_parts_of_person(said: Context, element: Any) -> None:
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        raise UnsureError
    parts: dict[str, str] = {}
    for child in element:
        name = name_of(child)
        if name not in ("name", "email", "uri", "url") or name in parts or len(child):
            raise UnsureError
        parts[name] = (child.text or "").strip()
    name = parts.get("name", "")
    if C1.search(name) or not name:
        raise UnsureError
    said.people.append(line(name))
    said.author = name
