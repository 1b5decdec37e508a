"""Where highlights, and the evidence of the user's decisions, stand in articles' current texts.

Called in the transaction that changes a text, so no other text is ever shown with their old places.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from reader.model.annotation import Anchor, TextPositionSelector, TextQuoteSelector
from reader.model.correction import Correction, Placed
from reader.store.correction_rows import CorrectionRows
from reader.store.table import Connect, Table, ids
from reader.text import rewording
from reader.text.anchors import Place
from reader.text.following import choices, follow
from reader.text.revised import Revised


class Anchoring(Table):
    """Moves highlights and evidence along. What the user made is never changed by it."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._corrections = CorrectionRows(connect)

    def follow(self, article_ids: Iterable[int]) -> None:
        """Find everything that is anchored in another text of these articles than the current
        one again. Called inside a transaction."""
        behind = list(article_ids)
        self.anchor(list(self._anchors(behind)))
        self._follow_evidence(behind)

    def anchor(self, anchors: Sequence[Anchor]) -> None:
        """Say where annotations stand now. Called inside a transaction."""
        self._many(
            """
            insert or replace into anchor
                (annotation_id, revision_id, start, "end", state, method) values (?, ?, ?, ?, ?, ?)
            """,
            [(c.annotation_id, c.revision_id, c.start, c.end, c.state, c.method) for c in anchors],
        )

    def forget(self, annotation_ids: Sequence[str]) -> None:
        """Let these be looked for again. Called inside a transaction."""
        self._many("delete from anchor where annotation_id = ?", [(a,) for a in annotation_ids])

    def choices(self, annotation_id: str) -> list[tuple[int, int]]:
        """The places in the current text that a highlight may have gone to."""
        rows = self._bases("a.id = ?", (annotation_id,))
        return choices(self._revised(rows[0]), *_wanted(rows[0])) if rows else []

    def placed(
        self,
        corrections: Sequence[Correction],
        texts: Mapping[int, tuple[int, str]] | None = None,
    ) -> dict[int, list[Placed]]:
        """The user's decisions by article, with their evidence where it stands now, or in `texts`:
        a revision's id and its text by the article's id."""
        now = texts or self._current(row.article_id for row in corrections)
        known = self._known([row for row in corrections if not _is_of(row, now)])
        found: dict[int, list[Placed]] = {}
        for row in corrections:
            if row.article_id not in now:
                continue
            revision_id, text = now[row.article_id]
            if _is_of(row, now):
                placed = rewording.kept(row, text)
            else:
                places = known.get((row.id, revision_id)) or self._places(row, text)
                placed = rewording.placed(row, text, places)
            found.setdefault(row.article_id, []).append(placed)
        return found

    def miss(self, corrections: Sequence[Correction]) -> None:
        """Note the passages that new decisions rest on and that do not stand in the text: they came
        with a file, or the user knew it. Decisions about an earlier text, which undo brings back,
        are followed from there. Called inside a transaction."""
        now = self._current(row.article_id for row in corrections)
        self._many(
            "insert or replace into evidence_anchor values (?, ?, ?, 0, 0, ?, 'none')",
            [
                (row.id, at, row.revision_id, rewording.missed(passage).state)
                for row in corrections
                if _is_of(row, now)
                for at, passage in enumerate(row.evidence)
                if not rewording.stands(now[row.article_id][1], passage)
            ],
        )
        self._place(corrections, now)

    def _anchors(self, article_ids: Sequence[int]) -> Iterator[Anchor]:
        rows = self._bases(
            """a.article_id in (select value from json_each(?)) and not exists
            (select 1 from anchor c where c.annotation_id = a.id
             and c.revision_id = article.revision_id)""",
            (ids(article_ids),),
        )
        for _, group in groupby(rows, key=lambda row: (row[2], row[1])):
            together = list(group)
            revised = self._revised(together[0])
            for row in together:
                place = follow(revised, *_wanted(row))
                yield Anchor(row[0], row[2], place.start, place.end, place.state, place.method)

    def _bases(self, which: str, values: Sequence[Any]) -> list[Any]:
        """Each highlight with the revision it is looked for in, and the one, quotation and place
        that it is looked for from: where the user last said that it stands."""
        return self._all(
            f"""
            select a.id, coalesce(t.revision_id, a.revision_id), article.revision_id,
                   coalesce(t.exact, a.exact), coalesce(t.prefix, a.prefix),
                   coalesce(t.suffix, a.suffix), coalesce(t.start, a.start),
                   coalesce(t."end", a."end")
            from annotation a join article on article.id = a.article_id
            left join reattachment t on t.annotation_id = a.id
            where {which} order by article.revision_id, 2
            """,
            values,
        )

    def _revised(self, base: Sequence[Any]) -> Revised:
        texts = self._texts(base[1:3])
        return Revised(texts[base[1]], texts[base[2]])

    def _texts(self, revision_ids: Iterable[int]) -> dict[int, str]:
        return dict(
            self._all(
                "select id, text from revision where id in (select value from json_each(?))",
                (ids(revision_ids),),
            )
        )

    def _current(self, article_ids: Iterable[int]) -> dict[int, tuple[int, str]]:
        rows = self._all(
            """
            select a.id, r.id, r.text from article a join revision r on r.id = a.revision_id
            where a.id in (select value from json_each(?))
            """,
            (ids(set(article_ids)),),
        )
        return {row[0]: (row[1], row[2]) for row in rows}

    def _places(self, correction: Correction, text: str) -> list[Place]:
        revised = Revised(self._texts([correction.revision_id])[correction.revision_id], text)
        return [rewording.anchor(revised, passage) for passage in correction.evidence]

    def _follow_evidence(self, article_ids: Sequence[int]) -> None:
        rows = self._corrections.among(article_ids)
        self._place(rows, self._current(row.article_id for row in rows))

    def _place(self, rows: Sequence[Correction], now: Mapping[int, tuple[int, str]]) -> None:
        """Keep where the evidence of decisions about earlier texts stands in the current ones."""
        behind = [row for row in rows if row.article_id in now and not _is_of(row, now)]
        known = self._known(behind)
        for row in behind:
            revision_id, text = now[row.article_id]
            if (row.id, revision_id) in known:
                continue
            self._many(
                "insert or replace into evidence_anchor values (?, ?, ?, ?, ?, ?, ?)",
                [
                    (row.id, at, revision_id, place.start, place.end, place.state, place.method)
                    for at, place in enumerate(self._places(row, text))
                ],
            )

    def _known(self, corrections: Sequence[Correction]) -> dict[tuple[str, int], list[Place]]:
        """The kept places of evidence, by decision and revision."""
        if not corrections:
            return {}
        rows = self._all(
            """
            select correction_id, revision_id, start, "end", state, method from evidence_anchor
            where correction_id in (select value from json_each(?)) order by correction_id, place
            """,
            (ids(row.id for row in corrections),),
        )
        found: dict[tuple[str, int], list[Place]] = {}
        for row in rows:
            found.setdefault((row[0], row[1]), []).append(Place(*row[2:]))
        return found


def _wanted(base: Sequence[Any]) -> tuple[TextQuoteSelector, TextPositionSelector]:
    return TextQuoteSelector(*base[3:6]), TextPositionSelector(*base[6:8])


def _is_of(correction: Correction, current: Mapping[int, tuple[int, str]]) -> bool:
    """Whether a decision was made in the current text of its article."""
    return current.get(correction.article_id, (0, ""))[0] == correction.revision_id
