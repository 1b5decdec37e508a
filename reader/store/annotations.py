"""Highlights, where they stand now, and notes."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple
from typing import Any

from reader.model.annotation import (
    Anchor,
    Annotation,
    Marked,
    Note,
    Reattachment,
    Settled,
    TextPositionSelector,
    TextQuoteSelector,
)
from reader.store.own_words import OwnWords
from reader.store.table import Connect, Table, ids

_ANNOTATION = 'a.id, a.article_id, a.revision_id, a.exact, a.prefix, a.suffix, a.start, a."end", a.colour, a.created'
_ADDED = """
    (select json_group_array(name) from (select name from annotation_tag g
                                         where g.annotation_id = a.id order by name_folded)),
    t.revision_id, t.exact, t.prefix, t.suffix, t.start, t."end", t.created, s.revision_id
"""


class Annotations(Table):
    """What the user highlighted, and the anchors that follow it through revisions."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._own_words = OwnWords(connect)

    def of(self, article_id: int) -> list[Marked]:
        """The highlights of an article in reading order, those that lost their place last."""
        return self.of_all([article_id]).get(article_id, [])

    def of_all(self, article_ids: Iterable[int]) -> dict[int, list[Marked]]:
        """The highlights of articles that have any, as `of` gives them, in one query."""
        rows = self._all(
            f"""
            select {_ANNOTATION}, c.revision_id, c.start, c."end", c.state, c.method,
                   n.id, n.text, n.created, n.modified, {_ADDED}
            from annotation a
            join anchor c on c.annotation_id = a.id
            left join note n on n.annotation_id = a.id
            left join reattachment t on t.annotation_id = a.id
            left join settled s on s.annotation_id = a.id
            where a.article_id in (select value from json_each(?))
            order by c.state = 'orphan', c.start, c."end", a.created
            """,
            (ids(article_ids),),
        )
        found: dict[int, list[Marked]] = {}
        for row in rows:
            found.setdefault(row[1], []).append(_marked(row))
        return found

    def one(self, annotation_id: str) -> Annotation | None:
        row = self._one(f"select {_ANNOTATION} from annotation a where a.id = ?", (annotation_id,))
        return _annotation(row) if row else None

    def among(self, annotation_ids: Iterable[str]) -> dict[str, tuple[Annotation, Note | None]]:
        """Those of the highlights that are there, each with its note."""
        rows = self._all(
            f"""
            select {_ANNOTATION}, n.id, n.article_id, n.annotation_id, n.text, n.created, n.modified
            from annotation a left join note n on n.annotation_id = a.id
            where a.id in (select value from json_each(?))
            """,
            (ids(annotation_ids),),
        )
        return {row[0]: (_annotation(row), Note(*row[10:16]) if row[10] else None) for row in rows}

    def count_articles(self) -> int:
        """How many articles the user highlighted or noted something in."""
        row = self._one(
            "select count(*) from (select article_id from annotation union select article_id from note)"
        )
        return int(row[0])

    def put(self, rows: Sequence[Annotation]) -> None:
        """Keep highlights; one whose words do not stand at its place has none (an orphan)."""
        self._many(
            """
            insert into annotation (id, article_id, revision_id, exact, prefix, suffix,
                                    start, "end", colour, created)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                (*astuple(r)[:3], *astuple(r.quote), *astuple(r.position), r.colour, r.created)
                for r in rows
            ],
        )
        self._run(
            """
            insert into anchor (annotation_id, revision_id, start, "end", state, method)
            select id, revision_id, iif(there, start, 0), iif(there, "end", 0),
                   iif(there, 'ok', 'orphan'), iif(there, 'identity', 'none')
            from (select a.*, substr(r.text, a.start + 1, a."end" - a.start) = a.exact as there
                  from annotation a join revision r on r.id = a.revision_id
                  where a.id in (select value from json_each(?)))
            """,
            (ids(r.id for r in rows),),
        )
        from reader.store.anchoring import Anchoring  # what follows passages into other texts

        Anchoring(self._connect).follow({row.article_id for row in rows})
        self._own_words.put(
            [(f"annotation {r.id}", r.article_id, "highlight", r.quote.exact) for r in rows]
        )

    def remove(self, rows: Sequence[Annotation]) -> None:
        self._own_words.remove([f"annotation {row.id}" for row in rows])
        self._many("delete from anchor where annotation_id = ?", [(row.id,) for row in rows])
        self._many("delete from annotation where id = ?", [(row.id,) for row in rows])


class Notes(Table):
    """Notes on highlights and on whole articles."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._own_words = OwnWords(connect)

    def of_article(self, article_id: int) -> Note | None:
        """The note about the article as a whole."""
        row = self._one(
            """
            select id, article_id, '', text, created, modified from note
            where article_id = ? and annotation_id is null order by created limit 1
            """,
            (article_id,),
        )
        return Note(*row) if row else None

    def among(self, note_ids: Iterable[str]) -> set[str]:
        """Those of the notes that are there."""
        rows = self._all(
            "select id from note where id in (select value from json_each(?))", (ids(note_ids),)
        )
        return {row[0] for row in rows}

    def of_articles(self, article_ids: Iterable[int]) -> dict[int, Note]:
        """The notes about articles as wholes; of several on one, the first."""
        rows = self._all(
            """
            select id, article_id, '', text, created, modified from note
            where annotation_id is null and article_id in (select value from json_each(?))
            order by created desc
            """,
            (ids(article_ids),),
        )
        return {row[1]: Note(*row) for row in rows}

    def of_annotation(self, annotation_id: str) -> Note | None:
        row = self._one(
            """
            select id, article_id, annotation_id, text, created, modified from note
            where annotation_id = ? limit 1
            """,
            (annotation_id,),
        )
        return Note(*row) if row else None

    def put(self, rows: Sequence[Note]) -> None:
        self._many(
            """
            insert into note (id, article_id, annotation_id, text, created, modified)
            values (?, ?, nullif(?, ''), ?, ?, ?)
            """,
            [(r.id, r.article_id, r.annotation_id, r.text, r.created, r.modified) for r in rows],
        )
        self._own_words.put([(f"note {r.id}", r.article_id, "note", r.text) for r in rows])

    def remove(self, rows: Sequence[Note]) -> None:
        self._own_words.remove([f"note {row.id}" for row in rows])
        self._many("delete from note where id = ?", [(row.id,) for row in rows])


def _annotation(row: Sequence[Any]) -> Annotation:
    quote = TextQuoteSelector(*row[3:6])
    return Annotation(row[0], row[1], row[2], quote, TextPositionSelector(*row[6:8]), *row[8:10])


def _marked(row: Sequence[Any]) -> Marked:
    annotation = _annotation(row)
    anchor = Anchor(annotation.id, *row[10:15])
    owner = (annotation.id, annotation.article_id)
    note = None
    if row[15]:
        note = Note(row[15], annotation.article_id, annotation.id, *row[16:19])
    return Marked(
        annotation,
        anchor,
        note,
        tuple(json.loads(row[19])),
        _reattachment(owner, row[20:27]) if row[20] is not None else None,
        Settled(*owner, row[27]) if row[27] is not None else None,
    )


def _reattachment(owner: tuple[str, int], row: Sequence[Any]) -> Reattachment:
    quote, position = TextQuoteSelector(*row[1:4]), TextPositionSelector(*row[4:6])
    return Reattachment(*owner, row[0], quote, position, row[6])
