"""How the parts of an article are set: faces, sizes, margins, colours."""

from collections.abc import Callable

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
)

from reader.desktop.theme import Colours
from reader.model.frozen import dataclass
from reader.model.layout import Block, Mark

#: Faces for long reading, the first that is installed.
SERIFS = ("Charter", "Source Serif 4", "Noto Serif", "Georgia", "DejaVu Serif")
_HEADING_SIZES = {1: 1.4, 2: 1.25, 3: 1.1}
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


@dataclass(frozen=True, slots=True)
class Typography:
    """Size in pixels, height of a line in percent, the colours of the theme, and the face; "" is
    the first of `SERIFS` that is installed."""

    size: int
    line_height: int
    colours: Colours
    family: str = ""

    @property
    def font(self) -> QFont:
        font = QFont()
        font.setFamilies([*([self.family] if self.family else []), *SERIFS, "serif"])
        font.setPixelSize(self.size)
        return font

    def spaced(self, above: float, below: float) -> QTextBlockFormat:
        """A paragraph with these margins in pixels."""
        made = QTextBlockFormat()
        made.setTopMargin(above)
        made.setBottomMargin(below)
        made.setLineHeight(self._proportion(self.line_height), _PROPORTIONAL)
        return made

    def tight(self, above: float, below: float) -> QTextBlockFormat:
        """A paragraph that is as high as what stands in it."""
        made = QTextBlockFormat()
        made.setTopMargin(above)
        made.setBottomMargin(below)
        return made

    def _proportion(self, percent: float) -> float:
        """Qt's proportion counts from the font's own spacing, a reader's from the size."""
        return percent * self.size / QFontMetricsF(self.font).lineSpacing()

    def block(self, block: Block) -> QTextBlockFormat:
        size = self.size
        if block.kind == "title":
            made = self.spaced(above=0, below=size * 0.7)
            made.setLineHeight(self._proportion(120), _PROPORTIONAL)
            made.setHeadingLevel(1)
            return made
        if block.kind == "heading":
            made = self.spaced(above=size * 0.8, below=size * 0.4)
            made.setHeadingLevel(min(6, block.level + 1))
            return made
        made = self.spaced(above=0, below=size * (0.3 if block.kind == "item" else 0.85))
        if block.kind == "quote":
            made.setLeftMargin(size * 1.4 * block.level)
            made.setRightMargin(size)
        elif block.kind == "pre":
            made.setLeftMargin(size * 0.6)
            made.setBackground(QBrush(QColor(self.colours.hover)))
        return made

    def heading_size(self, level: int) -> int:
        """The size of a heading in pixels; level 0 is the title."""
        return round(self.size * (1.6 if level == 0 else _HEADING_SIZES.get(level, 1.05)))

    def char(self, kind: str, level: int = 0, *, header: bool = False) -> QTextCharFormat:
        """The letters of a kind of block."""
        made = QTextCharFormat()
        font = self.font
        if kind == "title":
            font.setPixelSize(self.heading_size(0))
        elif kind == "heading":
            font.setPixelSize(self.heading_size(level))
        elif kind == "pre":
            font = _fixed()
            font.setPixelSize(round(self.size * 0.85))
        elif kind in ("cell", "caption"):
            font.setPixelSize(round(self.size * 0.85))
            font.setFeature(QFont.Tag("tnum"), 1)
        if header or kind in ("title", "heading"):
            font.setWeight(QFont.Weight.Bold)
        made.setFont(font)
        quiet = kind in ("quote", "caption")
        made.setForeground(QColor(self.colours.dim if quiet else self.colours.text))
        return made

    def small(self, colour: str) -> QTextCharFormat:
        """Letters of the interface within an article."""
        made = QTextCharFormat()
        font = QFont()
        font.setPixelSize(max(12, round(self.size * 0.72)))
        made.setFont(font)
        made.setForeground(QColor(colour))
        return made

    def emphasise(self, char: QTextCharFormat, mark: Mark) -> None:
        """Add a mark to the letters it ranges over."""
        if mark.kind == "link":
            self.link(char, mark.target)
        elif mark.kind in _EMPHASES:
            _EMPHASES[mark.kind](char)

    def link(self, char: QTextCharFormat, target: str) -> None:
        char.setAnchor(True)
        char.setAnchorHref(target)
        char.setForeground(QColor(self.colours.accent))
        char.setFontUnderline(True)


def _fixed() -> QFont:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)


_VERTICAL = QTextCharFormat.VerticalAlignment
_EMPHASES: dict[str, Callable[[QTextCharFormat], None]] = {
    "strong": lambda char: char.setFontWeight(QFont.Weight.Bold),
    "emphasis": lambda char: char.setFontItalic(True),
    "code": lambda char: char.setFontFamilies([_fixed().family()]),
    "sup": lambda char: char.setVerticalAlignment(_VERTICAL.AlignSuperScript),
    "sub": lambda char: char.setVerticalAlignment(_VERTICAL.AlignSubScript),
    "strike": lambda char: char.setFontStrikeOut(True),
    "underline": lambda char: char.setFontUnderline(True),
}
