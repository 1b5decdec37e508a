"""Beside the article: the study behind it, the user's notes, and where it comes from."""

from PySide6.QtWidgets import QTabWidget

from reader.desktop.about.about_panel import AboutPanel
from reader.desktop.annotations.notes_panel import NotesPanel
from reader.desktop.study.card_panel import CardPanel
from reader.desktop.theme import Theme
from reader.desktop.tongue import tr


class SidePanel(QTabWidget):
    """Three tabs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sidePanel")
        self.setDocumentMode(True)
        self.card = CardPanel()
        self.notes = NotesPanel(theme)
        self.about = AboutPanel()
        self.addTab(self.card, tr("Study"))
        self.addTab(self.notes, tr("Notes"))
        self.addTab(self.about, tr("About"))

    def hold(self, on: bool) -> None:
        """Let nothing be done to what is shown, because another article has been opened."""
        for panel in (self.card, self.notes, self.about):
            panel.blockSignals(on)

    def flush(self) -> None:
        """Keep everything that is being written or typed, at once."""
        self.notes.flush()
        self.card.flush()

    def show_nothing(self) -> None:
        """No article is open."""
        self.hold(False)
        self.card.say(tr("The study behind an article is shown here."))
        self.notes.show_notes(None, [])
        self.about.show_article(None, [], [])
        self.count_notes(0)

    def count_notes(self, count: int) -> None:
        self.setTabText(1, tr("Notes {count}", count=count) if count else tr("Notes"))
