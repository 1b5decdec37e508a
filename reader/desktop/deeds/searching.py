"""Searching: what follows from what is typed, and searches that are kept."""

from reader.desktop.panes import Panes
from reader.model.query import ArticleQuery
from reader.operations.searching import Understood, understand


class Searching:
    """Wires the search box to the list and to what is said of the query."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes
        self._store = panes.session.store
        self._found: Understood | None = None
        search, strip = panes.search, panes.strip
        search.searched.connect(self._search)
        search.accepted.connect(panes.list.view.setFocus)
        strip.rewritten.connect(search.write)
        strip.marked.connect(search.mark)
        panes.list.sort_chosen.connect(self._sort)

    def search(self) -> None:
        """Go to the search box."""
        self._panes.search.setFocus()
        self._panes.search.selectAll()

    def leave(self) -> None:
        """Another place was chosen: forget the query."""
        self._found = None
        self._panes.search.clear_quietly()
        self._panes.strip.show_query(None)

    def clear(self) -> None:
        """No query, all articles."""
        self.leave()
        self._panes.sidebar.choose("all")
        self._panes.list.show_query(ArticleQuery())

    def _search(self, words: str) -> None:
        """Search the whole archive; without words, back to the place. The results before stay while
        what is typed makes little sense yet."""
        panes, same = self._panes, self._found is not None and self._found.query.text == words
        if not words:
            self._found = None
            panes.strip.show_query(None)
            place = panes.sidebar.place
            back = place.query if place and place.query else ArticleQuery(unread=True)
            panes.list.show_query(back)
            return
        self._found = found = understand(self._store, words)
        panes.strip.show_query(found)
        if found.is_good or same:
            panes.list.show_query(ArticleQuery(words=words))

    def _sort(self, order: str) -> None:
        words = self._panes.list.query.words
        self._panes.list.show_query(ArticleQuery(words=words, sort=order))
