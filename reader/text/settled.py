"""Cleaned HTML that comes out of a browser's parser as it went in, told by its tags alone.

What is written again from a tree is always balanced. It still may be read as another tree, where a
start tag ends what is open (HTML, 13.2.6.4.7). None of those stands in HTML that is settled; of all
that might be, only cleaning it once more can tell. A test holds this to the cleaner itself.
"""

import re

from reader.text.shaping import MAX_DEPTH, MAX_TABLES, VOID

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_LISTS = ("ul", "ol")
#: Start tags that end a paragraph.
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "div",
        "dl",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "nav",
        "ol",
        "p",
        "section",
        "ul",
    ]
)
_HEADINGS = frozenset(f"h{n}" for n in range(1, 7))
_INLINE = frozenset(
    [
        "abbr",
        "b",
        "bdi",
        "bdo",
        "br",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "i",
        "img",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
    ]
)


def is_shallow(html: str) -> bool:
    """Few tables, and little is nested."""
    if html.count("<table") > MAX_TABLES:
        return False
    if html.count("<") < MAX_DEPTH:
        return True
    depth = deepest = 0
    for end, name in _TAG.findall(html):
        depth += -1 if end else name not in VOID
        deepest = max(deepest, depth)
    return deepest < MAX_DEPTH


def is_settled(html: str) -> bool:
    """Balanced HTML would be the same if it were parsed and written again. False if in doubt."""
    if "\r" in html:
        return False
    opened: list[str] = [""]
    for end, name in _TAG.findall(html):
        if end:
            opened.pop()
        elif name in _INLINE:
            if name not in VOID:
                opened.append(name)
        elif not _may_stand(name, opened):
            return False
        elif name != "hr":
            opened.append(name)
    return True


def _may_stand(name: str, opened: list[str]) -> bool:
    """Whether a start tag leaves all that is open as it is. Of tables, preformatted text, ruby and
    definitions that is not known."""
    if name == "a":
        return "a" not in opened
    if name not in _BLOCKS or "p" in opened:
        return False
    if name == "li":
        return opened[-1] in _LISTS
    return name not in _HEADINGS or opened[-1] not in _HEADINGS
