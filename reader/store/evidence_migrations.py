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


@migrations()
def merge_the_index_once(db: Database) -> None:
    """The index merges nothing by itself while articles come in, for what it merges in small steps
    is merged several times: `operations.indexing` has all pieces merged at once, and eight or more
    at a time. A piece may grow to 3 MB, which is about a slice."""
    for table in ("words", "titles"):
        for name, value in (
            *(("automerge", 0), ("crisismerge", 1999), ("usermerge", 8)),
            ("hashsize", 3 << 20),
        ):
            db.execute(f"insert into {table} ({table}, rank) values ('{name}', {value})")


@migrations()
def know_what_has_a_passage(db: Database) -> None:
    """Which facts have words in the text: no caution rests on others. Extraction's always have; of the
    user's own values it is looked up afterwards ("facts"), and until then they bring no caution."""
    _run(
        db,
        """
        alter table fact add column quoted integer not null default 1;
        update fact set quoted = 0 where (article_id, name) in
            (select article_id, field from correction where value <> '');
        insert or ignore into pending (work, article_id)
            select 'facts', article_id from correction where value <> '';
    """,
    )
