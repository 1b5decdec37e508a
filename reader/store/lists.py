"""Lists of any length: an `ArticleQuery` to the ids of its articles, in order.

The part of the query that the fewest articles match leads; the others are checked. The newest of
many matches are found without looking at all: an article is never dated after it arrived, and ids
follow arrival, so that once enough matches are newer than the arrival of the next, none is newer.
"""

import math
from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from reader.model.query import ArticleQuery
from reader.model.query_tree import Query
from reader.store.falling import Falling, newest_of
from reader.store.parts import COUNTED, MANY, Part, bare, both, checked, either, leading, led, share
from reader.store.query_sql import QuerySql
from reader.store.ranking import Ranking
from reader.store.table import Connect, Table, ids
from reader.text.query.asked import asked as read

#: Where so many articles or fewer are expected to be looked at, the index of time is walked first.
WALKED = 1_000
#: So few articles are looked at and sorted, whatever else there is to choose.
FEW = 500
#: How many ids are read and sorted in the time that it takes to look at an article along time.
_TO_SORT = 2
#: Microseconds above which words are not asked of several stretches of it.
MOST_DEAR = 500.0
_NEWEST = "a.sorted_at desc, a.id desc"
_BY_NUMBER = """(select {end} from study_number v where v.article_id = a.id and v.name = '{name}')
    {way} nulls last, a.sorted_at desc, a.id desc"""
_STRENGTH = """coalesce((select min(instr(
    'meta analysis,systematic review,randomized controlled trial,nonrandomized trial,single arm trial,'
    || 'cohort,case control,cross sectional,case series,case report,qualitative,modelling,animal,'
    || 'in vitro,other,unclear', s.folded)) from study_text v join stated s on s.id = v.stated_id
    where v.article_id = a.id and v.name = 'design'), 9999)"""
#: What lists are ordered by, and the other way round.
_ORDERS = {
    "newest": (_NEWEST, "a.sorted_at, a.id"),
    "oldest": ("a.sorted_at, a.id", _NEWEST),
    "added": ("a.first_seen desc, a.id desc", "a.first_seen, a.id"),
    "n": (
        _BY_NUMBER.format(end="high", name="n", way="desc"),
        _BY_NUMBER.format(end="low", name="n", way="asc"),
    ),
    "followup": (
        _BY_NUMBER.format(end="high", name="followup", way="desc"),
        _BY_NUMBER.format(end="low", name="followup", way="asc"),
    ),
    "design": (f"{_STRENGTH}, {_NEWEST}", f"{_STRENGTH} desc, {_NEWEST}"),
}

#: Where every feed is followed no article need be looked up for its feed. The plus keeps SQLite from
#: reading the list feed by feed.
_FOLLOWED = """(not exists (select 1 from feed_count
                            where feed_id not in (select feed_id from subscription))
                or +a.feed_id in (select feed_id from subscription))"""
#: Microseconds that a condition takes which may be asked of every article.
_SLIGHT = 1.0


