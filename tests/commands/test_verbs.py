"""The command line: what it prints, and how it ends. Other tools rely on these forms."""

import json
from pathlib import Path
from typing import Any

import pytest

from reader import __version__
from reader.app import FAILED, NO_ARCHIVE, WRONG_USE, main
from reader.model.study import FIELDS
from tests.fakes import item, rss

STUDY = (
    "Small trial of singing lessons in asthma\n\n"
    "In a small study without a control group, 24 adults with asthma took singing lessons for "
    "twelve weeks. Lung function did not change, the researchers report in the journal Thorax.\n"
)
OPML = """<opml version="2.0"><body>
<outline type="rss" text="Far" xmlUrl="https://example.org/far.xml"/>
<outline type="rss" text="Near" xmlUrl="http://127.0.0.1:8080/near.xml"/>
</body></opml>"""


class Verbs:
    """Runs verbs on one archive."""

    def __init__(self, archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._archive = archive
        self._capsys = capsys

    def __call__(self, *words: str) -> tuple[int, str, str]:
        """Exit status, standard output and standard error of a verb."""
        status = main(["--archive", str(self._archive), *words])
        return status, *self._capsys.readouterr()

    def json(self, *words: str) -> Any:
        status, out, _ = self(*words, "--json")
        assert status == 0
        return json.loads(out)


@pytest.fixture
def verbs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Verbs:
    return Verbs(tmp_path / "archive.db", capsys)


@pytest.fixture
def feed_file(tmp_path: Path) -> Path:
    path = tmp_path / "feed.xml"
    body = rss(item(1, "Cells in a dish."), item(2, "People in a trial."), title="Near News").body
    path.write_bytes(body)
    return path


def test_from_a_local_feed_to_a_found_article(verbs: Verbs, feed_file: Path) -> None:
    status, out, _ = verbs("add", str(feed_file))
    assert status == 0
    assert "Near News" in out
    status, out, _ = verbs("refresh", "--json")
    lines = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [(line["status"], line["new"]) for line in lines] == [("ok", 2), ("total", 2)]
    assert set(lines[0]) == {"feed", "status", "new", "updated", "error"}
    (feed,) = verbs.json("feeds")
    assert (feed["title"], feed["articles"], feed["error"]) == ("Near News", 2, None)
    assert len(verbs.json("articles", "--limit", "1")) == 1
    (found,) = verbs.json("search", "dish", "--sort", "relevance")
    assert found["title"] == "Article 1"
    assert "dish" in found["snippet"]
    shown = verbs.json("show", str(found["id"]))
    assert shown["text"].endswith("Cells in a dish.")
    assert shown["card"]["schema"] == "studywire.card/1"


def test_a_second_refresh_brings_nothing_new(verbs: Verbs, feed_file: Path) -> None:
    verbs("add", str(feed_file))
    verbs("refresh")
    feed_file.write_bytes(rss(item(1, "Cells in two dishes."), item(2, "People in a trial.")).body)
    _, out, _ = verbs("refresh", "--json")
    total = json.loads(out.splitlines()[-1])
    assert (total["new"], total["updated"]) == (0, 1)


def test_a_feed_that_is_gone_is_said_and_the_status_is_one(verbs: Verbs, feed_file: Path) -> None:
    verbs("add", str(feed_file))
    feed_file.unlink()
    status, out, _ = verbs("refresh", "--json")
    first, total = (json.loads(line) for line in out.splitlines())
    assert status == FAILED
    assert first["error"].endswith(".")
    assert total["failed"] == 1


def test_what_is_not_a_feed_is_refused_with_a_sentence(verbs: Verbs, tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    status, _, err = verbs("add", str(tmp_path / "photo.png"), str(tmp_path / "nowhere.xml"))
    assert status == FAILED
    assert len(err.strip().splitlines()) == 2
    assert verbs.json("feeds") == []


def test_an_opml_file_grants_no_address_of_ones_own_network(verbs: Verbs, tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(OPML, encoding="utf-8")
    status, out, err = verbs("import", str(path))
    assert status == FAILED
    assert "1 feed added" in out
    assert "127.0.0.1" in err
    assert verbs("import", str(path), "--allow-local")[0] == 0
    assert len(verbs.json("feeds")) == 2


def test_a_text_is_studied_without_an_archive(verbs: Verbs, tmp_path: Path) -> None:
    path, written = tmp_path / "news.txt", tmp_path / "plain.txt"
    path.write_text(STUDY, encoding="utf-8")
    status, out, _ = verbs("study", str(path), "--json", "--text-out", str(written))
    card, text = json.loads(out), written.read_text(encoding="utf-8")
    assert status == 0
    assert not (tmp_path / "archive.db").exists()
    assert {field.name for field in FIELDS} <= set(card)
    assert card["sample_size"]["value"] == 24
    for value in [v for v in card.values() if isinstance(v, dict) and v.get("evidence")]:
        for span in value["evidence"]:
            assert text[span["start"] : span["end"]] == span["text"]


def test_what_a_text_says_to_a_terminal_is_not_passed_on(verbs: Verbs, tmp_path: Path) -> None:
    text = tmp_path / "article.txt"
    text.write_text(
        "Zinc shortens colds\n\nForty-one adults with a \x1b]0;mine\x07cold were randomly assigned to "
        "zinc or placebo, researchers report. The study was limited by \x1b[31mits small\x9b2J size.",
        encoding="utf-8",
    )
    code, out, _ = verbs("study", str(text))
    assert code == 0
    assert "cold" in out
    assert all(sign.isprintable() or sign == "\n" for sign in out)


def test_html_is_studied_as_its_plain_text(verbs: Verbs, tmp_path: Path) -> None:
    path = tmp_path / "news.html"
    title, _, words = STUDY.partition("\n\n")
    path.write_text(f"<html><body><h1>{title}</h1><p>{words}</p></body></html>", encoding="utf-8")
    status, out, _ = verbs("study", str(path))
    assert status == 0
    assert "24 adults" in out
    assert "not stated" in out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["search"], WRONG_USE),
        (["articles", "--limit", "none"], WRONG_USE),
        (["fly"], WRONG_USE),
        (["show", "7"], FAILED),
        (["study", "nowhere.txt"], FAILED),
        (["--help"], 0),
        (["refresh", "--help"], 0),
    ],
)
def test_exit_statuses(verbs: Verbs, words: list[str], expected: int) -> None:
    assert verbs(*words)[0] == expected


def test_a_file_that_is_no_archive_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear reader", encoding="utf-8")
    assert main(["--archive", str(path), "articles"]) == NO_ARCHIVE
    assert path.read_text(encoding="utf-8") == "Dear reader"
    assert capsys.readouterr().err.strip().endswith(".")


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert __version__ in capsys.readouterr().out


def test_the_archive_may_be_named_in_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STUDYWIRE_ARCHIVE", str(tmp_path / "elsewhere.db"))
    assert main(["articles", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert (tmp_path / "elsewhere.db").exists()
