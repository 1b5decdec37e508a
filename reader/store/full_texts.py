"""The texts of articles' own pages, kept beside those of their feeds."""

from collections.abc import Sequence

from reader.model.article import Content, TextChoice
from reader.store.anchoring import Anchoring
from reader.store.arrivals import Arrivals
from reader.store.table import Connect, Table


class FullTexts(Table):
    """A row an article whose page was fetched. As rows that a change may swap: which text it shows."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._arrivals = Arrivals(connect)
        self._anchoring = Anchoring(connect)

    def complete(self, article_id: int, content: Content, now: int) -> None:
        """Keep the text of an article's page beside the feed's, and show it. Called inside a
        transaction."""
        revision_id = self._arrivals.revision(article_id, content, now)
        self._run(
            """
            insert into full_text (article_id, revision_id, feed_revision_id)
            select id, :revision, revision_id from article where id = :article
            on conflict (article_id) do update set revision_id = :revision
            """,
            {"article": article_id, "revision": revision_id},
        )
        self.show([TextChoice(article_id, revision_id)])
        self._arrivals.ask_if_wanted("images", [article_id])

    def texts(self, article_id: int) -> tuple[int, ...]:
        """The revisions one can switch between: the feed's and the page's, if there are two."""
        row = self._one(
            "select feed_revision_id, revision_id from full_text where article_id = ?",
            (article_id,),
        )
        return (row[0], row[1]) if row else ()

    def show(self, rows: Sequence[TextChoice]) -> None:
        """Let articles show these of their texts. Called inside a transaction."""
        self._many(
            "update article set revision_id = ? where id = ?",
            [(row.revision_id, row.article_id) for row in rows],
        )
        self._anchoring.follow([row.article_id for row in rows])
        self._arrivals.ask_for_work([row.article_id for row in rows])

    def put(self, rows: Sequence[TextChoice]) -> None:
        self.show(rows)

    def remove(self, rows: Sequence[TextChoice]) -> None:
        """The other text takes its place."""
