"""The study card as JSON, schema `studywire.card/1`: what `study --json` prints and the archive keeps."""

import json
from typing import Any

from reader.model.study import FIELD, FIELDS, SCHEMA, Review, Span, StudyCard, StudyValue


def card_to_dict(card: StudyCard) -> dict[str, Any]:
    """One key a field: null or one value object, a list of them where the field is a list."""
    out: dict[str, Any] = {
        "schema": SCHEMA,
        "extractor": card.extractor,
        "text_sha256": card.text_sha256,
        "language": card.language or None,
        "is_study": _value(card.is_study),
    }
    for row in FIELDS:
        values = [_value(value) for value in card.values.get(row.name, ())]
        out[row.name] = values if row.many else (values[0] if values else None)
    out["candidates"] = [{"field": name, **_value(value)} for name, value in card.candidates]
    if card.rejected:
        out["rejected"] = [{"field": name, **_value(value)} for name, value in card.rejected]
    if card.not_reported:
        out["not_reported"] = [
            {"field": name, "review": _review(review)} for name, review in card.not_reported
        ]
    return out


def card_to_json(card: StudyCard, indent: int | None = None) -> str:
    separators = None if indent else (",", ":")
    return json.dumps(card_to_dict(card), ensure_ascii=False, indent=indent, separators=separators)


def card_from_json(text: str) -> StudyCard:
    """The inverse of `card_to_json`. Raises ValueError for anything that is no card of ours, such
    as one from a damaged archive."""
    try:
        data = json.loads(text)
        if data["schema"] != SCHEMA:
            raise ValueError(f"a card of schema {data['schema']!r}, not {SCHEMA!r}")
        return StudyCard(
            extractor=_text(data["extractor"]),
            text_sha256=_text(data["text_sha256"]),
            language=_text(data.get("language") or ""),
            is_study=_read(data["is_study"]),
            values={row.name: values for row in FIELDS if (values := _read_all(data[row.name]))},
            candidates=tuple(
                (c["field"], _read(c)) for c in data["candidates"] if c["field"] in FIELD
            ),
        )
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("not a study card") from error


def value_to_dict(value: StudyValue) -> dict[str, Any]:
    """One value, as a card has it."""
    return _value(value)


def value_from_dict(data: dict[str, Any]) -> StudyValue:
    """The inverse of `value_to_dict`."""
    return _read(data)


def value_to_json(value: StudyValue | None) -> str:
    """One value, as a correction keeps it; "" for none."""
    return json.dumps(_value(value), ensure_ascii=False) if value else ""


def value_from_json(text: str) -> StudyValue | None:
    """The inverse of `value_to_json`. Raises ValueError for anything else."""
    try:
        return _read(json.loads(text)) if text else None
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("not a value of a study card") from error


def _value(value: StudyValue) -> dict[str, Any]:
    spans = [{"start": s.start, "end": s.end, "text": s.text} for s in value.evidence]
    out = {
        "value": value.value,
        **value.details,
        "status": value.status,
        "confidence": round(value.confidence, 3),
        "method": value.method,
        "evidence": spans,
    }
    if value.review:
        out["review"] = _review(value.review)
    return out


def _review(review: Review) -> dict[str, Any]:
    """What the user decided; written for those who read the card, never read back."""
    out: dict[str, Any] = {"kind": review.kind, "at": review.created, "source": review.source}
    if review.lost:
        out["lost"] = list(review.lost)
    if review.said:
        out["machine_said"] = review.said.value
    if review.differs:
        out["machine_says_now"] = review.now.value if review.now else None
    return out


_OWN = frozenset({"value", "status", "confidence", "method", "evidence", "field", "review"})


def _read(data: dict[str, Any]) -> StudyValue:
    spans = tuple(_span(s["start"], s["end"], s["text"]) for s in data["evidence"])
    details = {key: item for key, item in data.items() if key not in _OWN}
    said, sure = data["value"], data["confidence"]
    if type(sure) not in (float, int) or isinstance(said, (dict, list)):
        raise TypeError("a value of the wrong kind")
    return StudyValue(said, spans, sure, _text(data["method"]), _text(data["status"]), details)


def _span(start: Any, end: Any, text: Any) -> Span:
    if not (type(start) is type(end) is int and 0 <= start <= end):
        raise TypeError("a passage that is nowhere")
    return Span(start, end, _text(text))


def _text(said: Any) -> str:
    if not isinstance(said, str):
        raise TypeError("no text where one must be")
    return said


def _read_all(data: Any) -> tuple[StudyValue, ...]:
    rows = data if isinstance(data, list) else [data] if data else []
    return tuple(_read(row) for row in rows)
