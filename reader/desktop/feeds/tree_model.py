"""The places of the sidebar: inbox, starred, annotated, all; tags; feeds in their folders."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from reader.desktop.writing import as_plain_text
from reader.model.feed import Feed
from reader.model.query import ArticleQuery

PLACE_ROLE = Qt.ItemDataRole.UserRole
KEY_ROLE = Qt.ItemDataRole.UserRole + 1
ORDER_ROLE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to look. A heading has no query and cannot be chosen."""

    key: str
    title: str
    query: ArticleQuery | None = None
    icon: str = ""
    count: int = 0
    #: Why the place deserves a look, such as what is wrong with a feed.
    trouble: str = ""
    children: tuple["Place", ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """What the sidebar shows beside its places."""

    inbox: int
    starred: int
    annotated: int
    all: int


def places(
    counts: Counts,
    tags: Sequence[tuple[str, int]],
    feeds: Sequence[Feed],
    trouble: dict[int, str],
    searches: Sequence[Place] = (),
) -> tuple[Place, ...]:
    """All places, in their order."""
    library = (
        Place("inbox", "Inbox", ArticleQuery(unread=True), "inbox", counts.inbox),
        Place("starred", "Starred", ArticleQuery(starred=True), "star", counts.starred),
        Place(
            "annotated", "Annotated", ArticleQuery(annotated=True), "annotated", counts.annotated
        ),
        Place("all", "All articles", ArticleQuery(), "articles", counts.all),
    )
    tagged = tuple(
        Place(f"tag:{name}", name, ArticleQuery(tag=name), "tag", count) for name, count in tags
    )
    found = list(library)
    if searches:
        found.append(Place("searches", "Searches", children=tuple(searches)))
    if tagged:
        found.append(Place("tags", "Tags", children=tagged))
    if feeds:
        found.append(Place("feeds", "Feeds", children=_folders(feeds, trouble)))
    return tuple(found)


def _folders(feeds: Sequence[Feed], trouble: dict[int, str]) -> tuple[Place, ...]:
    """Folders first, then the feeds outside of any."""
    by_folder: dict[str, list[Place]] = {}
    for feed in feeds:
        by_folder.setdefault(feed.folder, []).append(_feed(feed, trouble.get(feed.id, "")))
    loose = by_folder.pop("", [])
    folders = (
        Place(
            f"folder:{name}",
            name,
            ArticleQuery(folder=name),
            "folder",
            sum(place.count for place in inside),
            children=tuple(inside),
        )
        for name, inside in sorted(by_folder.items())
    )
    return (*folders, *loose)


def _feed(feed: Feed, trouble: str) -> Place:
    query = ArticleQuery(feed_id=feed.id)
    return Place(f"feed:{feed.id}", feed.title, query, "feed", feed.unread, trouble)


class PlaceTreeModel(QStandardItemModel):
    """The places as a tree. What changes of a place, its order among others too, changes where it
    is; the tree is built anew only when places come or go."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(ORDER_ROLE)
        self._keys: object = None

    def show(self, found: Sequence[Place]) -> bool:
        """Show these places; True where the tree was built anew."""
        keys = _keys(found)
        if keys == self._keys:
            self._update(self.invisibleRootItem(), found)
            return False
        self._keys = keys
        self.clear()
        for order, place in enumerate(found):
            self.appendRow(_item(place, order))
        return True

    def index_of(self, key: str) -> QModelIndex:
        """Where a place is, an invalid index for none."""
        flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        hits = self.match(self.index(0, 0), KEY_ROLE, key, 1, flags)
        return hits[0] if hits else QModelIndex()

    def _update(self, parent: QStandardItem, found: Sequence[Place]) -> None:
        items = {(item := parent.child(row)).data(KEY_ROLE): item for row in range(len(found))}
        moved = False
        for order, place in enumerate(found):
            item = items[place.key]
            moved = moved or item.row() != order
            if item.data(PLACE_ROLE) != place:
                _describe(item, place)
            if item.data(ORDER_ROLE) != order:
                item.setData(order, ORDER_ROLE)
            if place.children:
                self._update(item, place.children)
        if moved:
            parent.sortChildren(0)


def place_at(index: QModelIndex | QPersistentModelIndex) -> Place | None:
    place = index.data(PLACE_ROLE)
    return place if isinstance(place, Place) else None


def _keys(found: Sequence[Place]) -> frozenset[object]:
    return frozenset((place.key, _keys(place.children)) for place in found)


def _item(place: Place, order: int) -> QStandardItem:
    item = QStandardItem(place.title)
    item.setEditable(False)
    item.setSelectable(place.query is not None)
    item.setData(place.key, KEY_ROLE)
    item.setData(order, ORDER_ROLE)
    _describe(item, place)
    for at, child in enumerate(place.children):
        item.appendRow(_item(child, at))
    return item


def _describe(item: QStandardItem, place: Place) -> None:
    item.setText(place.title)
    item.setData(place, PLACE_ROLE)
    item.setData(_spoken(place), Qt.ItemDataRole.AccessibleTextRole)
    item.setToolTip(as_plain_text(place.trouble) if place.trouble else "")


def _spoken(place: Place) -> str:
    parts = [place.title, f"{place.count:,}" if place.query else "", place.trouble]
    return ", ".join(part for part in parts if part)
