"""What a page says of its paper in its head: the Highwire tags (citation_*), Dublin Core, PRISM.

https://scholar.google.com/intl/en/scholar/inclusion.html#indexing names them. Pure.
"""

import html
import re

from reader.feeds.scholarly import Said, published
from reader.model.published import NOTHING, Published

#: Characters of a page that are looked through, and tags that are read.
_HEAD, _MOST = 300_000, 500
#: How much of the article's title must stand in the page's, so that both are of one paper.
_SHARE = 0.6
_META = re.compile(
    r"<meta\s((?:[^<>\"']|\"[^\"]{0,3000}\"|'[^']{0,3000}'){1,4000})>", re.IGNORECASE
)
_VALUE = re.compile(r"(?<![\w-])(name|property|content)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.I)
_NAME = re.compile(r"(?:citation_|(?:dc|dcterms|prism)[.:])[\w.-]{1,40}")


def paper(page: str, title: str) -> Published:
    """The paper that a page is about; nothing where it says none, or one of another title."""
    pairs = tuple(_pairs(page[:_HEAD]))
    titles = [value for name, value in pairs if name in ("citation_title", "dc:title")]
    if not titles or not any(_is_of(title, stated) for stated in titles):
        return NOTHING
    return published(Said(pairs), (), "", "")


def _pairs(head: str) -> list[tuple[str, str]]:
    found = []
    for tag in list(_META.finditer(head))[:_MOST]:
        values = {name.lower(): html.unescape(a or b) for name, a, b in _VALUE.findall(tag[1])}
        name = (values.get("name") or values.get("property") or "").lower()
        value = " ".join(values.get("content", "").split())
        if value and _NAME.fullmatch(name):
            name = re.sub(r"^(dc|dcterms|prism)\.", r"\1:", name)
            found.append((name, _in_order(value) if name == "citation_author" else value))
    return found


def _in_order(author: str) -> str:
    """Given name first: Lind, Ida becomes Ida Lind."""
    last, comma, first = author.partition(", ")
    return f"{first} {last}" if comma and "," not in first and ";" not in author else author


def _is_of(title: str, stated: str) -> bool:
    words = set(re.findall(r"\w{3,}", title.casefold()))
    there = words & set(re.findall(r"\w{3,}", stated.casefold()))
    return bool(words) and len(there) >= _SHARE * len(words)
