"""Going to highlights and notes from elsewhere: the list of all of them, and links of ours."""

from collections.abc import Callable

from reader.desktop.annotations.notes_view import NotesView
from reader.desktop.arrangement import Arrangement
from reader.desktop.panes import Panes
from reader.model.annotation import (
    Annotation,
    AnnotationTagging,
    Note,
    NotesQuery,
    Reattachment,
    Settled,
)
from reader.model.article import Revision, TextChoice
from reader.model.errors import ReaderError
from reader.operations.linking import is_ours, resolve
from reader.operations.listing_notes import FoundNotes, find_notes
from reader.operations.registering import applications, register, started_as

_SHOWN = {Annotation, AnnotationTagging, Note, Reattachment, Settled, Revision, TextChoice}


class NoteGoing:
    """The list of all highlights and notes, and what opens one."""

    def __init__(
        self,
        panes: Panes,
        arrangement: Arrangement,
        open_address: Callable[[str], None],
        leave_table: Callable[[], None],
    ) -> None:
        self._panes = panes
        self._arrangement = arrangement
        self._open_address = open_address
        self._leave_table = leave_table
        self._asked = 0
        self.view = view = NotesView(panes.theme, panes.list)
        view.wanted.connect(self._ask)
        view.chosen.connect(self.show)
        view.left.connect(self.leave)
        panes.sidebar.chosen.connect(lambda _: view.hide())
        panes.search.searched.connect(lambda _: view.hide())
        panes.side.notes.link_chosen.connect(self.follow)
        panes.session.changed.connect(self._look_again)

    def all_notes(self) -> None:
        """Show the list of all highlights and notes, or the articles again."""
        if self.view.isVisible():
            self.leave()
        else:
            self._leave_table()
            self._arrangement.go_back()
            self.view.open()

    def register_links(self) -> None:
        """Let links of ours in other programs open here."""
        try:
            said = register(applications(), started_as())
        except ReaderError as error:
            said = str(error)
        self._panes.status.say(said, stays=True)

    def leave(self) -> None:
        self.view.hide()
        self._panes.list.view.setFocus()

    def show(self, article_id: int, annotation_id: str = "") -> None:
        """Open an article at a highlight, "" for its own note."""
        panes = self._panes
        self._leave_table()
        panes.opened.show(article_id)
        self._arrangement.read()
        panes.side.setCurrentWidget(panes.side.notes)
        if annotation_id:
            panes.opened.show_highlight(annotation_id)
            panes.side.notes.choose(annotation_id)

    def follow(self, address: str) -> None:
        """Follow a link: one of ours within the window, any other in the browser."""
        if is_ours(address):
            self.follow_ours(address)
        else:
            self._open_address(address)

    def follow_ours(self, address: str) -> None:
        """Open what a link of ours leads to; what is none is said to be none."""
        try:
            found = resolve(self._panes.session.store, address)
        except ReaderError as error:
            self._panes.status.say(str(error))
            return
        self.show(found.article_id, found.annotation_id)

    def _ask(self, query: NotesQuery) -> None:
        self._asked += 1
        asked, store = self._asked, self._panes.session.store

        def answer(found: FoundNotes) -> None:
            if asked == self._asked:
                self.view.show_rows(found.rows, found.tags, found.total)

        self._panes.questions.ask(lambda: find_notes(store, query), answer)

    def _look_again(self, kinds: frozenset[type]) -> None:
        if kinds & _SHOWN and self.view.isVisible():
            self._ask(self.view.query)
