"""Renaming, merging, colouring, pinning and deleting tags."""

import pytest

from reader.model.annotation import Marked
from reader.model.article import Tagging
from reader.model.errors import ReaderError
from reader.model.feed import Feed
from reader.model.query import ArticleQuery
from reader.model.searches import Rule
from reader.model.tag import TagColour, TagInUse, TagPin, colour_of
from reader.operations import annotating, retagging, ruling, tagging
from reader.store.store import Store
from tests.conftest import arrive, entry


@pytest.fixture
def ids(store: Store, feed: Feed) -> list[int]:
    return arrive(store, feed, *(entry(n) for n in (3, 2, 1)))


def tags(store: Store, ids: list[int]) -> set[tuple[int, str]]:
    return {(ids.index(row.article_id), row.name) for row in store.tags.of(ids)}


def put(store: Store, ids: list[int], *names: str) -> None:
    for name in names:
        store.apply(tagging.tag(store, ids, name))


def test_a_renamed_tag_takes_those_below_it_along(store: Store, ids: list[int]) -> None:
    put(store, ids[:1], "ms", "MS/relapse", "msx")
    change = retagging.rename_tag(store, "ms", "Sclerosis/multiple")
    assert change.label == "Rename tag “ms” to “Sclerosis/multiple”"
    store.apply(change)
    assert tags(store, ids) == {
        (0, "Sclerosis/multiple"),
        (0, "Sclerosis/multiple/relapse"),
        (0, "msx"),
    }


def test_a_tag_may_move_below_itself(store: Store, ids: list[int]) -> None:
    put(store, ids[:1], "ms", "ms/old")
    store.apply(retagging.rename_tag(store, "ms", "ms/old"))
    assert tags(store, ids) == {(0, "ms/old"), (0, "ms/old/old")}


def test_only_the_spelling_may_change(store: Store, ids: list[int]) -> None:
    put(store, ids, "ms")
    store.apply(retagging.rename_tag(store, "ms", "MS"))
    assert tags(store, ids) == {(0, "MS"), (1, "MS"), (2, "MS")}
    assert not retagging.rename_tag(store, "MS", "MS")


def test_a_name_in_use_merges_and_undo_parts_them_again(store: Store, ids: list[int]) -> None:
    put(store, ids[:2], "sclerosis")
    put(store, ids[1:], "MS")
    before = tags(store, ids)
    change = retagging.rename_tag(store, "sclerosis", "ms")
    assert change.label == "Merge tag “sclerosis” into “MS”"
    store.apply(change)
    assert tags(store, ids) == {(0, "MS"), (1, "MS"), (2, "MS")}
    store.apply(change.reversed())
    assert tags(store, ids) == before


def test_search_follows_the_new_name(store: Store, ids: list[int]) -> None:
    put(store, ids[:1], "zebrafish")
    store.apply(retagging.rename_tag(store, "zebrafish", "danio"))
    found = [store.articles.count(ArticleQuery(words=word)) for word in ("zebrafish", "danio")]
    assert found == [0, 1]


def test_colour_and_key_go_with_the_name_unless_the_other_has_its_own(
    store: Store, ids: list[int]
) -> None:
    put(store, ids, "a", "a/x", "b")
    for change in (
        retagging.colour_tag(store, "a", "red"),
        retagging.colour_tag(store, "a/x", "green"),
        retagging.colour_tag(store, "b", "blue"),
        retagging.pin_tag(store, "a", 1),
    ):
        store.apply(change)
    store.apply(retagging.rename_tag(store, "a", "b"))
    assert store.tag_colours.under("b") == [TagColour("b", "blue"), TagColour("b/x", "green")]
    assert store.tag_pins.all() == [TagPin(1, "b")]


def test_a_rule_puts_on_the_new_name(store: Store, ids: list[int]) -> None:
    store.apply(ruling.save_rule(store, Rule("", "Trials", "trial", tag="ms/trial")))
    store.apply(retagging.rename_tag(store, "ms", "nerves"))
    assert [rule.tag for rule in store.rules.all()] == ["nerves/trial"]


