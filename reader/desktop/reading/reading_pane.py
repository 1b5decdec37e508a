"""The middle of the window: an article, or a sentence where there is none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from reader.desktop.empty_state import EmptyState
from reader.desktop.reading.article_view import ArticleView
from reader.desktop.reading.selection_bar import SelectionBar
from reader.desktop.theme import Theme


class ReadingPane(QStackedWidget):
    """The article with the bar for what is selected in it."""

    #: A colour for the selected words; "" for the colour used last.
    highlight_wanted = Signal(str)
    note_wanted = Signal()
    tag_wanted = Signal()
    #: The selected words are to be the evidence of a field of the card; its name.
    evidence_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("readingPane")
        self.view = ArticleView(theme)
        self.empty = EmptyState()
        self.bar = SelectionBar(theme, self.view.viewport())
        self.addWidget(self.empty)
        self.addWidget(self.view)
        self.view.selection_settled.connect(self._offer)
        self.view.verticalScrollBar().valueChanged.connect(self.bar.hide)
        self.bar.colour_chosen.connect(self.highlight_wanted)
        self.bar.note_wanted.connect(self.note_wanted)
        self.bar.tag_wanted.connect(self.tag_wanted)
        self.bar.evidence_wanted.connect(self.evidence_wanted)

    def show_article(self) -> None:
        self.setCurrentWidget(self.view)

    def show_empty(self, sentence: str) -> None:
        self.bar.hide()
        self.empty.say(sentence)
        self.setCurrentWidget(self.empty)

    def _offer(self, selected: bool) -> None:
        if selected:
            self.bar.show_beside(self.view.selection_rect())
        else:
            self.bar.hide()
