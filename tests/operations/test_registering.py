"""The .desktop file that opens links of ours."""

import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from reader.operations import registering
from reader.operations.registering import (
    NAME,
    desktop_entry,
    register,
    unregister,
    windows_command,
)


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
    command = ["/usr/bin/studywire"]
    assert "open in Studywire now" in register(tmp_path / "applications", command)
    assert (tmp_path / "applications" / NAME).read_text("utf-8") == desktop_entry(command)
    assert ["xdg-mime", "default", NAME, "x-scheme-handler/studywire"] in asked
    unregister(tmp_path / "applications")
    assert not (tmp_path / "applications" / NAME).exists()
    unregister(tmp_path / "applications")


class Registry:
    """Keys of Windows' registry, as `winreg` keeps them."""

    HKEY_CURRENT_USER, REG_SZ = "HKCU", 1

    def __init__(self) -> None:
        self.kept: dict[str, dict[str, str]] = {}

    def CreateKey(self, root: str, name: str) -> AbstractContextManager[str]:  # noqa: N802
        self.kept.setdefault(name, {})
        return nullcontext(name)

    def SetValueEx(self, key: str, name: str, _: int, kind: int, value: str) -> None:  # noqa: N802
        assert kind == self.REG_SZ
        self.kept[key][name] = value

    def DeleteKey(self, root: str, name: str) -> None:  # noqa: N802
        if any(other.startswith(f"{name}\\") for other in self.kept):
            raise PermissionError("it has keys below it")
        if name not in self.kept:
            raise FileNotFoundError(name)
        del self.kept[name]


def test_on_windows_keys_of_the_user_are_written_and_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry = Registry()
    monkeypatch.setattr(registering, "_registry", lambda: registry)
    monkeypatch.setattr(sys, "platform", "win32")
    register(tmp_path, [r"C:\Program Files\Python\python.exe", r"C:\apps\main.py"])
    base = r"Software\Classes\studywire"
    assert registry.kept[base] == {"": "URL:Studywire", "URL Protocol": ""}
    command = registry.kept[rf"{base}\shell\open\command"][""]
    assert command == r'"C:\Program Files\Python\python.exe" C:\apps\main.py open "%1"'
    unregister(tmp_path)
    assert not registry.kept
    unregister(tmp_path)


def test_a_command_of_windows_keeps_its_backslashes_and_percent_signs() -> None:
    assert windows_command([r"C:\100%\studywire.exe"]) == r'C:\100%\studywire.exe open "%1"'
