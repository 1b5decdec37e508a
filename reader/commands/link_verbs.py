"""Links of ours: registering Studywire for them with the desktop, on request."""

import click

from reader.commands.saying import retold
from reader.operations.registering import (
    applications,
    register,
    started_as,
    unregister,
)


@click.command("register-links")
@click.option("--remove", is_flag=True, help="Take the registration away again.")
def register_links(remove: bool) -> None:
    """Let links that begin with studywire:// open in Studywire.

    On Linux this writes a .desktop file into your data folder and makes it the handler of such
    links; on Windows it writes keys under HKEY_CURRENT_USER\\Software\\Classes. Nothing outside
    your account is touched.
    """
    folder = applications()
    said = unregister(folder) if remove else register(folder, started_as())
    click.echo(retold(said))
