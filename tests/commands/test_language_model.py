"""The verb `study` with a language model."""

import json
from pathlib import Path

import pytest

from reader.app import main
from tests.feeds.test_language_model import saying, serving
from tests.operations.test_asking import TEXT, row


def test_its_answers_are_listed_as_candidates(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    said = json.dumps({"answers": [row("limitations", "she knew", "knew who took what")]})
    with serving(saying(said)) as (address, _):
        verb = ["study", str(article), "--language-model", address]
        assert main(verb) == 0
        assert "Perhaps" in capsys.readouterr().out
        assert main([*verb, "--json"]) == 0
    candidates = json.loads(capsys.readouterr().out)["candidates"]
    assert [c["value"] for c in candidates if c["method"] == "model:tiny"] == ["she knew"]


def test_another_machine_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    assert main(["study", str(article), "--language-model", "http://192.0.2.1:80"]) == 1
    assert "not this machine" in capsys.readouterr().err
