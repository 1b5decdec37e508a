"""What can be done with articles."""

from array import array
from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from reader.desktop.about.changes_dialog import ChangesDialog
from reader.desktop.deeds.behind import opened_behind, stay_in_front
from reader.desktop.panes import Panes
from reader.desktop.tongue import tr
from reader.feeds.addresses import check, display
from reader.model.change import Change
from reader.model.errors import AddressError
from reader.operations.grouping import join, split
from reader.operations.reading import mark_read, toggle_read, toggle_star
from reader.text.differences import pieces
from reader.text.links import untracked

_NONE_CHOSEN = "Choose an article first."
#: Originals that are opened at once, so that a slip does not open a thousand pages.
_MOST_BEHIND = 12
_TOO_MANY = "These are {count:,} articles; at most {most} are opened at once. Choose fewer."


class ArticleDeeds:
    """Marking as read, opening, following links."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes
        self._session = panes.session
        self._store = panes.session.store
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

    def mark_above_read(self) -> None:
        """What stands before the chosen article in the list: the newer ones, as lists usually are."""
        self._mark_beside(lambda ids, at: ids[:at])

    def mark_below_read(self) -> None:
        self._mark_beside(lambda ids, at: ids[at + 1 :])

    def _mark_beside(self, part: "Callable[[array[int], int], array[int]]") -> None:
        model = self._panes.list.model
        at = model.row_of(self._panes.list.current_id())
        if at >= 0:
            self._session.do(mark_read(self._store, part(model.ids, at)))
        else:
            self._say(tr(_NONE_CHOSEN))

    def open_original(self) -> None:
        article = self._panes.opened.article
        if article is None:
            self._say(tr(_NONE_CHOSEN))
        elif not article.link:
            self._say(tr("The feed gives no address for this article."))
        else:
            self.open_address(article.link)

    def open_behind(self) -> None:
        """Open the originals of all chosen articles; the keys stay with this window."""
        rows = self._store.articles.rows(self._chosen()).values()
        links = [row.link for row in rows if row.link]
        if not links:
            said = "The feed gives no address for this article." if rows else _NONE_CHOSEN
            self._say(tr(said))
        elif len(links) > _MOST_BEHIND:
            self._say(tr(_TOO_MANY, count=len(links), most=_MOST_BEHIND))
        else:
            stay_in_front(self._panes.window)
            for link in links:
                self.open_address(link, behind=True)

    def copy_link(self) -> None:
        article = self._panes.opened.article
        if article and article.link:
            QGuiApplication.clipboard().setText(untracked(article.link))
            self._say(tr("Address copied."))

    def open_address(self, address: str, *, behind: bool = False) -> None:
        """The one place where an address of an article leaves the program."""
        if address.lower().startswith("mailto:"):
            QGuiApplication.clipboard().setText(address[7:].partition("?")[0])
            self._say(tr("Mail address copied."))
            return
        address = untracked(address)
        try:
            check(address)
        except AddressError as error:
            self._say(str(error))
            return
        self._say(tr("Opening {display} in the browser.", display=display(address)))
        if not (behind and opened_behind(address)):
            QDesktopServices.openUrl(QUrl(address))

    def follow(self, address: str) -> None:
        if not self._panes.opened.choose_link(address):
            self.open_address(address)

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
        return [*self._panes.chosen_ids()]

    def _with_chosen(self, operation: Callable[[list[int]], Change]) -> None:
        chosen = self._chosen()
        if chosen:
            self._session.do(operation(chosen))
        else:
            self._say(tr(_NONE_CHOSEN))

    def _say(self, words: str) -> None:
        self._panes.status.say(words)
