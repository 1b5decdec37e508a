"""The places of the sidebar: inbox, starred, annotated, all; tags; feeds in their folders."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from reader.desktop.writing import as_plain_text
from reader.model.feed import Feed
from reader.model.query import ArticleQuery

PLACE_ROLE = Qt.ItemDataRole.UserRole


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
    """The places as a tree. Counts change in place; the tree is built anew only if its shape did."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shape: object = None

    def show(self, found: Sequence[Place]) -> bool:
        """Show these places; True where the tree was built anew."""
        shape = _shape(found)
        if shape == self._shape:
            self._update(None, found)
            return False
        self._shape = shape
        self.clear()
        for place in found:
            self.appendRow(_item(place))
        return True

    def index_of(self, key: str) -> QModelIndex:
        """Where a place is, an invalid index for none."""
        hits = self.match(
            self.index(0, 0),
            PLACE_ROLE + 1,
            key,
            1,
            Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive,
        )
        return hits[0] if hits else QModelIndex()

    def _update(self, parent: QStandardItem | None, found: Sequence[Place]) -> None:
        for row, place in enumerate(found):
            item = self.item(row) if parent is None else parent.child(row)
            if item.data(PLACE_ROLE) != place:
                item.setData(place, PLACE_ROLE)
                item.setData(_spoken(place), Qt.ItemDataRole.AccessibleTextRole)
                item.setToolTip(as_plain_text(place.trouble) if place.trouble else "")
            self._update(item, place.children)


def place_at(index: QModelIndex | QPersistentModelIndex) -> Place | None:
    place = index.data(PLACE_ROLE)
    return place if isinstance(place, Place) else None


def _shape(found: Sequence[Place]) -> tuple[object, ...]:
    return tuple((place.key, place.title, _shape(place.children)) for place in found)


def _item(place: Place) -> QStandardItem:
    item = QStandardItem(place.title)
    item.setEditable(False)
    item.setSelectable(place.query is not None)
    item.setData(place, PLACE_ROLE)
    item.setData(place.key, PLACE_ROLE + 1)
    item.setData(_spoken(place), Qt.ItemDataRole.AccessibleTextRole)
    item.setToolTip(as_plain_text(place.trouble) if place.trouble else "")
    for child in place.children:
        item.appendRow(_item(child))
    return item


def _spoken(place: Place) -> str:
    parts = [place.title, f"{place.count:,}" if place.query else "", place.trouble]
    return ", ".join(part for part in parts if part)
