"""What was said of the fields of cards before, by extraction and by the user. Rows are only added."""

import json
import time
from collections.abc import Iterable, Sequence
from typing import Any

from reader.model.card_json import value_to_json
from reader.model.correction import Correction, key
from reader.model.history import PastDecision, PastValues
from reader.model.study import FIELDS, StudyCard, StudyValue
from reader.store.correction_rows import written_correction
from reader.store.kept_cards import kept_card, kept_decision, kept_value
from reader.store.table import Table, ids


class Histories(Table):
    """Written in the transaction of what it tells of."""

    def note_decisions(self, rows: Sequence[Correction], *, made: bool) -> None:
        """The user made decisions, or took them back."""
        now, deed = int(time.time()), "made" if made else "taken back"
        self._many(
            "insert into past_correction (at, deed, article_id, field, row) values (?, ?, ?, ?, ?)",
            [(now, deed, r.article_id, r.field, json.dumps(written_correction(r))) for r in rows],
        )

    def note_card(self, article_id: int, new: StudyCard) -> None:
        """A card takes the place of another: keep what the other one said otherwise."""
        row = self._one("select extractor, json from card where article_id = ?", (article_id,))
        if row is None:
            return
        old, now = kept_card(row[1]), int(time.time())
        if old is None or _is_second_look(old, new):
            return
        self._many(
            """
            insert into past_value (article_id, field, extractor, until, said)
            values (?, ?, ?, ?, ?)
            """,
            [
                (article_id, field.name, row[0], now, _written(old.values.get(field.name, ())))
                for field in FIELDS
                if _keys(old, field.name) != _keys(new, field.name)
            ],
        )

    def decisions(self, article_ids: Iterable[int], field: str) -> list[PastDecision]:
        """What the user decided of a field, in the order he did."""
        rows = self._all(
            """
            select p.at, p.deed, p.row from json_each(?) wanted
            join past_correction p on p.article_id = wanted.value and p.field = ?
            order by p.id
            """,
            (ids(article_ids), field),
        )
        return [
            PastDecision(row[0], row[1] == "made", made)
            for row in rows
            if (made := kept_decision(_listed(row[2])))
        ]

    def values(self, article_ids: Iterable[int], field: str) -> list[PastValues]:
        """What extraction said of a field before, the oldest first."""
        rows = self._all(
            """
            select p.article_id, p.extractor, p.until, p.said from json_each(?) wanted
            join past_value p on p.article_id = wanted.value and p.field = ?
            order by p.id
            """,
            (ids(article_ids), field),
        )
        return [PastValues(row[0], row[1], row[2], _read(row[3])) for row in rows]


def _is_second_look(old: StudyCard, new: StudyCard) -> bool:
    """Whether the same extractor has only read the same text again, more closely."""
    return old.text_sha256 == new.text_sha256 and new.extractor.startswith(f"{old.extractor}+")


def _keys(card: StudyCard, name: str) -> list[str]:
    return [key(value) for value in card.values.get(name, ())]


def _written(values: Sequence[StudyValue]) -> str:
    return json.dumps([value_to_json(value) for value in values], ensure_ascii=False)


def _read(text: str) -> tuple[StudyValue, ...]:
    return tuple(value for row in _listed(text) if (value := kept_value(row)))


def _listed(text: Any) -> list[Any]:
    """A list as it was kept, an empty one where it is damaged."""
    try:
        found = json.loads(text)
    except (TypeError, ValueError, RecursionError):
        return []
    return found if isinstance(found, list) else []
