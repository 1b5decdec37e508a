"""What the user says of the values on study cards, and which text of an article he knows."""

from collections.abc import Collection, Sequence

from reader.model.correction import Correction, Passage, Seen
from reader.store.anchoring import Anchoring
from reader.store.correction_rows import CorrectionRows
from reader.store.histories import Histories
from reader.store.studies import Studies
from reader.store.table import Connect, Table


class Corrections(Table):
    """A row a decision. The facts that lists show follow in the same transaction."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._rows = CorrectionRows(connect)
        self._anchoring = Anchoring(connect)
        self._studies = Studies(connect)
        self._past = Histories(connect)

    def one(self, correction_id: str) -> Correction | None:
        return self._rows.with_id(correction_id)

    def known(self, ids: Collection[str]) -> set[str]:
        """Those of the ids that are decisions in the archive."""
        return {each for each in ids if self._rows.with_id(each)}

    def of(self, article_id: int) -> list[Correction]:
        """The user's decisions about an article's card, in the order they were made."""
        return self._rows.among([article_id])

    def lost(self, correction_id: str, revision_id: int, text: str) -> tuple[Passage, ...]:
        """The passages of a decision that a text of its article does not have."""
        row = self._rows.with_id(correction_id)
        if row is None:
            return ()
        placed = self._anchoring.placed([row], {row.article_id: (revision_id, text)})
        return tuple(passage for each in placed[row.article_id] for passage in each.lost)

    def put(self, rows: Sequence[Correction]) -> None:
        self._rows.add(rows)
        self._anchoring.miss(rows)
        self._past.note_decisions(rows, made=True)
        self._studies.renew_facts({row.article_id for row in rows})

    def remove(self, rows: Sequence[Correction]) -> None:
        self._rows.delete(rows)
        self._past.note_decisions(rows, made=False)
        self._studies.renew_facts({row.article_id for row in rows})


class SeenTexts(Table):
    """The text of each article that the user knows."""

    def of(self, article_id: int) -> Seen | None:
        row = self._one(
            "select article_id, revision_id from seen where article_id = ?", (article_id,)
        )
        return Seen(*row) if row else None

    def put(self, rows: Sequence[Seen]) -> None:
        self._many(
            "insert into seen (article_id, revision_id) values (?, ?)",
            [(row.article_id, row.revision_id) for row in rows],
        )

    def remove(self, rows: Sequence[Seen]) -> None:
        self._many("delete from seen where article_id = ?", [(row.article_id,) for row in rows])
