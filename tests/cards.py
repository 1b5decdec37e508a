"""Study cards of invented studies, for tests that ask for what cards state."""

from typing import Any

from reader.model.study import FIELD, Span, StudyCard, StudyValue
from reader.store.store import Store

_SPAN = (Span(0, 1, "x"),)


def value(said: str | int | bool | None, confidence: float = 0.9, **details: Any) -> StudyValue:
    return StudyValue(said, _SPAN, confidence, "test", details=details)


def card(**fields: Any) -> StudyCard:
    """A card with a value a field, or several in a list; no field at all is no study."""
    values: dict[str, tuple[StudyValue, ...]] = {}
    for name, said in fields.items():
        assert name in FIELD
        many = said if isinstance(said, list) else [said]
        values[name] = tuple(v if isinstance(v, StudyValue) else value(v) for v in many)
    return StudyCard("test", "", value(bool(fields)), values)


def study(store: Store, article_id: int, **fields: Any) -> None:
    """Keep a card for an article."""
    (text,) = store.studies.texts([article_id])
    with store.writing():
        store.studies.keep(text, card(**fields))
        store.pending.done("study", [article_id])
