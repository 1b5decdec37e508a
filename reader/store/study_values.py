"""What study cards state, as rows that queries, counts and completion ask. Derived from the card."""

from collections.abc import Sequence

from reader.model.asked import Stated, measured, stated
from reader.model.study import StudyCard
from reader.store.table import Table, ids
from reader.text.folding import fold


class StudyValues(Table):
    """Values as text, each kept once with the number of its articles; and numbers."""

    def keep(self, article_id: int, card: StudyCard) -> None:
        """Keep what a card states, instead of what it stated before. Called inside a transaction,
        with the card as it counts: what was read out of the text and what people decided."""
        self._run("delete from study_text where article_id = ?", (article_id,))
        self._run("delete from study_number where article_id = ?", (article_id,))
        found = stated(card)
        self._add(found)
        self._many(
            """
            insert or ignore into study_text (article_id, name, stated_id)
            select ?, name, id from stated where name = ? and value = ?
            """,
            [(article_id, row.name, row.value) for row in found],
        )
        self._many(
            "insert into study_number (article_id, name, low, high) values (?, ?, ?, ?)",
            [(article_id, row.name, row.low, row.high) for row in measured(card)],
        )

    def _add(self, found: Sequence[Stated]) -> None:
        """Values that nobody stated before, with their words."""
        for row in found:
            if self._one(
                "select 1 from stated where name = ? and value = ?", (row.name, row.value)
            ):
                continue
            folded = fold(row.value)
            self._run(
                "insert into stated (name, value, folded) values (?, ?, ?)",
                (row.name, row.value, folded),
            )
            (number,) = self._one("select last_insert_rowid()")
            words = dict.fromkeys(folded.split())
            self._many(
                "insert or ignore into stated_word (name, word, stated_id) values (?, ?, ?)",
                [(row.name, word, number) for word in words],
            )

    def exact(self, name: str, folded: str) -> tuple[list[int], int]:
        """The values of this form, and how many articles state one."""
        rows = self._all(
            "select id, articles from stated where name = ? and folded = ?", (name, folded)
        )
        return [row[0] for row in rows], sum(row[1] for row in rows)

    def containing(self, name: str, folded: str) -> tuple[list[int], int]:
        """The values with these words one after the other, the last of them perhaps only begun."""
        first, *more = folded.split()
        high = first if more else first + "\U0010ffff"
        rows = self._all(
            """
            select s.id, s.articles from stated_word w join stated s on s.id = w.stated_id
            where w.name = ? and w.word between ? and ? and instr(' ' || s.folded, ?)
            """,
            (name, first, high, f" {folded}"),
        )
        return [row[0] for row in rows], sum(row[1] for row in rows)

    def stating(self, name: str) -> int:
        """How many values articles state under a name."""
        row = self._one("select coalesce(sum(articles), 0) from stated where name = ?", (name,))
        return int(row[0])

    def begun(self, name: str, folded: str, limit: int) -> list[tuple[str, int]]:
        """Values of which a word begins so, with the number of articles, the most stated first."""
        if not folded:
            rows = self._all(
                """
                select value, articles from stated where name = ? and articles > 0
                order by articles desc limit ?
                """,
                (name, limit),
            )
            return [(row[0], row[1]) for row in rows]
        values, _ = self.containing(name, folded)
        rows = self._all(
            """
            select value, articles from stated
            where id in (select value from json_each(?)) and articles > 0
            order by articles desc, value limit ?
            """,
            (ids(values), limit),
        )
        return [(row[0], row[1]) for row in rows]
