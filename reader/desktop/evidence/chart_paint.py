"""Puts a laid-out chart on screen or into a picture; on any thread, as nothing here is a widget."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QImage, QPainter, QPen, QPolygonF

from reader.desktop.evidence import chart_words
from reader.desktop.theme import LIGHT, Colours
from reader.desktop.tongue import tr
from reader.export.charts.counts import Chart
from reader.export.charts.families import Family, legend
from reader.export.charts.marks import Drawing, Mark
from reader.export.charts.spots import Box, Spot
from reader.export.charts.svg import CAPTION, SIZE

_PATTERNS = {
    "stripes": Qt.BrushStyle.BDiagPattern,
    "lattice": Qt.BrushStyle.DiagCrossPattern,
    "upright": Qt.BrushStyle.VerPattern,
    "level": Qt.BrushStyle.HorPattern,
    "dots": Qt.BrushStyle.Dense5Pattern,
}


def picture(
    chart: Chart, width: int, height: int, ratio: float, colours: Colours, *, caption: bool = False
) -> tuple[QImage, Drawing]:
    """A chart with its axes, marks and legend, and where its marks stand."""
    image = QImage(
        round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(colours.list))
    top = CAPTION if caption else 0
    room = height - top - legend_height(chart, width)
    drawing = chart.draw(width, room)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(small_font())
    if caption:
        painter.setPen(QColor(colours.dim))
        painter.drawText(QPointF(12, 14), chart_words.caption(chart))
        painter.translate(0, top)
    _Painting(painter, colours, ratio).all(chart, drawing, width, room)
    painter.end()
    return image, drawing


class _Painting:
    """A chart as it is painted. A shape is painted once and then only put down: there may be
    thousands."""

    def __init__(self, painter: QPainter, colours: Colours, ratio: float) -> None:
        self._painter, self._colours, self._ratio = painter, colours, ratio
        self._is_dark = colours is not LIGHT and colours.text > "#8"
        self._stamps: dict[str, QImage] = {}

    def all(self, chart: Chart, drawing: Drawing, width: float, height: float) -> None:
        self._axes(drawing)
        for mark in drawing.marks:
            if mark.bar:
                self._bar(mark, mark.bar)
            else:
                self._put(mark)
        if chart.legend:
            self._legend(width, height)

    def _axes(self, drawing: Drawing) -> None:
        painter, metrics = self._painter, QFontMetrics(self._painter.font())
        for tick in drawing.ticks:
            if tick.line:
                painter.setPen(QPen(QColor(self._colours.line), 1))
                painter.drawLine(point(tick.line[0]), point(tick.line[1]))
            painter.setPen(QColor(self._colours.dim))
            words = metrics.elidedText(
                chart_words.tick(tick.words), Qt.TextElideMode.ElideRight, 136
            )
            width = metrics.horizontalAdvance(words)
            left = tick.at.x - (width if tick.right else width / 2 if tick.centre else 0)
            painter.drawText(QPointF(left, tick.at.y + metrics.ascent() / 2 - 1), words)

    def _put(self, mark: Mark) -> None:
        kind = mark.family
        if kind.label not in self._stamps:
            self._stamps[kind.label] = self._stamp(kind)
        self._painter.drawImage(
            QPointF(mark.at.x - SIZE, mark.at.y - SIZE), self._stamps[kind.label]
        )

    def _stamp(self, kind: Family) -> QImage:
        side = round(2 * SIZE * self._ratio)
        made = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
        made.setDevicePixelRatio(self._ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._sign(painter, kind, Spot(SIZE, SIZE), 190)
        painter.end()
        return made

    def _sign(self, painter: QPainter, kind: Family, at: Spot, alpha: int) -> None:
        colour = QColor(kind.dark if self._is_dark else kind.light)
        painter.setPen(QPen(colour, 2 if kind.shape in ("cross", "ring") else 1))
        colour.setAlpha(alpha)
        painter.setBrush(colour)
        draw(painter, kind.shape, point(at), SIZE)

    def _bar(self, mark: Mark, bar: Box) -> None:
        """A bar in the colour of its family, hatched where the colour alone would not tell."""
        painter, kind, ground = self._painter, mark.family, QColor(self._colours.list)
        painter.setPen(QPen(ground, 1))
        painter.setBrush(QColor(kind.dark if self._is_dark else kind.light))
        painter.drawRect(rect(bar))
        if kind.pattern:
            painter.setBrush(QBrush(ground, _PATTERNS[kind.pattern]))
            painter.drawRect(rect(bar))

    def _legend(self, width: float, top: float) -> None:
        """The families with their shapes, in as many lines as the width asks for."""
        for kind, at in legend(width, _measured):
            self._sign(self._painter, kind, Spot(at.x, top + at.y - 4), 255)
            self._painter.setPen(QColor(self._colours.dim))
            self._painter.drawText(QPointF(at.x + 10, top + at.y), tr(kind.label))


def draw(painter: QPainter, shape: str, at: QPointF, size: float) -> None:
    """A shape of about equal weight, whatever it is, in the painter's pen and brush."""
    x, y, half = at.x(), at.y(), size / 2
    if shape == "circle":
        painter.drawEllipse(at, half, half)
    elif shape == "square":
        painter.drawRect(QRectF(x - half * 0.88, y - half * 0.88, size * 0.88, size * 0.88))
    elif shape == "triangle":
        points = (QPointF(x, y - half * 1.1), QPointF(x + half * 1.1, y + half * 0.8))
        painter.drawPolygon(QPolygonF([*points, QPointF(x - half * 1.1, y + half * 0.8)]))
    elif shape == "diamond":
        points = (QPointF(x, y - half * 1.2), QPointF(x + half * 1.2, y))
        others = (QPointF(x, y + half * 1.2), QPointF(x - half * 1.2, y))
        painter.drawPolygon(QPolygonF([*points, *others]))
    elif shape == "cross":
        painter.drawLine(QPointF(x - half, y - half), QPointF(x + half, y + half))
        painter.drawLine(QPointF(x - half, y + half), QPointF(x + half, y - half))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, half * 0.85, half * 0.85)


def small_font() -> QFont:
    font = QFont()
    font.setPixelSize(11)
    return font


def legend_height(chart: Chart, width: float) -> float:
    """The height of the legend below a chart of this width."""
    return legend(width, _measured)[-1][1].y + 10 if chart.legend else 0.0


@cache
def _measured(words: str) -> float:
    return float(QFontMetrics(small_font()).horizontalAdvance(tr(words)))


def point(at: Spot) -> QPointF:
    return QPointF(at.x, at.y)


def rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)
