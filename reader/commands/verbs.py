"""All verbs, in the order of `--help`, each loaded when it is first asked for."""

import copy
import importlib
from typing import TypeVar

import click

from reader.commands.saying import told

Verb = TypeVar("Verb", bound=click.Command)

#: Where each verb is, and its function there.
_VERBS = {
    "add": ("feed_verbs", "add"),
    "import": ("exchange_verbs", "import_"),
    "export-feeds": ("feed_verbs", "export_feeds"),
    "refresh": ("feed_verbs", "refresh"),
    "feeds": ("feed_verbs", "feeds"),
    "set-feed": ("feed_settings", "set_feed"),
    "articles": ("article_verbs", "articles"),
    "search": ("article_verbs", "search"),
    "show": ("article_verbs", "show"),
    "study": ("article_verbs", "study"),
    "export": ("exchange_verbs", "export"),
    "backup": ("backup_verbs", "backup"),
    "restore": ("backup_verbs", "restore"),
    "register-links": ("link_verbs", "register_links"),
}


def names() -> list[str]:
    """All verbs, that which opens a link too."""
    return sorted({*_VERBS, "open"})


class Verbs(click.Group):
    """A group that knows its verbs by name, so that the window need not wait for them."""

    def get_help(self, ctx: click.Context) -> str:
        return super(Verbs, explained(self)).get_help(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*_VERBS, *super().list_commands(ctx)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _VERBS:
            ours = super().get_command(ctx, cmd_name)
            return explained(ours) if ours else None
        module, name = _VERBS[cmd_name]
        verb = getattr(importlib.import_module(f"reader.commands.{module}"), name)
        return explained(verb) if isinstance(verb, click.Command) else None


def paragraphs(help_: str) -> str:
    """A docstring with a paragraph a line, as languages have it; click wraps it anew."""
    return "\n\n".join(" ".join(part.split()) for part in help_.split("\n\n")).strip()


def explained(verb: Verb) -> Verb:
    """A verb whose help is in the user's language."""
    said = copy.copy(verb)
    said.help = told(paragraphs(verb.help)) if verb.help else None
    said.params = [copy.copy(param) for param in verb.params]
    for param in said.params:
        if isinstance(param, click.Option) and param.help:
            param.help = told(param.help)
    return said
