"""What can be done with the evidence table: going there, into a text, and back."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMessageBox, QSplitter, QWidget

from reader.desktop.deeds.table_deeds import TableDeeds
from reader.desktop.evidence.column_menu import (
    keep_order,
    keep_shape,
    kept_order,
    kept_widths,
)
from reader.desktop.evidence.evidence_pane import EvidencePane
from reader.desktop.panes import Panes
from reader.desktop.tongue import tr
from reader.export.charts.scatter import Brush
from reader.model.article import ArticleRow, Tagging
from reader.model.change import Change
from reader.model.correction import Correction
from reader.model.own_columns import OwnColumn, OwnValue
from reader.model.story import StoryDecision
from reader.model.study import StudyCard
from reader.operations.tabulating import accept_sure

#: What an earlier box wrote into the query.
_BRUSHED = re.compile(r"\b(?:n|followup):\d\S*\.\.\S+")
#: Kinds of row whose change the table shows.
_SHOWN = {StudyCard, Correction, ArticleRow, Tagging, OwnColumn, OwnValue, StoryDecision}


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
            pane.table.set_widths(kept_widths())
            pane.sort(kept_order().column, kept_order().descending)
            pane.table.order_wanted.connect(keep_order)
            pane.empty.offer(tr("Back to the articles"), self.evidence_table)
            pane.hide()
            self._splitter.addWidget(pane)
            self._splitter.setStretchFactor(self._splitter.indexOf(pane), 1)
            pane.opened.connect(self._open)
            pane.said.connect(panes.status.say)
            pane.pictures.said.connect(panes.status.say)
            pane.export_wanted.connect(self._export)
            pane.pictures.brushed.connect(self._brush)
            self.table_deeds = TableDeeds(panes, pane)
            pane.sure_wanted.connect(self._offer_sure)
            panes.list.counted.connect(self._follow)
            panes.session.changed.connect(self._look_again)
        return self._pane

    @property
    def came_from_table(self) -> bool:
        """The open article was opened from the table."""
        return self._came_from_table

    @property
    def is_shown(self) -> bool:
        return self._pane is not None and self._pane.isVisible()

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

    def rest(self) -> None:
        """Keep how the table was left."""
        if self._pane:
            keep_shape(self._pane.table)

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
        panes.status.say(tr("Escape leads back to the evidence table."))

    def _offer_sure(self, article_ids: Sequence[int], field: str) -> None:
        """Count first, off the user's thread; then ask with the count in the button."""
        store, ids = self._panes.session.store, list(article_ids)
        self._panes.questions.ask(
            lambda: accept_sure(store, ids, field), self._accept_if_agreed, self._panes.status.say
        )

    def _accept_if_agreed(self, change: Change) -> None:
        if not change:
            self._panes.status.say(tr("Nothing to accept: no sure value here is unchecked."))
            return
        box = QMessageBox(self._panes.window)
        box.setWindowTitle(tr("Accept sure values"))
        box.setText(tr("{label}? You have not looked at them one by one.", label=change.label))
        go = box.addButton(change.label, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        if box.clickedButton() is go:
            self._panes.session.do(change)

    def _brush(self, box: Brush, article_ids: list[int]) -> None:
        """Write a box that was drawn over the picture into the query; the table follows it."""
        if article_ids:
            asked = _BRUSHED.sub("", self._panes.search.text()).split()
            self._panes.search.write(" ".join([*asked, box.query]))
            noun = tr("study") if len(article_ids) == 1 else tr("studies")
            self._panes.status.say(
                tr(
                    "{article_ids:,} {noun} with {words}.",
                    article_ids=len(article_ids),
                    noun=noun,
                    words=box.words,
                )
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
