"""References as CSL-JSON, the form that Zotero, pandoc and citeproc read."""

from collections.abc import Mapping
from typing import Any

from reader.model.reference import Person, Reference

#: Where CSL-JSON lets a program keep what the schema does not know.
_CUSTOM = "custom"
OURS = "studywire"

_TEXTS = {
    "title": "title",
    "container": "container-title",
    "doi": "DOI",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "url": "URL",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "issn": "ISSN",
    "abstract": "abstract",
    "language": "language",
    "genre": "genre",
    "status": "status",
}
_DATES = {"issued": "issued", "accessed": "accessed"}


def reference_to_csl(reference: Reference) -> dict[str, Any]:
    """One item of a CSL-JSON list."""
    item: dict[str, Any] = {"id": reference.key, "type": reference.kind}
    for name, key in _TEXTS.items():
        item[key] = getattr(reference, name)
    for name, key in _DATES.items():
        parts = getattr(reference, name)
        item[key] = {"date-parts": [list(parts)]} if parts else None
    item["author"] = [_person(person) for person in reference.authors]
    item["keyword"] = ", ".join(reference.tags)
    item["note"] = "\n".join(reference.notes)
    item[_CUSTOM] = _ours(reference)
    kept = {key: value for key, value in item.items() if value or key in ("id", "type")}
    return {**kept, **reference.others}


def csl_to_reference(item: Mapping[str, Any]) -> Reference:
    """The inverse. Raises ValueError for what is no item; what we do not know is kept."""
    kind = item.get("type")
    if not isinstance(kind, str):
        raise ValueError("an item of CSL-JSON has a type")
    custom = item.get(_CUSTOM)
    ours = custom.get(OURS) if isinstance(custom, Mapping) else None
    ours = ours if isinstance(ours, Mapping) else {}
    trials, attributes = ours.get("trial_ids"), ours.get("attributes")
    texts: dict[str, Any] = {name: _text(item.get(key)) for name, key in _TEXTS.items()}
    texts |= {name: _date(item.get(key)) for name, key in _DATES.items()}
    return Reference(
        kind=kind,
        key=_text(item.get("id")),
        authors=_people(item.get("author")),
        tags=_tags(item.get("keyword")),
        notes=tuple(line for line in _text(item.get("note")).split("\n") if line.strip()),
        trial_ids=tuple(map(str, trials)) if isinstance(trials, list) else (),
        attributes=dict(attributes) if isinstance(attributes, Mapping) else {},
        others=_others(item),
        **texts,
    )


def _ours(reference: Reference) -> dict[str, Any]:
    ours: dict[str, Any] = {}
    if reference.trial_ids:
        ours["trial_ids"] = list(reference.trial_ids)
    if reference.attributes:
        ours["attributes"] = dict(reference.attributes)
    return {OURS: ours} if ours else {}


def _others(item: Mapping[str, Any]) -> dict[str, Any]:
    """What `Reference` has no place for, or would not give back as it was."""
    known = {"id", "type", "author", "keyword", "note", _CUSTOM, *_TEXTS.values()}
    others = {key: value for key, value in item.items() if key not in known | set(_DATES.values())}
    for key in _DATES.values():
        value = item.get(key)
        if value and value != {"date-parts": [list(_date(value))]}:
            others[key] = value
    custom = item.get(_CUSTOM)
    if isinstance(custom, Mapping) and set(custom) != {OURS}:
        others[_CUSTOM] = custom
    return others


def _person(person: Person) -> dict[str, Any]:
    named = {"family": person.family, "given": person.given, "literal": person.literal}
    return {**{key: value for key, value in named.items() if value}, **person.others}


def _people(value: Any) -> tuple[Person, ...]:
    rows = value if isinstance(value, list) else []
    return tuple(_read_person(row) for row in rows if isinstance(row, Mapping))


def _read_person(row: Mapping[str, Any]) -> Person:
    named = {key: _text(row.get(key)) for key in ("family", "given", "literal")}
    return Person(**named, others={key: row[key] for key in row if key not in named})


def _date(value: Any) -> tuple[int, ...]:
    """The first date of a CSL date variable, () where it has none in parts."""
    parts = value.get("date-parts") if isinstance(value, Mapping) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    if not isinstance(first, list) or not first:
        return ()
    try:
        return tuple(int(part) for part in first[:3])
    except (TypeError, ValueError):
        return ()


def _tags(value: Any) -> tuple[str, ...]:
    return tuple(tag.strip() for tag in _text(value).split(",") if tag.strip())


def _text(value: Any) -> str:
    if isinstance(value, bool) or value is None:
        return ""
    return str(value) if isinstance(value, str | int | float) else ""
