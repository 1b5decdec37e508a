"""Words to articles: the index, filled in slices, and what to ask of it.

Every word is quoted before FTS5 sees it; nothing a user types is its syntax.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reader.model.article import SearchHit
from reader.store.table import Table, ids

#: How many of the newest matches are ranked by bm25; ranking visits every match it ranks.
WINDOW = 1000
#: bm25 weights of title and text.
_WEIGHTS = "8.0, 1.0"

_WORD = re.compile(r'["“”]([^"“”]*)["“”]|([^\s"“”]+)')


@dataclass(frozen=True, slots=True)
class Condition:
    """What of an article must hold for the words, as SQL over `a.id` with named parameters."""

    sql: str
    values: dict[str, Any]


def terms(words: str) -> tuple[str, ...]:
    """What was typed as FTS5 terms: quoted phrases and words, the last word as a prefix.

    Words without a letter or digit find nothing and are left out.
    """
    words = words.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
    found = [(phrase or word, bool(word)) for phrase, word in _WORD.findall(words)]
    found = [(term, is_word) for term, is_word in found if any(c.isalnum() for c in term)]
    unfinished = bool(found) and found[-1][1] and words[-1:].isalnum() and len(found[-1][0]) > 1
    quoted = [f'"{term}"' for term, _ in found]
    if unfinished:
        quoted[-1] += "*"
    return tuple(quoted)


class Search(Table):
    """The words of all articles, and of what the user wrote about them."""

    def condition(self, words: str) -> Condition:
        """Which articles hold every term, each in the text or in the user's own words."""
        asked = terms(words)
        if not asked:
            return Condition("0", {})
        in_text = "a.id in (select rowid from words where words match :{0})"
        if not self._in_own(asked):
            return Condition(in_text.format("match"), {"match": " AND ".join(asked)})
        in_own = """a.id in (select article_id from own_text where id in
                   (select rowid from own_words where own_words match :{0}))"""
        parts = [f"({in_text} or {in_own})".format(f"term{n}") for n in range(len(asked))]
        return Condition(" and ".join(parts), {f"term{n}": term for n, term in enumerate(asked)})

    def _in_own(self, asked: Sequence[str]) -> bool:
        sql = "select 1 from own_words where own_words match ? limit 1"
        return self._one(sql, (" OR ".join(asked),)) is not None

    def ranked(self, words: str) -> list[int]:
        """The best of the newest matches: those in the user's own words, then by bm25."""
        asked = terms(words)
        if not asked:
            return []
        own = self._all(
            """
            select distinct article_id from own_text
            where id in (select rowid from own_words where own_words match ?)
            order by article_id desc limit ?
            """,
            (" AND ".join(asked), WINDOW),
        )
        best = self._all(
            f"""
            select id from (
                select * from (
                    select rowid as id, bm25(words, {_WEIGHTS}) as score from words
                    where words match :all order by rowid desc limit :window)
                union
                select * from (
                    select rowid as id, bm25(words, {_WEIGHTS}) as score from words
                    where words match :title order by rowid desc limit :window)
            ) group by id order by min(score), id desc
            """,
            {
                "all": " AND ".join(asked),
                "title": "{title} : (" + " AND ".join(asked) + ")",
                "window": WINDOW,
            },
        )
        return list(dict.fromkeys(row[0] for row in [*own, *best]))

    def hits(self, words: str, article_ids: Sequence[int]) -> dict[int, SearchHit]:
        """Where the words stand in these articles; the user's own words come first."""
        asked = terms(words)
        if not asked:
            return {}
        values = (" OR ".join(asked), ids(article_ids))
        rows = self._all(
            """
            select rowid, 'text', snippet(words, 1, char(2), char(3), '…', 20) from words
            where words match ? and rowid in (select value from json_each(?))
            """,
            values,
        )
        rows += self._all(
            """
            select o.article_id, o.kind, snippet(own_words, 0, char(2), char(3), '…', 20)
            from own_words join own_text o on o.id = own_words.rowid
            where own_words match ? and o.article_id in (select value from json_each(?))
            """,
            values,
        )
        return {article_id: SearchHit(article_id, text, where) for article_id, where, text in rows}

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
