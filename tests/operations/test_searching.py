"""Searches that are kept, what they find, and what may be typed next."""

import pytest

from reader.model.change import Change, Edit
from reader.model.correction import Correction
from reader.model.errors import ReaderError
from reader.model.feed import Feed
from reader.model.query import ArticleQuery
from reader.model.searches import SavedSearch
from reader.model.settings import Setting
from reader.model.study import StudyValue
from reader.operations import reading
from reader.operations.repeating import forget, remember, searched
from reader.operations.searching import (
    change_search,
    count_searches,
    move_search,
    remove_search,
    save_search,
    trouble,
    understand,
)
from reader.operations.suggesting import suggestions
from reader.operations.tagging import tag
from reader.store.store import Store
from tests.cards import study
from tests.conftest import arrive, entry


@pytest.fixture
def found(store: Store, feed: Feed) -> list[int]:
    ids = arrive(store, feed, *(entry(n, html=f"<p>stem {n}</p>") for n in (1, 2, 3)))
    study(store, ids[0], study_type="randomized_controlled_trial", condition=["multiple sclerosis"])
    study(store, ids[1], study_type="cohort", condition=["stroke", "multiple myeloma"])
    study(store, ids[2], study_type="cohort", sample_size=5)
    return ids


def saved(store: Store, name: str, query: str) -> SavedSearch:
    store.apply(save_search(store, name, query))
    row = store.searches.named(name)
    assert row
    return row


def test_a_saved_search_is_found_by_its_name(store: Store, found: list[int]) -> None:
    saved(store, "Cohorts", "design:cohort")
    for typed in ("search:cohorts", 'search:"Cohorts" stem ', "saved:COHORTS"):
        assert list(store.articles.ids(ArticleQuery(words=typed))) == found[1:]
    assert list(store.articles.ids(ArticleQuery(words="-search:cohorts"))) == found[:1]


def test_a_search_that_contains_itself_says_so_and_finds_the_rest(
    store: Store, found: list[int]
) -> None:
    first = saved(store, "One", "stem search:two")
    saved(store, "Two", "search:one OR design:cohort")
    assert list(store.articles.ids(ArticleQuery(words="search:one"))) == found[1:]
    assert "contains itself" in trouble(store, first)
    (notice,) = understand(store, "search:one").notices
    assert "contains itself" in notice.sentence
    (notice,) = understand(store, "stem search:three ").notices
    assert (notice.sentence, notice.start, notice.end) == (
        "There is no saved search “three”.",
        5,
        17,
    )


def test_a_broken_search_says_what_is_wrong(store: Store) -> None:
    assert trouble(store, SavedSearch("x", "x", "n:>=abc")).startswith("“abc” is not a number")
    assert (
        trouble(store, SavedSearch("x", "x", "search:gone")) == "There is no saved search “gone”."
    )
    assert trouble(store, SavedSearch("x", "x", "desing:rct n>=5")) == ""


def test_searches_are_counted_and_the_counts_kept(store: Store, found: list[int]) -> None:
    row = saved(store, "Cohorts", "design:cohort")
    store.apply(reading.mark_read(store, found[1:2]))
    count_searches(store)
    kept = store.searches.counts()[row.id]
    assert (kept.articles, kept.unread, kept.newest) == (2, 1, found[1])


def test_searches_are_ordered_changed_and_removed(store: Store) -> None:
    rows = [saved(store, name, "stem") for name in ("A", "B", "C")]
    store.apply(move_search(store, rows[2], -1))
    assert [row.name for row in store.searches.all()] == ["A", "C", "B"]
    change = change_search(store, store.searches.all()[1], "Sea", "design:rct", notify=True)
    store.apply(change)
    assert store.searches.named("sea") == SavedSearch(rows[2].id, "Sea", "design:rct", 1, True)
    store.apply(remove_search(rows[0]))
    assert [row.name for row in store.searches.all()] == ["Sea", "B"]


@pytest.mark.parametrize("name", ["", "  ", '"', "x" * 61, "TAKEN", "a\x07b"])
def test_a_name_that_will_not_do_is_a_sentence(store: Store, name: str) -> None:
    saved(store, "Taken", "stem")
    with pytest.raises(ReaderError, match=r"\.$"):
        save_search(store, name, "stem")


