"""Numbers of study cards are found by their ranges, however many articles there are."""

import random
import re
from collections.abc import Sequence

import pytest

from reader.model.feed import Feed
from reader.model.query import ArticleQuery
from reader.store import lists
from reader.store.falling import Falling, Row
from reader.store.store import Store
from tests.cards import study, value
from tests.conftest import NOW, arrive, entry
from tests.store.test_queries import plan

MONTHS = (1, 3, 6, 12, 18, 24, 60)


@pytest.fixture
def followed(store: Store, feed: Feed) -> dict[int, tuple[float, float]]:
    """Articles with the least and most years of their studies; a third are ranges."""
    chance = random.Random(11)
    arrive(store, feed, *(entry(n) for n in range(60)))
    found: dict[int, tuple[float, float]] = {}
    for article_id in store.articles.ids(ArticleQuery()):
        low, high = sorted(chance.sample(MONTHS, 2))
        low = low if chance.random() < 0.3 else high
        said = value("x", min_years=low / 12, max_years=high / 12)
        study(store, article_id, follow_up=said)
        found[article_id] = (low, high)
    return found


def test_a_range_finds_the_numbers_and_ranges_it_overlaps(
    store: Store, followed: dict[int, tuple[float, float]]
) -> None:
    assert any(low < high for low, high in followed.values())
    for low in MONTHS:
        for high in (month for month in MONTHS if month >= low):
            wanted = {n for n, (least, most) in followed.items() if least <= high and most >= low}
            query = ArticleQuery(words=f"followup:{low}mo..{high}mo")
            assert set(store.articles.ids(query)) == wanted, query
            assert store.articles.count(query) == len(wanted)
            assert store.articles.among(query, list(followed)) == wanted


def test_a_range_reads_one_stretch_of_numbers_and_the_ranges(
    store: Store, followed: dict[int, tuple[float, float]]
) -> None:
    asked: list[str] = []
    store.connection().set_trace_callback(asked.append)
    store.articles.count(ArticleQuery(words="followup:3mo..6mo"))
    store.connection().set_trace_callback(None)
    ways = [line for sql in asked for line in plan(store, sql) if " v " in f"{line} "]
    stretch = re.compile(r"study_number_by_(low|high) \(name=\? AND \1>\? AND \1<\?\)")
    assert any(stretch.search(line) for line in ways)
    assert any("study_number_by_range (name=? AND high>?)" in line for line in ways)
    assert not [line for line in ways if line.startswith("SCAN")]


def test_as_many_ranges_as_one_may_type_are_asked(
    store: Store, followed: dict[int, tuple[float, float]]
) -> None:
    many = " OR ".join(f"{n}mo..{n + 1}mo" for n in range(1, 190))
    query = ArticleQuery(words=f"followup:({many})")
    assert set(store.articles.ids(query)) == set(followed)


def test_the_newest_of_a_rare_number_are_had_without_looking_along_time(
    store: Store, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the leading part all ids are sorted; articles are looked at until none can be newer."""
    chance = random.Random(4)
    for batch in range(10):
        now = NOW + batch * 1000
        late = (now - chance.randrange(3000) for _ in range(40))
        entries = (entry(batch * 40 + n, published=when) for n, when in enumerate(late))
        arrive(store, feed, *entries, now=now)
    everything = list(store.articles.ids(ArticleQuery()))
    for article_id in everything[::4]:
        study(store, article_id, sample_size=chance.randrange(1, 9))
    for article_id in everything[1::4]:
        study(store, article_id, sample_size=500)
    monkeypatch.setattr(lists, "FEW", 20)
    looked: list[int] = []
    dated = Falling._dated

    def counted(self: Falling, article_ids: Sequence[int]) -> list[Row]:
        looked.extend(article_ids)
        return dated(self, list(article_ids))

    monkeypatch.setattr(Falling, "_dated", counted)
    monkeypatch.setattr(lists, "WALKED", 0)
    monkeypatch.setattr(Falling, "along_time", None)  # would be an error
    monkeypatch.setattr("reader.store.falling._SHORTEST", 8)
    for words in ("n<10", "n<10 is:unread", "n:1..9"):
        whole = list(store.articles.ids(ArticleQuery(words=words)))
        assert whole == everything[::4]
        for limit in (40, 20):
            looked.clear()
            assert list(store.articles.ids(ArticleQuery(words=words), limit)) == whole[:limit]
            assert looked
        assert len(looked) < len(whole)
