"""Pictures of articles: each kept once, by the hash of its bytes, wherever it is shown."""

import hashlib
from collections.abc import Sequence

from reader.model.picture import Picture
from reader.store.table import Table, ids


class Pictures(Table):
    """Which picture lies at which address of an article. What writes is called inside a
    transaction."""

    def keep(self, article_id: int, address: str, picture: Picture) -> None:
        name = hashlib.sha256(picture.body).hexdigest()
        self._run(
            """
            insert or ignore into picture (sha256, kind, width, height, bytes, body)
            values (?, ?, ?, ?, ?, ?)
            """,
            (
                *(name, picture.kind, picture.width, picture.height),
                *(len(picture.body), picture.body),
            ),
        )
        self._place(article_id, address, name, "")

    def could_not_be_had(self, article_id: int, address: str, why: str) -> None:
        """It is not asked for again by itself."""
        self._place(article_id, address, None, why)

    def _place(self, article_id: int, address: str, name: str | None, why: str) -> None:
        self._run(
            """
            insert or replace into article_picture (article_id, address, picture_id, why)
            values (?, ?, (select id from picture where sha256 = ?), ?)
            """,
            (article_id, address, name, why),
        )

    def of(self, article_id: int) -> dict[str, Picture]:
        """The pictures of an article that are kept, by their addresses."""
        rows = self._all(
            """
            select a.address, p.kind, p.width, p.height, p.body
            from article_picture a join picture p on p.id = a.picture_id
            where a.article_id = ?
            """,
            (article_id,),
        )
        return {row[0]: Picture(*row[1:]) for row in rows}

    def asked(self, article_ids: Sequence[int]) -> dict[int, dict[str, str]]:
        """The addresses that were asked for, by article, and why one is not kept, "" if it is."""
        rows = self._all(
            """
            select article_id, address, why from article_picture
            where article_id in (select value from json_each(?))
            """,
            (ids(article_ids),),
        )
        found: dict[int, dict[str, str]] = {}
        for article_id, address, why in rows:
            found.setdefault(article_id, {})[address] = why
        return found

    def share(self, article_id: int, address: str) -> bool:
        """Show the picture that another article has of this address; False where none has one."""
        row = self._one(
            """
            select p.sha256 from article_picture a join picture p on p.id = a.picture_id
            where a.address = ? limit 1
            """,
            (address,),
        )
        if row:
            self._place(article_id, address, row[0], "")
        return row is not None

    def size(self) -> tuple[int, int]:
        """How many pictures are kept, and their bytes."""
        row = self._one("select count(*), coalesce(sum(bytes), 0) from picture")
        return int(row[0]), int(row[1])
