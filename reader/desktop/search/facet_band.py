"""How the results divide, in columns under the query; a click writes the query."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.desktop.theme import Theme
from reader.desktop.tongue import number, retold, tr
from reader.model.facet import Facet, FacetValue

#: Values of a facet that are shown before "more".
_SHOWN = 6
_WIDTH, _HEIGHT = 126, 182


#: Facets whose values have words of ours; those of the others stand in cards, feeds and tags.
_OURS = frozenset({"design", "n", "followup", "is"})


class FacetBand(QScrollArea):
    """A column a facet, scrolled sideways where the window is narrow."""

    #: A value was clicked: its field, and how one asks for it.
    toggled = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._columns: dict[str, _Column] = {}
        self.setObjectName("facetBand")
        self.setAccessibleName(tr("Facets"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(_HEIGHT)
        page = QWidget()
        page.setObjectName("facetPage")
        self._row = QHBoxLayout(page)
        self._row.setContentsMargins(14, 6, 14, 6)
        self._row.setSpacing(12)
        self.setWidget(page)
        self.hide()

    def show_facet(self, facet: Facet) -> None:
        """Show one facet; its column keeps its place and what is filtered in it."""
        column = self._columns.get(facet.field)
        if column is None:
            column = _Column(self._theme)
            column.toggled.connect(self.toggled)
            self._columns[facet.field] = column
            self._row.addWidget(column, 1)
        column.show_facet(facet)

    def buttons(self, field: str) -> "list[_Value]":
        return self._columns[field].buttons() if field in self._columns else []


class _Column(QWidget):
    """A facet: the most frequent values, "more" with a filter for the others, what is not stated."""

    toggled = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._facet: Facet | None = None
        self._all = False
        self.setMinimumWidth(_WIDTH)
        self.setMaximumWidth(2 * _WIDTH)
        self._title = QLabel()
        self._title.setObjectName("panelCaption")
        self._filter = QLineEdit()
        self._filter.setObjectName("facetFilter")
        self._filter.setPlaceholderText(tr("Filter"))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._fill)
        self._filter.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        inside = QWidget()
        inside.setObjectName("facetPage")
        inside.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        area = _area(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for widget in (self._title, self._filter, area):
            column.addWidget(widget)

    def show_facet(self, facet: Facet) -> None:
        if facet.field in _OURS:
            facet = replace(facet, values=tuple(map(_told, facet.values)))
        self._facet = facet
        self._title.setText(tr(facet.title))
        self._filter.setAccessibleName(tr("Filter the values of “{title}”", title=tr(facet.title)))
        self._fill()

    def buttons(self) -> "list[_Value]":
        return self.findChildren(_Value)

    def _fill(self) -> None:
        facet = self._facet
        if facet is None:
            return
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        wanted = self._filter.text().casefold()
        fitting = [row for row in facet.values if wanted in row.words.casefold()]
        # "not stated" is seen without scrolling, too
        room = _SHOWN - 1 if facet.none is not None and len(fitting) > _SHOWN else _SHOWN
        shown = fitting if self._all else [r for n, r in enumerate(fitting) if n < room or r.chosen]
        for row in shown:
            self._add(facet.field, row)
        if len(fitting) > len(shown):
            self._add("", FacetValue("", tr("{value} more…", value=len(fitting) - len(shown)), 0))
        if facet.none is not None and not wanted:
            self._add(facet.field, FacetValue("none", tr("not stated"), facet.none))
        if not facet.values and facet.none is None:
            self._add("-", FacetValue("", tr("none"), 0))
        self._rows.addStretch(1)

    def _add(self, field: str, row: FacetValue) -> None:
        button = _Value(row, self._theme)
        if field == "-":
            button.setEnabled(False)
        elif field:
            button.clicked.connect(lambda: self.toggled.emit(field, row.text))
        else:
            button.clicked.connect(self._show_all)
        self._rows.addWidget(button)

    def _show_all(self) -> None:
        self._all = True
        self._filter.show()
        self._fill()


def _told(row: FacetValue) -> FacetValue:
    return replace(row, words=retold(row.words, typed=True))


def _area(inside: QWidget) -> QScrollArea:
    """Scrolls where there is no room; what is in it has the keys, not itself."""
    area = QScrollArea()
    area.setObjectName("facetBand")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


class _Value(QAbstractButton):
    """A value with its count; chosen ones are ticked."""

    def __init__(self, row: FacetValue, theme: Theme) -> None:
        super().__init__()
        self.row = row
        self._theme = theme
        parts = (row.words, _shown(row), tr("chosen") if row.chosen else "")
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setToolTip("" if len(row.words) < 20 else row.words.replace("<", "‹"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(QFontMetrics(self.font()).height() + 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), self._theme.colours
        rect = self.rect()
        if self.row.chosen or self.underMouse() or self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selected if self.row.chosen else colours.hover))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus():
                painter.setPen(QColor(colours.accent))
            painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), 4, 4)
        inner = rect.adjusted(6, 0, -6, 0)
        metrics = painter.fontMetrics()
        count = _shown(self.row)
        painter.setPen(QColor(colours.dim))
        side = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | side, count)
        inner.adjust(0, 0, -metrics.horizontalAdvance(count) - 8, 0)
        ink = colours.on_selected if self.row.chosen else colours.text
        dim = self.row.text in ("", "none") and not self.row.chosen
        painter.setPen(QColor(colours.dim if dim else ink))
        words = metrics.elidedText(self.row.words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, side, words)
        painter.end()


def _shown(row: FacetValue) -> str:
    """The count, "" where there is none."""
    return number(row.count) if row.text and row.count >= 0 else ""
