"""From a column or a cell to the query that finds its like."""

import pytest

from reader.model.feed import Feed
from reader.model.own_columns import OwnColumn
from reader.model.query import ArticleQuery
from reader.operations import appraising
from reader.operations.narrowing import like, stating
from reader.store.store import Store
from reader.text.query.parser import parse
from tests.cards import study, value
from tests.conftest import arrive, entry


@pytest.fixture
def ids(store: Store, feed: Feed) -> list[int]:
    """Two articles on studies, the first with a value in every field asked for below."""
    found = arrive(store, feed, entry(1), entry(2))
    study(
        store,
        found[0],
        study_type="randomized_controlled_trial",
        sample_size=120,
        follow_up=value("2 years", min_years=2, max_years=2),
        condition=["type 2 diabetes"],
        phase="1/2",
        doi="10.5555/a.b",
        country=["New Zealand"],
    )
    study(store, found[1], study_type="cohort", sample_size=48)
    return found


def found(store: Store, query: str) -> list[int]:
    assert query
    assert not parse(query).notices
    return list(store.articles.ids(ArticleQuery(words=query)))


@pytest.mark.parametrize(
    "name", ["study_type", "sample_size", "follow_up", "condition", "phase", "doi", "country"]
)
def test_a_cell_leads_to_the_studies_that_say_the_same(
    store: Store, ids: list[int], name: str
) -> None:
    row = store.evidence.rows(ids)[ids[0]]
    assert found(store, like(row, name, None)) == [ids[0]]


def test_a_head_leads_to_the_studies_that_state_it_or_do_not(store: Store, ids: list[int]) -> None:
    assert found(store, stating("country", None, something=True)) == [ids[0]]
    assert found(store, stating("country", None, something=False)) == [ids[1]]


def test_a_column_of_ones_own_leads_there_too(store: Store, ids: list[int]) -> None:
    store.apply(appraising.add(store, "Risk of bias", "text"))
    (column,) = appraising.columns(store)
    store.apply(appraising.write(store, column, ids[1:], "some concerns"))
    row = store.evidence.rows(ids)[ids[1]]
    assert found(store, like(row, column.column, column)) == [ids[1]]
    assert found(store, stating(column.column, column, something=True)) == [ids[1]]


def test_what_cannot_be_asked_for_is_nothing(store: Store, ids: list[int]) -> None:
    row = store.evidence.rows(ids)[ids[1]]
    assert like(row, "country", None) == ""
    assert like(row, "key_results", None) == ""
    assert stating("key_results", None, something=True) == ""
    assert like(row, "own:x", OwnColumn("x", "X")) == ""
