"""import, export: what other programs have, and what they are to have."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from reader.commands.library import Library
from reader.commands.saying import retold, say, spoken, told
from reader.export.formats import FORMATS
from reader.model.change import Steps
from reader.model.query import ArticleQuery
from reader.model.record import CITE, Wishes
from reader.operations.exporting import export as export_articles
from reader.operations.exporting import export_ids
from reader.operations.importing import (
    Preview,
    accept,
    bytes_of,
    is_feed_list,
    look_at_all,
    preview,
)
from reader.operations.searching import understand
from reader.operations.subscribing import import_opml
from reader.store.store import Store
from reader.workers.pool import Workers

_ADDED_ONE, _ADDED = "{count:,} feed added", "{count:,} feeds added"
_TO_ADD_ONE, _TO_ADD = "{count:,} feed to add", "{count:,} feeds to add"
_TAKEN = "{new:,} new, {changed:,} added to, {known:,} there already."
_BESIDE = "{name}: the page beside it was changed by hand and stays as it is."


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--allow-local", is_flag=True, help="Also take feeds of your own machine or network.")
@click.option("--dry-run", is_flag=True, help="Say what would be added, and add nothing.")
@click.pass_obj
def import_(library: Library, files: Sequence[Path], allow_local: bool, dry_run: bool) -> int:
    """Take in files of other programs, or folders of them.

    Lists of feeds (OPML); references (RIS, BibTeX, CSL-JSON); highlights and notes (web
    annotations, Hypothesis, Readwise); reading lists (Pocket, Instapaper, Omnivore); saved web
    pages and texts.
    """
    lists = [path for path in files if not path.is_dir() and is_feed_list(path, bytes_of(path))]
    others = [path for path in files if path not in lists]
    skipped = 0
    with library.opened() as store:
        for path in lists:
            skipped += _import_feeds(store, path, allow_local=allow_local, dry_run=dry_run)
        if others:
            skipped += _import_articles(store, others, dry_run=dry_run)
    return int(skipped > 0)


def _import_feeds(store: Store, path: Path, *, allow_local: bool, dry_run: bool) -> int:
    """Follow the feeds of a list; how many could not be taken."""
    found = import_opml(store, bytes_of(path), allow_local=allow_local)
    if not dry_run:
        store.apply(found.change)
    _say_skipped(found.skipped)
    known = told(", {count:,} followed already", count=len(found.known)) if found.known else ""
    skipped = told(", {count:,} not taken", count=len(found.skipped)) if found.skipped else ""
    one, more = (_TO_ADD_ONE, _TO_ADD) if dry_run else (_ADDED_ONE, _ADDED)
    words = told(one if found.added == 1 else more, count=found.added)
    click.echo(f"{words}{known}{skipped}.")
    return len(found.skipped)


def _import_articles(store: Store, paths: Sequence[Path], *, dry_run: bool) -> int:
    """Take articles in; how many things could not be taken."""
    with closing(Workers()) as workers:
        shown = preview(store, look_at_all(workers, paths))
    if not dry_run:
        store.apply(accept(store, shown))
    _say_skipped(shown.skipped)
    click.echo(_counted(shown, dry_run=dry_run))
    return len(shown.skipped)


def _say_skipped(skipped: Sequence[tuple[str, str]]) -> None:
    for what, why in skipped:
        say("not taken: {what}: {why}", what=what, why=retold(why), err=True)


def _counted(shown: Preview, *, dry_run: bool) -> str:
    kinds = f"{', '.join(map(retold, shown.kinds))}: " if shown.kinds else ""
    numbers = {"new": len(shown.new), "changed": len(shown.changed), "known": shown.duplicates}
    nothing = f" {told('Nothing was written.')}" if dry_run else ""
    return f"{kinds}{told(_TAKEN, **numbers)}{nothing}"


@click.command()
@click.option(
    "--format",
    "format_name",
    type=click.Choice([row.name for row in FORMATS]),
    required=True,
    help="; ".join(f"{row.name}: {row.label}" for row in FORMATS) + ".",
)
@click.option("--query", default="", help="A query as in `search`; without it, the whole archive.")
@click.option(
    "--cite",
    type=click.Choice(CITE),
    default="study",
    show_default=True,
    help="What a bibliography cites: the study, the news item on it, or each.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="The file to write, or the folder for Markdown.",
)
@click.option("--notes", is_flag=True, help="Your notes and highlights into bibliographies too.")
@click.option("--no-texts", is_flag=True, help="Leave whole texts out of jsonld and json.")
@click.option("--live-notes", is_flag=True, help="Keep the Markdown of your notes in Markdown.")
@click.option(
    "--unguarded",
    is_flag=True,
    help="CSV for programs: no ' before cells that a sheet program would take for formulas.",
)
@click.option("--no-bom", is_flag=True, help="CSV without the mark by which Excel knows UTF-8.")
@click.pass_obj
def export(library: Library, /, format_name: str, query: str, output: Path, **asked: Any) -> int:
    """Write articles, studies and notes for other programs.

    A file appears whole or not at all. In a folder of Markdown your own words stay as they are.
    """
    wishes = Wishes(
        cite=asked["cite"],
        guard=not asked["unguarded"],
        mark=not asked["no_bom"],
        notes=asked["notes"],
        texts=not asked["no_texts"],
        live_notes=asked["live_notes"],
        asked=query,
    )
    with library.opened() as store:
        for notice in understand(store, query).notices:
            click.echo(spoken().retell(notice.sentence, typed=True), err=True)
        chosen = export_ids(store, ArticleQuery(words=query))
        wishes = replace(wishes, language=spoken().code)
        report = last_report(export_articles(store, chosen, format_name, output, wishes))
    say("{count:,} written to {path}.", count=report["written"], path=output)
    for name in report.get("beside_names", ()):
        say(_BESIDE, name=name, err=True)
    return 0


def last_report(steps: Steps) -> dict[str, Any]:
    """Run an operation to its end; its progress goes to standard error where somebody looks."""
    report: dict[str, Any] = {}
    for step in _shown(steps):
        report = step.report or report
    return report


def _shown(steps: Steps) -> Iterator[Any]:
    looked_at = sys.stderr.isatty()
    for step in steps:
        if looked_at:
            click.echo(f"\r\x1b[K{retold(step.message)}", err=True, nl=False)
        yield step
    if looked_at:
        click.echo("\r\x1b[K", err=True, nl=False)
