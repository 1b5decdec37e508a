"""The middle of the window: an article, or a sentence where there is none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.desktop.empty_state import EmptyState
from reader.desktop.reading.article_view import ArticleView
from reader.desktop.reading.find_bar import FindBar, occurrences
from reader.desktop.reading.selection_bar import SelectionBar
from reader.desktop.theme import Theme


class ReadingPane(QStackedWidget):
    """The article with the bar for what is selected in it, and the one for finding words."""

    #: A colour for the selected words; "" for the colour used last.
    highlight_wanted = Signal(str)
    note_wanted = Signal()
    #: The selected words are to be highlighted, with a tag on them.
    tag_wanted = Signal()
    copy_wanted = Signal()
    #: The selected words are to be the evidence of a field of the card; its name.
    evidence_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("readingPane")
        self.view = ArticleView(theme)
        self.empty = EmptyState()
        self.finder = FindBar(theme)
        self.bar = SelectionBar(theme, self.view.viewport())
        #: What a search of the archive found in this article.
        self._searched: list[tuple[int, int]] = []
        self._page = self._arranged()
        self.addWidget(self.empty)
        self.addWidget(self._page)
        self._wire()

    def show_article(self) -> None:
        self.setCurrentWidget(self._page)
        if self.finder.isVisible():
            self._look(self.finder.edit.text())

    def show_empty(self, sentence: str) -> None:
        self.bar.hide()
        self.finder.shut()
        self.empty.say(sentence)
        self.setCurrentWidget(self.empty)

    def show_searched(self, ranges: list[tuple[int, int]]) -> None:
        """Frame what a search of the archive found, unless other words are being looked for."""
        self._searched = ranges
        if self.finder.isHidden():
            self.view.show_found(ranges)

    def begin_finding(self) -> None:
        selected = self.view.selected()
        self.finder.begin(self.view.text[slice(*selected)] if selected else "")

    def find_step(self, by: int) -> int:
        """Go to the next or previous of the found words; how many there are."""
        found = self.view.found
        if not found:
            return 0
        here, current = self.view.top_offset(), self.view.current
        if current in found:
            at = (found.index(current) + by) % len(found)
        else:
            below = (n for n, (start, _) in enumerate(found) if start >= here)
            at = (next(below, 0) - (by < 0)) % len(found)
        self._stand_at(at)
        return len(found)

    def _stand_at(self, at: int) -> None:
        found = self.view.found
        self.view.show_found(found, found[at])
        self.view.reveal(*found[at])
        self.finder.say(at + 1, len(found))

    def _look(self, words: str) -> None:
        """Mark the words, and go to the first of them that is not above the page."""
        if self.finder.isHidden():
            return
        here = self.view.top_offset()
        found = occurrences(self.view.text, words)
        self.view.show_found(found)
        self.finder.say(0, len(found))
        if found:
            self._stand_at(next((n for n, (start, _) in enumerate(found) if start >= here), 0))

    def _close_finding(self) -> None:
        """Back to the article, the words that were found selected."""
        current = self.view.current
        self.view.show_found(self._searched)
        if current:
            self.view.select(*current)
        self.view.setFocus()

    def _arranged(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.finder)
        column.addWidget(self.view, 1)
        return page

    def _wire(self) -> None:
        self.view.selection_settled.connect(self._offer)
        self.view.verticalScrollBar().valueChanged.connect(self.bar.hide)
        self.view.colour_wanted.connect(self.highlight_wanted)
        self.finder.wanted.connect(self._look)
        self.finder.step_wanted.connect(self.find_step)
        self.finder.closed.connect(self._close_finding)
        self.bar.colour_chosen.connect(self.highlight_wanted)
        self.bar.note_wanted.connect(self.note_wanted)
        self.bar.tag_wanted.connect(self.tag_wanted)
        self.bar.copy_wanted.connect(self.copy_wanted)
        self.bar.evidence_wanted.connect(self.evidence_wanted)

    def _offer(self, selected: bool) -> None:
        if selected and self.finder.isHidden():
            self.bar.show_beside(self.view.selection_rect())
        else:
            self.bar.hide()
