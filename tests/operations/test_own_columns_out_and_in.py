"""Columns of the user's own go out in every table and in JSON, and come back from JSON."""

import csv
import json
from pathlib import Path

import openpyxl
import pytest

from reader.imports.read import read
from reader.model.errors import ReaderError
from reader.model.feed import Feed
from reader.model.own_columns import OwnColumn
from reader.model.query import ArticleQuery
from reader.model.record import Wishes
from reader.operations import appraising, grouping, importing
from reader.operations.exporting import export
from reader.store.store import Store
from tests.cards import study
from tests.conftest import arrive, entry


@pytest.fixture
def ids(store: Store, feed: Feed) -> list[int]:
    """Two articles on one study and one on another, with a score and a hostile remark."""
    found = arrive(store, feed, *(entry(n) for n in (1, 2, 3)))
    study(store, found[0], doi="10.5555/a", sample_size=120)
    study(store, found[1], doi="10.5555/a", sample_size=118, phase="2")
    study(store, found[2], sample_size=40)
    list(grouping.group(store))
    for name, kind in (("Score", "number"), ("=Remarks", "text")):
        store.apply(appraising.add(store, name, kind))
    score, remarks = appraising.columns(store)
    store.apply(appraising.write(store, score, found[:2], "-0.5"))
    store.apply(appraising.write(store, remarks, found[2:], "=1+1"))
    return found


def written(store: Store, name: str, path: Path) -> Path:
    everything = list(store.articles.ids(ArticleQuery()))
    list(export(store, everything, name, path, Wishes(mark=False)))
    return path


def table(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_a_wide_table_has_a_row_a_study(store: Store, ids: list[int], tmp_path: Path) -> None:
    one, other = table(written(store, "csv", tmp_path / "out.csv"))
    assert (one["reports"], other["reports"]) == ("2", "1")
    assert one["sample_size"].split("; ") == ["120", "118"]
    assert one["sample_size_status"] == "differ"
    assert one["phase"] == "Phase 2"
    assert one["other_urls"] == "https://example.org/2"
    assert float(one["my.Score"]) == -0.5
    assert other["my.=Remarks"] == "'=1+1"
    assert other["my.Score"] == ""


def test_a_long_table_has_a_row_a_value_of_ones_own(
    store: Store, ids: list[int], tmp_path: Path
) -> None:
    rows = table(written(store, "csv-long", tmp_path / "out.csv"))
    mine = {row["attr"]: row for row in rows if row["status"] == "own"}
    assert float(mine["my.Score"]["num"]) == -0.5
    assert mine["my.=Remarks"]["value"] == "'=1+1"
    assert mine["my.Score"]["article_id"] == str(ids[0])


def test_a_workbook_has_them_as_numbers_and_text(
    store: Store, ids: list[int], tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(written(store, "xlsx", tmp_path / "out.xlsx"))
    head, *rows = book["Studies"].iter_rows(values_only=True)
    assert len(rows) == 2
    assert [row[head.index("my.Score")] for row in rows] == [-0.5, None]
    cell = book["Studies"].cell(3, head.index("my.=Remarks") + 1)
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def back(store: Store, path: Path) -> importing.Preview:
    shown = importing.preview(store, [read("x.json", path.read_bytes())])
    store.apply(importing.accept(store, shown))
    return shown


def kept(store: Store) -> list[tuple[str, str, str, str]]:
    """Columns with their values, by the title of the article."""
    rows = store.articles.rows(store.articles.ids(ArticleQuery()))
    return sorted(
        (column.name, column.kind, rows[row.article_id].title, row.value)
        for column in appraising.columns(store)
        for row in store.own_values.in_column(column.id)
    )


def test_our_json_brings_columns_and_values_back(
    store: Store, ids: list[int], tmp_path: Path
) -> None:
    path = written(store, "json", tmp_path / "out.json")
    assert len(json.loads(path.read_text("utf-8"))["own_columns"]) == 2
    with Store(tmp_path / "fresh.db") as fresh:
        shown = importing.preview(fresh, [read("x.json", path.read_bytes())])
        change = importing.accept(fresh, shown)
        fresh.apply(change)
        assert kept(fresh) == kept(store)
        assert not importing.preview(fresh, [read("x.json", path.read_bytes())])
        fresh.apply(change.reversed())
        assert appraising.columns(fresh) == ()


def test_an_import_with_a_value_of_ones_own_written_since_is_not_undone(
    store: Store, ids: list[int], tmp_path: Path
) -> None:
    path = written(store, "json", tmp_path / "out.json")
    with Store(tmp_path / "fresh.db") as fresh:
        shown = importing.preview(fresh, [read("x.json", path.read_bytes())])
        change = importing.accept(fresh, shown)
        fresh.apply(change)
        _, remarks = appraising.columns(fresh)
        first = fresh.articles.ids(ArticleQuery())[0]
        fresh.apply(appraising.write(fresh, remarks, [first], "written since"))
        with pytest.raises(ReaderError, match="made since"):
            fresh.apply(change.reversed())
        assert "written since" in {row[3] for row in kept(fresh)}


def test_values_come_to_articles_that_are_there_and_replace_none(
    store: Store, ids: list[int], tmp_path: Path
) -> None:
    path = written(store, "json", tmp_path / "out.json")
    before = kept(store)
    score, remarks = appraising.columns(store)
    store.apply(appraising.write(store, score, ids[:1], "7"))
    store.apply(appraising.write(store, remarks, ids[2:], ""))
    shown = back(store, path)
    assert [article_id for article_id, _ in shown.changed] == [ids[2]]
    assert ("Score", "number", "Article 3", "7") in kept(store)
    assert [row for row in kept(store) if row[0] == "=Remarks"] == [
        row for row in before if row[0] == "=Remarks"
    ]


def test_a_column_of_another_kind_with_the_same_name_gets_a_number(
    store: Store, ids: list[int], tmp_path: Path
) -> None:
    path = written(store, "json", tmp_path / "out.json")
    with Store(tmp_path / "fresh.db") as fresh:
        fresh.apply(appraising.add(fresh, "score", "text"))
        back(fresh, path)
        found: list[OwnColumn] = list(appraising.columns(fresh))
    assert [(c.name, c.kind) for c in found] == [
        *(("score", "text"), ("Score 2", "number"), ("=Remarks", "text")),
    ]


@pytest.mark.parametrize(
    "columns",
    [
        [{"id": 5, "name": {}, "kind": "text"}],
        [{"id": "x", "name": "A", "kind": "formula"}],
        [{"name": "A", "kind": "choice", "choices": "low"}],
        {"a": 1},
        [["x"]],
    ],
)
def test_columns_that_are_none_are_left_out(store: Store, columns: object) -> None:
    document = {
        "schema": "studywire.export/1",
        "own_columns": columns,
        "articles": [{"title": "T", "link": "https://example.org/t", "own": {"x": 1, "y": "z"}}],
    }
    shown = importing.preview(store, [read("x.json", json.dumps(document).encode())])
    store.apply(importing.accept(store, shown))
    assert appraising.columns(store) == ()
