"""Where the words of a search stand, on one line that holds them."""

from collections.abc import Callable

from reader.desktop.tongue import tr
from reader.model.article import SearchHit
from reader.model.frozen import dataclass

#: What stands before a hit that is not in the text.
_WHERE = {"note": "in your note", "highlight": "in a highlight", "tag": "in a tag"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and the (start, length), in code points, of what was looked for."""

    text: str
    bold: tuple[tuple[int, int], ...]


def line(hit: SearchHit) -> Line:
    """A hit on one line, its marks taken out."""
    where = tr(_WHERE[hit.where]) if hit.where in _WHERE else ""
    marked = (f"{where}: {hit.snippet}" if where else hit.snippet).replace("\n", " ")
    plain, begun = "", 0
    bold: list[tuple[int, int]] = []
    for char in marked:
        if char == "\x02":
            begun = len(plain)
        elif char == "\x03":
            bold.append((begun, len(plain) - begun))
        else:
            plain += char
    return Line(plain, tuple(bold))


def fitted(whole: Line, width: int, measure: Callable[[str], int]) -> Line:
    """The part of a line that fits into `width`, as `measure` has it, with its first match in it."""
    text, bold = whole.text, list(whole.bold)
    if bold and measure(text[: sum(bold[0])]) > width * 3 // 4:
        cut = _cut(text, bold[0][0], width // 3, measure)
        text = "…" + text[cut:]
        bold = [(start - cut + 1, length) for start, length in bold]
    if measure(text) > width:
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (
                (middle, high) if measure(text[:middle] + "…") <= width else (low, middle - 1)
            )
        text = text[:low].rstrip() + "…"
    shown = len(text)
    return Line(text, tuple((s, min(n, shown - s)) for s, n in bold if s < shown))


def _cut(text: str, start: int, width: int, measure: Callable[[str], int]) -> int:
    """Where a line begins that has as many words before `start` as fit into `width`."""
    cut = start
    while (space := text.rfind(" ", 0, max(0, cut - 1))) >= 0:
        if measure(text[space + 1 : start]) > width:
            break
        cut = space + 1
    return cut
