"""What the elements of cleaned HTML are in a laid out text, and how cleaned HTML writes them."""

import re

#: Never part of a text: zero-width space, word joiner, byte order mark, soft hyphen, control
#: characters, and those that Qt's documents keep for objects and cells.
UNWANTED = dict.fromkeys(
    [*map(ord, "\u200b\u2060\ufeff\u00ad\ufffc\ufdd0\ufdd1"), *range(9), *range(14, 32), 127]
)
RARE = re.compile(f"[{''.join(map(chr, UNWANTED))}]")
#: Tags in the one way that cleaned HTML writes them.
TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"<]*")*)>')
VALUE = re.compile(r' ([a-z]+)="([^"]*)"')
MARKS = {
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "cite": "emphasis",
    "dfn": "emphasis",
    "var": "emphasis",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "sup": "sup",
    "sub": "sub",
    "s": "strike",
    "del": "strike",
    "u": "underline",
    "ins": "underline",
}
HEADINGS = {f"h{n}": n for n in range(1, 7)}
_PLAIN = {"p", "div", "section", "article", "aside", "header", "footer", "nav", "address", "figure"}
BLOCKS = _PLAIN | set(HEADINGS) | {"figcaption", "caption", "dt", "dd", "summary", "details"}
MAX_DEPTH = 6
