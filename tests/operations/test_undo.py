"""Every operation that returns a change can be taken back without a trace."""

from collections.abc import Callable

import pytest

from reader.model.annotation import Marked
from reader.model.article import Article, ReadMark, Star, Tagging
from reader.model.change import Change, Edit
from reader.model.errors import ReaderError
from reader.model.feed import Feed, FoundFeed
from reader.model.query import ArticleQuery
from reader.model.searches import Rule
from reader.model.study import Span, StudyCard, StudyValue
from reader.operations import (
    annotating,
    correcting,
    grouping,
    reading,
    retagging,
    ruling,
    searching,
    setting,
    subscribing,
    tagging,
)
from reader.store.store import Store
from tests.conftest import arrive, entry

TABLES = (
    *("subscription", "read_mark", "star", "tagging", "annotation", "note", "anchor", "setting"),
    *("unread", "saved_search", "rule", "ruled", "muted", "story_decision", "story"),
    *("tag_colour", "tag_pin", "own_text", "feed_count", "correction", "fact", "seen"),
)
FOUND = FoundFeed("https://other.org/feed", "Other", "RSS 2.0", 1)
OPML = b'<opml version="2.0"><body><outline text="x" xmlUrl="https://third.org/f"/></body></opml>'


def contents(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the tables that users write, without what only says in which order."""
    found = {}
    for table in TABLES:
        rows = [tuple(row) for row in store.connection().execute(f"select * from {table}")]
        found[table] = sorted(rows if table != "own_text" else [row[1:] for row in rows])
    return found


def article(store: Store, article_id: int) -> Article:
    found = store.articles.one(article_id)
    assert found
    return found


def highlighted(store: Store, article_id: int) -> Marked:
    return annotating.marked(store, article(store, article_id))[0]


def stated(store: Store, article_id: int, field: str = "sample_size") -> StudyValue:
    card = store.studies.card(article_id)
    assert card
    return card.is_study if field == "is_study" else card.values[field][0]


def decided(store: Store, article_id: int) -> StudyValue:
    """The value of the second article's card that was accepted."""
    return stated(store, article_id, "country")


Made = Callable[[Store, Feed, list[int]], Change]
CHANGES: dict[str, Made] = {
    "mark read": lambda s, f, ids: reading.mark_read(s, ids),
    "mark unread": lambda s, f, ids: reading.mark_unread(s, ids),
    "toggle read": lambda s, f, ids: reading.toggle_read(s, ids),
    "star": lambda s, f, ids: reading.star(s, ids),
    "unstar": lambda s, f, ids: reading.unstar(s, ids),
    "toggle star": lambda s, f, ids: reading.toggle_star(s, ids[:1]),
    "tag": lambda s, f, ids: tagging.tag(s, ids, "New / tag"),
    "tag again": lambda s, f, ids: tagging.tag(s, ids, "OLD"),
    "untag": lambda s, f, ids: tagging.untag(s, ids, "old"),
    "highlight": lambda s, f, ids: annotating.highlight(article(s, ids[0]), 0, 7, "blue"),
    "recolour": lambda s, f, ids: annotating.recolour(highlighted(s, ids[1]).annotation, "red"),
    "remove highlight": lambda s, f, ids: annotating.remove_highlight(highlighted(s, ids[1])),
    "add note": lambda s, f, ids: annotating.write_note(s, ids[0], "", "Hm."),
    "edit note": lambda s, f, ids: annotating.write_note(
        s, ids[1], highlighted(s, ids[1]).annotation.id, "Hm."
    ),
    "remove note": lambda s, f, ids: annotating.write_note(
        s, ids[1], highlighted(s, ids[1]).annotation.id, ""
    ),
    "subscribe": lambda s, f, ids: subscribing.subscribe(s, FOUND, "other.org"),
    "rename": lambda s, f, ids: subscribing.rename(s, f, "My name"),
    "unsubscribe": lambda s, f, ids: subscribing.unsubscribe(s, [f]),
    "import": lambda s, f, ids: subscribing.import_opml(s, OPML).change,
    "save search": lambda s, f, ids: searching.save_search(s, "Mine", "words", notify=True),
    "save rule": lambda s, f, ids: ruling.save_rule(s, Rule("", "R", "words", star=True)),
    "run rule": lambda s, f, ids: ruling.apply_rule(s, Rule("r", "R", "x", "New", mute=True), ids),
    "join": lambda s, f, ids: grouping.join(s, ids[:2]),
    "accept": lambda s, f, ids: correcting.accept(
        s, article(s, ids[1]), "sample_size", stated(s, ids[1])
    ),
    "correct": lambda s, f, ids: correcting.correct(
        s, article(s, ids[1]), "sample_size", "42", value=stated(s, ids[1])
    ),
    "correct again": lambda s, f, ids: correcting.correct(
        s, article(s, ids[1]), "country", "Chile", value=decided(s, ids[1])
    ),
    "add value": lambda s, f, ids: correcting.correct(s, article(s, ids[1]), "country", "Peru"),
    "link evidence": lambda s, f, ids: correcting.correct(
        s, article(s, ids[1]), "funding", "Fund", passage=(0, 7)
    ),
    "reject": lambda s, f, ids: correcting.reject(
        s, article(s, ids[1]), "sample_size", stated(s, ids[1])
    ),
    "take up": lambda s, f, ids: correcting.take_up(
        s,
        article(s, ids[1]),
        "sample_size",
        StudyValue(31, (Span(0, 7, "Article"),), 0.2, "rule:test/1"),
        stated(s, ids[1]),
    ),
    "not reported": lambda s, f, ids: correcting.not_reported(
        s, article(s, ids[1]), "country", [decided(s, ids[1])]
    ),
    "no study": lambda s, f, ids: correcting.say_study(
        s, article(s, ids[1]), stated(s, ids[1], "is_study"), is_study=False
    ),
    "take back": lambda s, f, ids: correcting.take_back(s, s.corrections.of(ids[1])[0].id),
    "rename tag": lambda s, f, ids: retagging.rename_tag(s, "Old", "New/tag"),
    "delete tag": lambda s, f, ids: retagging.delete_tag(s, "Old"),
    "colour tag": lambda s, f, ids: retagging.colour_tag(s, "Old", "green"),
    "pin tag": lambda s, f, ids: retagging.pin_tag(s, "Old", 3),
    "know": lambda s, f, ids: correcting.know(s, article(s, ids[1])),
    "set": lambda s, f, ids: setting.set_one(s, "text_size", 24),
}


@pytest.fixture
def ids(store: Store, feed: Feed) -> list[int]:
    """Three articles: the second highlighted, noted and studied, with a value of its card
    accepted; the third read, starred and tagged."""
    found = arrive(store, feed, *(entry(n) for n in (3, 2, 1)))
    rows = [ReadMark(found[2]), Star(found[2]), Tagging(found[2], "Old")]
    store.apply(Change("Begin", tuple(Edit(None, row) for row in rows)))
    store.apply(annotating.highlight(article(store, found[1]), 0, 7, "yellow"))
    annotation = highlighted(store, found[1]).annotation.id
    store.apply(annotating.write_note(store, found[1], annotation, "First thought"))
    span = Span(0, 7, "Article")
    value = StudyValue(30, (span,), 0.9, "rule:test/1")
    card = StudyCard("1", "0", value, {"sample_size": (value,), "country": (value,)})
    with store.writing():
        (text,) = store.studies.texts(found[1:2])
        store.studies.keep(text, card)
    store.apply(
        correcting.accept(store, article(store, found[1]), "country", stated(store, found[1]))
    )
    return found


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_and_its_reverse_leave_no_trace(
    store: Store, feed: Feed, ids: list[int], name: str
) -> None:
    before = contents(store)
    change = CHANGES[name](store, feed, ids)
    assert change
    store.apply(change)
    after = contents(store)
    assert after != before
    store.apply(change.reversed())
    assert contents(store) == before
    store.apply(change)
    assert contents(store) == after


def test_undoing_one_thing_leaves_the_rest(store: Store, feed: Feed, ids: list[int]) -> None:
    star = reading.star(store, ids[:1])
    store.apply(star)
    store.apply(reading.mark_read(store, ids[:1]))
    store.apply(star.reversed())
    assert store.read_marks.among(ids[:1]) == {ids[0]}
    assert store.stars.among(ids[:1]) == set()


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("mark read", "Mark 2 articles read"),
        ("tag", "Tag “New/tag”"),
        ("tag again", "Tag “Old”"),
        ("import", "Import 1 feed"),
        ("highlight", "Highlight"),
        ("accept", "Accept participants"),
        ("link evidence", "Link evidence for funding"),
        ("take back", "Take back country"),
    ],
)
def test_a_change_is_named_as_a_menu_says_it(
    store: Store, feed: Feed, ids: list[int], name: str, label: str
) -> None:
    assert CHANGES[name](store, feed, ids).label == label


