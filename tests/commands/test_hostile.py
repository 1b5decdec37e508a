"""Verbs that are given what they cannot use: a sentence, a status, and nothing lost."""

import io
import os
import shutil
import sys
from pathlib import Path

import pytest

from reader.app import DONE, FAILED, NO_ARCHIVE, main
from reader.model.feed import Feed
from reader.store.store import Store
from tests.commands.test_verbs import Verbs
from tests.conftest import arrive, entry

BIG = "9" * 40
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices of POSIX")


@pytest.fixture
def verbs(store: Store, feed: Feed, capsys: pytest.CaptureFixture[str]) -> Verbs:
    arrive(store, feed, entry(1, "Cells in a dish"))
    return Verbs(store.path, capsys)


def test_a_number_that_no_article_has_is_said_to_be_none(verbs: Verbs) -> None:
    for words in (("show", BIG), ("study", BIG), ("show", "--", f"-{BIG}")):
        status, _, err = verbs(*words)
        assert status == FAILED
        assert "There is no article" in err


def test_any_limit_is_one(verbs: Verbs) -> None:
    assert len(verbs.json("articles", "--limit", BIG)) == 1
    assert len(verbs.json("search", "dish", "--limit", BIG)) == 1


def test_a_name_that_is_too_long_is_no_file(verbs: Verbs) -> None:
    status, _, err = verbs("study", "a" * 5_000)
    assert status == FAILED
    assert "cannot be read" in err


def test_a_file_without_end_is_not_read_to_it(verbs: Verbs) -> None:
    status, _, err = verbs("study", "/dev/zero")
    assert status == FAILED
    assert "larger than 20 MB" in err


def test_words_that_are_no_text_are_kept_with_signs(verbs: Verbs) -> None:
    assert verbs("set-feed", "1", "--title", "\udcff\udcfe")[0] == DONE
    assert verbs.json("feeds")[0]["title"] == "\ufffd\ufffd"


@pytest.mark.parametrize("words", [("study", "-"), ("add", "-")])
def test_no_standard_input_is_said(
    verbs: Verbs, words: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    status, _, err = verbs(*words)
    assert status == FAILED
    assert "Standard input is closed" in err


def test_a_list_of_addresses_in_any_bytes_is_read(
    verbs: Verbs, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = io.BytesIO(b"\xef\xbb\xbf# ours\r\n\xff\xfe\r\n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(given, "ascii"))
    status, _, err = verbs("add", "-")
    assert status == FAILED
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [("export", "--format", "csv", "-o"), ("export-feeds",), ("study", "news", "--text-out")],
)
def test_nothing_but_a_file_is_written_over(
    verbs: Verbs, tmp_path: Path, words: tuple[str, ...]
) -> None:
    given = [str(tmp_path / "news.txt") if word == "news" else word for word in words]
    (tmp_path / "news.txt").write_text("Un texto en español que no se estudia.", "utf-8")
    os.mkfifo(tmp_path / "pipe")
    status, _, err = verbs(*given, str(tmp_path / "pipe"))
    assert status == FAILED
    assert "device or pipe" in err
    assert (tmp_path / "pipe").is_fifo()


def test_a_list_of_feeds_stays_until_the_next_is_whole(
    verbs: Verbs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "feeds.opml"
    assert verbs("export-feeds", str(path))[0] == DONE
    before = path.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    status, _, err = verbs("export-feeds", str(path))
    assert status == FAILED
    assert "No space left on device" in err
    assert path.read_bytes() == before
    assert not list(tmp_path.glob(".studywire-*"))


def test_an_answer_that_finds_no_room_is_said(
    verbs: Verbs, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = str(verbs._archive)
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        status = main(["--archive", archive, "articles"])
        monkeypatch.undo()
    assert status == FAILED
    assert "could not be written: No space left on device" in capsys.readouterr().err


def test_an_archive_is_no_backup_of_itself(verbs: Verbs) -> None:
    status, _, err = verbs("restore", str(verbs._archive), "--yes")
    assert status == NO_ARCHIVE
    assert "is the archive itself" in err


def test_what_is_named_like_a_backup_and_is_none_is_passed_over(
    verbs: Verbs, tmp_path: Path
) -> None:
    assert verbs("backup")[0] == DONE
    folder = tmp_path / "archive.db.backups"
    (made,) = folder.iterdir()
    shutil.copy(made, folder / "99999999-999999.db")
    (folder / "20260101-000000.db").mkdir()
    (tmp_path / "archive.db.before-x").symlink_to("nowhere")
    assert [row["path"] for row in verbs.json("backup", "--list")] == [str(made)]
    assert verbs("backup")[0] == DONE
