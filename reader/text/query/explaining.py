"""A query as a sentence, and as parts that can be taken away one by one."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from reader.model.facts import DESIGNS, duration
from reader.model.query_tree import And, Criterion, Limits, Node, Not, Nothing, Or, Query, Words
from reader.text.folding import fold
from reader.text.query.fields import OWN, SORTS

_DESIGN_NAMES = {fold(code): name for code, name in DESIGNS.items()}
_STATED = {
    "design": "",
    "population": "in",
    "country": "done in",
    "institution": "done at",
    "investigator": "by",
    "funder": "paid by",
    "journal": "in the journal",
    "tag": "tagged",
    "feed": "from",
    "folder": "in the folder",
    "author": "written by",
    "colour": "highlighted in",
    "doi": "DOI",
    "pmid": "PubMed",
    "nct": "registered as",
    "link": "at",
    "search": "found by",
    "phase": "phase",
    "evidence": "",
    "blinding": "blinding",
}
_SCOPES = {
    "title": "title has",
    "text": "text has",
    "note": "your note has",
    "quote": "highlight has",
}
_COUNTED = {
    "n": ("{} participants", "participants"),
    "studies": ("{} studies", "studies"),
    "arms": ("{} arms", "arms"),
    "p": ("p {}", "p value"),
    "hr": ("hazard ratio {}", "hazard ratio"),
    "or": ("odds ratio {}", "odds ratio"),
    "rr": ("risk ratio {}", "risk ratio"),
    "confidence": ("confidence {}", "confidence"),
    "followup": ("followed for {}", "follow-up"),
}
_DATED = {
    "published": "published",
    "added": "arrived",
    "updated": "changed",
    "annotated": "highlighted",
}


@dataclass(frozen=True, slots=True)
class Chip:
    """A part of a query in words, and the query that is left without it."""

    words: str
    without: str
    start: int
    end: int


def sentence(query: Query) -> str:
    """The query in words: "RCT · at least 100 participants · tagged ms"; "" where that would
    mislead."""
    parts = [words_of(part) for part in query.parts]
    if query.sort:
        order = SORTS[query.sort]
        parts.append(f"{order}, reversed" if query.reverse else order)
    said = " · ".join(parts)
    return "" if query.is_grave else said[:1].upper() + said[1:]


def chips(query: Query) -> tuple[Chip, ...]:
    """What must hold, each part by itself."""
    return tuple(
        Chip(words_of(part), without(query.text, part.start, part.end), part.start, part.end)
        for part in query.parts
        if not isinstance(part, Nothing)
    )


def without(text: str, start: int, end: int) -> str:
    """A query without a part of it, and without an AND or OR that would be left over."""
    before, after = text[:start].split(" "), text[end:].split(" ")
    before = [word for word in before if word]
    after = [word for word in after if word]
    if before and before[-1] in ("AND", "OR"):
        before.pop()
    elif after and after[0] in ("AND", "OR"):
        after.pop(0)
    return " ".join([*before, *after])


def words_of(node: Node) -> str:
    """A condition in words."""
    if isinstance(node, Words):
        return _words(node)
    if isinstance(node, Not):
        return f"not {_bracketed(node.part)}"
    if isinstance(node, And):
        return " and ".join(_bracketed(part) for part in node.parts)
    if isinstance(node, Or):
        return _either(node)
    if isinstance(node, Criterion):
        return _own(node) if node.field.startswith(OWN) else _criterion(node)
    return "nothing"


def _words(node: Words) -> str:
    said = f"“{node.text}{'…' if node.prefix else ''}”"
    return f"{_SCOPES[node.scope]} {said}" if node.scope else said


def _bracketed(node: Node) -> str:
    said = words_of(node)
    return f"({said})" if isinstance(node, And | Or) else said


def _either(node: Or) -> str:
    """A word that was typed once, in the ways it is looked for; or what stands between ORs."""
    first = node.parts[0]
    places = {(part.start, part.end) for part in node.parts}
    if len(places) == 1 and isinstance(first, Criterion) and first.field in ("doi", "nct", "link"):
        return words_of(first)
    return " or ".join(_bracketed(part) for part in node.parts)


def _own(node: Criterion) -> str:
    """A condition on a column of the user's own."""
    name = f"your “{node.field.removeprefix(OWN).replace('-', ' ')}”"
    if node.how in ("any", "none"):
        return f"{name} {'filled in' if node.how == 'any' else 'empty'}"
    if node.how == "within":
        return f"{name} {_range(node.field, node.limits)}"
    return f"{name} {'is' if node.how == 'exact' else 'has'} {node.text}"


def _criterion(node: Criterion) -> str:
    if node.how == "any":
        nouns = {"quote": "a highlight", "note": "a note", "tag": "a tag", "link": "an address"}
        noun = nouns.get(node.field)
        return f"with {noun}" if noun else f"{_name(node.field)} stated"
    if node.how == "none":
        return f"{_name(node.field)} not stated"
    if node.field in _COUNTED:
        return _COUNTED[node.field][0].format(_range(node.field, node.limits))
    if node.how == "within":
        return f"{_DATED[node.field]} {_span(node.limits)}"
    if node.field == "is":
        return {"study": "reports a study"}.get(node.text, node.text)
    text = node.text
    if node.field == "design":
        text = _DESIGN_NAMES.get(text, f"design “{text}”")
    elif node.field == "country":
        text = text.title()
    lead = _STATED.get(node.field, node.field)
    return f"{lead} {text}{'…' if node.how == 'prefix' else ''}".strip()


def _name(field: str) -> str:
    names = {"quote": "highlight", "nct": "registration", "pmid": "PubMed number", "doi": "DOI"}
    counted = _COUNTED.get(field)
    return names.get(field) or (counted[1] if counted else field)


def _range(field: str, limits: Limits) -> str:
    low, high = (_number(field, end) for end in (limits.low, limits.high))
    if limits.low is not None and limits.high is not None:
        if field == "followup" and _is_about(limits):
            return _number(field, (limits.low + limits.high) / 2)
        return low if low == high else f"{low} to {high}"
    if limits.low is not None:
        return f"more than {low}" if limits.without_low else f"at least {low}"
    return f"less than {high}" if limits.without_high else f"at most {high}"


def _is_about(limits: Limits) -> bool:
    """The two ends of one duration that was typed."""
    return bool(limits.low and limits.high and limits.high / limits.low < 1.07)


def _number(field: str, number: float | None) -> str:
    if number is None:
        return ""
    if field == "followup":
        return duration(number, None) or f"{number:g} y"
    return f"{number:,.0f}" if number == int(number) else f"{number:g}"


def _span(limits: Limits) -> str:
    first = datetime.fromtimestamp(limits.low) if limits.low is not None else None  # noqa: DTZ006
    after = datetime.fromtimestamp(limits.high) if limits.high is not None else None  # noqa: DTZ006
    if first and after:
        return _stretch(first, after)
    if first:
        return f"since {_day(first)}"
    return f"before {_day(after)}" if after else ""


def _stretch(first: datetime, after: datetime) -> str:
    """A year, a month or a day by its name; else both ends."""
    last = after - timedelta(days=1)
    if (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31):
        return f"in {first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    if first.day == 1 and after.day == 1:
        names = [f"{day:%b %Y}" for day in (first, last)]
        return f"in {names[0]}" if names[0] == names[1] else f"{names[0]} to {names[1]}"
    return f"on {_day(first)}" if first == last else f"{_day(first)} to {_day(last)}"


def _day(day: datetime) -> str:
    return f"{day.day} {day:%b %Y}"
