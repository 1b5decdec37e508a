"""Beside the article: the study behind it, the user's notes, and where it comes from."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QTabWidget, QVBoxLayout, QWidget

from reader.desktop.theme import Theme
from reader.desktop.tongue import tr

if TYPE_CHECKING:
    from reader.desktop.about.about_panel import AboutPanel
    from reader.desktop.annotations.notes_panel import NotesPanel
    from reader.desktop.study.card_panel import CardPanel

_NO_CARD = "The study behind an article is shown here."


class SidePanel(QTabWidget):
    """Three tabs. What is in them is loaded and made when somebody first asks for it, with the first
    article or when another tab is chosen; until then a sentence stands there."""

    #: The panels are there and can be listened to.
    made = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._panels: tuple[CardPanel, NotesPanel, AboutPanel] | None = None
        self.setObjectName("sidePanel")
        self.setDocumentMode(True)
        for title in (tr("Study"), tr("Notes"), tr("About")):
            self.addTab(_sentence(tr(_NO_CARD)), title)
        self.currentChanged.connect(self._make)

    @property
    def card(self) -> "CardPanel":
        return self._make()[0]

    @property
    def notes(self) -> "NotesPanel":
        return self._make()[1]

    @property
    def about(self) -> "AboutPanel":
        return self._make()[2]

    def hold(self, on: bool) -> None:
        """Let nothing be done to what is shown, because another article has been opened."""
        for panel in self._make():
            panel.blockSignals(on)

    def flush(self) -> None:
        """Keep everything that is being written or typed, at once."""
        if self._panels:
            self.notes.flush()
            self.card.flush()

    def show_nothing(self) -> None:
        """No article is open."""
        self.count_notes(0)
        if self._panels:
            self.hold(False)
            self.card.say(tr(_NO_CARD))
            self.notes.show_notes(None, [])
            self.about.show_article(None, [], [])

    def count_notes(self, count: int) -> None:
        self.setTabText(1, tr("Notes {count}", count=count) if count else tr("Notes"))

    def _make(self) -> "tuple[CardPanel, NotesPanel, AboutPanel]":
        if self._panels is None:
            from reader.desktop.about.about_panel import AboutPanel
            from reader.desktop.annotations.notes_panel import NotesPanel
            from reader.desktop.study.card_panel import CardPanel

            self._panels = (CardPanel(), NotesPanel(self._theme), AboutPanel())
            self._put_in()
            self.show_nothing()
            self.made.emit()
        return self._panels

    def _put_in(self) -> None:
        """The panels in place of the sentences, on the tab that was chosen."""
        chosen, quiet = self.currentIndex(), self.blockSignals(True)
        for at, panel in enumerate(self._panels or ()):
            title, instead = self.tabText(at), self.widget(at)
            self.removeTab(at)
            self.insertTab(at, panel, title)
            if instead:
                instead.deleteLater()
        self.setCurrentIndex(chosen)
        self.blockSignals(quiet)


def _sentence(words: str) -> QWidget:
    page, label = QFrame(), QLabel(words)
    page.setObjectName("cardScroll")
    label.setObjectName("cardNote")
    label.setWordWrap(True)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 6, 0, 12)
    column.addWidget(label)
    column.addStretch(1)
    return page
