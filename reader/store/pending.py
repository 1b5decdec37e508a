"""Work that articles wait for: to be indexed, to be studied. A crash loses none of it."""

from collections.abc import Sequence

from reader.store.table import Table


class Pending(Table):
    """Articles waiting for a kind of work: "index", "study", "closely", "story" …"""

    def count(self, work: str, most: int = -1) -> int:
        """How many wait; no more than `most` are counted, where that is given."""
        counted = "select count(*) from (select 1 from pending where work = ? limit ?)"
        return int(self._one(counted, (work, most))[0])

    def is_any(self, work: str) -> bool:
        return bool(self._one("select exists (select 1 from pending where work = ?)", (work,))[0])

    def has(self, work: str, article_id: int) -> bool:
        """Whether this article waits for it."""
        row = self._one(
            "select 1 from pending where work = ? and article_id = ?", (work, article_id)
        )
        return row is not None

    def next(self, work: str, limit: int) -> list[int]:
        """The newest of them."""
        rows = self._all(
            "select article_id from pending where work = ? order by article_id desc limit ?",
            (work, limit),
        )
        return [row[0] for row in rows]

    def ready(self, work: str, limit: int) -> list[int]:
        """The newest of them that wait for nothing else."""
        rows = self._all(
            """
            select p.article_id from pending p where p.work = :work
            and not exists (select 1 from pending q where q.article_id = p.article_id
                            and q.work in ('index', 'study') and q.work <> :work)
            order by p.article_id desc limit :limit
            """,
            {"work": work, "limit": limit},
        )
        return [row[0] for row in rows]

    def done(self, work: str, article_ids: Sequence[int]) -> None:
        """Called inside a transaction."""
        self._many(
            "delete from pending where work = ? and article_id = ?",
            [(work, article_id) for article_id in article_ids],
        )

    def ask(self, work: str, article_ids: Sequence[int]) -> None:
        """They wait for this work (again). Called inside a transaction."""
        self._many(
            "insert or ignore into pending (work, article_id) values (?, ?)",
            [(work, article_id) for article_id in article_ids],
        )

    def ask_for_newest(self, work: str, limit: int) -> None:
        """The newest articles wait for this work (again). Called inside a transaction."""
        self._run(
            """
            insert or ignore into pending (work, article_id)
            select ?, id from article order by id desc limit ?
            """,
            (work, limit),
        )

    def ask_for_new_cards(self, *, closely: bool) -> None:
        """Every article waits to be studied anew, those read `closely` before to be read so again,
        where that is wanted. Called inside a transaction."""
        self._run(
            """
            insert or ignore into pending (work, article_id)
            select iif(:closely and instr(c.extractor, '+'), 'closely', 'study'), a.id
            from article a
            left join card c on c.article_id = a.id and c.revision_id = a.revision_id
            """,
            {"closely": closely},
        )

    def ask_for_rules(self, version: str) -> None:
        """What waits to be read closely, and has a card of another version of the extractor than
        this, waits to be studied anew. Called inside a transaction."""
        self._run(
            """
            insert or ignore into pending (work, article_id)
            select 'study', p.article_id from pending p join card c on c.article_id = p.article_id
            where p.work = 'closely'
            and substr(c.extractor, 1, instr(c.extractor || '+', '+') - 1) <> ?
            """,
            (version,),
        )
