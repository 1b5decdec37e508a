"""When feeds are asked: plans, hosts that rest, redirects seen, and the log of checks."""

from collections.abc import Sequence
from typing import Any

from reader.model.schedule import Check, FeedAddress, FeedOptions, FeedSetting, Move, Plan
from reader.store.table import Table

#: Lines of a feed's log that are kept.
LINES = 30


class Schedules(Table):
    """What the next check of a feed depends on. What writes is called inside a transaction."""

    def plans(self) -> dict[int, Plan]:
        """The plan of every feed that has been asked before."""
        rows = self._all("""
            select feed_id, next_check, reason, not_before, ended, ttl, lifetime from feed_plan
        """)
        return {row[0]: _plan(row[1:]) for row in rows}

    def plan(self, feed_id: int) -> Plan:
        row = self._one(
            """
            select next_check, reason, not_before, ended, ttl, lifetime
            from feed_plan where feed_id = ?
            """,
            (feed_id,),
        )
        return _plan(row) if row else Plan()

    def keep_plan(self, feed_id: int, plan: Plan) -> None:
        self._run(
            "insert or replace into feed_plan values (?, ?, ?, ?, ?, ?, ?)",
            (
                *(feed_id, plan.next_check, plan.reason, plan.not_before),
                *(plan.ended, plan.ttl, plan.lifetime),
            ),
        )

    def rests(self) -> dict[str, int]:
        """Until when hosts are to be left alone."""
        return dict(self._all("select host, until from host_rest"))

    def let_rest(self, host: str, until: int, now: int) -> None:
        self._run("delete from host_rest where until < ?", (now,))
        self._run("insert or replace into host_rest values (?, ?)", (host, until))

    def move(self, feed_id: int) -> Move | None:
        row = self._one("select address, seen, told from feed_move where feed_id = ?", (feed_id,))
        return Move(row[0], row[1], bool(row[2])) if row else None

    def keep_move(self, feed_id: int, move: Move | None) -> None:
        self._run("delete from feed_move where feed_id = ?", (feed_id,))
        if move:
            self._run(
                "insert into feed_move values (?, ?, ?, ?)",
                (feed_id, move.address, move.seen, move.told),
            )

    def log(self, feed_id: int, check: Check) -> None:
        self._run(
            "insert or replace into feed_check values (?, ?, ?, ?)",
            (feed_id, check.at, check.status, check.words),
        )
        self._run(
            """
            delete from feed_check where feed_id = :feed and at <= (
                select at from feed_check where feed_id = :feed
                order by at desc limit 1 offset :lines
            )
            """,
            {"feed": feed_id, "lines": LINES},
        )

    def checks(self, feed_id: int) -> list[Check]:
        """The log of a feed, the last check first."""
        rows = self._all(
            "select at, status, words from feed_check where feed_id = ? order by at desc",
            (feed_id,),
        )
        return [Check(*row) for row in rows]


class FeedAddresses(Table):
    """Where feeds lie; a feed that moves keeps its articles."""

    def put(self, rows: Sequence[FeedAddress]) -> None:
        self._many(
            "update feed set address = ? where id = ?", [(row.address, row.feed_id) for row in rows]
        )

    def remove(self, rows: Sequence[FeedAddress]) -> None:
        """Another address takes its place; what was learnt of the old one is void."""
        of = [(row.feed_id,) for row in rows]
        self._many("update feed_health set etag = '', modified = '' where feed_id = ?", of)


class FeedSettings(Table):
    """What the user has set for feeds, one row a fact."""

    def options(self) -> dict[int, FeedOptions]:
        """What is set for each feed that anything is set for."""
        named: dict[int, dict[str, str]] = {}
        for feed_id, name, value in self._all("select feed_id, name, value from feed_setting"):
            named.setdefault(feed_id, {})[name] = value
        return {feed_id: _options(values) for feed_id, values in named.items()}

    def of(self, address: str) -> dict[str, str]:
        """What is set for the feed of this address, by name."""
        rows = self._all(
            """
            select name, value from feed_setting
            where feed_id = (select id from feed where address = ?)
            """,
            (address,),
        )
        return dict(rows)

    def put(self, rows: Sequence[FeedSetting]) -> None:
        self._many(
            "insert or ignore into feed (address) values (?)", [(row.address,) for row in rows]
        )
        self._many(
            """
            insert or replace into feed_setting (feed_id, name, value)
            select id, ?, ? from feed where address = ?
            """,
            [(row.name, row.value, row.address) for row in rows],
        )

    def remove(self, rows: Sequence[FeedSetting]) -> None:
        self._many(
            """
            delete from feed_setting
            where name = ? and feed_id = (select id from feed where address = ?)
            """,
            [(row.name, row.address) for row in rows],
        )


def _plan(row: Sequence[Any]) -> Plan:
    return Plan(row[0], row[1], row[2], bool(row[3]), row[4], row[5])


def _options(values: dict[str, str]) -> FeedOptions:
    """Rows that make no sense are passed over."""
    interval = values.get("interval", "")
    return FeedOptions(
        interval=int(interval) if interval.isdecimal() and len(interval) < 7 else 0,
        paused=values.get("paused") == "1",
        full_text=values.get("full_text") == "1",
        images=values.get("images") == "1",
        user_agent=values.get("user_agent", ""),
        proxy=values.get("proxy", ""),
        sign_in=values.get("sign_in", ""),
    )
