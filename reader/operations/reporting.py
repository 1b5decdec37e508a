"""The report of a mistake: what helps to mend it, and nothing that is the user's own."""

import platform
import re
from collections.abc import Iterable
from pathlib import Path

from reader import __version__
from reader.store.store import Store

_ADDRESS = re.compile(r"\b[a-z][a-z0-9+.-]*://[^\s'\"<>)]+", re.I)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_QUOTED = re.compile(r"“[^”]*”|'[^'\n]{3,}'|\"[^\"\n]{3,}\"")
_PATH = re.compile(r"(?<![\w.])(?:~|/|[A-Za-z]:\\)[^\s:,;'\"<>]*[/\\]")
_FRAME = re.compile(r'^(\s*File ")([^"]+)(", line \d+.*)$')

_RAISED = re.compile(r"^(\s*[A-Za-z_][\w.]*(?:Error|Exception|Warning|Interrupt|Exit)): .+$")


def report(store: Store, records: Iterable[str], *others: str) -> str:
    """The report as text; `others` are lines on further libraries."""
    found = [without_private(record) for record in records]
    rights = ", may only be read" if store.read_only else ""
    lines = [
        f"Studywire {__version__}",
        f"Python {platform.python_version()}, SQLite {store.sqlite_version}",
        *others,
        f"{platform.system()} {platform.release()}, {platform.machine()}",
        f"Archive: {_about(store.articles.total())} articles{rights}",
        "",
        "What went wrong since the start:" if found else "Nothing went wrong since the start.",
        *found,
    ]
    return "\n".join(lines)


def without_private(text: str) -> str:
    """Text without addresses, names of files and folders, and quoted words; lines of a traceback
    keep the name of the module."""
    return "\n".join(_plain(line) for line in text.splitlines())


def _plain(line: str) -> str:
    if frame := _FRAME.match(line):
        return f"{frame[1]}{_module(frame[2])}{frame[3]}"
    if raised := _RAISED.match(line):
        return f"{raised[1]}: (words)"
    line = _ADDRESS.sub("(address)", line)
    line = _MAIL.sub("(mail address)", line)
    line = line.replace(str(Path.home()), "~")
    line = _PATH.sub("(folder)/", line)
    return _QUOTED.sub("(words)", line)


def _module(path: str) -> str:
    """The end of a path, from the package on."""
    parts = path.replace("\\", "/").split("/")
    known = [place for place, part in enumerate(parts) if part in ("reader", "site-packages")]
    return "/".join(parts[known[-1] :] if known else parts[-1:])


def _about(number: int) -> str:
    """A number rounded to its first digit, as exact ones are nobody's business."""
    if number < 10:
        return "fewer than 10"
    size = 10 ** (len(str(number)) - 1)
    return f"about {number // size * size:,}"
