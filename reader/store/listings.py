"""First documents of feeds: articles of which only what a list shows is known."""

import sqlite3
from collections.abc import Callable
from itertools import repeat
from typing import Any

from reader.model.feed import Listing
from reader.store.arrival_rows import moment
from reader.store.arrivals import Arrivals, Merged
from reader.store.table import Table


class Listings(Table):
    """Takes in what `Arrivals.merge` would take in of the same entries, where none is known."""

    def __init__(self, connect: Callable[[], sqlite3.Connection], arrivals: Arrivals) -> None:
        super().__init__(connect)
        self._arrivals = arrivals

    def keep(self, feed_id: int, listing: Listing, now: int) -> Merged | None:
        """None where the feed has articles by now, so that entries may be known. Called inside a
        transaction."""
        if self._one("select 1 from article_key where feed_id = ? limit 1", (feed_id,)):
            return None
        count = len(listing.guids)
        if count:
            self._keep(feed_id, listing, now)
        return Merged(count, bare=count)

    def _keep(self, feed_id: int, listing: Listing, now: int) -> None:
        """The oldest first, so that ids follow the order of publication."""
        times = [moment(published, now) for published in listing.published]
        order = sorted(range(len(times) - 1, -1, -1), key=times.__getitem__)
        last = self._arrivals.free_ids()
        articles, revisions = (range(free + 1, free + 1 + len(order)) for free in last)

        def column(values: Any) -> list[Any]:
            return [values[at] for at in order]

        titles = column(listing.titles)
        self._insert_all(
            """
            insert into article (id, revision_id, guid, link, title, author, categories, published,
                                 sorted_at, feed_id, digest, first_seen)
            """,
            list(
                zip(
                    *(articles, revisions, column(listing.guids), column(listing.links), titles),
                    *(column(listing.authors), map("\n".join, column(listing.categories))),
                    *(column(listing.published), column(times)),
                    *(repeat(feed_id), repeat(0), repeat(now)),
                    strict=False,
                )
            ),
        )
        self._insert_all(
            """
            insert into revision (id, article_id, title, fetched, sha256, html, text, layout)
            """,
            list(zip(revisions, articles, titles, repeat(now), *[repeat("")] * 4, strict=False)),
        )
        self._insert_all(
            "insert or ignore into article_key (feed_id, key, article_id)",
            [
                (feed_id, key, article)
                for article, keys in zip(articles, column(listing.keys), strict=True)
                for key in keys
            ],
        )
