"""The archive that a verb works on, opened when it is first needed."""

import json
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import click

from reader.commands.saying import speak
from reader.model.calendar import in_calendar
from reader.store.store import Store


@dataclass(frozen=True, slots=True)
class Library:
    """Where the archive is."""

    path: Path

    @contextmanager
    def opened(self) -> Iterator[Store]:
        """The archive. Raises ArchiveError."""
        with Store(self.path) as store:
            speak(store.settings.all().language)
            _make_texts(store)
            yield store


def _make_texts(store: Store) -> None:
    """Make the texts that a refresh, stopped before its end, has left to be made."""
    if store.read_only or not store.fetched.feeds():
        return
    from reader.operations.indexing import index
    from reader.operations.laying_out import lay_out
    from reader.workers.pool import Workers

    with closing(Workers()) as workers:
        for _ in chain(lay_out(store, workers), index(store)):
            pass


def iso(moment: int | None) -> str | None:
    """Unix seconds as an ISO 8601 time in UTC; None for a time that no calendar has, as in a
    damaged archive."""
    when = in_calendar(moment)
    return when.isoformat() if when else None


def print_rows(rows: Iterable[dict[str, Any]]) -> None:
    """Rows as one JSON array, a row a line."""
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    click.echo("[\n" + ",\n".join(lines) + "\n]" if lines else "[]")
