"""The middle of the window: an article, or a sentence where there is none."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.desktop.empty_state import EmptyState
from reader.desktop.theme import Theme
from reader.model.settings import Settings

if TYPE_CHECKING:
    from reader.desktop.reading.article_view import ArticleView
    from reader.desktop.reading.find_bar import FindBar
    from reader.desktop.reading.selection_bar import SelectionBar


class ReadingPane(QStackedWidget):
    """The article with the bar for what is selected in it, and the one for finding words. They are
    loaded and made when somebody first asks for one, which is with the first article."""

    #: The article's view and the bars are there and can be listened to.
    made = Signal()
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
        self._theme = theme
        self._parts: tuple[ArticleView, FindBar, SelectionBar] | None = None
        self._settings = Settings()
        self.empty = EmptyState()
        #: What a search of the archive found in this article.
        self._searched: list[tuple[int, int]] = []
        self.addWidget(self.empty)

    @property
    def view(self) -> "ArticleView":
        return self._make()[0]

    @property
    def finder(self) -> "FindBar":
        return self._make()[1]

    @property
    def bar(self) -> "SelectionBar":
        return self._make()[2]

    @property
    def is_made(self) -> bool:
        return self._parts is not None

    @property
    def text_size(self) -> int:
        return self._settings.text_size

    def set_type(self, settings: Settings) -> None:
        """Set articles in another type from now on."""
        self._settings = settings
        if self.is_made:
            self._dress()

    def show_article(self) -> None:
        self._make()
        self.setCurrentIndex(1)
        if self.finder.isVisible():
            self._look(self.finder.edit.text())

    def show_empty(self, sentence: str) -> None:
        if self.is_made:
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
        from reader.desktop.reading.find_bar import occurrences

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

    def _make(self) -> "tuple[ArticleView, FindBar, SelectionBar]":
        if self._parts is None:
            from reader.desktop.reading.article_view import ArticleView
            from reader.desktop.reading.find_bar import FindBar
            from reader.desktop.reading.selection_bar import SelectionBar

            view = ArticleView(self._theme)
            self._parts = (view, FindBar(self._theme), SelectionBar(self._theme, view.viewport()))
            self.addWidget(self._arranged())
            self._dress()
            self._wire()
            self.made.emit()
        return self._parts

    def _dress(self) -> None:
        wanted = self._settings
        self.view.set_type(wanted.text_size, wanted.measure, wanted.line_height, wanted.font)
        self.view.lined = wanted.underline_highlights

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
