"""Feeds: what the user subscribed to, what their publishers say, and how we last found them."""

from collections.abc import Sequence
from typing import Any

from reader.model.feed import Feed, FeedHealth, ParsedFeed, Subscription, Validators
from reader.store.table import Table

#: Failures in a row after which a feed bears a badge.
REPEATED = 3

_FEED = """
    select feed.id, feed.address,
           coalesce(nullif(s.title, ''), nullif(d.title, ''), feed.address) as title,
           coalesce(d.site, ''), coalesce(s.folder, ''), coalesce(s.local, 0),
           coalesce(c.unread, 0), coalesce(c.total, 0)
    from feed
    left join subscription s on s.feed_id = feed.id
    left join feed_description d on d.feed_id = feed.id
    left join feed_count c on c.feed_id = feed.id
"""


class Feeds(Table):
    """What is known of each feed."""

    def all(self) -> list[Feed]:
        """The subscribed feeds, by folder and title."""
        rows = self._all(
            f"{_FEED} where s.feed_id is not null order by s.folder, title collate nocase, feed.id"
        )
        return [_feed(row) for row in rows]

    def one(self, feed_id: int) -> Feed | None:
        row = self._one(f"{_FEED} where feed.id = ?", (feed_id,))
        return _feed(row) if row else None

    def at(self, address: str) -> Feed | None:
        """The subscribed feed of this address."""
        row = self._one(f"{_FEED} where feed.address = ? and s.feed_id is not null", (address,))
        return _feed(row) if row else None

    def counts(self) -> tuple[int, int]:
        """Unread articles of the subscribed feeds, and all articles of the archive."""
        row = self._one("""
            select coalesce(sum(case when s.feed_id is null then 0 else c.unread end), 0),
                   coalesce(sum(c.total), 0)
            from feed_count c left join subscription s on s.feed_id = c.feed_id
        """)
        return int(row[0]), int(row[1])

    def describe(self, feed_id: int, parsed: ParsedFeed) -> None:
        """Keep what the publisher says of the feed. Called inside a transaction."""
        self._run(
            """
            insert or replace into feed_description (feed_id, title, site, kind, language)
            values (?, ?, ?, ?, ?)
            """,
            (feed_id, parsed.title, parsed.site, parsed.kind, parsed.language),
        )

    def validators(self, feed_id: int) -> Validators:
        row = self._one(
            "select etag, modified, body_sha256 from feed_health where feed_id = ?", (feed_id,)
        )
        return Validators(*row) if row else Validators()

    def health(self, feed_id: int) -> FeedHealth:
        row = self._one(
            "select checked, succeeded, status, error, failures from feed_health where feed_id = ?",
            (feed_id,),
        )
        return FeedHealth(*row) if row else FeedHealth()

    def all_health(self) -> dict[int, FeedHealth]:
        rows = self._all(
            "select feed_id, checked, succeeded, status, error, failures from feed_health"
        )
        return {row[0]: FeedHealth(*row[1:]) for row in rows}

    def arrivals_since(self, moment: int) -> dict[int, tuple[int, int]]:
        """By feed: how many articles have come since, and when the newest of all came."""
        recent = dict(
            self._all(
                "select feed_id, count(*) from article where sorted_at > ? group by feed_id",
                (moment,),
            )
        )
        newest = self._all("""
            select id, (select sorted_at from article a where a.feed_id = feed.id
                        order by sorted_at desc, id desc limit 1) from feed
        """)
        return {feed_id: (recent.get(feed_id, 0), at or 0) for feed_id, at in newest}

    def tagged(self) -> dict[int, int]:
        """By feed: how many of its articles have a tag."""
        rows = self._all("""
            select feed_id, count(*) from article
            where id in (select article_id from tagging) group by feed_id
        """)
        return dict(rows)

    def failing(self) -> dict[int, str]:
        """What is wrong with each subscribed feed that has failed again and again, or has ended."""
        rows = self._all(
            """
            select h.feed_id, h.error from feed_health h
            join subscription s on s.feed_id = h.feed_id where h.error <> ''
            and (h.failures >= ? or h.feed_id in (select feed_id from feed_plan where ended))
            """,
            (REPEATED,),
        )
        return dict(rows)

    def succeeded(self, feed_id: int, now: int, status: int, validators: Validators | None) -> None:
        """A feed was had, or had not changed (`validators` None). Called inside a transaction."""
        self._check(feed_id, now, status, "")
        if validators is not None:
            self._run(
                """
                update feed_health set etag = ?, modified = ?, body_sha256 = ? where feed_id = ?
                """,
                (validators.etag, validators.modified, validators.body_sha256, feed_id),
            )

    def failed(self, feed_id: int, now: int, status: int, error: str) -> None:
        """A feed could not be had. Called inside a transaction."""
        self._check(feed_id, now, status, error)

    def forget_validators(self, feed_id: int) -> None:
        """The feed is read anew when it is asked next. Called inside a transaction."""
        self._run(
            "update feed_health set etag = '', modified = '', body_sha256 = '' where feed_id = ?",
            (feed_id,),
        )

    def _check(self, feed_id: int, now: int, status: int, error: str) -> None:
        self._run(
            """
            insert into feed_health (feed_id, checked, succeeded, status, error, failures)
            values (:feed, :now, iif(:error = '', :now, 0), :status, :error, :error <> '')
            on conflict (feed_id) do update set
                checked = :now, status = :status, error = :error,
                succeeded = iif(:error = '', :now, succeeded),
                failures = iif(:error = '', 0, failures + 1)
            """,
            {"feed": feed_id, "now": now, "status": status, "error": error},
        )


class Subscriptions(Table):
    """What the user asked for. A feed that is no longer subscribed keeps its articles."""

    def at(self, address: str) -> Subscription | None:
        row = self._one(
            """
            select feed.address, s.title, s.folder, s.local
            from subscription s join feed on feed.id = s.feed_id where feed.address = ?
            """,
            (address,),
        )
        return Subscription(row[0], row[1], row[2], bool(row[3])) if row else None

    def put(self, rows: Sequence[Subscription]) -> None:
        self._many(
            "insert or ignore into feed (address) values (?)", [(row.address,) for row in rows]
        )
        self._many(
            """
            insert or replace into subscription (feed_id, title, folder, local)
            select id, ?, ?, ? from feed where address = ?
            """,
            [(row.title, row.folder, row.local, row.address) for row in rows],
        )

    def remove(self, rows: Sequence[Subscription]) -> None:
        self._many(
            "delete from subscription where feed_id = (select id from feed where address = ?)",
            [(row.address,) for row in rows],
        )


def _feed(row: Sequence[Any]) -> Feed:
    return Feed(row[0], row[1], row[2], row[3], row[4], bool(row[5]), row[6], row[7])
