"""Columns of the user's own: made, changed, ordered, filled, deleted; each with its undo."""

import pytest

from reader.model.change import Change
from reader.model.errors import ReaderError
from reader.model.evidence import Order
from reader.model.feed import Feed
from reader.model.own_columns import OwnColumn
from reader.operations import appraising
from reader.operations.tabulating import table
from reader.store.store import Store
from tests.cards import study
from tests.conftest import arrive, entry


@pytest.fixture
def ids(store: Store, feed: Feed) -> list[int]:
    found = arrive(store, feed, *(entry(n) for n in range(1, 4)))
    for article_id in found:
        study(store, article_id, sample_size=10)
    return found


def made(store: Store, name: str, kind: str = "text", *choices: str) -> OwnColumn:
    store.apply(appraising.add(store, name, kind, choices))
    return next(c for c in appraising.columns(store) if c.name == name)


def own(store: Store, article_id: int, column: OwnColumn) -> str:
    return store.evidence.rows([article_id])[article_id].cell(column.column).words


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("text", "  two\nwords ", "two words"),
        ("number", "1,200", "1200"),
        ("number", "-0.50", "-0.5"),
        ("choice", "LOW", "low"),
        ("yes_no", "Y", "yes"),
        ("yes_no", "no", "no"),
    ],
)
def test_what_is_typed_is_kept_by_kind(
    store: Store, ids: list[int], kind: str, typed: str, kept: str
) -> None:
    column = made(store, "Mine", kind, "low", "high")
    change = appraising.write(store, column, ids[:1], typed)
    store.apply(change)
    assert own(store, ids[0], column) == kept
    store.apply(change.reversed())
    assert own(store, ids[0], column) == ""


@pytest.mark.parametrize(
    ("kind", "typed", "sentence"),
    [
        ("number", "many", "“Mine” is a number, such as 3.5 or 1,200."),
        ("number", ",", "“Mine” is a number, such as 3.5 or 1,200."),
        ("choice", "medium", "“Mine” is one of: low, high."),
        ("yes_no", "maybe", "“Mine” is yes or no."),
        ("text", "x" * 1_001, "A value may have 1,000 characters; this one has 1,001."),
    ],
)
def test_what_cannot_be_a_value_is_refused_with_a_sentence(
    store: Store, ids: list[int], kind: str, typed: str, sentence: str
) -> None:
    column = made(store, "Mine", kind, "low", "high")
    with pytest.raises(ReaderError) as refused:
        appraising.write(store, column, ids[:1], typed)
    assert str(refused.value) == sentence


def test_columns_are_named_ordered_and_deleted_with_undo(store: Store, ids: list[int]) -> None:
    one, two, three = (made(store, name) for name in ("One", "Two", "Three"))
    store.apply(appraising.write(store, two, ids[:1], "kept"))

    def names() -> list[str]:
        return [column.name for column in appraising.columns(store)]

    def undone(change: Change) -> list[str]:
        before = names()
        store.apply(change)
        after = names()
        store.apply(change.reversed())
        assert names() == before
        return after

    assert undone(appraising.move(store, three, -1)) == ["One", "Three", "Two"]
    assert undone(appraising.move(store, one, -1)) == ["One", "Two", "Three"]
    assert undone(appraising.edit(store, one, "First", ())) == ["First", "Two", "Three"]
    assert undone(appraising.delete(store, two)) == ["One", "Three"]
    assert own(store, ids[0], two) == "kept"


@pytest.mark.parametrize("name", ["", "  ", "One", "one", "x" * 61])
def test_a_name_that_cannot_be_is_refused(store: Store, name: str) -> None:
    made(store, "One")
    with pytest.raises(ReaderError):
        appraising.add(store, name, "text")


def test_a_choice_that_is_used_stays_offered(store: Store, ids: list[int]) -> None:
    column = made(store, "Bias", "choice", "low", "high")
    store.apply(appraising.write(store, column, ids[:1], "low"))
    with pytest.raises(ReaderError, match="“low” is used in “Bias”"):
        appraising.edit(store, column, "Bias", ["some", "high"])
    with pytest.raises(ReaderError, match="two choices"):
        appraising.edit(store, column, "Bias", ["low"])


def test_studies_are_sorted_by_a_column_of_ones_own(store: Store, ids: list[int]) -> None:
    column = made(store, "Score", "number")
    for article_id, score in zip(ids, ("9", "", "10"), strict=True):
        store.apply(appraising.write(store, column, [article_id], score))
    for descending, places in ((True, [2, 0, 1]), (False, [0, 2, 1])):
        found = table(store, ids, Order(column.column, descending))
        assert list(found.article_ids) == [ids[place] for place in places]
        assert found.filled[column.column] == 2


def test_one_value_is_written_for_all_reports_of_a_study(store: Store, ids: list[int]) -> None:
    column = made(store, "Mine")
    for article_id in ids[:2]:
        store.apply(appraising.write(store, column, [article_id], f"of {article_id}"))
    change = appraising.write(store, column, ids[:2], "of both")
    store.apply(change)
    assert [row.value for row in store.own_values.in_column(column.id)] == ["of both"]
    store.apply(change.reversed())
    assert len(store.own_values.in_column(column.id)) == 2
