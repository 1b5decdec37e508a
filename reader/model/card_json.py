"""The study card as JSON, schema `studywire.card/1`: what `study --json` prints and the archive keeps."""

import json
from typing import Any

from reader.model.study import FIELD, FIELDS, SCHEMA, Span, StudyCard, StudyValue


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
    return out


def card_to_json(card: StudyCard, indent: int | None = None) -> str:
    separators = None if indent else (",", ":")
    return json.dumps(card_to_dict(card), ensure_ascii=False, indent=indent, separators=separators)


def card_from_json(text: str) -> StudyCard:
    """The inverse of `card_to_json`. Raises ValueError for anything that is no card of ours."""
    try:
        data = json.loads(text)
        if data["schema"] != SCHEMA:
            raise ValueError(f"a card of schema {data['schema']!r}, not {SCHEMA!r}")
        return StudyCard(
            extractor=data["extractor"],
            text_sha256=data["text_sha256"],
            language=data.get("language") or "",
            is_study=_read(data["is_study"]),
            values={row.name: values for row in FIELDS if (values := _read_all(data[row.name]))},
            candidates=tuple(
                (c["field"], _read(c)) for c in data["candidates"] if c["field"] in FIELD
            ),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("not a study card") from error


def _value(value: StudyValue) -> dict[str, Any]:
    spans = [{"start": s.start, "end": s.end, "text": s.text} for s in value.evidence]
    return {
        "value": value.value,
        **value.details,
        "status": value.status,
        "confidence": round(value.confidence, 3),
        "method": value.method,
        "evidence": spans,
    }


_OWN = frozenset({"value", "status", "confidence", "method", "evidence", "field"})


def _read(data: dict[str, Any]) -> StudyValue:
    spans = tuple(Span(s["start"], s["end"], s["text"]) for s in data["evidence"])
    details = {key: item for key, item in data.items() if key not in _OWN}
    return StudyValue(
        data["value"], spans, data["confidence"], data["method"], data["status"], details
    )


def _read_all(data: Any) -> tuple[StudyValue, ...]:
    rows = data if isinstance(data, list) else [data] if data else []
    return tuple(_read(row) for row in rows)
