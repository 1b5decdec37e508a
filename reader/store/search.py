"""Words to articles: the index, filled in slices, and what to ask of it.

Every word is quoted before FTS5 sees it; nothing a user types is its syntax.
"""

from collections.abc import Sequence

from reader.model.article import SearchHit
from reader.store.query_sql import is_short, match
from reader.store.table import Table, ids
from reader.text.folding import is_unspaced, pairs


class Search(Table):
    """The words of all articles, and of what the user wrote about them."""

    def hits(self, words: str, article_ids: Sequence[int]) -> dict[int, SearchHit]:
        """Where the words stand in these articles; the user's own words come first."""
        from reader.text.query.parser import parse  # filling the index needs none of this
        from reader.text.query.reading import wanted_words

        wanted = wanted_words(parse(words))
        if not wanted or not article_ids:
            return {}
        asked = [match(node, whole=is_short(node)) for node in wanted]
        values = (" OR ".join(asked), ids(article_ids))
        rows = self._unspaced_hits([n.text for n in wanted if is_unspaced(n.text)], article_ids)
        rows += self._text_hits(values, article_ids, begun=any(node.prefix for node in wanted))
        rows += self._all(
            """
            select o.article_id, o.kind, snippet(own_words, 0, char(2), char(3), '…', 20)
            from own_words join own_text o on o.id = own_words.rowid
            where own_words match ? and o.article_id in (select value from json_each(?))
            """,
            values,
        )
        return {article_id: SearchHit(article_id, text, where) for article_id, where, text in rows}

    def _text_hits(
        self, values: tuple[str, str], article_ids: Sequence[int], *, begun: bool
    ) -> list[tuple[int, str, str]]:
        """Where words stand in texts. What words begin so is found out once for a stretch of ids,
        but anew for each id of a list."""
        which = "rowid in (select value from json_each(?2))"
        if begun:
            which = f"rowid between ?3 and ?4 and +{which}"
        return self._all(
            f"""
            select rowid, 'text', snippet(words, 1, char(2), char(3), '…', 20) from words
            where words match ?1 and {which}
            """,
            (*values, *((min(article_ids), max(article_ids)) if begun else ())),
        )

    def _unspaced_hits(
        self, terms: Sequence[str], article_ids: Sequence[int]
    ) -> list[tuple[int, str, str]]:
        """Where words of scripts without spaces stand in texts."""
        from reader.text.query.finding import passage

        if not terms:
            return []
        rows = self._all(
            """
            select u.article_id, r.text from unspaced_of u join revision r on r.id = u.revision_id
            where u.article_id in (select value from json_each(?))
            """,
            (ids(article_ids),),
        )
        found = ((article_id, passage(text, terms)) for article_id, text in rows)
        return [(article_id, "text", words) for article_id, words in found if words]

    def forget(self, which: str) -> None:
        """Take articles (ids as JSON) out of the index. Called inside a transaction."""
        self._run(
            """
            insert into words (words, rowid, title, text)
            select 'delete', id, title, text from article_words
            where id in (select value from json_each(?))
            """,
            (which,),
        )
        self._run(
            """
            insert into titles (titles, rowid, title)
            select 'delete', id, title from article_words
            where id in (select value from json_each(?))
            """,
            (which,),
        )
        self._forget_pairs(which)

    def index(self, article_ids: Sequence[int]) -> None:
        """Index the current texts of articles. Called inside a transaction."""
        which = (ids(article_ids),)
        self.forget(which[0])
        self._run(
            """
            insert or replace into indexed (article_id, revision_id)
            select id, revision_id from article where id in (select value from json_each(?))
            """,
            which,
        )
        self._run(
            """
            insert into words (rowid, title, text)
            select id, title, text from article_words
            where id in (select value from json_each(?)) order by id
            """,
            which,
        )
        self._run(
            """
            insert into titles (rowid, title) select id, title from article_words
            where id in (select value from json_each(?)) order by id
            """,
            which,
        )
        self._index_pairs(article_ids)

    def pieces(self, most: int) -> int:
        """Of how many pieces the index of words is made; no more than `most` are counted."""
        counted = """
            with recursive piece (id) as (
                select min(segid) from words_idx union all
                select (select min(segid) from words_idx where segid > piece.id)
                from piece where piece.id is not null limit :most + 1
            )
            select count(id) from piece
            """
        return min(most, int(self._one(counted, {"most": most})[0]))

    def merge(self, pages: int) -> bool:
        """Merge pieces of the indexes, about so many pages of each; False where there was nothing
        to merge. Called inside a transaction."""
        return any(self._merged(table, pages) for table in ("words", "titles"))

    def _merged(self, table: str, pages: int) -> bool:
        before = self._connect().total_changes
        self._run(f"insert into {table} ({table}, rank) values ('merge', ?)", (pages,))
        return self._connect().total_changes - before > 1

    def _index_pairs(self, article_ids: Sequence[int]) -> None:
        """Index what is written without spaces, which few texts have."""
        rows = self._all(
            """
            select i.article_id, i.revision_id, r.text
            from indexed i join revision r on r.id = i.revision_id
            where i.article_id in (select value from json_each(?))
            """,
            (ids(article_ids),),
        )
        found = [row for row in rows if is_unspaced(row[2])]
        self._many(
            "insert into unspaced_of (article_id, revision_id) values (?, ?)",
            [row[:2] for row in found],
        )
        self._many(
            "insert into unspaced (rowid, pairs) values (?, ?)",
            [(article_id, pairs(text)) for article_id, _, text in found],
        )

    def _forget_pairs(self, which: str) -> None:
        rows = self._all(
            """
            select u.article_id, r.text from unspaced_of u join revision r on r.id = u.revision_id
            where u.article_id in (select value from json_each(?))
            """,
            (which,),
        )
        self._many(
            "insert into unspaced (unspaced, rowid, pairs) values ('delete', ?, ?)",
            [(article_id, pairs(text)) for article_id, text in rows],
        )
        self._run(
            "delete from unspaced_of where article_id in (select value from json_each(?))", (which,)
        )
