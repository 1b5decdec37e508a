"""Registering Studywire as what opens its links, with the user's desktop and for him alone."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import platformdirs

from reader.model.errors import ReaderError
from reader.operations.linking import SCHEME

#: The name of the .desktop file, as `QGuiApplication.setDesktopFileName` has it.
NAME = "studywire-links.desktop"
_MIME = f"x-scheme-handler/{SCHEME}"
_KEY = rf"Software\Classes\{SCHEME}"
_RESERVED = set(" \t\n\"'\\><~|&;$*?#()`")


def desktop_entry(command: Sequence[str]) -> str:
    """A .desktop file that opens links with a command (Desktop Entry Specification 1.5)."""
    words = " ".join(_quoted(word) for word in (*command, "open"))
    return (
        "[Desktop Entry]\nType=Application\nName=Studywire\nComment=Research news with the study "
        f"behind it\nExec={words} %u\nIcon=studywire\nTerminal=false\nNoDisplay=true\n"
        f"MimeType={_MIME};\nCategories=Network;Feed;\nStartupWMClass=studywire\n"
    )


def applications() -> Path:
    """Where .desktop files of the user lie."""
    return platformdirs.user_data_path() / "applications"


def started_as() -> list[str]:
    """The command that this program was started with, without what followed."""
    started = Path(sys.argv[0]).resolve()
    is_script = started.suffix == ".py" or not started.exists()
    return [sys.executable, str(started)] if is_script else [str(started)]


def register(folder: Path, command: Sequence[str]) -> str:
    """Make Studywire, started by a command, the handler of its links; a sentence that says so.

    `folder` is where .desktop files of the user lie. Raises ReaderError where that fails.
    """
    if sys.platform == "win32":
        return _register_windows(windows_command(command))
    if sys.platform == "darwin":
        raise ReaderError(
            "On macOS the system reads the links of an application from its bundle. Install "
            "Studywire as an application; run from Python it cannot be registered."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / NAME).write_text(desktop_entry(command), "utf-8")
    except OSError as error:
        raise ReaderError(f"{folder / NAME} cannot be written: {error.strerror}.") from error
    _tell(["update-desktop-database", str(folder)])
    if not _tell(["xdg-mime", "default", NAME, _MIME]):
        return (
            f"Wrote {folder / NAME}. The program xdg-mime is missing or refused: choose Studywire "
            f"yourself when a {SCHEME}:// link is opened for the first time."
        )
    return f"Links that begin with {SCHEME}:// open in Studywire now."


def unregister(folder: Path) -> str:
    """Take the registration away; a sentence that says so."""
    if sys.platform == "win32":
        _forget_windows()
    (folder / NAME).unlink(missing_ok=True)
    _tell(["update-desktop-database", str(folder)])
    return f"Links that begin with {SCHEME}:// do not open in Studywire any more."


def _tell(command: list[str]) -> bool:
    """Run a program of the desktop where there is one; whether that went well."""
    program = shutil.which(command[0])
    if program is None:
        return False
    done = subprocess.run([program, *command[1:]], capture_output=True, timeout=20, check=False)
    return done.returncode == 0


def _quoted(word: str) -> str:
    """A word of Exec=: quoted where it has reserved characters, percent signs doubled."""
    word = word.replace("%", "%%")
    if not set(word) & _RESERVED:
        return word
    escaped = "".join(f"\\{char}" if char in '"`$\\' else char for char in word)
    return f'"{escaped}"'.replace("\\", "\\\\")


def windows_command(command: Sequence[str]) -> str:
    """The same for the registry of Windows, which puts the link for %1. A link that has a quotation
    mark in it could add words to the command, so `open` takes one word and no options after it."""
    return f'{subprocess.list2cmdline([*command, "open"])} "%1"'


def _register_windows(command: str) -> str:
    registry = _registry()
    with registry.CreateKey(registry.HKEY_CURRENT_USER, _KEY) as key:
        registry.SetValueEx(key, "", 0, registry.REG_SZ, "URL:Studywire")
        registry.SetValueEx(key, "URL Protocol", 0, registry.REG_SZ, "")
    with registry.CreateKey(registry.HKEY_CURRENT_USER, rf"{_KEY}\shell\open\command") as key:
        registry.SetValueEx(key, "", 0, registry.REG_SZ, command)
    return f"Links that begin with {SCHEME}:// open in Studywire now."


def _forget_windows() -> None:
    registry = _registry()
    for part in (rf"{_KEY}\shell\open\command", rf"{_KEY}\shell\open", rf"{_KEY}\shell", _KEY):
        try:
            registry.DeleteKey(registry.HKEY_CURRENT_USER, part)
        except FileNotFoundError:
            continue


def _registry() -> Any:
    """Python's module for the registry of Windows."""
    import winreg

    return winreg
