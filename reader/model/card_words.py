"""Values of a study card as people read them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from reader.model.facts import DESIGNS, duration
from reader.model.study import FIELD, StudyValue

_WORDS: dict[str, dict[str, str]] = {
    "study_type": {
        **DESIGNS,
        "randomized_controlled_trial": "Randomised controlled trial",
        "single_arm_trial": "Single-arm trial",
        "animal": "Animal study",
        "in_vitro": "Laboratory study",
        "qualitative": "Qualitative study",
        "modelling": "Modelling study",
        "unclear": "Unclear",
    },
    "blinding": {
        "open_label": "Open label",
        "single": "Single-blind",
        "double": "Double-blind",
        "triple": "Triple-blind",
    },
    "claim_strength": {
        "none": "No claim",
        "correlational": "Says two things go together",
        "conditional_causal": "Says one thing may cause another",
        "direct_causal": "Says one thing causes another",
        "direct_causal denied": "Says one thing does not cause another",
    },
    "status_of_evidence": {
        "experimental": "Experimental",
        "preprint": "Preprint",
        "conference_abstract": "Conference abstract",
        "press_release_only": "Press release only",
        "retracted": "Retracted",
        "corrected": "Corrected",
    },
}


def shown(field: str, value: StudyValue) -> str:
    """A value in a few words."""
    if value.status == "explicitly_none":
        return "None, said so"
    if isinstance(value.value, bool):
        return "Yes" if value.value else "No"
    known = _WORDS.get(field, {})
    denied = known.get(f"{value.value} denied") if value.details.get("denied") else None
    if words := denied or known.get(str(value.value)):
        return words
    special = _SPECIAL.get(field)
    return special(value) if special else str(value.value)


def details(field: str, value: StudyValue) -> str:
    """What else the card knows of a value, in one line; "" where there is nothing."""
    parts = [
        f"{label} {_plain(value.details[key])}"
        for key, label in _DETAILS.items()
        if value.details.get(key) not in (None, "", [], False)
    ]
    if field == "key_results":
        parts = [*_estimate(value.details), *parts]
    return " · ".join(parts)


def sureness(confidence: float) -> tuple[str, str]:
    """Confidence as dots and in words."""
    if confidence >= 0.85:
        return "●●●", "sure"
    return ("●●○", "fairly sure") if confidence >= 0.6 else ("●○○", "not sure")


def label(field: str) -> str:
    return FIELD[field].label


_DETAILS = {
    "arms": "arms:",
    "min_age": "from age",
    "max_age": "to age",
    "mean_age": "mean age",
    "sex": "sex:",
    "who": "masked:",
    "registry": "registry:",
    "percent": "%:",
}


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_plain(item) for item in value)
    if isinstance(value, Mapping):
        return " ".join(str(item) for item in value.values() if item is not None)
    return f"{value:,}" if isinstance(value, int) else str(value)


def _estimate(found: Mapping[str, Any]) -> list[str]:
    """A measure with its interval, such as "HR 0.82 (95 % CI 0.74 to 0.91)"."""
    parts = []
    if found.get("measure") and found.get("estimate") is not None:
        words = f"{found['measure']} {found['estimate']}"
        if found.get("ci_low") is not None and found.get("ci_high") is not None:
            level = found.get("ci_level") or 95
            words += f" ({level:g} % CI {found['ci_low']} to {found['ci_high']})"
        parts.append(words)
    if found.get("p"):
        parts.append(f"p {found['p']}")
    if found.get("n") is not None and found.get("of") is not None:
        parts.append(f"{found['n']:,} of {found['of']:,}")
    return parts


def _sample_size(value: StudyValue) -> str:
    size = f"{value.value:,}" if isinstance(value.value, int) else str(value.value)
    basis = str(value.details.get("basis") or "")
    words = f"{size} {value.details.get('unit') or ''}".strip()
    return f"{words}, {basis}" if basis else words


def _follow_up(value: StudyValue) -> str:
    years = duration(value.details.get("min_years"), value.details.get("max_years"))
    said = str(value.value)
    return f"{said} ({years})" if years and years not in said else said


def _study_period(value: StudyValue) -> str:
    ends = [_day(str(value.details.get(end) or "")) for end in ("from", "to")]
    return " – ".join(end for end in ends if end) or str(value.value)


def _day(iso: str) -> str:
    """An ISO date of any precision as people write it: "22 Mar 2011", "Jun 1995", "2001"."""
    parts = iso.split("-")
    try:
        day = date(*(int(part) for part in [*parts, *["1"] * (3 - len(parts))]))
    except (TypeError, ValueError):
        return iso
    return (f"{day:%Y}", f"{day:%b %Y}", f"{day.day} {day:%b %Y}")[len(parts) - 1]


def _count(noun: str) -> Any:
    def words(value: StudyValue) -> str:
        return f"{value.value:,} {noun}" if isinstance(value.value, int) else str(value.value)

    return words


def _investigator(value: StudyValue) -> str:
    return f"{value.value} and colleagues" if value.details.get("et_al") else str(value.value)


_SPECIAL: dict[str, Any] = {
    "sample_size": _sample_size,
    "follow_up": _follow_up,
    "study_period": _study_period,
    "publication_date": lambda value: _day(str(value.value)),
    "phase": lambda value: f"Phase {value.value}",
    "studies_included": _count("studies"),
    "investigators": _investigator,
}
