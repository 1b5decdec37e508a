"""The part of the archive's shape that the evidence table needs. Append only, as the others."""

from sqlite_utils import Database

from reader.store import shapes
from reader.store.migrations import _run
from reader.store.query_migrations import migrations

__all__ = ["migrations"]


@migrations()
def keep_columns_of_the_users_own(db: Database) -> None:
    """What the user asks of every study in columns of his own, and his answers."""
    _run(db, shapes.OWN_COLUMNS)


@migrations()
def keep_the_history_of_cells(db: Database) -> None:
    """Which value of a field was said by whom, and until when."""
    _run(db, shapes.HISTORY)


@migrations()
def find_ranges_of_numbers(db: Database) -> None:
    """Few numbers of a card are ranges: those between two numbers are found without reading all
    that lie above the lower one."""
    _run(
        db,
        """
        create index study_number_by_range on study_number (name, high, low, article_id)
            where high > low;
        """,
    )
