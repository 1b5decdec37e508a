"""What can be done with articles."""

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from reader.desktop.about.changes_dialog import ChangesDialog
from reader.desktop.panes import Panes
from reader.feeds.addresses import check, display
from reader.model.change import Change
from reader.model.errors import AddressError, ReaderError
from reader.operations.annotating import (
    highlight,
    recolour,
    remove_highlight,
    write_note,
)
from reader.operations.grouping import join, split
from reader.operations.reading import mark_read, toggle_read, toggle_star
from reader.operations.setting import set_one
from reader.text.differences import pieces
from reader.text.links import untracked

_NONE_CHOSEN = "Choose an article first."
_OLD_TEXT = "This is an earlier text. Choose the current one under About to mark its words."
_NONE_SELECTED = "Select some words of the article first."


class ArticleDeeds:
    """Marking, highlighting, noting, opening."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes
        self._session = panes.session
        self._store = panes.session.store
        panes.reading.highlight_wanted.connect(self.highlight_in)
        panes.reading.note_wanted.connect(self.highlight_with_note)
        panes.reading.view.link_chosen.connect(self._follow)
        panes.reading.view.highlight_chosen.connect(self._show_note)
        notes = panes.side.notes
        notes.written.connect(self._write)
        notes.recolour_wanted.connect(self._recolour)
        notes.removal_wanted.connect(self._remove)
        panes.side.about.link_chosen.connect(self.open_address)
        panes.side.about.source_chosen.connect(self._open_source)
        panes.side.card.source_chosen.connect(self._open_source_at)
        panes.side.about.split_wanted.connect(self._split)
        panes.side.about.changes_wanted.connect(self._show_changes)
        panes.side.card.link_chosen.connect(self.open_address)

    def toggle_read(self) -> None:
        self._with_chosen(lambda chosen: toggle_read(self._store, chosen))

    def toggle_star(self) -> None:
        self._with_chosen(lambda chosen: toggle_star(self._store, chosen))

    def mark_all_read(self) -> None:
        self._session.do(mark_read(self._store, self._panes.list.model.ids))

    def highlight(self) -> None:
        """Highlight the selected words in the colour used last."""
        self.highlight_in(self._store.settings.all().colour)

    def highlight_in(self, colour: str) -> None:
        self._mark(colour)

    def highlight_with_note(self) -> None:
        """Highlight the selected words and put the cursor into a note on them."""
        annotation_id = self._mark(self._store.settings.all().colour)
        if annotation_id:
            self._panes.side.show()
            self._panes.side.setCurrentWidget(self._panes.side.notes)
            self._panes.side.notes.choose(annotation_id, write=True)

    def write_note(self) -> None:
        """Put the cursor into the note on the article."""
        if self._panes.opened.article is None:
            self._say(_NONE_CHOSEN)
            return
        self._panes.side.show()
        self._panes.side.setCurrentWidget(self._panes.side.notes)
        self._panes.side.notes.write_about_article()

    def open_original(self) -> None:
        article = self._panes.opened.article
        if article is None:
            self._say(_NONE_CHOSEN)
        elif not article.link:
            self._say("The feed gives no address for this article.")
        else:
            self.open_address(article.link)

    def copy_link(self) -> None:
        article = self._panes.opened.article
        if article and article.link:
            QGuiApplication.clipboard().setText(untracked(article.link))
            self._say("Address copied.")

    def open_address(self, address: str) -> None:
        """The one place where an address of an article leaves the program."""
        if address.lower().startswith("mailto:"):
            QGuiApplication.clipboard().setText(address[7:].partition("?")[0])
            self._say("Mail address copied.")
            return
        address = untracked(address)
        try:
            check(address)
        except AddressError as error:
            self._say(str(error))
            return
        self._say(f"Opening {display(address)} in the browser.")
        QDesktopServices.openUrl(QUrl(address))

    def _follow(self, address: str) -> None:
        if not self._panes.opened.choose_link(address):
            self.open_address(address)

    def _mark(self, colour: str) -> str:
        """Highlight what is selected; the new highlight's id, "" where it failed."""
        article, selected = self._panes.opened.article, self._panes.reading.view.selected()
        if article is None or selected is None:
            self._say(_NONE_SELECTED)
            return ""
        if not self._panes.opened.is_current:
            self._say(_OLD_TEXT)
            return ""
        try:
            change = highlight(article, *selected, colour)
        except ReaderError as error:
            self._say(str(error))
            return ""
        if not self._session.do(change):
            return ""
        self._session.apply(set_one(self._store, "colour", colour))
        self._panes.reading.view.clear_selection()
        made = change.edits[0].after
        return str(made.id) if made else ""

    def _show_note(self, annotation_id: str) -> None:
        self._panes.side.setCurrentWidget(self._panes.side.notes)
        self._panes.side.notes.choose(annotation_id)

    def _write(self, annotation_id: str, text: str) -> None:
        article = self._panes.opened.article
        if article is None:
            return
        if self._session.do(write_note(self._store, article.id, annotation_id, text)):
            self._say("Saved")

    def _recolour(self, annotation_id: str, colour: str) -> None:
        if row := self._panes.opened.marked(annotation_id):
            self._session.do(recolour(row.annotation, colour))

    def _remove(self, annotation_id: str) -> None:
        self._panes.side.notes.flush()
        if row := self._panes.opened.marked(annotation_id):
            self._session.do(remove_highlight(row))

    def join_stories(self) -> None:
        """Say that the chosen articles report one study."""
        chosen = self._chosen()
        self._session.do(lambda: join(self._store, chosen))

    def _split(self) -> None:
        if article := self._panes.opened.article:
            self._session.do(split(self._store, article.id))

    def _open_source(self, article_id: int) -> None:
        """Show another source of the same study, in the list if it is there."""
        self._panes.opened.show(article_id)
        self._panes.list.choose(article_id)

    def _open_source_at(self, article_id: int, field: str) -> None:
        """Show where another source of the same study states a value."""
        self._open_source(article_id)
        self._panes.side.card.choose(field, 0)
        self._panes.opened.choose_value(field, 0)

    def changes_dialog(self, revision_id: int) -> ChangesDialog | None:
        """What changed from an earlier text of the open article to the current one."""
        article = self._panes.opened.article
        if article is None:
            return None
        found = (r for r in self._store.articles.revisions(article.id) if r.id == revision_id)
        old = next(found, None)
        if old is None:
            return None
        changed = pieces(old.content.text, article.content.text)
        return ChangesDialog(changed, self._panes.theme, self._panes.window)

    def _show_changes(self, revision_id: int) -> None:
        if dialog := self.changes_dialog(revision_id):
            dialog.exec()

    def _chosen(self) -> list[int]:
        return self._panes.list.selected_ids()

    def _with_chosen(self, operation: Callable[[list[int]], Change]) -> None:
        chosen = self._chosen()
        if chosen:
            self._session.do(operation(chosen))
        else:
            self._say(_NONE_CHOSEN)

    def _say(self, words: str) -> None:
        self._panes.status.say(words)
