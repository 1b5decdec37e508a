"""The .desktop file that opens links of ours."""

import sys
from pathlib import Path

import pytest

from reader.operations import registering
from reader.operations.registering import NAME, desktop_entry, register, unregister


@pytest.mark.parametrize(
    ("command", "line"),
    [
        (["/usr/bin/studywire"], "Exec=/usr/bin/studywire open %u"),
        (["/my apps/py", "/x/main.py"], 'Exec="/my apps/py" /x/main.py open %u'),
        (["/odd%name"], "Exec=/odd%%name open %u"),
        (['/a"b$c'], r'Exec="/a\\"b\\$c" open %u'),
    ],
)
def test_the_command_is_quoted_as_the_specification_wants(command: list[str], line: str) -> None:
    entry = desktop_entry(command)
    assert line in entry.splitlines()
    assert "MimeType=x-scheme-handler/studywire;" in entry


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="files of Linux desktops")
def test_it_is_written_on_request_and_taken_away_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def tell(command: list[str]) -> bool:
        asked.append(command)
        return True

    monkeypatch.setattr(registering, "_tell", tell)
    entry = desktop_entry(["/usr/bin/studywire"])
    assert "open in Studywire now" in register(tmp_path / "applications", entry)
    assert (tmp_path / "applications" / NAME).read_text("utf-8") == entry
    assert ["xdg-mime", "default", NAME, "x-scheme-handler/studywire"] in asked
    unregister(tmp_path / "applications")
    assert not (tmp_path / "applications" / NAME).exists()
    unregister(tmp_path / "applications")
