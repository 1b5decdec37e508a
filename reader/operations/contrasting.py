"""Whose value is whose: what the sources of one study state, side by side."""

from collections.abc import Sequence

from reader.model.card_words import label, shown
from reader.model.story import COMPARED, Contrast, Source
from reader.model.study import StudyCard, StudyValue
from reader.store.store import Store
from reader.text.folding import fold


def contrasts(store: Store, sources: Sequence[Source]) -> tuple[Contrast, ...]:
    """Every field that a source states, where they disagree first."""
    cards = [(source, store.studies.card(source.article_id)) for source in sources]
    found = [row for field in COMPARED if (row := _contrast(field, cards)).values]
    return tuple(sorted(found, key=lambda row: not row.is_disagreement))


def _contrast(field: str, cards: Sequence[tuple[Source, StudyCard | None]]) -> Contrast:
    said: dict[str, list[Source]] = {}
    words: dict[str, str] = {}
    silent = []
    for source, card in cards:
        value = card.one(field) if card else None
        if value is None or value.value is None:
            silent.append(source)
            continue
        key = fold(compared(field, value))
        said.setdefault(key, []).append(source)
        words.setdefault(key, compared(field, value))
    rows = sorted(said.items(), key=lambda row: -len(row[1]))
    values = tuple((words[key], tuple(members)) for key, members in rows)
    return Contrast(field, label(field), values, tuple(silent))


def compared(field: str, value: StudyValue) -> str:
    """A value without what is only said otherwise."""
    if field == "sample_size" and isinstance(value.value, int):
        return f"{value.value:,}"
    if field == "follow_up" and value.details.get("max_years") is not None:
        low, high = value.details.get("min_years"), value.details["max_years"]
        return f"{high:g} y" if low in (None, high) else f"{low:g}–{high:g} y"
    return shown(field, value)
