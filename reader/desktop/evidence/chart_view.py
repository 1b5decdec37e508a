"""Paints a chart and listens: the mouse points, clicks and brushes; the keyboard goes from mark to mark."""

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QToolTip, QWidget

from reader.desktop.evidence.chart_paint import SIZE, legend_height, paint
from reader.desktop.evidence.charts import Bars, Chart
from reader.desktop.evidence.marks import Drawing, Mark
from reader.desktop.evidence.scatter import Scatter
from reader.desktop.theme import LIGHT, Theme
from reader.desktop.writing import as_plain_text

#: Pixels: how near one must point.
NEAR = 12.0
#: A brush of fewer pixels is a click.
_STROKE = 6


class ChartView(QWidget):
    """One chart. Its marks can be reached with Tab and the arrow keys."""

    #: The articles of a mark that was clicked, or chosen with Enter.
    chosen = Signal(object)
    #: A `Brush`: a box was drawn over the chart.
    brushed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chart: Chart = Bars((), "", "design")
        self._current, self._marked = -1, 0
        self._box: QRectF | None = None
        self._drawn: tuple[QSize, Drawing] | None = None
        self._painted: QPixmap | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(260, 150)
        theme.changed.connect(self._forget)

    def show_chart(self, chart: Chart) -> None:
        self._chart, self._current = chart, -1
        self.setAccessibleName(chart.caption)
        self._forget()

    @property
    def chart(self) -> Chart:
        return self._chart

    def mark(self, article_id: int) -> None:
        """Show where an article stands."""
        if article_id != self._marked:
            self._marked = article_id
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, 220)

    def save(self, path: Path) -> None:
        """Write the picture as SVG or PNG, on light ground, twice as fine as on screen."""
        if path.suffix.lower() == ".svg":
            generator = QSvgGenerator()
            generator.setFileName(str(path))
            generator.setSize(self.size())
            generator.setViewBox(self.rect())
            generator.setTitle(self._chart.caption)
            self._paint_on(generator)
            return
        image = QImage(self.size() * 2, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(2)
        self._paint_on(image)
        image.save(str(path))

    def _paint_on(self, device: QSvgGenerator | QImage) -> None:
        painter = QPainter(device)
        paint(painter, self._chart, QRectF(self.rect()), LIGHT, caption=True)
        painter.end()

    @property
    def drawing(self) -> Drawing:
        """The chart as it is laid out now."""
        size = self.size()
        if self._drawn is None or self._drawn[0] != size:
            height = size.height() - legend_height(self._chart, self.width())
            self._drawn = (size, self._chart.draw(size.width(), height))
        return self._drawn[1]

    def _picture(self) -> QPixmap:
        """The chart painted once for this size; thousands of marks take a moment."""
        ratio = self.devicePixelRatioF()
        if self._painted is None or self._painted.size() != self.size() * ratio:
            self._painted = QPixmap(self.size() * ratio)
            self._painted.setDevicePixelRatio(ratio)
            painter = QPainter(self._painted)
            paint(painter, self._chart, QRectF(self.rect()), self._theme.colours)
            painter.end()
        return self._painted

    def _forget(self) -> None:
        self._drawn, self._painted = None, None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        painter.drawPixmap(0, 0, self._picture())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if mark := self._mark_of(self._marked):
            self._ring(painter, mark, QColor(colours.text))
        if self.hasFocus() and self._current >= 0:
            self._ring(painter, self.drawing.marks[self._current], QColor(colours.accent))
        if self._box is not None and not self._box.isNull():
            painter.setPen(QPen(QColor(colours.accent), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._box)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        marks = self.drawing.marks
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if marks and step:
            self._current = (self._current + step) % len(marks) if self._current >= 0 else 0
            self.setAccessibleDescription(marks[self._current].words)
            at = self.mapToGlobal(marks[self._current].at.toPoint())
            QToolTip.showText(at, as_plain_text(marks[self._current].words), self)
            self.update()
        elif marks and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current >= 0:
            self.chosen.emit(marks[self._current].articles)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        self._box = QRectF(event.position(), event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._box is not None and self.drawing.field is not None:
            self._box.setBottomRight(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        box = QRectF() if self._box is None else self._box.normalized()
        self._box = None
        self.update()
        field = self.drawing.field
        if box.width() > _STROKE and box.height() > _STROKE and field is not None:
            self._brush(box.intersected(field))
        elif mark := self._near(event.position()):
            self.chosen.emit(mark.articles)

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            mark = self._near(QPointF(event.pos()))
            if mark:
                QToolTip.showText(event.globalPos(), as_plain_text(mark.words), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)  # type: ignore[arg-type]

    def _brush(self, box: QRectF) -> None:
        if isinstance(self._chart, Scatter):
            height = self.height() - legend_height(self._chart, self.width())
            self.brushed.emit(self._chart.brushed(box, self.width(), height))

    def _near(self, at: QPointF) -> Mark | None:
        """The mark that is pointed at."""
        marks = self.drawing.marks
        if any(mark.bar for mark in marks):
            return next((m for m in marks if m.bar and m.bar.contains(at)), None)
        found = min(marks, key=lambda m: _distance(m.at, at), default=None)
        return found if found and _distance(found.at, at) <= NEAR else None

    def _mark_of(self, article_id: int) -> Mark | None:
        """The mark of one article, where each has its own."""
        if not article_id or not isinstance(self._chart, Scatter):
            return None
        return next((m for m in self.drawing.marks if article_id in m.articles), None)

    def _ring(self, painter: QPainter, mark: Mark, colour: QColor) -> None:
        painter.setPen(QPen(colour, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if mark.bar:
            painter.drawRect(mark.bar.adjusted(-2, -2, 2, 2))
        else:
            painter.drawEllipse(mark.at, SIZE, SIZE)


def _distance(one: QPointF, other: QPointF) -> float:
    return float(QPoint(round(one.x() - other.x()), round(one.y() - other.y())).manhattanLength())
