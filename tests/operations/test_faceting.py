"""Results divide by what their studies state; clicking a value writes the query."""

import pytest

from reader.model.feed import Feed
from reader.model.query import ArticleQuery
from reader.operations import reading
from reader.operations.faceting import facets
from reader.operations.tagging import tag
from reader.store import facets as store_facets
from reader.store.store import Store
from reader.text.query.choosing import toggled
from tests.cards import study, value
from tests.conftest import arrive, entry
from tests.store.test_queries import plan


@pytest.fixture(params=[3_000, 0], ids=["few results", "many results"])
def found(
    store: Store, feed: Feed, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> list[int]:
    monkeypatch.setattr(store_facets, "_FEW", request.param)
    ids = arrive(store, feed, *(entry(n, html=f"<p>stem {n}</p>") for n in range(1, 6)))
    long = value("2 to 6 years", min_years=2, max_years=6)
    study(store, ids[0], study_type="randomized_controlled_trial", sample_size=120, follow_up=long,
          condition=["multiple sclerosis", "stroke"], country=["Japan"])  # fmt: skip
    study(store, ids[1], study_type="cohort", sample_size=5000, condition=["stroke"])
    study(store, ids[2], study_type="cohort", sample_size=9)
    study(store, ids[3])
    store.apply(tag(store, ids[:2], "MS"))
    store.apply(reading.star(store, ids[4:]))
    store.apply(reading.mark_read(store, ids[:1]))
    return ids


def counted(store: Store, words: str) -> dict[str, dict[str, int]]:
    found = {}
    for facet in facets(store, ArticleQuery(words=words)):
        found[facet.field] = {row.text: row.count for row in facet.values}
        if facet.none is not None:
            found[facet.field]["none"] = facet.none
    return found


def test_all_results_are_counted(store: Store, found: list[int]) -> None:
    assert counted(store, "") == {
        "design": {"cohort": 2, "rct": 1, "none": 2},
        "condition": {"=stroke": 2, '="multiple sclerosis"': 1, "none": 3},
        "n": {"<10": 1, "50..199": 1, "1000..9999": 1, "none": 2},
        "followup": {"2y..<5y": 1, ">=5y": 1, "none": 4},
        "country": {"=Japan": 1, "none": 4},
        "year": {"2026": 5},
        "feed": {'="Example News"': 5},
        "tag": {"MS": 2},
        "is": {"unread": 4, "read": 1, "starred": 1},
    }


def test_a_facet_counts_without_its_own_terms(store: Store, found: list[int]) -> None:
    counts = counted(store, "design:rct n>=100")
    assert counts["design"] == {"cohort": 1, "rct": 1, "none": 0}
    assert counts["condition"] == {"=stroke": 1, '="multiple sclerosis"': 1, "none": 0}
    assert counts["n"] == {">=100": -1, "50..199": 1, "none": 0}
    assert counts["is"] == {"read": 1}


@pytest.mark.parametrize("words", ["", "stem ", "design:cohort"])
def test_every_count_is_what_its_click_finds(store: Store, found: list[int], words: str) -> None:
    for facet in facets(store, ArticleQuery(words=words)):
        rows = [(row.text, row.count) for row in facet.values]
        rows += [("none", facet.none)] if facet.none is not None else []
        for text, count in rows:
            if count < 0:
                continue
            alone = toggled("stem ", facet.field, text)
            if words in ("", "stem "):
                assert store.articles.count(ArticleQuery(words=alone)) == count, alone


@pytest.mark.parametrize(
    ("query", "field", "value", "after"),
    [
        ("", "design", "rct", "design:rct"),
        ("stem", "design", "rct", "stem design:rct"),
        ("design:rct stem", "design", "rct", "stem"),
        ("design:rct stem", "design", "cohort", "stem (design:rct OR design:cohort)"),
        ("stem (design:rct OR design:cohort)", "design", "rct", "stem design:cohort"),
        ("design:(rct OR cohort) x", "design", "cohort", "x design:rct"),
        ("a OR b", "design", "rct", "(a OR b) design:rct"),
        ("n:<10 x", "n", "10..49", "x (n:<10 OR n:10..49)"),
        ("n<10", "n", "<10", ""),
        ("-design:rct", "design", "rct", "-design:rct design:rct"),
        ("#ms", "tag", "ms", ""),
        ("year:2024 published:2024-01", "year", "2024", "published:2024-01"),
        ('condition:="multiple sclerosis"', "condition", '="multiple sclerosis"', ""),
        ("is:unread", "is", "starred", "(is:unread OR is:starred)"),
    ],
)
def test_clicking_a_value_writes_the_query(query: str, field: str, value: str, after: str) -> None:
    assert toggled(query, field, value) == after


def test_no_facet_looks_at_every_article_or_fact(store: Store, found: list[int]) -> None:
    asked: list[str] = []
    store.connection().set_trace_callback(asked.append)
    list(facets(store, ArticleQuery(words="stem ")))
    store.connection().set_trace_callback(None)
    for sql in asked:
        for line in plan(store, sql):
            table = line.removeprefix("SCAN ").split()[0]
            assert not line.startswith("SCAN ") or table not in ("a", "article", "v", "fact"), sql
