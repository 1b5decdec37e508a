"""Puts a laid-out chart on screen, into a picture or into an SVG file."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgGenerator

from reader.desktop.evidence.charts import Chart
from reader.desktop.evidence.families import FAMILIES, Family, draw
from reader.desktop.evidence.marks import Drawing, Mark
from reader.desktop.theme import LIGHT, Colours

#: Pixels: size of a mark, height of a line of the legend.
SIZE, LINE = 9.0, 18.0


def paint(
    painter: QPainter,
    chart: Chart,
    rect: QRectF,
    colours: Colours,
    *,
    caption: bool = False,
) -> None:
    """A chart with its axes, marks and legend."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(rect, QColor(colours.list))
    painter.setFont(small_font())
    if caption:
        painter.setPen(QColor(colours.dim))
        painter.drawText(rect.adjusted(12, 4, -12, 0), 0, chart.caption)
        painter.translate(0, 18)
        rect = rect.adjusted(0, 0, 0, -18)
    height = rect.height() - legend_height(chart, rect.width())
    drawing = chart.draw(rect.width(), height)
    _paint_axes(painter, drawing, colours)
    is_dark = colours is not LIGHT and colours.text > "#8"
    stamps = Stamps(painter, is_dark=is_dark, colours=colours)
    for mark in drawing.marks:
        if mark.bar:
            _paint_bar(painter, mark, is_dark=is_dark, colours=colours)
        else:
            stamps.put(mark)
    if chart.legend:
        _paint_legend(painter, rect.width(), height, is_dark=is_dark, colours=colours)


def _paint_axes(painter: QPainter, drawing: Drawing, colours: Colours) -> None:
    metrics = QFontMetrics(painter.font())
    for tick in drawing.ticks:
        if tick.line:
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(*tick.line)
        painter.setPen(QColor(colours.dim))
        words = metrics.elidedText(tick.words, Qt.TextElideMode.ElideRight, 136)
        width = metrics.horizontalAdvance(words)
        left = tick.at.x() - (width if tick.right else width / 2 if tick.centre else 0)
        painter.drawText(QPointF(left, tick.at.y() + metrics.ascent() / 2 - 1), words)


class Stamps:
    """Shapes of marks, each painted once and then only put down: there may be thousands."""

    def __init__(self, painter: QPainter, *, is_dark: bool, colours: Colours) -> None:
        self._painter, self._is_dark = painter, is_dark
        self._made: dict[str, QPixmap] = {}
        #: A drawing that is scaled later gets true shapes.
        self._as_shapes = isinstance(painter.device(), QSvgGenerator)

    def put(self, mark: Mark) -> None:
        if self._as_shapes:
            self._shape(self._painter, mark.family, mark.at)
            return
        kind = mark.family
        if kind.label not in self._made:
            self._made[kind.label] = self._stamp(kind)
        self._painter.drawPixmap(mark.at - QPointF(SIZE, SIZE), self._made[kind.label])

    def _stamp(self, kind: Family) -> QPixmap:
        ratio = self._painter.device().devicePixelRatioF()
        made = QPixmap(round(2 * SIZE * ratio), round(2 * SIZE * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._shape(painter, kind, QPointF(SIZE, SIZE))
        painter.end()
        return made

    def _shape(self, painter: QPainter, kind: Family, at: QPointF) -> None:
        colour = QColor(kind.dark if self._is_dark else kind.light)
        painter.setPen(QPen(colour, 2 if kind.shape in ("cross", "ring") else 1))
        colour.setAlpha(190)
        painter.setBrush(colour)
        draw(painter, kind.shape, at, SIZE)


def _paint_bar(painter: QPainter, mark: Mark, *, is_dark: bool, colours: Colours) -> None:
    """A bar in the colour of its family, hatched where the colour alone would not tell."""
    kind = mark.family
    if mark.bar is None:
        return
    painter.setPen(QPen(QColor(colours.list), 1))
    painter.setBrush(QColor(kind.dark if is_dark else kind.light))
    painter.drawRect(mark.bar)
    if kind.pattern != Qt.BrushStyle.SolidPattern:
        painter.setBrush(QBrush(QColor(colours.list), kind.pattern))
        painter.drawRect(mark.bar)


def _paint_legend(
    painter: QPainter, width: float, top: float, *, is_dark: bool, colours: Colours
) -> None:
    """The families with their shapes, in as many lines as the width asks for."""
    for kind, at in _places(width):
        colour = QColor(kind.dark if is_dark else kind.light)
        painter.setPen(QPen(colour, 2 if kind.shape in ("cross", "ring") else 1))
        painter.setBrush(colour)
        draw(painter, kind.shape, QPointF(at.x(), top + at.y() - 4), SIZE)
        painter.setPen(QColor(colours.dim))
        painter.drawText(QPointF(at.x() + 10, top + at.y()), kind.label)


def _places(width: float) -> list[tuple[Family, QPointF]]:
    """Where each family's sign stands, and a line break where a label would be cut."""
    metrics = QFontMetrics(small_font())
    found, x, y = [], 20.0, 14.0
    for kind in FAMILIES:
        room = metrics.horizontalAdvance(kind.label) + 30
        if x > 20 and x + room > width:
            x, y = 20.0, y + LINE
        found.append((kind, QPointF(x, y)))
        x += room
    return found


def small_font() -> QFont:
    font = QFont()
    font.setPixelSize(11)
    return font


def legend_height(chart: Chart, width: float) -> float:
    """The height of the legend below a chart of this width."""
    return _places(width)[-1][1].y() + 10 if chart.legend else 0.0
