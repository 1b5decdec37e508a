"""set-feed."""

import time
from dataclasses import fields
from typing import Any

import click

from reader.commands.feed_verbs import feed_row
from reader.commands.given import whole
from reader.commands.library import Library, print_rows
from reader.commands.saying import told
from reader.feeds.proxies import check
from reader.model.change import Change
from reader.model.errors import ReaderError
from reader.model.feed import Feed
from reader.model.schedule import FeedOptions
from reader.operations.setting import set_for_feed
from reader.operations.signing_in import forget_secret, keep_secret
from reader.operations.subscribing import arrange
from reader.operations.watching import state_of
from reader.store.store import Store

#: Minutes between checks that may be set at most: a year.
LONGEST = 525_600
_NO_FEED = "You follow no feed “{}”. `feeds` lists them with their numbers and addresses."
#: What the settings of a feed are called.
_NAMES = {
    name: name.replace("_", " ") for name in (*(f.name for f in fields(FeedOptions)), "folder")
}
_SIGN_IN = ("nobody", "basic", "bearer")


@click.command("set-feed")
@click.argument("feed")
@click.option("--title", help="What you call it; empty for its own name.")
@click.option("--folder", help="The folder it stands in; empty for none.")
@click.option(
    "--interval", type=click.IntRange(0, LONGEST), help="Minutes between checks; 0 as all feeds."
)
@click.option("--paused/--no-paused", default=None, help="Leave it alone; what you have stays.")
@click.option(
    "--full-text/--no-full-text", default=None, help="Fetch the page of every new article."
)
@click.option("--images/--no-images", default=None, help="Keep the images of every new article.")
@click.option("--proxy", help="http://host:port; none for none; empty for the system's.")
@click.option("--user-agent", help="What its server is told we are; empty for the usual.")
@click.option(
    "--sign-in",
    type=click.Choice(_SIGN_IN),
    help="Asks for name and password, or for a token, and puts them into the system's keyring.",
)
@click.option("--json", "as_json", is_flag=True, help="The feed as `feeds --json` has it.")
@click.pass_obj
def set_feed(library: Library, /, feed: str, *, as_json: bool, **given: Any) -> int:
    """Set something for one feed, by its number or address; without options, show what is set.

    Exit status: 0 done, 1 no such feed, or the keyring takes no password, 2 wrong use, 3 the archive
    cannot be opened.
    """
    wanted = {
        name: whole(value) if isinstance(value, str) else value
        for name, value in given.items()
        if value is not None
    }
    if wanted.get("proxy"):
        check(wanted["proxy"])
    with library.opened() as store:
        found = _feed(store, feed)
        if "sign_in" in wanted:
            wanted["sign_in"] = _signed_in(found, wanted["sign_in"])
        change = _change(store, found, wanted)
        if change:
            store.apply(change)
        _show(store, found.id, as_json=as_json)
    return 0


def _feed(store: Store, named: str) -> Feed:
    """The subscribed feed of this number or address. Raises ReaderError."""
    for feed in store.feeds.all():
        if named in (str(feed.id), feed.address):
            return feed
    raise ReaderError(_NO_FEED.format(named))


def _change(store: Store, feed: Feed, wanted: dict[str, Any]) -> Change:
    names = {name: wanted.pop(name) for name in ("title", "folder") if name in wanted}
    edits = arrange(store, feed, **names).edits + set_for_feed(store, feed, **wanted).edits
    return Change(f"Settings of {feed.title}", edits)


def _signed_in(feed: Feed, kind: str) -> str:
    """Ask for what is secret; it never stands on the command line, which others can read."""
    if kind == "nobody":
        forget_secret(feed.address)
        return ""
    if kind == "bearer":
        secret = {"token": click.prompt(told("Token"), hide_input=True, err=True)}
    else:
        name = click.prompt(told("Name"), err=True)
        secret = {
            "name": name,
            "password": click.prompt(told("Password"), hide_input=True, err=True),
        }
    keep_secret(feed.address, secret)
    return kind


def _show(store: Store, feed_id: int, *, as_json: bool) -> None:
    state = state_of(store, feed_id, int(time.time()))
    if state is None:
        return
    row = feed_row(state)
    if as_json:
        print_rows([row])
        return
    given = row["settings"] | ({"folder": row["folder"]} if row["folder"] else {})
    words = ", ".join(f"{told(_NAMES[name])} {_said(value)}" for name, value in given.items())
    click.echo(f"{row['title']}  {row['address']}\n  {words or told('as all feeds')}")


def _said(value: object) -> str:
    return told("on") if value is True else str(value)
