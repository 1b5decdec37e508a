"""The report of a mistake: what helps to mend it, and nothing that is the user's own."""

import logging
import platform
import re
import time
import traceback
from collections import deque
from collections.abc import Iterable
from pathlib import Path

from reader import __version__
from reader.store.store import Store

#: Records that are kept for a report.
KEPT = 30

_ADDRESS = re.compile(r"\b[a-z][a-z0-9+.-]*://[^\s'\"<>)]+", re.I)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_QUOTED = re.compile(r"“[^”]*”|'[^'\n]{3,}'|\"[^\"\n]{3,}\"")
_PATH = re.compile(r"(?<![\w.])(?:~|/|[A-Za-z]:\\)[^\s:,;'\"<>]*[/\\]")
_FRAME = re.compile(r'^(\s*File ")([^"]+)(", line \d+.*)$')

_RAISED = re.compile(r"^(\s*[A-Za-z_][\w.]*(?:Error|Exception|Warning|Interrupt|Exit)): .+$")


class Remembering(logging.Handler):
    """Keeps the last warnings and mistakes of this run, for a report: what kind of thing happened
    and where in the program, never what it happened to."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: deque[str] = deque(maxlen=KEPT)

    def emit(self, record: logging.LogRecord) -> None:
        when = time.strftime("%H:%M:%S", time.localtime(record.created))
        words = [f"{when} {record.levelname} {record.name}: {record.msg}"]
        if record.exc_info and record.exc_info[1] is not None:
            words += traceback.format_exception(record.exc_info[1])
        self.records.append("".join(line if line.endswith("\n") else f"{line}\n" for line in words))


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
