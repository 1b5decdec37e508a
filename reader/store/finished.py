"""Whether an archive has the shape that all steps of this version lead to, told without loading
them, which would take a tenth of every start."""

import json
import sqlite3

from reader.resource import resource

#: Names of all steps, and what runs by itself once they are done. Made by
#: `python -m tests.store.shape`; while it is out of date, every start looks at the steps themselves.
SHAPE = "shape.json"

Programs = set[tuple[str, str, str]]


def is_finished(connection: sqlite3.Connection) -> bool:
    """Every step has been taken, no other one, and nothing was built in. Never wrong where it says
    yes; where it says no, the steps are asked."""
    try:
        shape = json.loads(resource(SHAPE).read_text("utf-8"))
        rows = connection.execute(
            "select name from _sqlite_migrations where migration_set = 'studywire'"
        )
        taken = sorted(row[0] for row in rows)
        known = {(kind, name, sql) for kind, name, sql in shape["programs"]}
        return bool(taken == shape["steps"] and programs(connection) == known)
    except (sqlite3.Error, OSError, TypeError, ValueError, KeyError):
        return False


def programs(connection: sqlite3.Connection) -> Programs:
    """Everything in a database that can run by itself: triggers, views and virtual tables."""
    rows = connection.execute("""
        select type, name, sql from sqlite_master
        where type in ('trigger', 'view') or sql like 'create virtual%'
    """)
    return {(kind, name, " ".join(sql.split())) for kind, name, sql in rows}
