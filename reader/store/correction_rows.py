"""Rows of the user's decisions, read and written."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from reader.model.card_json import value_to_json
from reader.model.correction import Correction, Passage
from reader.store.kept_cards import kept_decision
from reader.store.table import Table, ids

_COLUMNS = "id, article_id, revision_id, field, target, kind, value, said, evidence, created"


class CorrectionRows(Table):
    """The table `correction`. Whoever writes it sees to the facts of the article."""

    def among(self, article_ids: Iterable[int]) -> list[Correction]:
        """The decisions about these articles' cards, in the order they were made."""
        rows = self._all(
            f"""
            select {_COLUMNS} from correction
            where article_id in (select value from json_each(?)) order by created, id
            """,
            (ids(article_ids),),
        )
        return [made for row in rows if (made := kept_decision(row))]

    def with_id(self, correction_id: str) -> Correction | None:
        row = self._one(f"select {_COLUMNS} from correction where id = ?", (correction_id,))
        return kept_decision(row) if row else None

    def add(self, rows: Sequence[Correction]) -> None:
        self._many(
            f"insert into correction ({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [written_correction(row) for row in rows],
        )

    def delete(self, rows: Sequence[Correction]) -> None:
        self._many("delete from evidence_anchor where correction_id = ?", [(r.id,) for r in rows])
        self._many("delete from correction where id = ?", [(row.id,) for row in rows])


def written_correction(r: Correction) -> tuple[Any, ...]:
    """A decision as a row, which `kept_decision` reads."""
    return (
        *(r.id, r.article_id, r.revision_id, r.field, r.target, r.kind),
        *(value_to_json(r.value), value_to_json(r.said)),
        *(_written(r.evidence), r.created),
    )


def _written(passages: Sequence[Passage]) -> str:
    return json.dumps(
        [
            {
                "exact": p.quote.exact,
                "prefix": p.quote.prefix,
                "suffix": p.quote.suffix,
                "start": p.position.start,
                "end": p.position.end,
                **({"absent": True} if p.absent else {}),
            }
            for p in passages
        ],
        ensure_ascii=False,
    )
