"""set-feed: what is set for one feed, from the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from reader.app import DONE, FAILED, NO_ARCHIVE, WRONG_USE, main
from reader.model.change import Change, Edit
from reader.model.feed import Subscription
from reader.store.store import Store

AT = "https://example.org/feed.xml"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archive.db"
    with Store(path) as store:
        row = Subscription(AT, "Example News", "Old")
        store.apply(Change("Add", (Edit(None, row),)))
    return path


def row(archive: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["--archive", str(archive), "set-feed", AT, *options, "--json"]) == DONE
    (found,) = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_what_is_set_is_kept_and_shown(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--interval", "720", "--paused", "--full-text", "--images", "--proxy", "none"]
    found = row(archive, capsys, *options, "--user-agent", "me", "--title", "N", "--folder", "F")
    assert (found["title"], found["folder"]) == ("N", "F")
    assert found["settings"] == {
        "interval": 720,
        "paused": True,
        "full_text": True,
        "images": True,
        "user_agent": "me",
        "proxy": "none",
    }
    assert row(archive, capsys) == found


def test_the_usual_value_takes_a_setting_away(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row(archive, capsys, "--interval", "30", "--images", "--proxy", "http://p:1")
    options = ["--interval", "0", "--no-images", "--proxy", "", "--folder", "", "--title", ""]
    found = row(archive, capsys, *options)
    assert found["settings"] == {}
    assert found["folder"] is None
    assert found["title"] == AT


def test_a_feed_goes_by_its_number_too(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--archive", str(archive), "set-feed", "1", "--images"]) == DONE
    assert "images on" in capsys.readouterr().out
    assert main(["--archive", str(archive), "set-feed", "1", "--no-images", "--folder="]) == DONE
    assert "as all feeds" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["set-feed", "https://other.example/"], FAILED, "You follow no feed"),
        (["set-feed", "7"], FAILED, "You follow no feed"),
        (["set-feed", AT, "--proxy", "socks5://p:1"], FAILED, "HTTP proxies only"),
        (["set-feed", AT, "--interval", "-5"], WRONG_USE, "interval"),
        (["set-feed", AT, "--interval", "soon"], WRONG_USE, "interval"),
        (["set-feed", AT, "--sign-in", "magic"], WRONG_USE, "sign-in"),
        (["set-feed"], WRONG_USE, "FEED"),
    ],
)
def test_wrong_use_says_so_and_sets_nothing(
    archive: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    status: int,
    words: str,
) -> None:
    assert main(["--archive", str(archive), *arguments]) == status
    assert words in capsys.readouterr().err
    assert row(archive, capsys)["settings"] == {}


def test_no_archive_is_a_status_of_its_own(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(b"words" * 100)
    assert main(["--archive", str(other), "set-feed", AT]) == NO_ARCHIVE


def test_secrets_are_asked_for_and_go_to_the_keyring(
    archive: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: dict[str, str] = {}
    monkeypatch.setattr("keyring.set_password", lambda s, a, p: kept.__setitem__(a, p))
    monkeypatch.setattr("keyring.delete_password", lambda s, a: kept.pop(a))
    monkeypatch.setattr("click.prompt", lambda words, **_: f"my {words.lower()}")
    assert row(archive, capsys, "--sign-in", "basic")["settings"] == {"sign_in": "basic"}
    assert json.loads(kept[AT]) == {"name": "my name", "password": "my password"}
    assert row(archive, capsys, "--sign-in", "bearer")["settings"] == {"sign_in": "bearer"}
    assert json.loads(kept[AT]) == {"token": "my token"}
    assert row(archive, capsys, "--sign-in", "nobody")["settings"] == {}
    assert kept == {}
