"""Articles that came from files, and the references of those from bibliographies."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from reader.model.errors import ArchiveError
from reader.model.feed import Entry
from reader.model.imported import Citation, Imported
from reader.store.arrivals import Arrivals
from reader.store.search import Search
from reader.store.table import Connect, Table, ids
from reader.text.identity import keys

#: Tables of what the user wrote: an article that has rows there is never taken away.
_OWN = frozenset(("annotation", "note", "tagging", "own_text", "star", "citation"))
#: Tables of what the user wrote about an article.
_WRITTEN = ("own_text", "own_value")

_WRITTEN_SINCE = (
    "Articles of this import have notes, highlights or tags that were made since, so it cannot "
    "be undone. Nothing was changed."
)


class Imports(Table):
    """Puts imported articles in and, when an import is undone, takes them out again."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._arrivals = Arrivals(connect)
        self._search = Search(connect)

    def known(self, address: str, entries: Sequence[Entry]) -> list[int]:
        """The article of each entry among those imported before, 0 for a new one."""
        named = [keys([entry])[0].all for entry in entries]
        owners = self._owners(address, {key for names in named for key in names})
        return [next((owners[key] for key in names if key in owners), 0) for names in named]

    def at_links(self, links: Iterable[str]) -> dict[str, int]:
        """The article that has a link, of any feed; the newest where several have it."""
        rows = self._all(
            """
            select link, max(id) from article
            where link in (select value from json_each(?)) group by link
            """,
            (ids(links),),
        )
        return dict(rows)

    def of_texts(self, hashes: Iterable[str]) -> dict[str, int]:
        """The article whose current text has a hash."""
        rows = self._all(
            """
            select r.sha256, max(a.id) from article a join revision r on r.id = a.revision_id
            where r.sha256 in (select value from json_each(?)) group by r.sha256
            """,
            (ids(hashes),),
        )
        return dict(rows)

    def put(self, rows: Sequence[Imported]) -> None:
        for (address, first_seen), group in groupby(rows, lambda r: (r.address, r.first_seen)):
            together = list(group)
            feed_id = self._feed(address)
            self._arrivals.insert(
                feed_id, [(r.article_id, r.revision_id, r.entry) for r in together], first_seen
            )
            self._many(
                "insert or ignore into article_key (feed_id, key, article_id) values (?, ?, ?)",
                [(feed_id, key, r.article_id) for r in together for key in keys([r.entry])[0].all],
            )

    def remove(self, rows: Sequence[Imported]) -> None:
        """Take articles away with all that was derived from them.

        Raises ArchiveError where the user wrote something about one since: then all of them stay.
        """
        which = ids(row.article_id for row in rows)
        if self._has_own_words(which):
            raise ArchiveError(_WRITTEN_SINCE)
        self._run("pragma defer_foreign_keys = on")  # until the end of this transaction
        self._search.forget(which)
        self._uncount(which)
        for table, column in self._derived():
            self._run(
                f'delete from "{table}" where "{column}" in (select value from json_each(?))',
                (which,),
            )
        self._run("delete from article where id in (select value from json_each(?))", (which,))

    def _has_own_words(self, which: str) -> bool:
        sql = "select 1 from {0} where article_id in (select value from json_each(?)) limit 1"
        return any(self._one(sql.format(table), (which,)) for table in _WRITTEN)

    def _feed(self, address: str) -> int:
        return int(self._one("select id from feed where address = ?", (address,))[0])

    def _owners(self, address: str, names: Iterable[str]) -> dict[str, int]:
        rows = self._all(
            """
            select k.key, k.article_id from article_key k join feed on feed.id = k.feed_id
            where feed.address = ? and k.key in (select value from json_each(?))
            """,
            (address, ids(names)),
        )
        return dict(rows)

    def _uncount(self, which: str) -> None:
        """The counts of feeds without these articles; no trigger watches an article go."""
        self._run(
            "delete from read_mark where article_id in (select value from json_each(?))", (which,)
        )
        self._run(
            """
            update feed_count set total = total - gone.count, unread = unread - gone.count
            from (select feed_id, count(*) as count from article
                  where id in (select value from json_each(?)) group by feed_id) as gone
            where feed_count.feed_id = gone.feed_id
            """,
            (which,),
        )
        self._run("delete from feed_count where total = 0")

    def _derived(self) -> list[tuple[str, str]]:
        """Tables that hang on articles, with the column that says on which; not the user's own."""
        rows = self._all("""
            select m.name, f."from" from sqlite_master m join pragma_foreign_key_list(m.name) f
            where m.type = 'table' and f."table" = 'article'
        """)
        return [
            (table.replace('"', '""'), column.replace('"', '""'))
            for table, column in rows
            if table not in _OWN
        ]


class Citations(Table):
    """What bibliographies said of imported articles."""

    def among(self, article_ids: Iterable[int]) -> dict[int, Citation]:
        rows = self._all(
            """
            select article_id, json from citation
            where article_id in (select value from json_each(?))
            """,
            (ids(article_ids),),
        )
        return {row[0]: Citation(*row) for row in rows}

    def put(self, rows: Sequence[Citation]) -> None:
        self._many(
            "insert into citation (article_id, json) values (?, ?)",
            [(row.article_id, row.json) for row in rows],
        )

    def remove(self, rows: Sequence[Citation]) -> None:
        self._many("delete from citation where article_id = ?", [(r.article_id,) for r in rows])
