"""add, refresh, feeds."""

import json
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import click

from reader.commands.given import bytes_of_standard_input
from reader.commands.library import Library, iso, print_rows
from reader.commands.saying import retold, say, told
from reader.export.places import write
from reader.feeds.fetch import Fetcher
from reader.model.change import Steps
from reader.model.errors import ReaderError
from reader.model.feed import FoundFeed
from reader.operations.completing import complete_waiting
from reader.operations.grouping import group
from reader.operations.illustrating import illustrate_waiting
from reader.operations.indexing import index, tidy
from reader.operations.refreshing import refresh as refresh_feeds
from reader.operations.ruling import rule_arrivals
from reader.operations.studying import study, study_closely
from reader.operations.subscribing import (
    export_opml,
    look_up,
    move,
    parse_in,
    subscribe,
)
from reader.operations.watching import FeedState, states
from reader.store.store import Store
from reader.workers.pool import Workers

#: Addresses looked up at once by `add`.
LOOK_UPS = 8
#: Bytes of a list of addresses.
_LIST = 10_000_000
_ADDED = "Added {title} ({kind}, {entries})"
_KNOWN = "Followed already: {title} ({kind}, {entries})"
_TOTAL = "{feeds:,} feeds: {new:,} new articles, {updated:,} updated, {failed:,} feeds not had."
_MOVED = "{title} has moved to {address}; Studywire asks it there."


@contextmanager
def _wire() -> Iterator[tuple[Fetcher, Workers]]:
    with closing(Fetcher()) as fetcher, closing(Workers()) as workers:
        yield fetcher, workers


@click.command()
@click.argument("addresses", nargs=-1, required=True)
@click.pass_obj
def add(library: Library, addresses: Sequence[str]) -> int:
    """Follow feeds: addresses of feeds or sites, or local files; - reads addresses, one a line.

    Their articles come with the next refresh.
    """
    typed = [line for address in addresses for line in _lines(address)]
    failed = 0
    with library.opened() as store, _wire() as (fetcher, workers):
        find = partial(look_up, get=fetcher.get, parse=partial(parse_in, workers))
        with ThreadPoolExecutor(LOOK_UPS) as threads:
            for address, found in zip(
                typed, threads.map(partial(_found, find), typed), strict=True
            ):
                if isinstance(found, ReaderError):
                    click.echo(f"{address}: {retold(str(found))}", err=True)
                    failed += 1
                    continue
                change = subscribe(store, found[0], address)
                store.apply(change)
                click.echo(_added(found, new=bool(change)))
    return int(failed > 0)


def _lines(address: str) -> list[str]:
    if address != "-":
        return [address]
    lines = bytes_of_standard_input(_LIST).decode("utf-8-sig", "replace").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def _found(find: Any, address: str) -> tuple[FoundFeed, ...] | ReaderError:
    try:
        found: tuple[FoundFeed, ...] = find(address)
    except ReaderError as error:
        return error
    return found


def _added(found: Sequence[FoundFeed], *, new: bool) -> str:
    feed = found[0]
    title = feed.title or feed.address
    count = (
        told("1 entry") if feed.entries == 1 else told("{entries:,} entries", entries=feed.entries)
    )
    words = told(_ADDED if new else _KNOWN, title=title, kind=feed.kind, entries=count)
    also = told("also there:")
    others = "".join(f"\n  {also} {other.title} {other.address}" for other in found[1:])
    return f"{words} {feed.address}{others}"


@click.command("export-feeds")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def export_feeds(library: Library, file: Path) -> int:
    """Write the feeds you follow, their folders and settings, to an OPML file."""
    with library.opened() as store:
        written = export_opml(store)
    write(file, written)
    return 0


