"""The places of the sidebar: inbox, starred, annotated, all; tags; feeds in their folders."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSignalBlocker, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from reader.desktop.tongue import number, retold, tr
from reader.desktop.writing import as_plain_text
from reader.model.feed import Feed
from reader.model.frozen import dataclass
from reader.model.query import ArticleQuery
from reader.model.searches import SearchCount
from reader.model.tag import TagInUse, folded
from reader.store.store import Store

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
    #: Of a tag: the name of its colour, and the digit of its key.
    colour: str = ""
    pin: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """What the sidebar shows beside its places."""

    inbox: int
    starred: int
    annotated: int
    all: int


def look(store: Store) -> tuple[Place, ...]:
    """All places as they are now."""
    unread, total = store.feeds.counts()
    counts = Counts(unread, store.stars.count(), store.annotations.count_articles(), total)
    return places(
        counts, store.tags.in_use(), store.feeds.all(), store.feeds.failing(), _searches(store)
    )


def _searches(store: Store) -> list[Place]:
    """The saved searches with their counts as kept; a broken one says what is wrong."""
    rows = store.searches.all()
    if not rows:
        return []
    from reader.operations.searching import trouble  # with all that reads a query

    counts, none = store.searches.counts(), SearchCount()
    return [
        Place(
            f"search:{row.id}",
            row.name,
            ArticleQuery(words=row.query),
            "search",
            counts.get(row.id, none).articles,
            retold(trouble(store, row), typed=True),
        )
        for row in rows
    ]


def places(
    counts: Counts,
    tags: Sequence[TagInUse],
    feeds: Sequence[Feed],
    trouble: dict[int, str],
    searches: Sequence[Place] = (),
) -> tuple[Place, ...]:
    """All places, in their order."""
    library = (
        Place("inbox", tr("Inbox"), ArticleQuery(unread=True), "inbox", counts.inbox),
        Place("starred", tr("Starred"), ArticleQuery(starred=True), "star", counts.starred),
        Place(
            "annotated",
            tr("Annotated"),
            ArticleQuery(annotated=True),
            "annotated",
            counts.annotated,
        ),
        Place("all", tr("All articles"), ArticleQuery(), "articles", counts.all),
    )
    tagged = _tags(tags)
    found = list(library)
    if searches:
        found.append(Place("searches", tr("Searches"), children=tuple(searches)))
    if tagged:
        found.append(Place("tags", tr("Tags"), children=tagged))
    if feeds:
        found.append(Place("feeds", tr("Feeds"), children=_folders(feeds, trouble)))
    return tuple(found)


def _tags(tags: Sequence[TagInUse]) -> tuple[Place, ...]:
    """The tags, each with those below it."""
    below: dict[str, list[TagInUse]] = {}
    for tag in tags:
        below.setdefault(folded(tag.name).rpartition("/")[0], []).append(tag)

    def standing(above: str) -> tuple[Place, ...]:
        return tuple(_tag(tag, standing(folded(tag.name))) for tag in below.get(above, ()))

    return standing("")


def _tag(tag: TagInUse, children: tuple[Place, ...]) -> Place:
    return Place(
        f"tag:{folded(tag.name)}",
        tag.name.rpartition("/")[2],
        ArticleQuery(tag=tag.name),
        "tag",
        tag.articles,
        children=children,
        colour=tag.colour,
        pin=tag.pin,
    )


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
        #: Each place's item, and what it shows: asking Qt for it would cost a hundred times more.
        self._items: dict[str, QStandardItem] = {}
        self._shown: dict[str, tuple[Place, int]] = {}

    def fits(self, found: Sequence[Place]) -> bool:
        """Whether these are the places of the tree, though they may have changed."""
        return _keys(found) == self._keys

    def show(self, found: Sequence[Place]) -> None:
        """Show these places; the tree is built anew where they do not fit it. Who shows it paints
        it again."""
        if self.fits(found):
            self._update(self.invisibleRootItem(), found)
            return
        self._keys = _keys(found)
        self.clear()
        self._items.clear()
        self._shown.clear()
        for order, place in enumerate(found):
            self.appendRow(self._item(place, order))

    def index_of(self, key: str) -> QModelIndex:
        """Where a place is, an invalid index for none."""
        item = self._items.get(key)
        return item.index() if item else QModelIndex()

    def _update(self, parent: QStandardItem, found: Sequence[Place]) -> None:
        moved = False
        self._describe_again(place for place in found if self._shown[place.key][0] != place)
        for order, place in enumerate(found):
            shown, place_before = self._shown[place.key]
            if place_before != order:
                self._items[place.key].setData(order, ORDER_ROLE)
                moved = True
            self._shown[place.key] = (place, order)
            if shown.children != place.children:
                self._update(self._items[place.key], place.children)
        if moved:
            parent.sortChildren(0)

    def _describe_again(self, changed: Iterable[Place]) -> None:
        """The view hears nothing of it: it would measure rows that keep their heights, four times."""
        with QSignalBlocker(self):
            for place in changed:
                _describe(self._items[place.key], place)

    def _item(self, place: Place, order: int) -> QStandardItem:
        item = QStandardItem(place.title)
        item.setEditable(False)
        item.setSelectable(place.query is not None)
        item.setData(place.key, KEY_ROLE)
        item.setData(order, ORDER_ROLE)
        _describe(item, place)
        self._items[place.key] = item
        self._shown[place.key] = (place, order)
        for at, child in enumerate(place.children):
            item.appendRow(self._item(child, at))
        return item


def place_at(index: QModelIndex | QPersistentModelIndex) -> Place | None:
    place = index.data(PLACE_ROLE)
    return place if isinstance(place, Place) else None


def _keys(found: Sequence[Place]) -> frozenset[object]:
    return frozenset((place.key, _keys(place.children)) for place in found)


def _describe(item: QStandardItem, place: Place) -> None:
    item.setText(place.title)
    item.setData(place, PLACE_ROLE)
    item.setData(_spoken(place), Qt.ItemDataRole.AccessibleTextRole)
    key = tr("Ctrl+{pin} puts it on the chosen articles", pin=place.pin) if place.pin else ""
    item.setToolTip(as_plain_text(place.trouble or key))


def _spoken(place: Place) -> str:
    parts = [place.title, number(place.count) if place.query else "", place.trouble]
    return ", ".join(part for part in parts if part)
