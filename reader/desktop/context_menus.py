"""Menus under the right mouse button: the actions that the menu bar has, with the same names and keys,
for the article, the list and the place that one points at."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractScrollArea, QMenu

from reader.desktop.actions import Actions
from reader.desktop.feeds.tree_model import Place
from reader.desktop.panes import Panes
from reader.desktop.theme import MEANINGS
from reader.desktop.tongue import tr

#: Names of actions; "" is a line between them.
OF_LIST = (
    *(
        "focus_article",
        "open_original",
        "open_behind",
        "",
        "toggle_read",
        "toggle_star",
        "tag",
        "join_stories",
    ),
    *("", "full_text", "fetch_images", "", "copy_link", "export", ""),
    *("mark_above_read", "mark_below_read", "mark_all_read"),
)
OF_ARTICLE = (
    *("toggle_read", "toggle_star", "tag", "write_note", "", "open_original", "full_text"),
    *("fetch_images", "", "find", "copy_link", "save_pdf"),
)
OF_WORDS = (
    *("highlight", "highlight_with_note", "link_selection"),
    *("", "copy_quote", "copy_passage_link", "find"),
)
#: By the beginning of a place's key.
OF_PLACES = {
    "inbox": ("mark_all_read", "refresh_all"),
    "starred": ("mark_all_read", "export"),
    "annotated": ("all_notes", "export"),
    "all": ("mark_all_read", "refresh_all", "export"),
    "feeds": ("add_feed", "starter_feeds", "", "refresh_all", "import_opml", "export_opml"),
    "folder:": ("mark_all_read", "refresh_place"),
    "feed:": ("mark_all_read",),
    "tags": ("edit_tags",),
    "searches": ("save_search",),
    "search:": ("mark_all_read", "export"),
    "tag:": ("mark_all_read", "export", "edit_tags"),
}


class ContextMenus:
    """Opens them; each can be had without being opened."""

    def __init__(self, panes: Panes, actions: Actions, open_address: Callable[[str], None]) -> None:
        self._panes, self._actions, self._open = panes, actions, open_address
        self._listen(panes.list.view, lambda _: self.of_list())
        panes.sidebar.offers = self.of_place
        panes.sidebar.menu_wanted.connect(lambda place, at: self._popup(self.of_place(place), at))
        panes.list.view.middle_clicked.connect(lambda: self._actions["open_behind"].trigger())

    def offer_on_article(self, view: QAbstractScrollArea) -> None:
        self._listen(view, self.of_article)

    def of_list(self) -> QMenu:
        """For the chosen articles."""
        return self._menu(OF_LIST)

    def of_place(self, place: Place, menu: QMenu | None = None) -> QMenu:
        """For a place of the sidebar; what there is already for it may stand above."""
        kind = next((kind for kind in OF_PLACES if place.key.startswith(kind)), "")
        kind = place.key if place.key in OF_PLACES else kind
        return self._menu(OF_PLACES.get(kind, ()), menu)

    def of_article(self, point: QPoint) -> QMenu:
        """For what lies under a point of the page: a link, a highlight, selected words, the article."""
        view = self._panes.reading.view
        menu = QMenu(self._panes.window)
        if address := view.anchorAt(point):
            self._offer_link(menu, address)
        if not address and (row := view.highlight_at(point)):
            self._offer_highlight(menu, row)
        if view.selected():
            self._menu(OF_WORDS, menu)
            copied = menu.addAction(tr("Copy"), view.copy)
            copied.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        if menu.isEmpty():
            self._menu(OF_ARTICLE, menu)
            menu.addAction(tr("Select all"), view.selectAll)
        return menu

    def _offer_link(self, menu: QMenu, address: str) -> None:
        menu.addAction(tr("Open the link"), partial(self._open, address))
        clipboard = QGuiApplication.clipboard()
        menu.addAction(tr("Copy the link's address"), partial(clipboard.setText, address))
        menu.addSeparator()

    def _offer_highlight(self, menu: QMenu, annotation_id: str) -> None:
        """The highlight becomes the chosen one, which the actions are about."""
        self._panes.opened.show_highlight(annotation_id)
        notes = self._panes.side.notes
        for name in ("highlight_with_note", "tag_highlight", "copy_highlight_link"):
            menu.addAction(self._actions[name])
        colours = menu.addMenu(tr("Colour"))
        for name, meaning in MEANINGS.items():
            action = colours.addAction(f"{tr(name).capitalize()}: {tr(meaning)}")
            action.triggered.connect(
                lambda _=False, name=name: notes.wanted.emit("recolour", annotation_id, name)
            )
        menu.addAction(self._actions["remove_highlight"])
        menu.addSeparator()

    def _menu(self, names: tuple[str, ...], menu: QMenu | None = None) -> QMenu:
        menu = menu or QMenu(self._panes.window)
        for name in names:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        return menu

    def _listen(self, view: QAbstractScrollArea, offer: Callable[[QPoint], QMenu]) -> None:
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(
            lambda point: self._popup(offer(point), view.viewport().mapToGlobal(point))
        )

    def _popup(self, menu: QMenu, at: QPoint) -> None:
        if menu.isEmpty():
            return
        menu.setToolTipsVisible(True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
