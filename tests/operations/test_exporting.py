"""Exports of a real archive, whole or not at all."""

import csv
import json
from pathlib import Path

import pytest

from reader.export.formats import FORMATS
from reader.model.article import Tagging
from reader.model.change import Change, Edit, Steps
from reader.model.errors import ReaderError
from reader.model.feed import Feed
from reader.model.query import ArticleQuery
from reader.model.record import Wishes
from reader.operations.annotating import highlight, write_note
from reader.operations.exporting import export, export_ids
from reader.operations.studying import study_one
from reader.store.store import Store
from tests.conftest import arrive, entry

STUDY = (
    "<p>In a randomised controlled trial, 48 adults with multiple sclerosis took the drug or a "
    "placebo for 10 weeks.</p>"
)


@pytest.fixture
def ids(store: Store, feed: Feed) -> list[int]:
    """Three articles on a trial, the newest highlighted, noted and tagged."""
    found = arrive(store, feed, *(entry(n, f"Trial {n}", STUDY) for n in (1, 2, 3)))
    for article_id in found:
        article = store.articles.one(article_id)
        assert article
        study_one(store, article)
    article = store.articles.one(found[0])
    assert article
    store.apply(highlight(article, 10, 30, "green"))
    store.apply(write_note(store, found[0], "", "Mine"))
    store.apply(Change("Tag", (Edit(None, Tagging(found[0], "ms")),)))
    return found


def run(steps: Steps) -> dict[str, object]:
    report: dict[str, object] = {}
    for step in steps:
        report = step.report or report
    return report


@pytest.mark.parametrize("name", [row.name for row in FORMATS])
def test_every_format_is_written(store: Store, ids: list[int], tmp_path: Path, name: str) -> None:
    path = tmp_path / "out"
    report = run(export(store, ids, name, path, Wishes()))
    assert report["articles"] == 3
    assert path.is_dir() if name in ("obsidian", "logseq") else path.stat().st_size


def test_records_hold_what_the_archive_holds(store: Store, ids: list[int]) -> None:
    first, second, third = store.records.each([*ids, 99])
    assert [record.article.id for record in (first, second, third)] == ids
    assert first.tags == ("ms",)
    assert first.note
    assert first.note.text == "Mine"
    assert first.marked == tuple(store.annotations.of(ids[0]))
    assert first.card == store.studies.card(ids[0])
    assert first.article == store.articles.one(ids[0])
    assert second.note is None
    assert second.marked == ()


def test_a_page_of_records_is_five_queries(store: Store, ids: list[int]) -> None:
    asked: list[str] = []
    store.connection().set_trace_callback(asked.append)
    store.records.of(ids)
    store.connection().set_trace_callback(None)
    assert len(asked) == 5  # articles, highlights, notes, and decisions for cards and by themselves


def test_a_query_chooses_what_is_exported(store: Store, ids: list[int], tmp_path: Path) -> None:
    chosen = export_ids(store, ArticleQuery(words='"Trial 2"'))
    path = tmp_path / "out.csv"
    run(export(store, chosen, "csv", path, Wishes(mark=False)))
    with path.open(newline="", encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    assert row["title"] == "Trial 2"


def test_an_export_that_is_stopped_leaves_nothing(store: Store, feed: Feed, tmp_path: Path) -> None:
    many = arrive(store, feed, *(entry(n) for n in range(1, 201)))
    steps = export(store, many, "json", tmp_path / "out.json", Wishes())
    next(steps)
    steps.close()
    assert not [path for path in tmp_path.iterdir() if "out" in path.name or "part" in path.name]


def test_texts_are_read_by_the_page(store: Store, feed: Feed, tmp_path: Path) -> None:
    many = arrive(store, feed, *(entry(n) for n in range(1, 201)))
    steps = list(export(store, many, "json", tmp_path / "out.json", Wishes()))
    assert [step.done for step in steps] == [64, 128, 192, 200]
    assert len(json.loads((tmp_path / "out.json").read_text("utf-8"))["articles"]) == 200


@pytest.mark.parametrize(("name", "cite"), [("word", "study"), ("ris", "nothing")])
def test_what_there_is_not_is_a_sentence(
    store: Store, tmp_path: Path, name: str, cite: str
) -> None:
    with pytest.raises(ReaderError, match=r"(format|choose)"):
        run(export(store, [], name, tmp_path / "out", Wishes(cite=cite)))


def test_an_empty_export_is_a_file_of_its_format(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    run(export(store, [], "csl", path, Wishes()))
    assert json.loads(path.read_text("utf-8")) == []
