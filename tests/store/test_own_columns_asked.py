"""Columns of the user's own in queries: `my.` and the column's name."""

import pytest

from reader.model.feed import Feed
from reader.model.query import ArticleQuery
from reader.operations import appraising
from reader.operations.suggesting import suggestions
from reader.store.store import Store
from reader.text.query.explaining import sentence
from reader.text.query.parser import parse
from tests.conftest import arrive, entry


@pytest.fixture
def ids(store: Store, feed: Feed) -> list[int]:
    """Three articles: "Risk of bias" of two, a score of 3 and of 30."""
    found = arrive(store, feed, *(entry(n) for n in (1, 2, 3)))
    store.apply(appraising.add(store, "Risk of bias", "choice", ("low", "high")))
    store.apply(appraising.add(store, "Score", "number"))
    bias, score = appraising.columns(store)
    for column, values in ((bias, ("low", "high", "")), (score, ("3", "30", ""))):
        for article_id, value in zip(found, values, strict=True):
            store.apply(appraising.write(store, column, [article_id], value))
    return found


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ("my.risk-of-bias:low", [0]),
        ("MY.Risk-of-Bias:LOW", [0]),
        ("my.risk-of-bias:(low OR high)", [0, 1]),
        ("-my.risk-of-bias:low", [1, 2]),
        ("my.risk-of-bias:any", [0, 1]),
        ("my.risk-of-bias:none", [2]),
        ("my.score:3", [0]),
        ("my.score:>=3", [0, 1]),
        ("my.score>3", [1]),
        ("my.score:1..5", [0]),
        ("my.score:none words", [2]),
        ("my.nothing:x", []),
    ],
)
def test_own_columns_are_asked_for(
    store: Store, ids: list[int], asked: str, places: list[int]
) -> None:
    assert not parse(asked).notices
    found = store.articles.ids(ArticleQuery(words=asked))
    assert sorted(found) == sorted(ids[place] for place in places)


def test_what_is_no_number_is_said() -> None:
    (notice,) = parse("my.score:>=high").notices
    assert "“high” is not a number" in notice.sentence


def test_the_question_is_put_into_words() -> None:
    said = sentence(parse("my.risk-of-bias:low my.score:>=3 my.remarks:none"))
    assert said == "Your “risk of bias” has low · your “score” at least 3 · your “remarks” empty"


def test_names_and_values_are_suggested(store: Store, ids: list[int]) -> None:
    _, found = suggestions(store, "ris", 3)
    assert "my.risk-of-bias:" in [row.text for row in found]
    _, found = suggestions(store, "my.risk-of-bias:", 16)
    assert {row.text for row in found} == {"low", "high", "none"}
