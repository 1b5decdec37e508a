"""Counting results by their design, condition, country … without looking at anything else.

The results of a query are put into a temporary table once; each facet is then counted from the
results where they are few, and from the index of the facet where they are many. A plus before a
column keeps SQLite from looking up every result for every value.
"""

from datetime import datetime

from reader.model.query import ArticleQuery
from reader.store.lists import Lists
from reader.store.study_values import StudyValues
from reader.store.table import Connect, Table
from reader.store.tags import TAGGED

#: With more results than this the index of the facet leads.
_FEW = 3_000
Counts = list[tuple[str, int]]


class Facets(Table):
    """First `gather` the results, then count them. For one thread."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._lists = Lists(connect)
        self._size = 0
        self._is_whole = False

    def gather(self, query: ArticleQuery) -> int:
        """Hold the results of a query for counting; how many there are."""
        select, values = self._lists.compiled(query)
        self._run("create temp table if not exists hit (id integer primary key)")
        self._run("delete from temp.hit")
        self._run(f"insert or ignore into temp.hit (id) {select}", values)
        self._size, total = self._one("""
            select (select count(*) from temp.hit),
                   (select coalesce(sum(total), 0) from feed_count)
        """)
        self._is_whole = self._size == total
        return self._size

    def stated(self, name: str, limit: int) -> Counts:
        """Values of the study card under a name; of the whole archive as they are kept."""
        if self._is_whole:
            return StudyValues(self._connect).begun(name, "", limit)
        few = """select v.stated_id as id, count(*) as found from temp.hit
                 cross join study_text v on v.article_id = hit.id and v.name = :name group by 1"""
        many = """select s.id as id, count(*) as found from stated s
                  cross join study_text v on v.stated_id = s.id
                  where s.name = :name and +v.article_id in temp.hit group by s.id"""
        rows = self._all(
            f"""
            select s.value, c.found from ({few if self._size < _FEW else many}) c
            cross join stated s on s.id = c.id order by c.found desc, s.value limit :limit
            """,
            {"name": name, "limit": limit},
        )
        return [(row[0], row[1]) for row in rows]

    def stating(self, name: str) -> int:
        """How many of the results state anything under a name."""
        few = """select count(*) from temp.hit where exists
                 (select 1 from study_text v where v.article_id = hit.id and v.name = :name)"""
        many = """select count(distinct v.article_id) from stated s
                  cross join study_text v on v.stated_id = s.id
                  where s.name = :name and +v.article_id in temp.hit"""
        return int(self._one(few if self._size < _FEW else many, {"name": name})[0])

    def years(self, limit: int) -> list[tuple[int, int]]:
        """Years of publication, the latest first."""
        ends = self._one(
            "select (select min(sorted_at) from article), (select max(sorted_at) from article)"
        )
        if not self._size or ends[0] is None:
            return []
        first, last = (datetime.fromtimestamp(end).year for end in ends)  # noqa: DTZ006
        found = []
        for year in range(last, max(first, last - 60) - 1, -1):
            begin, end = (int(datetime(y, 1, 1).timestamp()) for y in (year, year + 1))  # noqa: DTZ001
            if count := self._between(begin, end):
                found.append((year, count))
            if len(found) == limit:
                break
        return found

    def _between(self, begin: int, end: int) -> int:
        few = """select count(*) from temp.hit cross join article a on a.id = hit.id
                 where a.sorted_at >= :begin and a.sorted_at < :end"""
        many = """select count(*) from article a
                  where a.sorted_at >= :begin and a.sorted_at < :end and +a.id in temp.hit"""
        sql = few if self._size < _FEW else many
        return int(self._one(sql, {"begin": begin, "end": end})[0])

    def feeds(self, limit: int) -> list[tuple[str, int]]:
        few = """select a.feed_id as id, count(*) as found from temp.hit
                 cross join article a on a.id = hit.id group by 1"""
        many = """select f.id, count(*) as found from feed f
                  cross join article a on a.feed_id = f.id where +a.id in temp.hit group by f.id"""
        rows = self._all(
            f"""
            select coalesce(nullif(s.title, ''), nullif(d.title, ''), feed.address), c.found
            from ({few if self._size < _FEW else many}) c
            cross join feed on feed.id = c.id
            left join subscription s on s.feed_id = feed.id
            left join feed_description d on d.feed_id = feed.id
            order by c.found desc limit :limit
            """,
            {"limit": limit},
        )
        return [(row[0], row[1]) for row in rows]

    def tags(self, limit: int) -> Counts:
        rows = self._all(
            f"""
            select max(t.name), count(distinct t.article_id) from ({TAGGED}) t
            where +t.article_id in temp.hit group by t.name_folded
            order by 2 desc limit :limit
            """,
            {"limit": limit},
        )
        return [(row[0], row[1]) for row in rows]

    def states(self) -> dict[str, int]:
        """How many of the results are unread, starred …"""
        tables = {"unread": "unread", "read": "read_mark", "starred": "star"}
        found = {state: self._in_table(table) for state, table in tables.items()}
        found["annotated"] = int(
            self._one("""
                select count(*) from (select article_id from annotation
                union select article_id from note) where article_id in temp.hit
            """)[0]
        )
        return found

    def _in_table(self, table: str) -> int:
        few = f"select count(*) from temp.hit cross join {table} t on t.article_id = hit.id"
        many = f"select count(*) from {table} where article_id in temp.hit"
        return int(self._one(few if self._size < _FEW else many)[0])
