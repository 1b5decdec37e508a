"""Rules do what they say with articles that arrive, say why, and can be taken back."""

import pytest

from reader.model.errors import ReaderError
from reader.model.feed import Feed
from reader.model.query import ArticleQuery
from reader.model.searches import Rule
from reader.operations.indexing import index
from reader.operations.ruling import (
    remove_rule,
    rule_arrivals,
    run_rule,
    save_rule,
    take_back,
    why_tagged,
    would_match,
)
from reader.operations.tagging import tag
from reader.store.store import Store
from tests.cards import study
from tests.conftest import NOW, arrive, entry

RULE = Rule("", "Stems", "stem design:cohort", tag="cells", star=True, notify=True)


def kept(store: Store, rule: Rule) -> Rule:
    store.apply(save_rule(store, rule))
    return next(row for row in store.rules.all() if row.name == rule.name)


def test_arrivals_are_ruled_once_they_are_indexed_and_studied(store: Store, feed: Feed) -> None:
    rule = kept(store, RULE)
    with store.writing():
        new = [entry(n, html="<p>stem words</p>") for n in (1, 2)]
        store.arrivals.merge(feed.id, new, NOW)
    assert list(rule_arrivals(store)) == []
    list(index(store))
    assert list(rule_arrivals(store)) == []
    first, second = store.articles.ids(ArticleQuery())
    study(store, first, study_type="cohort")
    study(store, second, study_type="animal")
    (step,) = rule_arrivals(store)
    assert step.report == {"notice": "1 new article for “Stems”."}
    assert [row.article_id for row in store.tags.of([first, second])] == [first]
    assert store.stars.among([first, second]) == {first}
    assert why_tagged(store, first, ["cells", "x"]) == ["cells (by the rule “Stems”)", "x"]
    assert why_tagged(store, second, ["cells"]) == ["cells"]
    assert list(rule_arrivals(store)) == []
    store.apply(remove_rule(rule))
    assert why_tagged(store, first, ["cells"]) == ["cells"]


def test_what_a_rule_marked_read_was_not_read_at_any_time(store: Store, found: list[int]) -> None:
    run = run_rule(store, Rule("", "Done", "design:cohort", mark_read=True))
    store.apply(run)
    assert store.articles.count(ArticleQuery(words="is:read")) == len(found)
    assert not store.articles.count(ArticleQuery(words="read:1y"))


@pytest.fixture
def found(store: Store, feed: Feed) -> list[int]:
    ids = arrive(store, feed, *(entry(n, html=f"<p>stem {n}</p>") for n in (1, 2, 3)))
    for article_id in ids:
        study(store, article_id, study_type="cohort")
    store.apply(tag(store, ids[:1], "CELLS"))
    return ids


def test_a_rule_runs_on_the_archive_and_is_taken_back(store: Store, found: list[int]) -> None:
    assert would_match(store, "stem 1 ") == (1, 3)
    rule = kept(store, Rule("", "All", "stem", tag="cells", mute=True))
    assert rule.tag == "CELLS"
    change = run_rule(store, rule)
    store.apply(change)
    assert len(store.tags.of(found)) == 3
    assert store.read_marks.among(found) == set(found)
    assert set(store.articles.ids(ArticleQuery(words="is:muted"))) == set(found)
    assert not run_rule(store, rule)
    store.apply(take_back(store, rule))
    assert not store.tags.of(found)
    assert not list(store.articles.ids(ArticleQuery(words="is:muted OR is:read")))


def test_running_a_rule_is_one_step_back(store: Store, found: list[int]) -> None:
    change = run_rule(store, Rule("", "All", "stem", tag="cells"))
    store.apply(change)
    store.apply(change.reversed())
    assert [row.article_id for row in store.tags.of(found)] == found[:1]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Rule("", "", "stem", star=True), "name"),
        (Rule("", "A", "  ", star=True), "every article"),
        (Rule("", "A", "n:>=abc", star=True), "not a number"),
        (Rule("", "A", "search:gone", star=True), "no saved search"),
        (Rule("", "A", "stem"), "Choose what"),
        (Rule("", "A", "stem", tag="/"), "tag needs a name"),
    ],
)
def test_a_rule_that_will_not_do_is_a_sentence(store: Store, rule: Rule, words: str) -> None:
    with pytest.raises(ReaderError, match=words):
        save_rule(store, rule)


def test_an_inactive_rule_does_nothing(store: Store, feed: Feed) -> None:
    kept(store, Rule("", "Off", "stem", star=True, active=False))
    (article,) = arrive(store, feed, entry(1, html="<p>stem</p>"))
    study(store, article)
    list(rule_arrivals(store))
    assert store.pending.count("rule") == 0
    assert store.stars.count() == 0