class Lists(Table):
    """Compiles and asks."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._ranking = Ranking(connect)
        self._falling = Falling(connect)

    def ids(self, query: ArticleQuery, limit: int = -1) -> "array[int]":
        asked = read(query.words)
        sort = asked.sort or query.sort
        if sort == "relevance" and asked.tree is not None:
            return self._most_relevant(query, asked, limit)
        sql, parts = self._compiled(query, asked)
        order = _ORDERS.get(sort, _ORDERS["newest"])[asked.reverse]
        if order == _NEWEST and limit >= 0:
            return self._newest(sql, parts, limit)
        if order == _NEWEST and query.unread and self._may_walk(parts):
            probes = " and ".join(part.probe for part in parts)
            return self._all_ids(sql, f"select a.id from article a where {probes} order by {order}")
        if limit < 0:
            return self._all_ids(sql, f"{selected(parts)} order by {order}")
        return self._some_ids(sql, f"{selected(parts)} order by {order} limit {int(limit)}")

    def count(self, query: ArticleQuery) -> int:
        sql, parts = self._compiled(query, read(query.words))
        return int(self._one(f"select count(*) from ({selected(parts, bare)})", sql.values)[0])

    def latest(self, query: ArticleQuery) -> int:
        """The highest id that matches, 0 where nothing does."""
        sql, parts = self._compiled(query, read(query.words))
        total = self._total()
        lead = leading([part for part in parts if part.ids] or [_every(total)])
        if not lead.newest:
            select = selected(parts, bare)
            return int(self._one(f"select coalesce(max(id), 0) from ({select})", sql.values)[0])
        stretches = self._falling.newest([*parts, lead], lead, sql.values, (MANY, total))
        return next((max(kept)[0] for kept, _ in stretches if kept), 0)

    def among(self, query: ArticleQuery, article_ids: Sequence[int]) -> set[int]:
        """Those of the articles that match."""
        sql, parts = self._compiled(query, read(query.words))
        return set(self._some_ids(sql, selected([*parts, _these(sql, article_ids)], bare)))

    def compiled(self, query: ArticleQuery) -> tuple[str, dict[str, Any]]:
        """The select of the ids, in no order, and its values."""
        sql, parts = self._compiled(query, read(query.words))
        return selected(parts, bare), sql.values

    def _compiled(self, query: ArticleQuery, asked: Query) -> tuple[QuerySql, list[Part]]:
        sql = QuerySql(self._connect)
        return sql, [*_place(sql, query), *sql.parts(asked)]

    def _all_ids(self, sql: QuerySql, select: str) -> "array[int]":
        """Of any number: a million at once would hold the interpreter for long, and much memory."""
        return array("q", (row[0] for row in self._each(select, sql.values)))

    def _some_ids(self, sql: QuerySql, select: str) -> "array[int]":
        return array("q", self._packed("id", select, sql.values))

    # -- the newest

    def _newest(self, sql: QuerySql, parts: Sequence[Part], limit: int) -> "array[int]":
        """The first of the list by time, without looking at all that match where they are many."""
        total = self._total()
        with_ids = [part for part in parts if part.ids]
        lead = leading(with_ids, total) if with_ids else None
        walked = max(1, limit) / math.prod(share(part, total) for part in parts)
        if lead and lead.in_time and not any(part.is_dear for part in parts):
            others = [part for part in parts if part is not lead]
            rows = max(1, limit) / math.prod(share(part, total) for part in others)
            return self._walked(sql, parts, lead, limit, rows)
        soon = lead is not None and _is_soon_sorted(parts, lead, walked)
        if lead and lead.size < MANY and not soon:
            select = f"{led(parts, lead)} order by {_NEWEST} limit {int(limit)}"
        elif lead and (lead.newest or soon):
            return self._falling_newest(sql, parts, lead, limit, walked)
        elif lead and walked > 2 * total * share(lead, total):
            # conditions that hold for many, but all of them for few
            select = f"{led(parts, lead)} order by {_NEWEST} limit {int(limit)}"
        elif lead and not any(part.is_dear for part in parts):
            return self._walked(sql, parts, lead, limit, walked)
        elif any(part.is_dear for part in parts):
            every = _every(total)
            stretches = self._falling.newest([*parts, every], every, sql.values, (walked, total))
            return newest_of(stretches, limit)
        else:
            where = checked(parts, walked, total)
            select = (
                f"select a.id from article a where {where} order by {_NEWEST} limit {int(limit)}"
            )
        return self._some_ids(sql, select)

    def _may_walk(self, parts: Sequence[Part]) -> bool:
        """Most articles are unread, so that it costs less to look at all in order than to sort."""
        if not all(part.probe and part.price <= _SLIGHT for part in parts):
            return False
        sums = "select coalesce(sum(unread), 0), coalesce(sum(total), 0) from feed_count"
        unread, total = self._one(sums)
        return bool(unread * 3 > total)

    def _falling_newest(
        self, sql: QuerySql, parts: Sequence[Part], lead: Part, limit: int, walked: float
    ) -> "array[int]":
        """By time, where about as many match as was guessed; else by falling id."""
        dear = sum(part.price for part in parts if part.is_dear)
        if walked < WALKED and not lead.held and dear < MOST_DEAR:
            found = self._falling.along_time(parts, sql.values, limit, walked)
            if found is not None:
                return found
        total = self._total()
        scale = (walked * share(lead, total), total)
        return newest_of(self._falling.newest(parts, lead, sql.values, scale), limit)

    def _walked(
        self, sql: QuerySql, parts: Sequence[Part], lead: Part, limit: int, walked: float
    ) -> "array[int]":
        """Along time as far as was guessed; then all that match, where it is known that they are
        not very many, else on along time."""
        found = self._falling.along_time(parts, sql.values, limit, walked)
        if found is not None:
            return found
        select = led(parts, lead)
        if lead.size >= COUNTED:
            select = f"select a.id from article a where {checked(parts, walked)}"
        return self._some_ids(sql, f"{select} order by {_NEWEST} limit {int(limit)}")

    def _total(self) -> int:
        return int(self._one("select coalesce(sum(total), 0) from feed_count")[0])

    # -- the most relevant

    def _most_relevant(self, query: ArticleQuery, asked: Query, limit: int) -> "array[int]":
        """The best of the newest matches in their order, then the others by time."""
        anywhere = query == ArticleQuery(words=query.words, sort=query.sort)
        is_sure = anywhere and self._ranking.covers(asked)
        ranked = self._ranking.best(asked, limit if is_sure else -1)
        best = ranked.ids
        if is_sure and (ranked.is_whole or 0 <= limit <= len(best)):
            return array("q", best[:limit] if limit >= 0 else best)
        sql, parts = self._compiled(query, asked)
        unsure = [part for part in parts if not part.ranked]
        these = _these(sql, best)
        select = bare([*unsure, these], these, total=self._total())
        there = self._some_ids(sql, select) if unsure else best
        fitting = set(there)
        first = [article_id for article_id in best if article_id in fitting]
        if 0 <= limit <= len(first):
            return array("q", first[:limit])
        ways = self._newest(sql, parts, limit) if limit >= 0 else self._in_time(sql, parts)
        ahead, found = set(first), array("q", first)
        found.extend(article_id for article_id in ways if article_id not in ahead)
        return found if limit < 0 else found[:limit]

    def _in_time(self, sql: QuerySql, parts: Sequence[Part]) -> "array[int]":
        return self._all_ids(sql, f"{selected(parts)} order by {_NEWEST}")


def selected(parts: Sequence[Part], how: Callable[[Sequence[Part], Part], str] = led) -> str:
    """The ids for which all parts hold, in no order; `led` so that they can be put into one."""
    with_ids = [part for part in parts if part.ids]
    if with_ids:
        return how(parts, leading(with_ids))
    return f"select a.id from article a where {checked(parts, MANY * 4)}"


def _is_soon_sorted(parts: Sequence[Part], lead: Part, walked: float) -> bool:
    """All ids of the leading part can be had and sorted for less than it costs to walk along time."""
    known = FEW <= lead.size < COUNTED and not any(part.is_dear for part in parts)
    return known and walked * _TO_SORT > lead.size


def _every(total: int) -> Part:
    return Part("", "select id from article", total, newest=True)


def _these(sql: QuerySql, article_ids: Iterable[int]) -> Part:
    chosen = list(article_ids)
    rows = f"select value as id from json_each({sql.bind(ids(chosen))})"
    return Part("", rows, min(len(chosen), MANY - 1))


def _place(sql: QuerySql, query: ArticleQuery) -> list[Part]:
    """Where one looks: a feed, a folder, a tag, a state."""
    found: list[Part] = []
    if query.feed_id is not None:
        feed = sql.bind(query.feed_id)
        found.append(
            Part(f"a.feed_id = {feed}", f"select id from article where feed_id = {feed}", price=0.4)
        )
    if query.folder:
        folder = sql.bind(query.folder)
        feeds = f"""feed_id in (select feed_id from subscription where folder = {folder}
                    or substr(folder, 1, length({folder}) + 1) = {folder} || '/')"""
        found.append(Part(f"a.{feeds}", f"select id from article where {feeds}", price=0.6))
    if query.tag:
        tag = sql.bind(query.tag.casefold())
        where = f"""name_folded = {tag}
                    or name_folded between {tag} || '/' and {tag} || '/\U0010ffff'"""
        ways = (
            f"select article_id as id from {t} where {where}" for t in ("tagging", "annotation_tag")
        )
        found.append(Part("", " union ".join(ways)))
    states = _states(query)
    if states and query.keep:
        found.append(either([both(states), _these(sql, query.keep)]))
    else:
        found += states
    return [sql.sized(part) for part in found]


def _states(query: ArticleQuery) -> list[Part]:
    """The part of a query that reading an article may change under the user's eyes."""
    found = []
    if query.unread:
        found.append(_marked("unread"))
        found.append(Part(_FOLLOWED, price=0.4))
    if query.starred:
        found.append(_marked("star"))
    if query.annotated:
        both_kinds = "select article_id as id from annotation union select article_id from note"
        found.append(Part("", both_kinds))
    return found


def _marked(table: str) -> Part:
    """The articles that a table has a row for, one each."""
    probe = f"exists (select 1 from {table} x where x.article_id = a.id)"
    return Part(probe, f"select article_id as id from {table}", price=1.0, newest=True)
