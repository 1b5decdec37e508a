"""The texts of an entry, as feedparser puts one after the other."""

from typing import Any

from reader.feeds.well_formed_names import UnsureError
from reader.feeds.well_formed_words import (
    HTML,
    MARKUP,
    PLAIN,
    Context,
    base_of,
    kind_of,
    markup,
    only,
    text_of,
)


def _take_text(said: Context, element: Any, usual: str) -> None:
    if said.summary is not None and not said.contents:
        raise UnsureError
    only(element, *(("type",) if said.atom else ()))
    kind = kind_of(element, usual)
    value = markup(element) if kind == MARKUP else text_of(element)
    said.summary = (value, kind, base_of(said, element))


def take_description(said: Context, element: Any) -> None:
    if said.atom:
        raise UnsureError
    _take_text(said, element, HTML)


def take_summary(said: Context, element: Any) -> None:
    if not said.atom:
        raise UnsureError
    _take_text(said, element, PLAIN)


def take_content(said: Context, element: Any) -> None:
    if not said.atom:
        raise UnsureError
    only(element, "type", "src")
    kind = kind_of(element, PLAIN)
    value = markup(element) if kind == MARKUP else text_of(element)
    _add_content(said, (value, kind, base_of(said, element)))


def take_encoded(said: Context, element: Any) -> None:
    only(element)
    _add_content(said, (text_of(element), HTML, base_of(said, element)))


def _add_content(said: Context, text: tuple[str, str, str]) -> None:
    said.contents.append(text)
    if said.summary is None:
        said.summary = text
