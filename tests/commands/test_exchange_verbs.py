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


def test_a_query_of_fields_narrows_an_export(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.json"
    assert run(archive, "export", "--format", "json", "--query", "feed:samples", "-o", out) == 0
    assert len(json.loads(out.read_text("utf-8"))["articles"]) == 12
    assert run(archive, "export", "--format", "json", "--query", "n:>=abc", "-o", out) == 0
    assert "is not a number" in capsys.readouterr().err


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


RIS = "TY  - JOUR\nTI  - Tides\nDO  - 10.5555/t.1\nER  - \nTY  - BOOK\nTI  - Water\nER  - \n"
OPML = '<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example/f"/>{}</body></opml>'


def titles(archive: Path) -> int:
    with Store(archive) as store:
        return store.articles.total()


def test_a_bibliography_is_taken_in_once(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "refs.ris"
    path.write_text(RIS, "utf-8")
    assert run(archive, "import", path, "--dry-run") == 0
    assert titles(archive) == 12
    assert run(archive, "import", path) == 0
    assert titles(archive) == 14
    assert run(archive, "import", path) == 0
    assert titles(archive) == 14
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "RIS: 2 new, 0 added to, 0 there already. Nothing was written."
    assert said[1] == "RIS: 2 new, 0 added to, 0 there already."
    assert said[2] == "RIS: 0 new, 0 added to, 2 there already."


def test_a_list_of_feeds_is_taken_in_as_before(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.opml"
    path.write_text(OPML.format(""), "utf-8")
    assert run(archive, "import", path, "--dry-run") == 0
    assert run(archive, "import", path) == 0
    assert run(archive, "import", path) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == [
        "1 feed to add.",
        "1 feed added.",
        "0 feeds added, 1 followed already.",
    ]


@pytest.mark.parametrize(
    ("name", "words", "status"),
    [
        ("x.opml", OPML.format('<outline text="l" xmlUrl="http://127.0.0.1/f"/>'), 1),
        ("x.opml", "no list", 1),
        ("x.ris", "TY  - JOUR\nER  - \n", 1),
        ("x.json", "{", 1),
        ("x.ris", RIS, 0),
    ],
)
def test_import_says_by_its_status_what_was_not_taken(
    archive: Path, tmp_path: Path, name: str, words: str, status: int
) -> None:
    path = tmp_path / name
    path.write_text(words, "utf-8")
    assert run(archive, "import", path) == status


def test_import_of_nothing_is_wrong_use(archive: Path, tmp_path: Path) -> None:
    assert run(archive, "import") == 2
    assert run(archive, "import", tmp_path / "missing") == 2
