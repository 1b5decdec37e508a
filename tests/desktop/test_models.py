"""The Qt models keep Qt's rules, and move nothing under the user's eyes."""

import html
from array import array
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from pytestqt.modeltest import ModelTester

from reader.desktop.articles.list_model import HIT_ROLE, PAGE, ROW_ROLE, ArticleListModel
from reader.desktop.evidence.table_model import EvidenceModel
from reader.desktop.feeds.tree_model import Counts, PlaceTreeModel, place_at, places
from reader.model.article import ArticleRow, SearchHit
from reader.model.evidence import EvidenceRow
from reader.model.feed import Feed
from reader.model.tag import TagInUse


class Rows:
    """A table of articles that counts how often it is asked."""

    def __init__(self, gone: int = 0) -> None:
        self.asked = 0
        self._gone = gone

    def __call__(self, article_ids: Sequence[int]) -> dict[int, ArticleRow]:
        self.asked += 1
        return {
            i: ArticleRow(i, 1, "Feed", f"Title {i}", 0, None)
            for i in article_ids
            if i != self._gone
        }


def ids(*ranges: tuple[int, int]) -> "array[int]":
    return array("q", [n for start, stop in ranges for n in range(start, stop)])


def test_the_list_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = ArticleListModel(Rows())
    model.show(ids((1, 300)))
    qtmodeltester.check(model)
    model.look_again(ids((300, 310), (1, 300)))
    qtmodeltester.check(model)


def test_a_list_asks_once_a_page_whatever_qt_asks() -> None:
    rows = Rows()
    model = ArticleListModel(rows)
    model.show(ids((1, 100_001)))
    assert model.rowCount() == 100_000
    for row in [*range(PAGE), 99_999, 0, 5]:
        assert model.index(row, 0).data() == f"Title {row + 1}"
    assert rows.asked == 2


def test_new_articles_on_top_are_inserted_not_reset() -> None:
    model = ArticleListModel(Rows())
    model.show(ids((1, 50)))
    inserted: list[tuple[int, int]] = []
    reset: list[bool] = []
    model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    model.modelReset.connect(lambda: reset.append(True))
    model.look_again(ids((50, 53), (1, 50)))
    assert (inserted, reset) == ([(0, 2)], [])
    model.look_again(ids((51, 53), (1, 50)))
    assert reset == [True]


def test_a_vanished_article_is_an_empty_row() -> None:
    model = ArticleListModel(Rows(gone=2))
    model.show(ids((1, 4)))
    assert [model.index(row, 0).data() for row in range(3)] == ["Title 1", None, "Title 3"]
    assert model.index(1, 0).data(ROW_ROLE) is None
    assert model.row_of(3) == 2
    assert model.row_of(9) == -1


def test_hits_come_with_their_page() -> None:
    model = ArticleListModel(Rows())
    model.show(ids((1, 3)), lambda page: {2: SearchHit(2, "a \x02word\x03")})
    assert model.index(0, 0).data(HIT_ROLE) is None
    assert model.index(1, 0).data(HIT_ROLE).snippet == "a \x02word\x03"


COUNTS = Counts(inbox=3, starred=0, annotated=1, all=9)
FEEDS = [
    Feed(1, "https://a.org", "Zebra", unread=2),
    Feed(2, "https://b.org", "Ant", folder="Journals", unread=1),
    Feed(3, "https://c.org", "Bee", folder="Journals"),
]


def shown(model: PlaceTreeModel, parent: QModelIndex = QModelIndex()) -> list[object]:
    """(title, count, children) of each place in the tree."""
    found: list[object] = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        place = place_at(index)
        assert place
        assert index.data() == place.title
        found.append((place.title, place.count, shown(model, index)))
    return found


def test_the_sidebar_has_places_tags_folders_and_feeds(qtmodeltester: ModelTester) -> None:
    model = PlaceTreeModel()
    model.show(places(COUNTS, [TagInUse("ms", 4)], FEEDS, {3: "Gone."}))
    qtmodeltester.check(model)
    assert shown(model) == [
        ("Inbox", 3, []),
        ("Starred", 0, []),
        ("Annotated", 1, []),
        ("All articles", 9, []),
        ("Tags", 0, [("ms", 4, [])]),
        ("Feeds", 0, [("Journals", 1, [("Ant", 1, []), ("Bee", 0, [])]), ("Zebra", 2, [])]),
    ]
    bee = place_at(model.index_of("feed:3"))
    assert bee
    assert bee.trouble == "Gone."
    assert not model.index_of("feed:99").isValid()


def test_counts_names_and_order_change_in_place() -> None:
    model = PlaceTreeModel()
    model.show(places(COUNTS, [], FEEDS, {}))
    bee = QPersistentModelIndex(model.index_of("feed:3"))
    renamed = [FEEDS[0], FEEDS[2], Feed(2, "https://b.org", "Cicada", "", "Journals", unread=7)]
    assert model.fits(places(COUNTS, [], renamed, {}))
    model.show(places(COUNTS, [], renamed, {}))
    assert bee.isValid()
    assert shown(model)[4] == (
        "Feeds",
        0,
        [("Journals", 7, [("Bee", 0, []), ("Cicada", 7, [])]), ("Zebra", 2, [])],
    )
    assert not model.fits(places(COUNTS, [], FEEDS[:2], {}))
    model.show(places(COUNTS, [], FEEDS[:2], {}))
    assert not bee.isValid()
    assert not model.index_of("feed:3").isValid()


@pytest.mark.parametrize("title", ["<b>bold</b>", "<img src='file:///etc/passwd'>", "&amp;"])
def test_what_strangers_call_their_feed_is_plain_text(title: str) -> None:
    model = PlaceTreeModel()
    model.show(places(COUNTS, [], [Feed(1, "https://a.org", title)], {1: title}))
    item = model.itemFromIndex(model.index_of("feed:1"))
    assert item.text() == title
    assert html.unescape(item.toolTip()).count(title) == 1
    assert "<b>" not in item.toolTip()
    assert "<img" not in item.toolTip()


def test_the_evidence_table_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = EvidenceModel(lambda ids: {i: EvidenceRow(i, f"T{i}", 2026, "F", {}) for i in ids})
    model.show(ids((1, 40)), {"sample_size": 20})
    qtmodeltester.check(model)
    model.show(ids(), {})
    qtmodeltester.check(model)
