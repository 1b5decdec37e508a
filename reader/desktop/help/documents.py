"""The texts that come with the program: help, and what is new."""

import re

from reader import __version__
from reader.desktop.keys_in_use import with_keys
from reader.desktop.tongue import spoken, tr
from reader.resource import FOLDER, resource


def help_text() -> str:
    """How Studywire is used, as Markdown, with the keys that hold now."""
    theirs = resource(f"help.{spoken()}.md")
    path = theirs if theirs.is_file() else resource("help.md")
    return with_keys(path.read_text("utf-8"))


def changelog() -> str:
    """What changed in every version, as Markdown; beside the resources in a checkout, among them
    when installed."""
    for path in (resource("CHANGELOG.md"), FOLDER.parent / "CHANGELOG.md"):
        if path.is_file():
            return path.read_text("utf-8")
    return tr("What changed is not part of this copy of Studywire.")


def version() -> str:
    """The version with its date, as the changelog has it."""
    found = re.search(rf"^## {re.escape(__version__)}, (.+)$", changelog(), re.M)
    return (
        tr("Version {version}, {found}", version=__version__, found=found[1])
        if found
        else tr("Version {version}", version=__version__)
    )
