"""Opening the archive."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reader.resource import resource
from reader.store.finished import SHAPE, is_finished
from reader.store.store import Store
from tests.store.shape import shape


def test_opening_an_archive_loads_no_numbers_library() -> None:
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, reader.store.store; print('numpy' in sys.modules)\n"
            "import numpy; print(numpy.arange(3).sum())",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.split() == ["False", "3"]


def test_the_shape_that_archives_are_told_by_is_up_to_date() -> None:
    """Run `python -m tests.store.shape` after a step was added."""
    assert json.loads(resource(SHAPE).read_text("utf-8")) == shape()


def test_an_archive_in_shape_is_opened_without_its_steps(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    Store(path).close()
    code = (
        "import sys; from pathlib import Path; from reader.store.store import Store\n"
        f"Store(Path({str(path)!r})).close(); print('sqlite_utils' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"


@pytest.mark.parametrize(
    "change",
    [
        "create trigger theirs after insert on feed begin delete from feed; end",
        "create view theirs as select 1",
        "insert into _sqlite_migrations (migration_set, name, applied_at) values ('studywire', 'x', '')",
        "delete from _sqlite_migrations where name = 'keep_feeds_and_articles'",
        "drop table _sqlite_migrations",
    ],
)
def test_only_an_archive_of_just_our_shape_is_in_shape(tmp_path: Path, change: str) -> None:
    path = tmp_path / "a.db"
    Store(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        assert is_finished(connection)
        connection.execute(change)
        assert not is_finished(connection)
