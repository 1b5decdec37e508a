"""Safe HTML written again, without what is hidden, tracks, or nests too deep for a text widget."""

import re

#: How deep elements and tables may nest: a text widget freezes on more.
MAX_DEPTH, MAX_TABLES = 60, 4


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


VOID = _names("br col hr img wbr")
TABLE_PARTS = _names("caption col colgroup tbody td tfoot th thead tr")
INLINE = _names(
    "a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup time "
    "u var wbr"
)


class Shaper:
    """Writes tags and text again, without what is hidden and what nests too deep."""

    def __init__(self, signed: re.Pattern[str]) -> None:
        self._signed = signed  # finds the attributes of what is to be hidden
        self.pieces: list[str] = []
        self._open: list[tuple[str, str]] = []  # each open element, and what to write at its end
        self._tables: list[bool] = []  # whether each open table is kept
        self._kept = self._hidden = 0

    def text(self, text: str) -> None:
        if not self._hidden:
            self.pieces.append(text)

    def start(self, tag: str, attributes: str) -> None:
        hidden = self._hidden > 0 or (len(attributes) > 1 and bool(self._signed.search(attributes)))
        kept = not hidden and self._kept < MAX_DEPTH
        if tag == "table" or tag in TABLE_PARTS:
            kept &= all(self._tables[-1:]) and (tag != "table" or sum(self._tables) < MAX_TABLES)
        if kept:
            self.pieces.append(f"<{tag}{attributes}")
        if tag == "table":
            self._tables.append(kept)
        if tag not in VOID:
            apart = "" if hidden or tag in INLINE else "<br>" if tag in ("div", "p", "tr") else " "
            self._open.append((tag, f"</{tag}>" if kept else apart))
            self._kept += kept
            self._hidden += hidden

    def end(self) -> None:
        tag, ending = self._open.pop() if self._open else ("", "")
        if tag == "table":
            self._tables.pop()
        if self._hidden:
            self._hidden -= 1
        else:
            self._kept -= ending.startswith("</")
            self.pieces.append(ending)
