"""What a reader should know before believing the headline, each with the words that say it."""

from collections.abc import Callable

from reader.desktop.tongue import number, tr
from reader.model.facts import cautions, facts, is_company
from reader.model.study import StudyCard, StudyValue

_CAPTIONS = {
    "retracted": "Retracted",
    "animal": "Animal study",
    "in_vitro": "Laboratory study",
    "preprint": "Not peer reviewed",
    "conference_abstract": "Conference abstract",
    "uncontrolled": "No control group",
    "small": "Small: {size}",
    "industry_funded": "Paid by industry",
    "causal_claim": "Headline claims a cause",
    "observational": "Observational",
}
#: Where the words stand that a caution rests on: fields to try, in this order.
_FIELDS = {
    "retracted": ("status_of_evidence",),
    "animal": ("species", "study_type"),
    "in_vitro": ("study_type",),
    "preprint": ("status_of_evidence", "limitations"),
    "conference_abstract": ("status_of_evidence",),
    "uncontrolled": ("limitations", "controlled", "comparator", "study_type"),
    "small": ("sample_size",),
    "industry_funded": ("limitations", "funding"),
    "causal_claim": ("claim_strength",),
    "observational": ("study_type",),
}
_CODES = {"preprint": {"preprint", "not_peer_reviewed"}}
#: What a value must be, where a field may also say the contrary.
_TESTS: dict[tuple[str, str], Callable[[StudyValue], bool]] = {
    ("animal", "species"): lambda value: value.value != "human",
    ("uncontrolled", "controlled"): lambda value: value.value is False,
    ("uncontrolled", "comparator"): lambda value: value.status == "explicitly_none",
    ("uncontrolled", "study_type"): lambda value: value.value == "single_arm_trial",
    ("industry_funded", "funding"): lambda value: is_company(str(value.value)),
}
#: Characters of a unit that a caution repeats, at most; a longer one is a sentence of the user's.
_UNIT = 24
#: The scheme of the links in the line of cautions: studywire:evidence/FIELD/PLACE.
SCHEME = "studywire:evidence/"


def caution_links(card: StudyCard) -> tuple[tuple[str, str], ...]:
    """(caption, address) of each caution that the text has words for."""
    found = []
    for code in cautions(facts(card)):
        if place := _place(card, code):
            caption = tr(_CAPTIONS[code]).format(size=_size(card))
            found.append((caption, f"{SCHEME}{place[0]}/{place[1]}"))
    return tuple(found)


def target(address: str) -> tuple[str, int] | None:
    """The field and place that a link in the line of cautions leads to."""
    field, _, place = address.removeprefix(SCHEME).partition("/")
    return (field, int(place)) if address.startswith(SCHEME) and place.isdecimal() else None


def _place(card: StudyCard, code: str) -> tuple[str, int] | None:
    for field in _FIELDS[code]:
        for place, value in enumerate(card.values.get(field, ())):
            if value.evidence and _fits(field, value, code):
                return field, place
    return None


def _fits(field: str, value: StudyValue, code: str) -> bool:
    """The value says what the caution warns of."""
    if field in ("limitations", "status_of_evidence"):
        return (value.details.get("code") or value.value) in _CODES.get(code, {code})
    test = _TESTS.get((code, field))
    return test is None or test(value)


def _size(card: StudyCard) -> str:
    value = card.one("sample_size")
    if value is None or not isinstance(value.value, int):
        return ""
    unit = str(value.details.get("unit") or "")
    unit = unit if 0 < len(unit) <= _UNIT else tr("participants")
    return f"{number(value.value)} {unit}"
