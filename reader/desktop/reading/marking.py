"""How highlights look: colours, lines for those who cannot tell colours, and what overlaps."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QColor, QTextCharFormat

from reader.desktop.theme import Colours
from reader.model.annotation import Marked

_LINE = QTextCharFormat.UnderlineStyle
#: The line of each colour: the six that Qt has.
LINES = {
    "yellow": _LINE.SingleUnderline,
    "green": _LINE.DashUnderline,
    "blue": _LINE.DotLine,
    "red": _LINE.WaveUnderline,
    "purple": _LINE.DashDotLine,
    "orange": _LINE.DashDotDotLine,
}


def background(colours: Colours, name: str) -> QColor:
    return QColor(colours.highlights.get(name, colours.highlights["yellow"]))


def ink(colours: Colours, name: str) -> QColor:
    """The colour for lines and dots: dark on a light page, light on a dark one."""
    paint = background(colours, name)
    on_light = QColor(colours.page).lightnessF() > 0.5
    hue, saturation = paint.hslHueF(), paint.hslSaturationF()
    return QColor.fromHslF(max(0.0, hue), min(0.75, saturation), 0.36 if on_light else 0.72)


def look(row: Marked, colours: Colours, *, lined: bool) -> QTextCharFormat:
    """How the words of a highlight are painted; `lined` tells its colour by a line too."""
    char = QTextCharFormat()
    char.setBackground(background(colours, row.annotation.colour))
    if lined:
        char.setUnderlineStyle(LINES.get(row.annotation.colour, _LINE.SingleUnderline))
        char.setUnderlineColor(ink(colours, row.annotation.colour))
    return char


def by_size(marked: Iterable[Marked]) -> list[Marked]:
    """The longest first, so that what lies within another one is painted on top of it."""
    return sorted(marked, key=lambda m: m.anchor.start - m.anchor.end)


def covered(marked: Sequence[Marked]) -> list[tuple[int, int, str]]:
    """Where a highlight is hidden below a shorter one: the range, and its colour."""
    found = []
    rows = sorted(marked, key=lambda m: m.anchor.start)
    for at, row in enumerate(rows):
        for other in rows[at + 1 :]:
            if other.anchor.start >= row.anchor.end:
                break
            start, end = other.anchor.start, min(row.anchor.end, other.anchor.end)
            below = by_size((row, other))[0]
            found.append((start, end, below.annotation.colour))
    return found


def seams(marked: Sequence[Marked]) -> list[int]:
    """Where a highlight begins in or right after another one."""
    rows = sorted(marked, key=lambda m: m.anchor.start)
    reach, found = -1, []
    for row in rows:
        if row.anchor.start <= reach + 1 and reach >= 0:
            found.append(row.anchor.start)
        reach = max(reach, row.anchor.end)
    return found
