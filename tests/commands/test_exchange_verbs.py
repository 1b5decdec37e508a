"""export and import without a window."""

import json
from pathlib import Path

import pytest

from reader.app import main
from reader.operations.sampling import add_samples
from reader.store.store import Store


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive with the sample articles."""
    path = tmp_path / "archive.db"
    with Store(path) as store:
        list(add_samples(store))
        with store.writing():
            store.search.index(store.pending.next("index", 100))
    return path


def run(archive: Path, *arguments: str | Path) -> int:
    return main(["--archive", str(archive), *map(str, arguments)])


def test_the_archive_is_exported(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert run(archive, "export", "--format", "csl", "--cite", "news", "-o", out) == 0
    assert len(json.loads(out.read_text("utf-8"))) == 12


def test_a_query_narrows_an_export(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert run(archive, "export", "--format", "json", "--query", "pigeons", "-o", out) == 0
    (row,) = json.loads(out.read_text("utf-8"))["articles"]
    assert "pigeons" in row["title"]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("--format", "word", "-o", "x"), 2),
        (("--format", "csl"), 2),
        (("--format", "csl", "--cite", "x", "-o", "x"), 2),
        (("--format", "csl", "-o", "/nowhere/at/all.json"), 1),
    ],
)
def test_statuses_say_what_went_wrong(
    archive: Path, arguments: tuple[str, ...], status: int
) -> None:
    assert run(archive, "export", *arguments) == status


def test_an_archive_that_is_none_is_status_3(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text("no archive")
    out = tmp_path / "out"
    assert run(tmp_path / "x.db", "export", "--format", "csl", "-o", out) == 3
    assert not out.exists()
