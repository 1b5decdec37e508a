"""Links of ours: registering Studywire for them with the desktop, on request."""

import sys
from pathlib import Path

import click
import platformdirs

from reader.operations.registering import desktop_entry, register, unregister


@click.command("register-links")
@click.option("--remove", is_flag=True, help="Take the registration away again.")
def register_links(remove: bool) -> None:
    """Let links that begin with studywire:// open in Studywire.

    On Linux this writes a .desktop file into your data folder and makes it the handler of such
    links; on Windows it writes keys under HKEY_CURRENT_USER\\Software\\Classes. Nothing outside
    your account is touched.
    """
    folder = Path(platformdirs.user_data_path().parent / "applications")
    if sys.platform.startswith("linux"):
        folder = platformdirs.user_data_path() / "applications"
    said = unregister(folder) if remove else register(folder, desktop_entry(_command()))
    click.echo(said)


def _command() -> list[str]:
    """How Studywire was started now."""
    started = Path(sys.argv[0]).resolve()
    is_script = started.suffix == ".py" or not started.exists()
    return [sys.executable, str(started)] if is_script else [str(started)]