@pytest.mark.parametrize("name", ["", " # ", "/", "a" * 101, "a\x00b"])
def test_a_tag_without_a_name_is_a_sentence(store: Store, name: str) -> None:
    with pytest.raises(ReaderError, match="tag"):
        tagging.tag(store, [1], name)


def test_a_highlight_of_nothing_is_a_sentence(store: Store, feed: Feed, ids: list[int]) -> None:
    text = article(store, ids[0]).content.text
    gap = text.index("\n")
    with pytest.raises(ReaderError, match="Select some words"):
        annotating.highlight(article(store, ids[0]), gap, gap + 1, "blue")


def test_when_an_article_was_read_comes_back_with_undo(store: Store, feed: Feed) -> None:
    first, second = arrive(store, feed, entry(1), entry(2))
    store.apply(reading.mark_read(store, [first], at=1_700_000_000))
    store.apply(reading.mark_read(store, [second]))
    assert list(store.articles.ids(ArticleQuery(words="read:2023"))) == [first]
    assert list(store.articles.ids(ArticleQuery(words="read:today"))) == [second]
    unread = reading.mark_unread(store, [first, second])
    store.apply(unread)
    assert not store.articles.count(ArticleQuery(words="read:any"))
    store.apply(unread.reversed())
    assert list(store.articles.ids(ArticleQuery(words="read:2023"))) == [first]
    assert list(store.articles.ids(ArticleQuery(words="read:today"))) == [second]
