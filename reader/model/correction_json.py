"""A decision of the user as JSON, for keeping and for taking elsewhere."""

from dataclasses import asdict
from typing import Any

from reader.model.annotation import TextPositionSelector, TextQuoteSelector
from reader.model.card_json import value_from_dict, value_to_dict
from reader.model.correction import IS_STUDY, Correction, Passage
from reader.model.soundness import is_range, is_sound, is_text, is_time
from reader.model.study import FIELD, StudyValue

_KINDS = frozenset({"accepted", "corrected", "rejected", "not_reported"})
#: Kinds that put a value on the card.
_HOLDING = frozenset({"accepted", "corrected"})


def decision_to_dict(row: Correction) -> dict[str, Any]:
    """A decision without the numbers that only its archive knows."""
    return {
        "id": row.id,
        "field": row.field,
        "target": row.target,
        "kind": row.kind,
        "value": value_to_dict(row.value) if row.value else None,
        "machine_said": value_to_dict(row.said) if row.said else None,
        "evidence": [_written(passage) for passage in row.evidence],
        "created": row.created,
    }


def decision_from_dict(data: dict[str, Any]) -> Correction:
    """The inverse, of no article yet. Raises ValueError for anything that is no decision."""
    try:
        made = Correction(
            *(str(data["id"]), 0, 0, data["field"], str(data["target"]), data["kind"]),
            value=_value(data["value"]),
            said=_value(data["machine_said"]),
            evidence=tuple(_passage(row) for row in data["evidence"]),
            created=data["created"],
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("not a decision") from error
    if not _is_about_the_card(made) or made.kind not in _KINDS:
        raise ValueError("not a decision on a field of the card")
    if not _is_whole(made):
        raise ValueError("a decision with something in it that cannot be")
    return made


def _is_about_the_card(made: Correction) -> bool:
    return isinstance(made.field, str) and (made.field in FIELD or made.field == IS_STUDY)


def _is_whole(made: Correction) -> bool:
    """Whether all parts of a decision are there, and are what they should be."""
    values = [value for value in (made.value, made.said) if value]
    unsure = made.field == IS_STUDY and made.value is not None and made.value.value is None
    return (
        (made.kind in _HOLDING) == (made.value is not None)
        and not unsure
        and all(is_sound(made.field, value) for value in values)
        and is_text(made.id)
        and is_text(made.target)
        and is_time(made.created)
        and all(is_range(each.position.start, each.position.end) for each in made.evidence)
    )


def _value(data: dict[str, Any] | None) -> StudyValue | None:
    return value_from_dict(data) if data else None


def _written(passage: Passage) -> dict[str, Any]:
    said = asdict(passage)
    absent = said.pop("absent")
    return {**said, "absent": True} if absent else said


def _passage(data: dict[str, Any]) -> Passage:
    quote, place = data["quote"], data["position"]
    words = [quote[name] for name in ("exact", "prefix", "suffix")]
    absent = data.get("absent") is True
    if not all(map(is_text, words)) or not words[0]:
        raise TypeError("a passage without words")
    at = TextPositionSelector(place["start"], place["end"])
    return Passage(TextQuoteSelector(*words), at, absent)
