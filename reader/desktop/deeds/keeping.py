"""Searches and rules that are kept."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from reader.desktop.panes import Panes
from reader.desktop.tongue import tr
from reader.model.annotation import Annotation, Note
from reader.model.article import ArticleRow, ReadMark, Star, Tagging
from reader.model.correction import Correction
from reader.model.searches import SavedSearch, SearchCount
from reader.model.study import StudyCard

if TYPE_CHECKING:
    from reader.desktop.search.rules_dialog import RulesDialog
    from reader.desktop.search.save_dialog import SaveDialog

#: Milliseconds after something changed before the saved searches are counted again.
_PAUSE = 1200
_COUNTED = {
    *(ArticleRow, ReadMark, Star, Tagging, Annotation, Note, StudyCard, Correction, SavedSearch),
}


class Keeping:
    """Keeps, counts, orders and removes saved searches; edits rules."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes
        self._session = panes.session
        self._store = panes.session.store
        self._counts: dict[str, SearchCount] = self._store.searches.counts()
        self._pause = QTimer(panes.window, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.count)
        panes.session.changed.connect(self._look_again)
        panes.strip.save_wanted.connect(self.save_search)
        panes.sidebar.search_wanted.connect(self._change)
        panes.sidebar.search_put.connect(self._put)

    def save_search(self) -> None:
        """Keep what is in the search box under a name."""
        if dialog := self.save_dialog():
            dialog.exec()
        else:
            self._panes.status.say(tr("Type a search first; then it can be kept."))

    def save_dialog(self) -> "SaveDialog | None":
        """The dialog for what is in the search box, not yet shown; None where that is nothing."""
        query = self._panes.search.text().strip()
        if not query:
            return None
        keep = lambda name, query, notify: self._save(name, query, notify=notify)  # noqa: E731
        return self._dialog(SavedSearch("", "", query), keep)

    def edit_rules(self) -> None:
        self.rules_dialog().exec()

    def rules_dialog(self) -> "RulesDialog":
        """The dialog for rules, not yet shown; a new rule begins with what is searched for."""
        from reader.desktop.search.rules_dialog import RulesDialog

        query = self._panes.search.text().strip()
        return RulesDialog(self._session, self._panes.questions, query, self._panes.window)

    def count(self) -> None:
        """Count the saved searches anew, away from the user's thread."""
        if self._store.searches.all():
            from reader.operations.searching import count_searches

            self._panes.questions.ask(partial(count_searches, self._store), self._show_counts)

    def rest(self) -> None:
        """The window closes: count no more."""
        self._pause.stop()

    def _save(self, name: str, query: str, *, notify: bool) -> None:
        from reader.operations.searching import save_search

        change = save_search(self._store, name, query, notify=notify)
        if self._session.do(change):
            self._panes.sidebar.choose(f"search:{change.edits[0].after.id}")  # type: ignore[union-attr]

    def _change(self, deed: str, search_id: str) -> None:
        from reader.operations.searching import move_search, remove_search

        row = self._store.searches.one(search_id)
        if row is None:
            return
        if deed == "edit":
            self._dialog(row, partial(self._rewrite, row)).exec()
        elif deed == "remove":
            self._session.do(remove_search(row))
        else:
            self._session.do(move_search(self._store, row, -1 if deed == "up" else 1))

    def _put(self, search_id: str, place: int) -> None:
        from reader.operations.searching import put_search

        if row := self._store.searches.one(search_id):
            self._session.do(put_search(self._store, row, place))

    def _rewrite(self, row: SavedSearch, name: str, query: str, notify: bool) -> None:
        from reader.operations.searching import change_search

        self._session.do(change_search(self._store, row, name, query, notify=notify))
        place = self._panes.sidebar.place
        if place and place.key == f"search:{row.id}":
            self._panes.sidebar.chosen.emit(place)

    def _dialog(self, row: SavedSearch, keep: Callable[[str, str, bool], None]) -> "SaveDialog":
        from reader.desktop.search.explained import explained
        from reader.desktop.search.save_dialog import SaveDialog

        return SaveDialog(row, partial(explained, self._store), keep, self._panes.window)

    def _look_again(self, kinds: frozenset[type]) -> None:
        if kinds & _COUNTED:
            self._pause.start()

    def _show_counts(self, counts: dict[str, SearchCount]) -> None:
        before, self._counts = self._counts, counts
        if counts != before:
            self._session.changed.emit(frozenset({SearchCount}))
        for row in self._store.searches.all():
            was, now = before.get(row.id), counts.get(row.id)
            if row.notify and was and now and now.newest > was.newest:
                more = max(now.articles - was.articles, 1)
                self._panes.status.say(
                    tr("{more:,} new in “{name}”.", more=more, name=row.name), stays=True
                )
