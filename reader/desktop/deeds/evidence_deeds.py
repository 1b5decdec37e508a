"""What can be done with the evidence table: going there, into a text, and back."""

from collections.abc import Callable

from PySide6.QtWidgets import QSplitter, QWidget

from reader.desktop.evidence.evidence_pane import EvidencePane
from reader.desktop.evidence.scatter import Brush
from reader.desktop.panes import Panes
from reader.model.article import ArticleRow, Tagging
from reader.model.correction import Correction
from reader.model.study import StudyCard

#: Kinds of row whose change the table shows.
_SHOWN = {StudyCard, Correction, ArticleRow, Tagging}


class EvidenceDeeds:
    """The table stands where list, article and study stand, and follows the list's query."""

    def __init__(self, panes: Panes, export: Callable[[], None]) -> None:
        self._panes = panes
        self._export = export
        self._pane: EvidencePane | None = None
        self._hidden: list[QWidget] = []
        self._came_from_table = False

    @property
    def pane(self) -> EvidencePane:
        """The table, made when it is first asked for."""
        if self._pane is None:
            panes = self._panes
            self._pane = pane = EvidencePane(panes.session.store, panes.questions, panes.theme)
            pane.hide()
            self._splitter.addWidget(pane)
            self._splitter.setStretchFactor(self._splitter.indexOf(pane), 1)
            pane.opened.connect(self._open)
            pane.said.connect(panes.status.say)
            pane.export_wanted.connect(self._export)
            pane.pictures.brushed.connect(self._brush)
            panes.list.counted.connect(self._follow)
            panes.session.changed.connect(self._look_again)
        return self._pane

    def evidence_table(self) -> None:
        """Show the table of the studies in the list, or the list again."""
        if self._pane and self._pane.isVisibleTo(self._splitter):
            self.leave()
            self._panes.list.view.setFocus()
            return
        pane = self.pane
        self._hidden = [
            part
            for part in (self._panes.list, self._panes.reading, self._panes.side)
            if part.isVisibleTo(self._splitter)
        ]
        for part in self._hidden:
            part.hide()
        pane.show()
        pane.show_articles(self._panes.list.model.ids)
        pane.come_back()

    def back_to_table(self) -> None:
        """From a sentence back to the cell it was opened from."""
        if self._came_from_table:
            self._came_from_table = False
            self.evidence_table()

    def leave(self) -> None:
        """Show list and article again."""
        if self._pane and self._hidden:
            self._pane.hide()
            for part in self._hidden:
                part.show()
            self._hidden = []

    def _open(self, article_id: int, field: str) -> None:
        """Open an article at the sentence of a value; Escape leads back."""
        self.leave()
        panes = self._panes
        panes.opened.show(article_id)
        panes.list.choose(article_id)
        if field:
            panes.side.show()
            panes.side.setCurrentWidget(panes.side.card)
            panes.side.card.choose(field, 0)
            panes.opened.choose_value(field, 0)
        panes.reading.view.setFocus()
        self._came_from_table = True
        panes.status.say("Escape leads back to the evidence table.")

    def _brush(self, box: Brush, article_ids: list[int]) -> None:
        """Show the studies in a box that was drawn over the picture."""
        if self._pane and article_ids:
            self._pane.show_articles(article_ids)
            count = len(article_ids)
            self._panes.status.say(
                f"{count:,} studies with {box.words}. Choose a place or search to see others.",
                stays=True,
            )

    def _follow(self) -> None:
        if self._pane and self._pane.isVisibleTo(self._splitter):
            self._pane.show_articles(self._panes.list.model.ids)

    def _look_again(self, kinds: frozenset[type]) -> None:
        if self._pane and self._pane.isVisibleTo(self._splitter) and kinds & _SHOWN:
            self._pane.look_again()

    @property
    def _splitter(self) -> QSplitter:
        splitter = self._panes.list.parentWidget()
        if not isinstance(splitter, QSplitter):
            raise TypeError("the panes stand in a splitter")
        return splitter