def test_a_deleted_tag_is_gone_with_those_below_and_comes_back(
    store: Store, ids: list[int]
) -> None:
    put(store, ids, "a", "a/x", "ab")
    store.apply(retagging.colour_tag(store, "a/x", "green"))
    store.apply(retagging.pin_tag(store, "a", 3))
    store.apply(ruling.save_rule(store, Rule("", "All a", "trial", tag="A")))
    before = store.tags.in_use()
    change = retagging.delete_tag(store, "a")
    assert change.label == "Delete tag “a” from 3 articles"
    store.apply(change)
    assert store.tags.in_use() == [TagInUse("ab", 3)]
    assert [rule.active for rule in store.rules.all()] == [False]
    store.apply(change.reversed())
    assert store.tags.in_use() == before


def test_tags_in_use_stand_below_those_above_them(store: Store, ids: list[int]) -> None:
    put(store, ids[:2], "ms/relapse")
    put(store, ids[1:], "MS/drugs", "ms b")
    store.apply(retagging.colour_tag(store, "ms", "red"))
    store.apply(retagging.pin_tag(store, "ms/relapse", 9))
    assert store.tags.in_use() == [
        TagInUse("ms", 3, "red"),
        TagInUse("MS/drugs", 2),
        TagInUse("ms/relapse", 2, pin=9),
        TagInUse("ms b", 2),
    ]


def test_a_key_puts_a_tag_on_and_takes_it_off(store: Store, ids: list[int]) -> None:
    put(store, ids[:1], "ms")
    store.apply(retagging.pin_tag(store, "ms", 2))
    store.apply(retagging.toggle_pinned(store, ids, 2))
    assert tags(store, ids) == {(0, "ms"), (1, "ms"), (2, "ms")}
    store.apply(retagging.toggle_pinned(store, ids, 2))
    assert tags(store, ids) == set()


def test_a_key_has_one_tag_and_a_tag_one_key(store: Store, ids: list[int]) -> None:
    for name, place in (("a", 1), ("b", 2), ("b", 1)):
        store.apply(retagging.pin_tag(store, name, place))
    assert store.tag_pins.all() == [TagPin(1, "b")]
    assert not retagging.pin_tag(store, "b", 1)
    store.apply(retagging.pin_tag(store, "b", 0))
    assert store.tag_pins.all() == []


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (lambda s: retagging.colour_tag(s, "a", "pink"), "none of them"),
        (lambda s: retagging.pin_tag(s, "a", 10), "1 to 9"),
        (lambda s: retagging.toggle_pinned(s, [1], 4), r"Ctrl\+4"),
        (lambda s: retagging.rename_tag(s, "a", " / "), "needs a name"),
    ],
)
def test_what_cannot_be_is_a_sentence(store: Store, wrong: object, sentence: str) -> None:
    with pytest.raises(ReaderError, match=sentence):
        wrong(store)  # type: ignore[operator]


def test_a_name_that_grows_too_long_below_changes_nothing(store: Store, ids: list[int]) -> None:
    put(store, ids, "a/" + "x" * 90)
    with pytest.raises(ReaderError, match="100 characters"):
        retagging.rename_tag(store, "a", "much longer than that")
    assert len(tags(store, ids)) == 3


def test_a_tagging_that_is_already_there_is_not_put_twice(store: Store, ids: list[int]) -> None:
    put(store, ids[:1], "a/x", "b/x")
    store.apply(retagging.rename_tag(store, "a", "b"))
    assert store.tags.of(ids) == [Tagging(ids[0], "b/x")]


@pytest.mark.parametrize(
    ("name", "colour"), [("MS", "red"), ("ms/drugs/new", "red"), ("ms/x", "blue"), ("msx", "")]
)
def test_a_tag_without_a_colour_has_that_of_the_one_above(name: str, colour: str) -> None:
    assert colour_of(name, {"ms": "red", "ms/x": "blue"}) == colour


def test_tags_on_highlights_are_renamed_merged_and_deleted_too(
    store: Store, ids: list[int]
) -> None:
    article = store.articles.one(ids[0])
    assert article
    store.apply(annotating.highlight(article, 0, 7, "blue"))

    def row() -> Marked:
        return store.annotations.of(ids[0])[0]

    for name in ("ms/relapse", "sclerosis/relapse"):
        store.apply(annotating.tag_highlight(store, row(), name))
    store.apply(change := retagging.rename_tag(store, "ms", "sclerosis"))
    assert row().tags == ("sclerosis/relapse",)
    store.apply(change.reversed())
    assert row().tags == ("ms/relapse", "sclerosis/relapse")
    store.apply(retagging.delete_tag(store, "ms"))
    assert row().tags == ("sclerosis/relapse",)
