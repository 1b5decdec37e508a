"""The table that shows a list of articles."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QToolTip

from reader.desktop.articles.facts_line import cautions, facts_line
from reader.desktop.articles.list_model import ROW_ROLE, ArticleListModel
from reader.desktop.articles.row_delegate import RowDelegate
from reader.desktop.theme import Theme
from reader.desktop.tongue import tr
from reader.desktop.when import exact
from reader.desktop.writing import as_plain_text


class ListView(QTableView):
    """One column, fixed rows: 100,000 of them cost no more than ten."""

    #: A row was clicked with the middle button, and is the chosen one now.
    middle_clicked = Signal()

    def __init__(self, model: ArticleListModel, theme: Theme) -> None:
        super().__init__()
        self._delegate = RowDelegate(theme, self)
        self.setObjectName("articleList")
        self.setAccessibleName(tr("Articles"))
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self._fit()
        theme.changed.connect(self._paint_again)

    def show_tag_colours(self, colours: dict[str, str]) -> None:
        """Paint tags in these colours: names of colours by folded names of tags."""
        self._delegate.tag_colours = colours
        self._paint_again()

    def dim(self, dimmed: bool) -> None:
        """Paint the rows faintly: they are of the question before."""
        if self._delegate.dimmed != dimmed:
            self._delegate.dimmed = dimmed
            self._paint_again()

    def _paint_again(self) -> None:
        """Without the viewport: who first asks a view for it waits 16 ms for all kinds of widgets."""
        self.setDirtyRegion(QRegion(self.rect()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and index.isValid():
            self.setCurrentIndex(index)
            self.middle_clicked.emit()
            return
        super().mousePressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """Rows as high as the font asks for."""
        self._delegate.set_font(self.font())
        self.verticalHeader().setDefaultSectionSize(self._delegate.height)

    def rehearse(self) -> None:
        """Let a row be painted that nobody sees."""
        self._delegate.rehearse()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            self._tell(event)
            return True
        return super().viewportEvent(event)

    def _tell(self, event: QHelpEvent) -> None:
        """The whole title, the exact time, and what is known of the study, as plain text."""
        row = self.indexAt(event.pos()).data(ROW_ROLE)
        if row:
            words = f"{row.title}\n{row.feed_title} · {exact(row.sorted_at)}"
            words += f"\n{facts_line(row.facts)}" if row.facts else ""
            warned = ", ".join(cautions(row.cautions))
            words += "\n" + tr("To know first: {cautions}", cautions=warned) if warned else ""
            QToolTip.showText(event.globalPos(), as_plain_text(words), self)
