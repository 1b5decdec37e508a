"""The composition root: the only place that chooses what the parts are made of.

`python main.py` opens the window; with a verb it does one thing without a window.
"""

import ctypes
import errno
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from reader.commands.place import VARIABLE, default_archive
from reader.model.errors import ArchiveError, ReaderError

#: Exit statuses: done, some of it failed, wrong use, the archive cannot be opened.
DONE, FAILED, WRONG_USE, NO_ARCHIVE = 0, 1, 2, 3

#: The disk is full, the quota used up, the file as large as it may be, or the disk broken.
_NO_ROOM = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG, errno.EIO})
_UNWRITTEN = "The answer could not be written: {strerror}. Make room, then ask again."

#: What Qt needs of a Linux system, and the Debian package that has it.
_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
_LIBRARIES_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def main(arguments: Sequence[str]) -> int:
    """Run the program; returns the exit status."""
    try:
        path = _of_window(arguments)
        return _open_window(path) if path else _run(arguments)
    except ArchiveError as error:
        return _told(_in_language(str(error)), NO_ARCHIVE)
    except ReaderError as error:
        return _told(_in_language(str(error)), FAILED)
    except KeyboardInterrupt:
        return _told(_in_language("Stopped. What was done is kept."), FAILED)
    except BrokenPipeError:
        _fall_silent()  # nobody listens any more
        return DONE
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        _fall_silent()
        return _told(_in_language(_UNWRITTEN.format(strerror=error.strerror)), FAILED)


def _fall_silent() -> None:
    """Let nothing that still waits to be printed fail once more at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _of_window(arguments: Sequence[str]) -> Path | None:
    """The archive, where only the window is asked for: so it need not wait for the command line."""
    if not arguments:
        given = os.environ.get(VARIABLE)
        return Path(given) if given else default_archive()
    match arguments:
        case ["--archive", path] if path:
            return Path(path)
    return None


def _run(arguments: Sequence[str]) -> int:
    from reader.commands.program import run

    return run(arguments, _open_window)


def _told(words: str, status: int) -> int:
    if sys.stderr:  # which may be closed
        sys.stderr.write(f"{words}\n")
    return status


def collect_rarely() -> None:
    """Let Python look for what refers to itself after 10,000 new objects, not 700: nearly all
    objects go without that, and half a refresh of many feeds was spent on looking."""
    gc.set_threshold(10_000, 20, 20)


def end_soon() -> None:
    """Let Python not look through all that is alive once more when it ends: the system takes it
    back anyway, and a refresh of many feeds took a twentieth longer."""
    gc.freeze()


def _in_language(sentence: str) -> str:
    from reader.commands.saying import retold

    return retold(sentence)


def start() -> None:
    """Run the program with the arguments of the command line."""
    collect_rarely()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    status = main(sys.argv[1:])
    end_soon()
    sys.exit(status)


def _open_window(path: Path, link: str = "") -> int:
    why_not = why_no_window()
    if why_not:
        return _told(_in_language(why_not), WRONG_USE)
    gc.disable()  # nearly all that is made now stays; once the window stands, it goes on
    try:
        status: int = importlib.import_module("reader.desktop.run").run(path, link)
    except ArchiveError as error:
        _told(_in_language(str(error)), NO_ARCHIVE)
        other = importlib.import_module("reader.desktop.no_archive").other_archive(path, error)
        return _open_window(other, link) if other else NO_ARCHIVE
    return status


def why_no_window() -> str:
    """Why no window can be opened here, as sentences for the user; "" where one can."""
    if not sys.platform.startswith("linux"):
        return ""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if not platform and not any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY")):
        from reader.commands.verbs import names

        verbs = ", ".join(names())
        return (
            "There is no display, so Studywire cannot open its window. "
            f"Without one it has these verbs: {verbs}. See --help."
        )
    wanted = dict(_LIBRARIES)
    if platform.startswith("xcb") or (not platform and not os.environ.get("WAYLAND_DISPLAY")):
        wanted |= _LIBRARIES_X11
    missing = [package for library, package in wanted.items() if not _loads(library)]
    if not missing:
        return ""
    return (
        "Qt needs libraries of the system that are not installed. On Debian and Ubuntu:\n"
        f"    sudo apt-get install {' '.join(missing)}\n"
        "Elsewhere the packages have similar names."
    )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
