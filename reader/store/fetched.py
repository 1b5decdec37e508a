"""Feeds as they came, whose texts are still to be made. Nothing in here has been cleaned."""

from reader.model.feed import Response
from reader.store.table import Table


class Fetched(Table):
    """Bytes of a feed's first document: read by whoever makes the texts, and by nobody else."""

    def keep(self, feed_id: int, response: Response, body: bytes = b"") -> None:
        """The bytes of a response, or others in their place. Called in the transaction that brings
        the articles without their texts."""
        self._run(
            "insert or replace into fetched_feed values (?, ?, ?, ?)",
            (feed_id, response.address, response.content_type, body or response.body),
        )

    def feeds(self) -> list[int]:
        """The feeds whose texts are still to be made, those followed longest first."""
        return [row[0] for row in self._all("select feed_id from fetched_feed order by rowid")]

    def has(self, feed_id: int) -> bool:
        """Whether the feed's texts are still to be made."""
        return self._one("select 1 from fetched_feed where feed_id = ?", (feed_id,)) is not None

    def of(self, feed_id: int) -> Response | None:
        """What was fetched of a feed."""
        row = self._one(
            "select address, body, content_type from fetched_feed where feed_id = ?", (feed_id,)
        )
        return Response(*row) if row else None

    def done(self, feed_id: int) -> None:
        """Called in the transaction that brings the texts."""
        self._run("delete from fetched_feed where feed_id = ?", (feed_id,))
