"""What a user may type as a value of the study card, and what it comes to.

Each field has a kind with an example. What is typed becomes the value and the normal forms that
extraction would give (`min_years`, `iso8601` …), or a sentence that says what to type instead.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from reader.model.card_words import shown
from reader.model.errors import ReaderError
from reader.model.frozen import dataclass
from reader.model.own_columns import one_line
from reader.model.study import FIELD, STUDY_TYPES, StudyValue
from reader.model.typed_time import date_of, duration_in, duration_of, period_of

#: Characters a value may have.
LIMIT = 1_000

Typed = tuple[str | int | bool, dict[str, Any]]
_CHOICES: dict[str, tuple[str, ...]] = {
    "study_type": STUDY_TYPES,
    "randomized": ("yes", "no"),
    "controlled": ("yes", "no"),
    "blinding": ("open_label", "single", "double", "triple"),
    "phase": ("1", "1/2", "2", "2/3", "3", "4"),
    "status_of_evidence": (
        *("experimental", "preprint", "conference_abstract"),
        *("press_release_only", "retracted", "corrected"),
    ),
    "claim_strength": ("none", "correlational", "conditional_causal", "direct_causal"),
}
_EXAMPLES = {
    "sample_size": "120 or 1,234 people",
    "studies_included": "12",
    "follow_up": "18 months or 2 to 15 years",
    "study_period": "1995-06 to 2001-05",
    "publication_date": "2011-03-22 or March 2011",
    "doi": "10.1000/xyz123",
    "pmid": "21321234",
    "nct_id": "NCT01234567",
    "species": "human, mouse, rat",
    "deaths": "2 of 35",
}
_REGISTRY = re.compile(
    r"NCT\d{8}|ISRCTN\d{6,9}|ACTRN\d{12,14}|ChiCTR[\w-]{6,24}|UMIN\d{9}|DRKS\d{8}|jRCTs?\d{9,10}"
    r"|\d{4}-\d{6}-\d{2}(?:-\d{2})?|CTRI/\d{4}/\d{2,3}/\d{6}|NTR\d{3,5}|IRCT\d{8,16}N\d{1,3}",
    re.IGNORECASE,
)
_DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|doi:?\s*)?(10\.\d{4,9}/\S{1,200})", re.IGNORECASE
)
_WHOLE = re.compile(
    r"(\d{1,3}(?:[,\u00a0\u2009\u202f ’']\d{3})+|\d{1,9})(?!\d)\s*([^\W\d].{0,60})?"
)
_COUNTED = re.compile(r"(?<![\w.,])(\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+|\d{1,7})\s+([a-z]{3,})")
_MEASURED = re.compile(
    r"(?:percent|per|years?|months?|weeks?|days?|hours?|minutes?|mg|times|countries|hospitals|sites"
    r"|cent(?:er|re)s|points?)\b"
)
_OF = re.compile(r"(\d[\d,]{0,10}) (?:out )?of (?:the )?(\d[\d,]{0,10})\b")


@dataclass(frozen=True, slots=True)
class Form:
    """How a field is typed: what to type, as an example; codes to choose from, with their words."""

    field: str
    example: str
    choices: Mapping[str, str]


def form(field: str) -> Form:
    """The form of a field of the card."""
    choices = {code: shown(field, chosen(code)) for code in _CHOICES.get(field, ())}
    return Form(field, _EXAMPLES.get(field, "a few words"), choices)


def chosen(code: str) -> StudyValue:
    """A choice, by its code, as a value."""
    value: str | bool = code == "yes" if code in ("yes", "no") else code
    return StudyValue(value, (), 1.0, "")


def typed(field: str, text: str) -> Typed:
    """What was typed as a value and its details. Raises ReaderError with what to type instead."""
    words = one_line(text)
    if not words:
        raise _refusal(field, "Type a value")
    if len(words) > LIMIT:
        raise ReaderError(f"A value may have {LIMIT:,} characters; this one has {len(words):,}.")
    if field in _CHOICES:
        return _choice(field, words)
    return _PARSERS.get(field, _phrase)(field, words)


def as_typed(field: str, value: StudyValue) -> str:
    """A value as one would type it."""
    said, details = value.value, value.details
    if field in _CHOICES and isinstance(said, bool):
        return "yes" if said else "no"
    if field == "sample_size":
        return f"{said} {details.get('unit') or ''}".strip()
    if field == "study_period" and (details.get("from") or details.get("to")):
        return f"{details.get('from') or ''} to {details.get('to') or ''}".strip()
    return "" if said is None else str(said)


def found_in(field: str, passage: str) -> str:
    """What of a selected passage is the value of a field, as one would type it; "" for nothing."""
    words = " ".join(passage.split())
    if field in _CHOICES:
        return _choice_in(field, words)
    if field == "sample_size" and (counted := _people(words)):
        return counted
    if field == "follow_up":
        return duration_in(words)
    searched = {"doi": _DOI, "nct_id": _REGISTRY, "sample_size": _WHOLE, "studies_included": _WHOLE}
    if pattern := searched.get(field):
        found = pattern.search(words)
        if found is None:
            return ""
        number = field in ("sample_size", "studies_included")
        return found[1] if number or field == "doi" else found[0]
    if field not in _PARSERS:
        return words[:LIMIT]
    try:
        typed(field, words)
    except ReaderError:
        return ""
    return words


def _people(words: str) -> str:
    """The first number of somebody or something, dates, ages and doses left out."""
    for found in _COUNTED.finditer(words):
        if not _MEASURED.match(found[2]):
            return found[1]
    return ""


def _choice_in(field: str, words: str) -> str:
    """The longest name of a choice that stands in the words, in either spelling."""
    low = words.lower().replace("randomiz", "randomis")
    named = {said.lower(): code for code, said in form(field).choices.items() if code != "no"}
    found = [said for said in named if said in low]
    return named[max(found, key=len)] if found else ""


def _choice(field: str, words: str) -> Typed:
    known = form(field).choices
    for code, said in known.items():
        if words.casefold() in (code.casefold(), said.casefold()):
            details = {"code": code} if field == "status_of_evidence" else {}
            return (code == "yes" if code in ("yes", "no") else code), details
    raise ReaderError(f"{_label(field)} is one of: {', '.join(known.values())}.")


def _number(field: str, words: str) -> Typed:
    match = _WHOLE.fullmatch(words)
    number = int("".join(c for c in match[1] if c.isdecimal())) if match else 0
    if match is None or number < 1:
        raise _refusal(field, f"{_label(field)} is a whole number above 0")
    unit = match[2] if field == "sample_size" else None
    return number, {"unit": unit} if unit else {}


def _duration(field: str, words: str) -> Typed:
    details = duration_of(words)
    if details is None:
        raise _refusal(field, f"{_label(field)} is a number with days, weeks, months or years")
    return words, details


def _date(field: str, words: str) -> Typed:
    iso = date_of(words)
    if iso is None:
        raise _refusal(field, f"{_label(field)} is a date, a month or a year")
    return iso, {}


def _period(field: str, words: str) -> Typed:
    ends = period_of(words)
    if ends is None:
        raise _refusal(field, f"{_label(field)} is a date or two, the earlier first")
    return words, ends


def _doi(field: str, words: str) -> Typed:
    match = _DOI.fullmatch(words)
    if match is None:
        raise _refusal(field, "A DOI begins with 10. and has a slash")
    return match[1].lower().rstrip(".,;"), {}


def _pmid(field: str, words: str) -> Typed:
    digits = re.sub(r"(?i)^(?:pmid:?\s*|https?://pubmed\.ncbi\.nlm\.nih\.gov/)", "", words).strip(
        "/"
    )
    if not re.fullmatch(r"[1-9]\d{0,8}", digits):
        raise _refusal(field, "A PubMed number has up to nine digits")
    return digits, {}


def _registration(field: str, words: str) -> Typed:
    if not _REGISTRY.fullmatch(words):
        raise _refusal(field, "A trial is registered under a number of its registry")
    return words, {}


def _counted(field: str, words: str) -> Typed:
    """A phrase; "2 of 35" in it is counted."""
    match = _OF.search(words)
    if match is None:
        return words, {}
    n, of = (int(number.replace(",", "")) for number in match.groups())
    if n > of:
        raise ReaderError(f"{n:,} of {of:,} cannot be: the first number is the larger one.")
    return words, {"n": n, "of": of}


def _phrase(field: str, words: str) -> Typed:
    return words, {}


_PARSERS: dict[str, Callable[[str, str], Typed]] = {
    "sample_size": _number,
    "studies_included": _number,
    "follow_up": _duration,
    "publication_date": _date,
    "study_period": _period,
    "doi": _doi,
    "pmid": _pmid,
    "nct_id": _registration,
    "deaths": _counted,
    "adverse_events": _counted,
}


def _label(field: str) -> str:
    return FIELD[field].label


def _refusal(field: str, rule: str) -> ReaderError:
    return ReaderError(f"{rule}, such as {form(field).example}.")
