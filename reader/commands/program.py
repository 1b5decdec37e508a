"""The command line: the archive to use, and a verb or the window."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from reader import __version__
from reader.commands.library import Library
from reader.commands.place import VARIABLE, default_archive
from reader.commands.saying import speak, told
from reader.commands.verbs import Verbs
from reader.text.tongue import LANGUAGES

#: Exit status where the command line makes no sense.
WRONG_USE = 2

_NO_NAME = "The archive has no name. Name a file, or leave --archive out for the usual one."

OpenWindow = Callable[[Path, str], int]


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Do what the arguments say; returns the exit status. Raises ReaderError and, where the user
    stops it, KeyboardInterrupt."""
    try:
        status = _program(open_window).main(
            list(arguments), prog_name="studywire", standalone_mode=False
        )
    except click.ClickException as error:
        error.show()
        return WRONG_USE
    except click.Abort:
        raise KeyboardInterrupt from None
    return status if isinstance(status, int) else 0


def _named(_: click.Context, __: click.Parameter, archive: Path | None) -> Path | None:
    """An archive that was given has a name: "" would be the folder one happens to be in."""
    if archive == Path():
        raise click.BadParameter(told(_NO_NAME))
    return archive


def _speaking(_: click.Context, __: click.Parameter, code: str | None) -> None:
    if code:
        speak(code, asked=True)


def _program(open_window: OpenWindow) -> click.Group:
    @click.group(
        cls=Verbs,
        invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    @click.version_option(__version__, prog_name="Studywire")
    @click.option(
        "--archive",
        type=click.Path(path_type=Path),
        envvar=VARIABLE,
        callback=_named,
        help="The archive to use; without it the one in your data folder.",
    )
    @click.option(
        "--language",
        type=click.Choice(list(LANGUAGES)),
        envvar="STUDYWIRE_LANGUAGE",
        is_eager=True,
        expose_value=False,
        callback=_speaking,
        help="What verbs speak; without it what the window does, else the system's language.",
    )
    @click.pass_context
    def program(context: click.Context, archive: Path | None) -> None:
        """Research news, with the study behind it in sight.

        Without a verb a window opens. Exit status: 0 done, 1 some of it failed, 2 wrong use,
        3 the archive cannot be opened.
        """
        context.obj = Library(archive or default_archive())
        if context.invoked_subcommand is None:
            context.exit(open_window(context.obj.path, ""))

    @program.command("open")
    @click.argument("link")
    @click.pass_context
    def open_link(context: click.Context, link: str) -> None:
        """Open a link that begins with studywire://, in the window that is open or in a new one."""
        context.exit(open_window(context.obj.path, link))

    return program
