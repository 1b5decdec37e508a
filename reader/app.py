"""The composition root: the only place that chooses what the parts are made of.

`python main.py` opens the window; with a verb it does one thing without a window.
"""

import ctypes
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reader import __version__
from reader.commands.library import Library, default_archive
from reader.commands.verbs import Verbs
from reader.model.errors import ArchiveError, ReaderError

#: Exit statuses: done, some of it failed, wrong use, the archive cannot be opened.
DONE, FAILED, WRONG_USE, NO_ARCHIVE = 0, 1, 2, 3

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


@click.group(
    cls=Verbs,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="Studywire")
@click.option(
    "--archive",
    type=click.Path(path_type=Path),
    envvar="STUDYWIRE_ARCHIVE",
    help="The archive to use; without it the one in your data folder.",
)
@click.pass_context
def program(context: click.Context, archive: Path | None) -> None:
    """Research news, with the study behind it in sight.

    Without a verb a window opens. Exit status: 0 done, 1 some of it failed, 2 wrong use,
    3 the archive cannot be opened.
    """
    context.obj = Library(archive or default_archive())
    if context.invoked_subcommand is None:
        context.exit(_open_window(context.obj.path))


@program.command("open")
@click.argument("link")
@click.pass_context
def open_link(context: click.Context, link: str) -> None:
    """Open a link that begins with studywire://, in the window that is open or in a new one."""
    context.exit(_open_window(context.obj.path, link))


def main(arguments: Sequence[str]) -> int:
    """Run the program; returns the exit status."""
    try:
        status = program.main(list(arguments), prog_name="studywire", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return WRONG_USE
    except ArchiveError as error:
        click.echo(str(error), err=True)
        return NO_ARCHIVE
    except ReaderError as error:
        click.echo(str(error), err=True)
        return FAILED
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped. What was done is kept.", err=True)
        return FAILED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody listens any more
        return DONE
    return status if isinstance(status, int) else DONE


def start() -> None:
    """Run the program with the arguments of the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))


def _open_window(path: Path, link: str = "") -> int:
    why_not = why_no_window()
    if why_not:
        click.echo(why_not, err=True)
        return WRONG_USE
    gc.disable()  # nearly all that is made now stays; once the window stands, it goes on
    status: int = importlib.import_module("reader.desktop.run").run(path, link)
    return status


def why_no_window() -> str:
    """Why no window can be opened here, as sentences for the user; "" where one can."""
    if not sys.platform.startswith("linux"):
        return ""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if not platform and not any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY")):
        verbs = ", ".join(program.list_commands(click.Context(program)))
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
