"""backup, restore: copies of the archive in case it is lost."""

import time
from dataclasses import asdict
from pathlib import Path

import click

from reader.commands.exchange_verbs import last_report
from reader.commands.library import Library, iso, print_rows
from reader.commands.saying import say, told
from reader.model.backup import Inside
from reader.operations.backing_up import back_up, backups, look_inside
from reader.operations.backing_up import restore as take_back

_THERE = "{place} is there already; choose another name."


@click.command()
@click.argument("place", required=False, type=click.Path(path_type=Path))
@click.option("--list", "listed", is_flag=True, help="Say which backups there are; make none.")
@click.option("--json", "as_json", is_flag=True, help="The list as JSON.")
@click.pass_obj
def backup(library: Library, place: Path | None, listed: bool, as_json: bool) -> int:
    """Copy the archive, and check the copy.

    Without a PLACE it goes into the folder beside the archive, where one backup of each age is
    kept: of today, yesterday, this week, this month.
    """
    with library.opened() as store:
        if listed or as_json:
            rows = [
                {
                    "path": str(row.path),
                    "made": iso(row.made),
                    "bytes": row.size,
                    "before": row.occasion,
                }
                for row in backups(store)
            ]
            if as_json:
                print_rows(rows)
            for row in () if as_json else rows:
                click.echo(f"{row['made']}  {row['bytes']:>14,}  {row['path']}")
            return 0
        if place and place.exists():
            raise click.ClickException(told(_THERE, place=place))
        report = last_report(back_up(store, place, time.time()))
    made = Path(report["backup"])
    say("Backed up to {place}: {counts}.", place=made, counts=_words(look_inside(made)))
    return 0


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--dry-run", is_flag=True, help="Say what is inside, and change nothing.")
@click.pass_obj
def restore(library: Library, file: Path, yes: bool, dry_run: bool) -> int:
    """Put a backup in the archive's place; what is there now becomes a backup first."""
    inside = look_inside(file)
    say("Inside {file}: {counts}.", file=file, counts=_words(inside))
    if dry_run:
        return 0
    with library.opened() as store:
        say("The archive has {counts}.", counts=_words(look_inside(store.path)))
        if not yes:
            click.confirm(told("Put the backup in its place?"), abort=True)
        report = last_report(take_back(store, file))
    say("Restored. What was there is kept in {place}.", place=report["before"])
    return 0


def _words(inside: Inside) -> str:
    counts = {name: count for name, count in asdict(inside).items() if name != "newest"}
    newest = told(", newest {date}", date=iso(inside.newest)) if inside.newest else ""
    return ", ".join(told(f"{{count:,}} {name}", count=n) for name, n in counts.items()) + newest
