"""The shape that all steps of the archive lead to, and how to write it anew.

    python -m tests.store.shape

After a step is added, run this: until then every start loads the steps to look at them.
"""

import json
import sqlite3
from contextlib import closing
from typing import Any

from sqlite_utils import Database

from reader.resource import resource
from reader.store.evidence_migrations import migrations
from reader.store.finished import SHAPE, programs


def shape() -> dict[str, Any]:
    """What `resources/shape.json` must say."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        database = Database(connection)
        migrations.apply(database)
        steps = sorted(row.name for row in migrations.applied(database))
        return {"programs": sorted(map(list, programs(connection))), "steps": steps}


if __name__ == "__main__":
    resource(SHAPE).write_text(json.dumps(shape(), indent=1) + "\n", "utf-8")
