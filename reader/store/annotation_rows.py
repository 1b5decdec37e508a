"""What the user adds to highlights: tags, another place, and that what became of one may stay."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple

from reader.model.annotation import AnnotationTagging, ReadingPlace, Reattachment, Settled
from reader.store.anchoring import Anchoring
from reader.store.own_words import OwnWords
from reader.store.table import Connect, Table, ids


class AnnotationTags(Table):
    """Which highlight carries which tag."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._own_words = OwnWords(connect)

    def of(self, annotation_ids: Iterable[str]) -> list[AnnotationTagging]:
        rows = self._all(
            """
            select annotation_id, article_id, name from annotation_tag
            where annotation_id in (select value from json_each(?)) order by name_folded
            """,
            (ids(annotation_ids),),
        )
        return [AnnotationTagging(*row) for row in rows]

    def under(self, name: str) -> list[AnnotationTagging]:
        """Which highlights carry a tag or one below it."""
        key = name.casefold()
        rows = self._all(
            """
            select annotation_id, article_id, name from annotation_tag
            where name_folded = ? or (name_folded >= ? and name_folded < ?)
            order by annotation_id, name_folded
            """,
            (key, f"{key}/", f"{key}0"),
        )
        return [AnnotationTagging(*row) for row in rows]

    def counts(self) -> list[tuple[str, int]]:
        """Every tag on highlights with how many carry it, by name."""
        return self._all(
            "select max(name), count(*) from annotation_tag group by name_folded order by name_folded"
        )

    def spelling(self, name: str) -> str:
        """How a tag on highlights is already spelt, or the name as given."""
        row = self._one(
            "select name from annotation_tag where name_folded = ? limit 1", (name.casefold(),)
        )
        return str(row[0]) if row else name

    def put(self, rows: Sequence[AnnotationTagging]) -> None:
        self._many(
            "insert into annotation_tag (annotation_id, name_folded, article_id, name) values (?, ?, ?, ?)",
            [(r.annotation_id, r.name.casefold(), r.article_id, r.name) for r in rows],
        )
        self._own_words.put([(_owner(row), row.article_id, "tag", row.name) for row in rows])

    def remove(self, rows: Sequence[AnnotationTagging]) -> None:
        self._own_words.remove([_owner(row) for row in rows])
        self._many(
            "delete from annotation_tag where annotation_id = ? and name_folded = ?",
            [(row.annotation_id, row.name.casefold()) for row in rows],
        )


class Reattachments(Table):
    """Where the user put highlights that were not found. Their anchors follow at once."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._anchoring = Anchoring(connect)

    def put(self, rows: Sequence[Reattachment]) -> None:
        self._many(
            """
            insert into reattachment (annotation_id, article_id, revision_id, exact, prefix, suffix,
                                      start, "end", created) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [(*astuple(r)[:3], *astuple(r.quote), *astuple(r.position), r.created) for r in rows],
        )
        self._look_again(rows)

    def remove(self, rows: Sequence[Reattachment]) -> None:
        self._many(
            "delete from reattachment where annotation_id = ?", [(r.annotation_id,) for r in rows]
        )
        self._look_again(rows)

    def _look_again(self, rows: Sequence[Reattachment]) -> None:
        self._anchoring.forget([row.annotation_id for row in rows])
        self._anchoring.follow({row.article_id for row in rows})


class SettledRows(Table):
    """Highlights that may stay as they became."""

    def put(self, rows: Sequence[Settled]) -> None:
        self._many(
            "insert into settled (annotation_id, article_id, revision_id) values (?, ?, ?)",
            [astuple(row) for row in rows],
        )

    def remove(self, rows: Sequence[Settled]) -> None:
        self._many(
            "delete from settled where annotation_id = ?", [(r.annotation_id,) for r in rows]
        )


class ReadingPlaces(Table):
    """How far articles are read."""

    def of(self, article_id: int) -> ReadingPlace | None:
        row = self._one(
            "select article_id, revision_id, start from reading_place where article_id = ?",
            (article_id,),
        )
        return ReadingPlace(*row) if row else None

    def put(self, rows: Sequence[ReadingPlace]) -> None:
        self._many(
            "insert or replace into reading_place (article_id, revision_id, start) values (?, ?, ?)",
            [astuple(row) for row in rows],
        )

    def remove(self, rows: Sequence[ReadingPlace]) -> None:
        self._many(
            "delete from reading_place where article_id = ?", [(r.article_id,) for r in rows]
        )


def _owner(row: AnnotationTagging) -> str:
    return f"annotation tag {row.annotation_id} {row.name.casefold()}"
