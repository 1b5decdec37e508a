"""Searching: what follows from what is typed, and from the facets."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from reader.desktop.articles.orders import in_order, keep_order
from reader.desktop.panes import Panes
from reader.desktop.tongue import tr
from reader.model.errors import ReaderError
from reader.model.facet import Facet
from reader.model.query import ArticleQuery

if TYPE_CHECKING:
    from reader.operations.searching import Understood

#: Milliseconds after a list was shown before its facets are counted.
_PAUSE = 150


class Searching:
    """Wires the search box to the list, to what is said of the query, and to the facets."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes
        self._store = panes.session.store
        self._found: Understood | None = None
        search, strip = panes.search, panes.strip
        search.searched.connect(self._search)
        strip.rewritten.connect(search.write)
        strip.marked.connect(search.mark)
        strip.facets_wanted.connect(self.toggle_facets)
        panes.facets.toggled.connect(self._toggle)
        panes.list.sort_chosen.connect(self._sort)
        self._pause = QTimer(panes.window, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._count)
        panes.list.counted.connect(lambda count: self._pause.start())

    def search(self) -> None:
        """Go to the search box."""
        self._panes.search.setFocus()
        self._panes.search.selectAll()

    def arrive(self, query: ArticleQuery | None) -> None:
        """A place was chosen: its query, if it has one, stands in the box."""
        words = query.words if query else ""
        self._panes.search.show_quietly(words)
        self._found = self._understood(words) if words else None
        self._panes.strip.show_query(self._found)

    def _understood(self, words: str) -> "Understood":
        from reader.operations.searching import understand  # with all that reads a query

        return understand(self._store, words, tell=tr)

    def clear(self) -> None:
        """No query, all articles."""
        self.arrive(None)
        self._panes.sidebar.choose("all")
        self._panes.list.show_query(ArticleQuery())

    def forget_searches(self) -> None:
        from reader.operations.repeating import forget

        self._panes.session.do(forget(self._store))

    def rest(self) -> None:
        """The window closes: count no more."""
        self._pause.stop()

    def toggle_facets(self) -> None:
        """Show how the results divide, or hide it."""
        band = self._panes.facets
        band.setVisible(not band.isVisible())
        self._count()

    def _search(self, words: str) -> None:
        """Search the whole archive; without words, back to the place. The results before stay while
        what is typed makes little sense yet."""
        panes, same = self._panes, self._found is not None and self._found.query.text == words
        if not words:
            place = panes.sidebar.place
            back = place.query if place and place.query else ArticleQuery(unread=True)
            self.arrive(back)
            panes.list.show_query(in_order(back, place.key if place else "inbox"))
            return
        try:
            self._found = found = self._understood(words)
        except ReaderError as error:
            panes.status.say(str(error), trouble=True)
            return
        panes.strip.show_query(found)
        if found.is_good or same:
            panes.list.show_query(ArticleQuery(words=words, sort=panes.list.query.sort))

    def _sort(self, order: str) -> None:
        """Put the list in another order; what the words say of it goes, or it would win."""
        from reader.text.query.choosing import without_order

        panes, query = self._panes, self._panes.list.query
        place, words = panes.sidebar.place, without_order(query.words)
        if place and place.query and replace(place.query, sort=query.sort) == query:
            keep_order(place.key, order)
        if words != query.words:
            there = place.query if place and not words else None
            query = there or replace(query, words=words)
            self.arrive(query)
        panes.list.show_query(replace(query, sort=order))

    def _toggle(self, field: str, value: str) -> None:
        from reader.text.query.choosing import toggled

        self._panes.search.write(toggled(self._panes.search.text(), field, value))

    def _count(self) -> None:
        """Count the facets of what the list shows, away from the user's thread."""
        if not self._panes.facets.isVisible():
            return
        from reader.operations.faceting import facets

        query = self._panes.list.query

        def answer(found: tuple[Facet, ...]) -> None:
            if query == self._panes.list.query:
                for facet in found:
                    self._panes.facets.show_facet(facet)

        self._panes.questions.ask(lambda: tuple(facets(self._store, query)), answer)
