"""Articles: lists of any length as ids, their rows by the page, and one whole."""

import json
from array import array
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from reader.model.article import Article, ArticleRow, Content, Revision
from reader.model.cautions import cautions
from reader.model.facts import Fact, line
from reader.model.query import ArticleQuery
from reader.store.lists import Lists
from reader.store.table import Connect, Table, ids

_SEPARATOR = "\x1f"
#: Of a row in a list.
_COLUMNS = """id, feed_id, feed_title, title, sorted_at, published, author, link,
    is_read, starred, revised, notes, tags, facts, outlets"""


class Articles(Table):
    """Everything that is asked about articles. What arrives is `reader.store.arrivals`."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._lists = Lists(connect)

    def ids(self, query: ArticleQuery, limit: int = -1) -> "array[int]":
        """Ids of all articles that match, or of the first of them, in the order of the query."""
        return self._lists.ids(query, limit)

    def among(self, query: ArticleQuery, article_ids: Sequence[int]) -> set[int]:
        """Those of the articles that match."""
        return self._lists.among(query, article_ids)

    def latest_match(self, query: ArticleQuery) -> int:
        """The highest id that matches: what came last; 0 where nothing does."""
        return self._lists.latest(query)

    def count(self, query: ArticleQuery) -> int:
        """How many articles match."""
        return self._lists.count(query)

    def rows(self, article_ids: Sequence[int]) -> dict[int, ArticleRow]:
        """A page of a list, in one query. An article that is not there is left out."""
        found = self._packed(
            _COLUMNS,
            """
            select a.id, a.feed_id,
                coalesce(nullif(s.title, ''), nullif(d.title, ''), feed.address) as feed_title,
                a.title, a.sorted_at, a.published, a.author, a.link,
                exists (select 1 from read_mark m where m.article_id = a.id) as is_read,
                exists (select 1 from star where star.article_id = a.id) as starred,
                a.updated > 0 as revised,
                (select count(*) from annotation n where n.article_id = a.id)
                + (select count(*) from note n where n.article_id = a.id
                   and n.annotation_id is null) as notes,
                (select group_concat(name, char(31)) from tagging t where t.article_id = a.id) as tags,
                (select json_group_array(json_array(name, value, number, number_high, quoted))
                 from fact f where f.article_id = a.id) || '' as facts,
                (select count(*) from story mine join story m on m.story_id = mine.story_id
                 where mine.article_id = a.id) as outlets
            from json_each(?) wanted
            join article a on a.id = wanted.value
            join feed on feed.id = a.feed_id
            left join subscription s on s.feed_id = a.feed_id
            left join feed_description d on d.feed_id = a.feed_id
            """,
            (ids(article_ids),),
        )
        return {row[0]: _row(row) for row in found}

    def one(self, article_id: int) -> Article | None:
        row = self._one(
            """
            select a.id, a.feed_id,
                coalesce(nullif(s.title, ''), nullif(d.title, ''), feed.address),
                a.link, a.author, a.published, a.first_seen, a.revision_id,
                (select count(*) from revision v where v.article_id = a.id), r.fetched,
                r.title, r.html, r.text, r.layout, a.guid
            from article a
            join feed on feed.id = a.feed_id
            join revision r on r.id = a.revision_id
            left join subscription s on s.feed_id = a.feed_id
            left join feed_description d on d.feed_id = a.feed_id
            where a.id = ?
            """,
            (article_id,),
        )
        return Article(*_with_content(row, 10)) if row else None

    def revisions(self, article_id: int) -> list[Revision]:
        """Every text the article ever had, the oldest first."""
        rows = self._all(
            """
            select id, article_id, fetched, title, html, text, layout
            from revision where article_id = ? order by fetched, id
            """,
            (article_id,),
        )
        return [Revision(*_with_content(row, 3)) for row in rows]

    def latest(self) -> int:
        """The id of the article that came last, 0 where there is none."""
        return int(self._one("select coalesce(max(id), 0) from article")[0])

    def total(self) -> int:
        return int(self._one("select coalesce(sum(total), 0) from feed_count")[0])


def _row(row: Sequence[Any]) -> ArticleRow:
    tags = tuple(row[12].split(_SEPARATOR)) if row[12] else ()
    flags = [bool(flag) for flag in row[8:11]]
    rest = [row[11], tags, *_told(row[13]), max(1, row[14])]
    return ArticleRow(*row[:8], *flags, *rest)


@lru_cache(maxsize=2_000)
def _told(facts: str) -> tuple[str, tuple[str, ...]]:
    """The line and the cautions of facts (JSON): most of what a row costs, and while articles come
    in the same rows are asked for again and again."""
    found = [Fact(*values) for values in json.loads(facts)]
    return line(found), tuple(caution.code for caution in cautions(found))


def _with_content(row: Sequence[Any], at: int) -> list[Any]:
    """The row with its title, HTML, text and layout, from `at` on, as one `Content`."""
    return [*row[:at], Content(*row[at : at + 4]), *row[at + 4 :]]
