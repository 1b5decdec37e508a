"""A decision of the user as JSON, for keeping and for taking elsewhere."""

from dataclasses import asdict, replace
from typing import Any

from reader.model.annotation import TextPositionSelector, TextQuoteSelector
from reader.model.card_json import value_from_dict, value_to_dict
from reader.model.correction import IS_STUDY, Correction, Passage
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
        "evidence": [asdict(passage) for passage in row.evidence],
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
            created=int(data["created"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("not a decision") from error
    known = isinstance(made.field, str) and (made.field in FIELD or made.field == IS_STUDY)
    if not known or made.kind not in _KINDS or (made.kind in _HOLDING) != (made.value is not None):
        raise ValueError("not a decision on a field of the card")
    return made


#: Details of a value that are lists, and those that are objects; all others are plain.
_LISTS = frozenset({"also", "arms", "features", "iso8601", "who"})
_OBJECTS = frozenset({"ids"})


def _value(data: dict[str, Any] | None) -> StudyValue | None:
    """A value, with the details that have the shape they should have."""
    if not data:
        return None
    read = value_from_dict(data)
    if not isinstance(read.value, str | int | float | None):
        raise TypeError("a value that is none")
    details = {name: item for name, item in read.details.items() if _is_sound(name, item)}
    return replace(read, details=details)


def _is_sound(name: str, item: Any) -> bool:
    if name == "arms":
        return isinstance(item, list) and all(
            isinstance(arm, dict) and {"label", "n"} <= arm.keys() for arm in item
        )
    if name in _LISTS:
        return isinstance(item, list)
    if name in _OBJECTS:
        return isinstance(item, dict)
    return isinstance(item, str | int | float | None)


def _passage(data: dict[str, Any]) -> Passage:
    quote, place = data["quote"], data["position"]
    words = [str(quote[name]) for name in ("exact", "prefix", "suffix")]
    return Passage(
        TextQuoteSelector(*words), TextPositionSelector(int(place["start"]), int(place["end"]))
    )
