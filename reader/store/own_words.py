"""The index over what the user wrote: notes, quoted highlights, tags.

Kept by code within the same transaction: with `trusted_schema` off SQLite lets no trigger
write to a virtual table.
"""

from collections.abc import Sequence

from reader.store.table import Table, ids


class OwnWords(Table):
    """One indexed row for each `owner`, a name such as "note 0192…"."""

    def put(self, rows: Sequence[tuple[str, int, str, str]]) -> None:
        """Index rows of owner, article id, kind and words. An owner is put once."""
        self._many(
            "insert into own_text (owner, article_id, kind, words) values (?, ?, ?, ?)", rows
        )
        self._run(
            """
            insert into own_words (rowid, words)
            select id, words from own_text where owner in (select value from json_each(?))
            """,
            (ids(owner for owner, _, _, _ in rows),),
        )

    def remove(self, owners: Sequence[str]) -> None:
        which = (ids(owners),)
        self._run(
            """
            insert into own_words (own_words, rowid, words)
            select 'delete', id, words from own_text where owner in (select value from json_each(?))
            """,
            which,
        )
        self._run("delete from own_text where owner in (select value from json_each(?))", which)
