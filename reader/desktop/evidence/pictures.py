"""The pictures below the table: one at the left, counts at the right; each also as a table."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDir, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSplitter,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.evidence.chart_view import ChartView
from reader.desktop.evidence.chart_words import caption, tick
from reader.desktop.jobs import Questions
from reader.desktop.theme import Theme
from reader.desktop.tongue import tr
from reader.export.charts.counts import Bars, Chart, Timeline
from reader.export.charts.scatter import Brush, Scatter
from reader.model.errors import ReaderError
from reader.model.evidence import Point
from reader.operations.tabulating import points
from reader.store.store import Store


class Pictures(QSplitter):
    """Two charts of the studies in the table."""

    #: A study was pointed at.
    article_chosen = Signal(int)
    #: A box was drawn: a `Brush`, and the articles in it.
    brushed = Signal(object, object)
    said = Signal(str)

    def __init__(self, store: Store, questions: Questions, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._store, self._questions = store, questions
        self._points: tuple[Point, ...] = ()
        self._asked = 0
        self.setObjectName("pictures")
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.left = Picture(theme, questions, ("Sample size and follow-up", "Time"))
        self.right = Picture(theme, questions, ("Design", "Condition", "Country"))
        for picture in (self.left, self.right):
            self.addWidget(picture)
            picture.chart.chosen.connect(self._choose)
            picture.kind_chosen.connect(self._draw)
            picture.said.connect(self.said)
        self.left.chart.brushed.connect(self._brush)
        self.setSizes([620, 420])

    def toggle(self) -> None:
        """Show them, or hide them."""
        self.setVisible(not self.isVisible())

    def show_articles(self, article_ids: Sequence[int]) -> None:
        """Draw these studies."""
        self._asked += 1
        asked, store, chosen = self._asked, self._store, list(article_ids)

        def show(found: list[Point]) -> None:
            if asked == self._asked:
                self._points = tuple(found)
                self._draw()

        self._questions.ask(lambda: points(store, chosen), show)

    def mark(self, article_id: int) -> None:
        """Show where a study stands."""
        for picture in (self.left, self.right):
            picture.chart.mark(article_id)

    def _draw(self) -> None:
        shown = self._points
        left: Chart = Timeline(shown) if self.left.kind == "Time" else Scatter(shown)
        self.left.show_chart(left)
        self.right.show_chart(Bars(shown, self.right.kind, self.right.kind.lower()))

    def _choose(self, articles: tuple[int, ...]) -> None:
        if articles:
            self.article_chosen.emit(articles[0])

    def _brush(self, box: Brush) -> None:
        self.brushed.emit(box, [p.article_id for p in self._points if box.holds(p)])


class Picture(QWidget):
    """A chart with its caption, or the same as a table; it can be saved."""

    kind_chosen = Signal()
    #: A sentence for the status line.
    said = Signal(str)

    def __init__(self, theme: Theme, questions: Questions, kinds: Sequence[str]) -> None:
        super().__init__()
        #: Which of the kinds is drawn, by its name in English.
        self.kind = kinds[0]
        self.chart = ChartView(theme, questions)
        self._shown: Chart = Bars((), "", "design")
        self._caption = QLabel()
        self._caption.setObjectName("chartCaption")
        self._caption.setTextFormat(Qt.TextFormat.PlainText)
        self._caption.setWordWrap(True)
        self._table = QTableWidget()
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.verticalHeader().hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self._table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header(kinds))
        column.addWidget(self._stack, 1)

    @property
    def caption(self) -> str:
        return self._caption.text()

    @property
    def table(self) -> QTableWidget:
        return self._table

    def show_chart(self, chart: Chart) -> None:
        self._shown = chart
        self._caption.setText(caption(chart))
        self.chart.show_chart(chart)
        if self._stack.currentWidget() is self._table:
            self._fill()

    def show_as_table(self, *, on: bool) -> None:
        """The numbers behind the picture, or the picture again."""
        if on:
            self._fill()
        self._stack.setCurrentWidget(self._table if on else self.chart)

    def save(self) -> None:
        """Choose a file and write the picture there, as SVG or PNG."""
        path, _ = QFileDialog.getSaveFileName(
            self,
            tr("Save picture"),
            f"{QDir.homePath()}/studies.svg",
            tr("SVG (*.svg);;PNG (*.png)"),
        )
        if not path:
            return
        try:
            self.chart.save(Path(path))
        except ReaderError as error:
            self.said.emit(str(error))
        else:
            self.said.emit(tr("Saved to {path}", path=path))

    def choose(self, kind: str) -> None:
        self.kind = kind
        self.kind_chosen.emit()

    def _header(self, kinds: Sequence[str]) -> QWidget:
        header = QFrame()
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 8, 8, 0)
        row.addWidget(self._caption, 1)
        menu = QMenu(self)
        for kind in kinds:
            menu.addAction(tr(kind)).triggered.connect(lambda _=False, kind=kind: self.choose(kind))
        menu.addSeparator()
        as_table = menu.addAction(tr("As a table"))
        as_table.setCheckable(True)
        as_table.toggled.connect(lambda on: self.show_as_table(on=on))
        menu.addAction(tr("Save picture…")).triggered.connect(self.save)
        button = QToolButton()
        button.setObjectName("headerButton")
        button.setText(tr("Show ▾"))
        button.setAccessibleName(tr("What this picture shows"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return header

    def _fill(self) -> None:
        head, rows = self._shown.table()
        self._table.setColumnCount(len(head))
        self._table.setRowCount(len(rows))
        self._table.setHorizontalHeaderLabels([tr(name) for name in head])
        for at, row in enumerate(rows):
            for column, words in enumerate(row):
                self._table.setItem(
                    at, column, QTableWidgetItem(tick(words) if column else tr(words))
                )
        self._table.resizeColumnsToContents()
