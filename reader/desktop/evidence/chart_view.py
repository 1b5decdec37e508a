"""Shows a chart and listens: the mouse points, clicks and brushes; the keyboard goes from mark to mark."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QImage,
    QImageWriter,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from reader.desktop.evidence.chart_paint import legend_height, picture, point, rect
from reader.desktop.evidence.chart_words import caption
from reader.desktop.evidence.chart_words import mark as told
from reader.desktop.evidence.pointing import Pointing
from reader.desktop.jobs import Questions
from reader.desktop.theme import LIGHT, Theme
from reader.desktop.tongue import here
from reader.desktop.writing import as_plain_text
from reader.export.charts.counts import Bars, Chart
from reader.export.charts.marks import Drawing, Mark
from reader.export.charts.scatter import Scatter
from reader.export.charts.spots import Box
from reader.export.charts.svg import SIZE, svg
from reader.export.places import whole

#: A brush of fewer pixels is a click.
_STROKE = 6
#: Studies from which on a chart is laid out and painted off the user's thread.
MANY = 1_500
#: Which chart that was shown, for which size and fineness of the screen, on which ground.
_Key = tuple[int, QSize, float, str]


class ChartView(QWidget):
    """One chart. Its marks can be reached with Tab and the arrow keys."""

    #: The articles of a mark that was clicked, or chosen with Enter.
    chosen = Signal(object)
    #: A `Brush`: a box was drawn over the chart.
    brushed = Signal(object)

    def __init__(self, theme: Theme, questions: Questions | None = None) -> None:
        super().__init__()
        self._theme, self._questions = theme, questions
        self._chart: Chart = Bars((), "", "design")
        self._version, self._current, self._marked = 0, -1, 0
        self._box: QRectF | None = None
        #: What is shown was made for `_made`, what is being made is for `_asked`.
        self._made: _Key | None = None
        self._asked: _Key | None = None
        self._image, self._drawing = QImage(), Drawing((), ())
        self._pointing = Pointing(())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(260, 150)
        theme.changed.connect(self.update)

    def show_chart(self, chart: Chart) -> None:
        self._chart, self._current = chart, -1
        self.setAccessibleName(caption(chart))
        self.setAccessibleDescription("")
        self._version += 1
        self.update()

    @property
    def chart(self) -> Chart:
        return self._chart

    def mark(self, article_id: int) -> None:
        """Show where a study stands."""
        if article_id != self._marked:
            self._marked = article_id
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, 220)

    def save(self, path: Path) -> None:
        """Write the picture as SVG or PNG, on light ground, twice as fine as on screen.

        Raises ReaderError where it cannot be written there.
        """
        if path.suffix.lower() == ".svg":
            with whole(path) as file:
                file.write(svg(self._chart, self.width(), self.height(), tongue=here()) + "\n")
            return
        image, _ = picture(self._chart, self.width(), self.height(), 2, LIGHT, caption=True)
        with whole(path, binary=True) as file:
            file.write(_png(image))

    @property
    def drawing(self) -> Drawing:
        """The chart as it is laid out now; while it is being made, as it was before."""
        self._make()
        return self._drawing

    def _make(self) -> None:
        """Lay out and paint the chart for this size, where that has not been done: here if it is
        small, else off the user's thread, with the last picture shown meanwhile."""
        key = (self._version, self.size(), self.devicePixelRatioF(), self._theme.colours.list)
        if self._made == key or self._asked == key:
            return
        size = (self.width(), self.height(), key[2])
        work = partial(picture, self._chart, *size, self._theme.colours)
        if self._questions is None or len(self._chart.points) < MANY:
            self._take(key, work())
        else:
            self._asked = key
            self._questions.ask(work, partial(self._take_late, key))

    def _take_late(self, key: _Key, made: tuple[QImage, Drawing]) -> None:
        if self._asked == key:
            self._take(key, made)
            self.update()

    def _take(self, key: _Key, made: tuple[QImage, Drawing]) -> None:
        self._made, self._asked = key, None
        self._image, self._drawing = made
        self._pointing = Pointing(self._drawing.marks)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._make()
        painter = QPainter(self)
        colours = self._theme.colours
        painter.fillRect(self.rect(), QColor(colours.list))
        painter.drawImage(0, 0, self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if mark := self._pointing.of(self._marked):
            self._ring(painter, mark, QColor(colours.text))
        if self.hasFocus() and 0 <= self._current < len(self._drawing.marks):
            self._ring(painter, self._drawing.marks[self._current], QColor(colours.accent))
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
            self.setAccessibleDescription(told(marks[self._current].words))
            at = self.mapToGlobal(point(marks[self._current].at).toPoint())
            QToolTip.showText(at, as_plain_text(told(marks[self._current].words)), self)
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
            self._brush(box.intersected(rect(field)))
        elif mark := self._pointing.at(event.position()):
            self.chosen.emit(mark.articles)

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            mark = self._pointing.at(QPointF(event.pos()))
            if mark:
                QToolTip.showText(event.globalPos(), as_plain_text(told(mark.words)), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)  # type: ignore[arg-type]

    def _brush(self, box: QRectF) -> None:
        if isinstance(self._chart, Scatter):
            height = self.height() - legend_height(self._chart, self.width())
            drawn = Box(box.left(), box.top(), box.width(), box.height())
            self.brushed.emit(self._chart.brushed(drawn, self.width(), height))

    def _ring(self, painter: QPainter, mark: Mark, colour: QColor) -> None:
        painter.setPen(QPen(colour, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if mark.bar:
            painter.drawRect(rect(mark.bar).adjusted(-2, -2, 2, 2))
        else:
            painter.drawEllipse(point(mark.at), SIZE, SIZE)


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())
