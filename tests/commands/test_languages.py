"""Verbs speak the user's language; what programs read stays English."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import app
from reader.commands import saying
from reader.operations.setting import set_one
from reader.store.store import Store

TEXT = "In a randomised trial, 412 adults with asthma took the new drug or a placebo for 2 years.\n"


@pytest.fixture(autouse=True)
def silent(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "STUDYWIRE_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    saying.fall_silent()
    yield
    saying.fall_silent()


def run(*arguments: str) -> int:
    saying.fall_silent()
    return app.main(arguments)


def at(tmp_path: Path) -> tuple[str, str]:
    return ("--archive", str(tmp_path / "archive.db"))


def test_english_is_spoken_where_nothing_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*at(tmp_path), "feeds") == 0
    assert "No feeds yet." in capsys.readouterr().err


@pytest.mark.parametrize("variable", ["LC_ALL", "LC_MESSAGES", "LANG"])
def test_the_system_says_the_language(
    variable: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(variable, "es_ES.UTF-8")
    assert run(*at(tmp_path), "feeds") == 0
    assert "Aún no hay fuentes." in capsys.readouterr().err


def test_the_windows_language_counts_for_verbs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store(tmp_path / "archive.db") as store:
        store.apply(set_one(store, "language", "es"))
    assert run(*at(tmp_path), "feeds") == 0
    assert "Aún no hay fuentes." in capsys.readouterr().err
    assert run(*at(tmp_path), "--language", "en", "feeds") == 0
    assert "No feeds yet." in capsys.readouterr().err


def test_a_card_is_read_in_spanish_and_its_json_in_english(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "article.txt"
    file.write_text(TEXT, "utf-8")
    assert run("--language", "es", "study", str(file)) == 0
    said = capsys.readouterr().out
    assert "Diseño" in said
    assert "412 adults" in said
    assert "no consta" in said or "no se dice" in said
    assert run("--language", "es", "study", str(file), "--json") == 0
    assert json.loads(capsys.readouterr().out)["schema"].startswith("studywire.card/")


def test_help_is_in_the_language_and_leaves_the_verbs_as_they_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("--language", "es", "--help") == 0
    said = capsys.readouterr().out
    assert "Sin verbo se abre una ventana." in said
    assert "Preguntar a todas las fuentes" in said
    assert run("--language", "es", "restore", "--help") == 0
    assert "No preguntar." in capsys.readouterr().out
    assert run("restore", "--help") == 0
    assert "Do not ask." in capsys.readouterr().out


def test_errors_are_said_in_the_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*at(tmp_path), "--language", "es", "show", "7") == app.FAILED
    assert "No hay" in capsys.readouterr().err


def test_an_archive_without_a_name_is_no_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--archive", "", "feeds") == app.WRONG_USE
    assert "The archive has no name." in capsys.readouterr().err


def test_a_report_follows_the_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "report.html"
    assert run(*at(tmp_path), "--language", "es", "export", "--format", "html", "-o", str(out)) == 0
    assert "escritos en" in capsys.readouterr().out
    assert '<html lang="es">' in out.read_text("utf-8")


def test_why_there_is_no_window_is_said_in_the_language(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("displays of Linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "es_ES.UTF-8")
    assert run() == app.WRONG_USE
    assert "No hay pantalla" in capsys.readouterr().err