def test_what_the_user_decided_is_found(store: Store, found: list[int]) -> None:
    sure = StudyValue("cohort", (), 1.0, "user")
    rows = (
        Correction("c1", found[0], 1, "design", "", "accepted", sure, None, (), 1),
        Correction("c2", found[1], 2, "design", "", "rejected", None, None, (), 1),
    )
    store.apply(Change("Check", tuple(Edit(None, row) for row in rows)))
    for typed, wanted in (
        ("is:checked", found[:2]),
        ("is:corrected", [found[1]]),
        ("status:edited", [found[1]]),
        ("-is:checked", [found[2]]),
        ("has:fulltext", []),
        ("-has:fulltext", found),
    ):
        assert list(store.articles.ids(ArticleQuery(words=typed))) == wanted
        assert not understand(store, typed).notices


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("des|", ["design:"]),
        ("design:|", ["cohort", "rct", "none"]),
        ("design:ran|", ["rct"]),
        ("design:coh|", ["cohort"]),
        ("condition:mul|", ['"multiple myeloma"', '"multiple sclerosis"']),
        ("condition:scl|", ['"multiple sclerosis"']),
        ("n|", ["n:", "note:", "nct:"]),
        ("n>|", ["100", "1000", "50"]),
        ("followup:>=|", ["6mo", "1y", "2y", "5y", "3mo"]),
        ("is:o|", ["orphaned", "annotated", "corrected"]),
        ("n:|", [">=100", ">=1000", "<50", "100..500"]),
        ("tag:|", ["ms"]),
        ("#m|", ["#ms"]),
        ("is:un|", ["unread"]),
        ("sort:rel|", ["relevance"]),
        ("in:|", ["notes", "highlights", "title", "text"]),
        ("in:hi|", ["highlights"]),
        ("read:|", ["7d", "30d", "today", "yesterday", "month", "year", "1y"]),
        ("is:sta|", ["starred", "stale"]),
        ("search:|", ['"Cohorts"']),
        ("published:|", ["7d", "30d", "today", "yesterday", "month", "year", "1y"]),
        ("feed:|", ['"Example News"']),
        ("zzz|", []),
    ],
)
def test_what_may_be_typed_is_offered(
    store: Store, found: list[int], typed: str, offered: list[str]
) -> None:
    store.apply(tag(store, found[:1], "ms"))
    saved(store, "Cohorts", "design:cohort")
    _, rows = suggestions(store, typed.replace("|", ""), typed.index("|"))
    assert [row.text for row in rows] == offered


def test_what_was_searched_for_is_offered_before_anything_is_typed(store: Store) -> None:
    for number in range(25):
        store.apply(remember(store, f"stem  {number} "))
    for words in ("design:rct", "stem 24", "  ", "x" * 501):
        store.apply(remember(store, words))
    assert searched(store)[:3] == ("stem 24", "design:rct", "stem 23")
    assert len(searched(store)) == 20
    _, rows = suggestions(store, " ", 1)
    assert [row.text for row in rows[:2]] == ["stem 24", "design:rct"]
    assert [row.text for row in rows[8:10]] == ["title:", "design:"]
    forgotten = forget(store)
    store.apply(forgotten)
    assert searched(store) == ()
    store.apply(forgotten.reversed())
    assert len(searched(store)) == 20


@pytest.mark.parametrize("kept", ["", "x", "{}", "3", "[1, null]"])
def test_what_was_kept_in_another_way_is_nothing(store: Store, kept: str) -> None:
    store.apply(Change("Set", (Edit(None, Setting("searched", kept)),)))
    assert searched(store) == ()
    store.apply(remember(store, "stem"))
    assert searched(store) == ("stem",)


def test_values_are_offered_with_counts(store: Store, found: list[int]) -> None:
    _, rows = suggestions(store, "design:", 7)
    assert [(row.text, row.words, row.count) for row in rows[:2]] == [
        ("cohort", "Cohort", 2),
        ("rct", "RCT", 1),
    ]
