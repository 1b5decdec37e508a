"""The sidebar: where to look for articles."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QRegion,
)
from PySide6.QtWidgets import (
    QFrame,
    QMenu,
    QTreeView,
)

from reader.desktop.dropping import addresses
from reader.desktop.feeds.place_delegate import PlaceDelegate
from reader.desktop.feeds.search_moving import SearchMoving
from reader.desktop.feeds.tree_model import Place, PlaceTreeModel, place_at
from reader.desktop.tag_menu import tag_menu
from reader.desktop.theme import Theme
from reader.desktop.tongue import tr


class Sidebar(QTreeView):
    """A tree of places with what is unread in them."""

    #: The place to show now.
    chosen = Signal(object)
    #: What to do with a feed was asked for: its id.
    rename_wanted = Signal(int)
    unsubscribe_wanted = Signal(int)
    refresh_wanted = Signal(int)
    settings_wanted = Signal(int)
    #: The menu of a place that has none of its own: the place, and where on the screen.
    menu_wanted = Signal(object, QPoint)
    #: Addresses were dropped here, parted by spaces.
    dropped = Signal(str)
    #: What to do with a saved search was asked for: "edit", "up", "down" or "remove", and its id.
    search_wanted = Signal(str, str)
    #: A saved search was dragged: its id, and how many others are to stand above it.
    search_put = Signal(str, int)
    #: What to do with a tag was asked for: "rename", "delete", "colour" or "pin"; its name; the
    #: colour's name or the digit.
    tag_wanted = Signal(str, str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._key = ""
        self._wanted = ""
        #: Adds what the window can do with a place to a menu for it.
        self.offers: Callable[[Place, QMenu], object] = lambda _, menu: menu
        #: Keys of the places that are folded, those included that are not there yet.
        self.folded: set[str] = set()
        self._tree = PlaceTreeModel(self)
        self.setObjectName("sidebar")
        self.setAccessibleName(tr("Places"))
        self.setModel(self._tree)
        self.setItemDelegate(PlaceDelegate(theme, self))
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(14)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setUniformRowHeights(False)
        self.setExpandsOnDoubleClick(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)
        self.selectionModel().currentChanged.connect(self._say_current)
        self.collapsed.connect(partial(self._note_folding, folded=True))
        self.expanded.connect(partial(self._note_folding, folded=False))
        theme.changed.connect(self._paint_again)
        self.moving = SearchMoving(self, theme)
        self.moving.put.connect(self.search_put)
        self.moving.stepped.connect(self.search_wanted)

    @property
    def place(self) -> Place | None:
        return place_at(self.currentIndex())

    @property
    def has_feeds(self) -> bool:
        return self._tree.index_of("feeds").isValid()

    def show_places(self, found: Sequence[Place]) -> None:
        """Show the places and counts as they are now."""
        if self._tree.fits(found):
            self._tree.show(found)
            self._paint_again()
        else:
            self._build(found)
        if self._wanted:
            self.choose(self._wanted)

    def _build(self, found: Sequence[Place]) -> None:
        """Show other places, where we are and what is folded as before."""
        key, folded = self._key, self.folded
        self.selectionModel().blockSignals(True)  # a tree that is emptied goes through its rows
        self._tree.show(found)
        self.selectionModel().blockSignals(False)
        self.expandAll()
        for folded_key in folded:
            self.collapse(self._tree.index_of(folded_key))
        self.folded = folded  # also of places that are not there now
        self._restore(key)
        self._paint_again()

    def _paint_again(self) -> None:
        """Without the viewport: who first asks a view for it waits 16 ms for all kinds of widgets."""
        self.setDirtyRegion(QRegion(self.rect()))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and self.moving.takes(event):
            return True
        return super().viewportEvent(event)

    def choose(self, key: str) -> bool:
        """Go to a place, where there is none of this key as soon as there is one; False until then."""
        found = self._go(key)
        self._wanted = "" if found else key
        return found

    def _go(self, key: str) -> bool:
        index = self._tree.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)
        return index.isValid()

    def step_feed(self, by: int) -> bool:
        """Go to the next feed with unread articles (`by` 1) or the one before (-1)."""
        keys = self._feeds_in_order()
        here = keys.index(self._key) if self._key in keys else (-1 if by > 0 else len(keys))
        ahead = keys[here + 1 :] if by > 0 else keys[: max(here, 0)][::-1]
        for key in ahead:
            place = place_at(self._tree.index_of(key))
            if place and place.count:
                return self.choose(key)
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if addresses(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Addresses from a browser; what to do with them is asked when the drag is over."""
        if text := addresses(event.mimeData()):
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.dropped.emit(text))

    def _feeds_in_order(self) -> list[str]:
        keys, index = [], self._tree.index(0, 0)
        while index.isValid():
            place = place_at(index)
            if place and place.key.startswith("feed:"):
                keys.append(place.key)
            index = self.indexBelow(index)
        return keys

    def _note_folding(self, index: QModelIndex, *, folded: bool) -> None:
        if place := place_at(index):
            self.folded = self.folded | {place.key} if folded else self.folded - {place.key}

    def _restore(self, key: str) -> None:
        """Be where we were, silently; in the inbox where that place is gone."""
        if not key:
            return
        self.selectionModel().blockSignals(True)
        found = self._go(key)
        self.selectionModel().blockSignals(False)
        if not found:
            self._go("inbox")

    def _say_current(self, index: QModelIndex) -> None:
        place = place_at(index)
        if place and place.query is not None:
            self._key = place.key
            self.chosen.emit(place)

    def _offer(self, point: QPoint) -> None:
        place = place_at(self.indexAt(point))
        if place and place.key.startswith("search:"):
            self._offer_search(place.key.removeprefix("search:"), point)
        if place and place.query and place.query.tag:
            menu = tag_menu(place.query.tag, place.colour, place.pin, self.tag_wanted.emit, self)
            menu.exec(self.viewport().mapToGlobal(point))
        if place is None or place.key.startswith(("search:", "tag:")):
            return
        if not place.key.startswith("feed:"):
            self.menu_wanted.emit(place, self.viewport().mapToGlobal(point))
            return
        feed_id = int(place.key.removeprefix("feed:"))
        menu = QMenu(self)
        menu.addAction(tr("Check now"), lambda: self.refresh_wanted.emit(feed_id))
        menu.addAction(tr("Rename…"), lambda: self.rename_wanted.emit(feed_id))
        menu.addAction(tr("Settings…"), lambda: self.settings_wanted.emit(feed_id))
        menu.addSeparator()
        menu.addAction(tr("Unsubscribe"), lambda: self.unsubscribe_wanted.emit(feed_id))
        self.offers(place, menu)
        menu.exec(self.viewport().mapToGlobal(point))

    def _offer_search(self, search_id: str, point: QPoint) -> None:
        menu = QMenu(self)
        deeds = {
            "edit": tr("Edit…"),
            "up": tr("Move up") + "\tAlt+↑",
            "down": tr("Move down") + "\tAlt+↓",
            "remove": tr("Remove"),
        }
        for deed, words in deeds.items():
            menu.addAction(words, partial(self.search_wanted.emit, deed, search_id))
        menu.exec(self.viewport().mapToGlobal(point))
