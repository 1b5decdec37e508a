"""The verbs show a card as the user decided it."""

import json
from pathlib import Path

import pytest

from reader.app import main
from reader.operations import correcting
from reader.operations.sampling import add_samples
from reader.operations.studying import study_one
from reader.store.store import Store


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive whose third article has a corrected and a not reported value."""
    path = tmp_path / "archive.db"
    with Store(path) as store:
        list(add_samples(store))
        article = store.articles.one(3)
        assert article
        card = study_one(store, article)
        if not card.is_study.value:
            store.apply(correcting.say_study(store, article, card.is_study, is_study=True))
        value = card.one("sample_size")
        store.apply(correcting.correct(store, article, "sample_size", "1,302", value=value))
        store.apply(correcting.not_reported(store, article, "phase"))
    return path


def test_show_tells_what_the_user_decided(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--archive", str(archive), "show", "3"]) == 0
    said = capsys.readouterr().out
    (size,) = [line for line in said.splitlines() if line.startswith("Participants")]
    assert "1,302" in size
    assert "[your value, machine " in size
    assert "not reported, you say" in said


def test_json_has_the_decided_values_in_list_and_card(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--archive", str(archive), "study", "3", "--json"]) == 0
    card = json.loads(capsys.readouterr().out)
    assert card["sample_size"]["value"] == 1302
    assert card["sample_size"]["review"]["kind"] == "corrected"
    assert [row["field"] for row in card["not_reported"]] == ["phase"]
    assert main(["--archive", str(archive), "articles", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    (row,) = [row for row in rows if row["id"] == 3]
    assert "n 1,302" in row["facts"]
