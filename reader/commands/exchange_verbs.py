"""export: articles, studies and notes for other programs."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from reader.commands.library import Library
from reader.export.formats import FORMATS
from reader.model.change import Steps
from reader.model.query import ArticleQuery
from reader.model.record import CITE, Wishes
from reader.operations.exporting import export as export_articles
from reader.operations.exporting import export_ids


@click.command()
@click.option(
    "--format",
    "format_name",
    type=click.Choice([row.name for row in FORMATS]),
    required=True,
    help="; ".join(f"{row.name}: {row.label}" for row in FORMATS) + ".",
)
@click.option("--query", default="", help="Words to search for; without it, the whole archive.")
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
        chosen = export_ids(store, ArticleQuery(words=query))
        report = last_report(export_articles(store, chosen, format_name, output, wishes))
    click.echo(f"{report['written']:,} written to {output}.")
    for name in report.get("beside_names", ()):
        click.echo(f"{name}: the page beside it was changed by hand and stays as it is.", err=True)
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
            click.echo(f"\r\x1b[K{step.message}", err=True, nl=False)
        yield step
    if looked_at:
        click.echo("\r\x1b[K", err=True, nl=False)