@click.command()
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a feed and line, last a total."
)
@click.option(
    "--study", "with_cards", is_flag=True, help="Also fill the study cards of what is new."
)
@click.pass_obj
def refresh(library: Library, as_json: bool, with_cards: bool) -> int:
    """Ask all feeds for what is new."""
    reports: list[dict[str, Any]] = []
    with library.opened() as store, _wire() as (fetcher, workers):
        feeds = store.feeds.all()
        for report in _run(refresh_feeds(store, fetcher, workers, feeds)):
            reports.append(report)
            if as_json:
                click.echo(json.dumps(_public(report), ensure_ascii=False))
            elif words := report["error"] or report["why"]:
                click.echo(f"{report['title']}: {retold(words)}")
            if report["moved_to"]:
                _follow(store, report, as_json=as_json)
        list(_run(complete_waiting(store, fetcher, workers)))
        list(_run(index(store)))
        if with_cards:
            list(_run(study(store, workers)))
            list(_run(study_closely(store, workers)))
        list(_run(group(store)))
        list(_run(rule_arrivals(store)))
        list(_run(illustrate_waiting(store, fetcher)))
        list(_run(tidy(store)))
    total = _total(reports)
    if as_json:
        click.echo(json.dumps(total))
    else:
        say(_TOTAL, **{name: total[name] for name in ("feeds", "new", "updated", "failed")})
    return int(total["failed"] > 0)


def _follow(store: Store, report: dict[str, Any], *, as_json: bool) -> None:
    """A feed has moved for good."""
    if feed := store.feeds.at(report["feed"]):
        store.apply(move(store, feed, report["moved_to"]))
        if not as_json:
            say(_MOVED, title=feed.title, address=report["moved_to"])


def _run(steps: Steps) -> Iterator[dict[str, Any]]:
    """The reports of an operation; its progress goes to standard error where somebody looks."""
    shown = sys.stderr.isatty()
    for step in steps:
        if shown:
            click.echo(f"\r\x1b[K{retold(step.message)}", err=True, nl=False)
        if step.report:
            yield step.report
    if shown:
        click.echo("\r\x1b[K", err=True, nl=False)


def _public(report: dict[str, Any]) -> dict[str, Any]:
    """The fields every line has, and those that say something."""
    always = {name: report[name] for name in ("feed", "status", "new", "updated", "error")}
    return always | {name: report[name] for name in ("why", "moved_to") if report[name]}


def _total(reports: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return {
        "feed": None,
        "status": "total",
        "new": sum(report["new"] for report in reports),
        "updated": sum(report["updated"] for report in reports),
        "error": None,
        "feeds": len(reports),
        **{
            name: sum(report["status"] == status for report in reports)
            for name, status in (
                *(("unchanged", "unchanged"), ("skipped", "skipped")),
                *(("offline", "offline"), ("failed", "error")),
            )
        },
    }


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As a JSON array.")
@click.option("--trouble", is_flag=True, help="Only feeds that are dead, failing or quiet.")
@click.pass_obj
def feeds(library: Library, as_json: bool, trouble: bool) -> int:
    """List the feeds you follow, and how each fares."""
    with library.opened() as store:
        found = states(store, int(time.time()))
    if trouble:
        found = [state for state in found if state.state in ("dead", "failing", "quiet")]
    if as_json:
        print_rows(map(feed_row, found))
        return 0
    for state in found:
        feed, words = state.feed, state.health.error
        quiet = f"  ({told('quiet')})" if state.state == "quiet" else ""
        words = f"  ! {retold(words)}" if words else quiet
        click.echo(f"{feed.id:5}  {feed.unread:6,}  {feed.title}  {feed.address}{words}")
    if not found and not trouble:
        say("No feeds yet. Add one: add ADDRESS", err=True)
    return 0


def feed_row(state: FeedState) -> dict[str, Any]:
    """A feed and how it fares, for programs."""
    feed, health, plan = state.feed, state.health, state.plan
    return {
        "id": feed.id,
        "address": feed.address,
        "title": feed.title,
        "folder": feed.folder or None,
        "site": feed.site or None,
        "unread": feed.unread,
        "articles": feed.total,
        "state": state.state,
        "checked": iso(health.checked or None),
        "succeeded": iso(health.succeeded or None),
        "next_check": iso(plan.next_check or None),
        "why_then": state.reason or None,
        "status": health.status or None,
        "error": health.error or None,
        "failures": health.failures,
        "skipped": state.skipped or None,
        "a_week": round(state.weekly, 1),
        "newest": iso(state.newest or None),
        "read_share": round(state.read, 3),
        "tagged": state.tagged,
        "settings": {name: value for name, value in asdict(state.options).items() if value},
    }
