"""Finding words in the open article, the keyboard's caret in it, and how highlights are told apart."""

from reader.desktop.panes import Panes
from reader.operations.setting import set_one


class Finding:
    """Ctrl+F and what belongs to it; F8 for the caret."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes

    def find(self) -> None:
        """Ask for words to find in the article."""
        if self._has_article():
            self._panes.reading.begin_finding()

    def find_next(self) -> None:
        self._step(1)

    def find_previous(self) -> None:
        self._step(-1)

    def caret(self) -> None:
        """Let arrows move a caret through the article, and Shift and arrows select; or no more."""
        if not self._has_article():
            return
        view = self._panes.reading.view
        view.set_caret(on=not view.has_caret)
        view.setFocus()
        self._panes.status.say(
            "Caret on: arrows move it, Shift and arrows select, H highlights. F8 ends it."
            if view.has_caret
            else "Caret off."
        )

    def underline_highlights(self) -> None:
        """Tell the colours of highlights by lines too, or no more."""
        session = self._panes.session
        settings = session.store.settings.all()
        lined = not settings.underline_highlights
        session.apply(set_one(session.store, "underline_highlights", lined))
        self._panes.status.say(
            "Highlights have lines too." if lined else "Highlights have no lines."
        )

    def _step(self, by: int) -> None:
        if self._has_article() and not self._panes.reading.find_step(by):
            self.find()

    def _has_article(self) -> bool:
        if self._panes.opened.article is None:
            self._panes.status.say("Choose an article first.")
        return self._panes.opened.article is not None
