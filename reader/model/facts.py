"""The few facts of a study that a list shows and a query asks for."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reader.model.frozen import dataclass
from reader.model.study import FIELDS, StudyCard, StudyValue

DESIGNS = {
    "randomized_controlled_trial": "RCT",
    "nonrandomized_trial": "Non-randomised trial",
    "single_arm_trial": "Single-arm",
    "cohort": "Cohort",
    "case_control": "Case-control",
    "cross_sectional": "Cross-sectional",
    "case_series": "Case series",
    "case_report": "Case report",
    "systematic_review": "Systematic review",
    "meta_analysis": "Meta-analysis",
    "animal": "Animal",
    "in_vitro": "In vitro",
    "modelling": "Modelling",
    "qualitative": "Qualitative",
    "other": "Other design",
    "unclear": "Design unclear",
}
REVIEWS = ("systematic_review", "meta_analysis")


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of a card in a form to ask for. Durations are in years."""

    name: str
    value: str
    number: float | None = None
    number_high: float | None = None
    #: The text has a passage for it; a value of the user's own may have none.
    quoted: bool = True


def facts(card: StudyCard) -> tuple[Fact, ...]:
    """The facts of a card, in the order of its rows."""
    if card.is_study.value is None:
        return ()
    if not card.is_study.value:
        return (Fact("is_study", "no"),)
    rows = (_fact(row.name, value) for row in FIELDS for value in card.values.get(row.name, ()))
    return (Fact("is_study", "yes"), *rows)


def _fact(name: str, value: StudyValue) -> Fact:
    fact = fact_of(name, value)
    return fact if value.evidence else replace(fact, quoted=False)


def fact_of(name: str, value: StudyValue) -> Fact:
    """A value of a field in the form to ask for."""
    details = value.details
    if value.status == "explicitly_none":
        return Fact(name, "none")
    if name == "follow_up":
        return Fact(name, str(value.value), details.get("min_years"), details.get("max_years"))
    if name == "study_period":
        return Fact(name, f"{details.get('from') or ''}/{details.get('to') or ''}")
    if name in ("limitations", "status_of_evidence"):
        return Fact(name, str(details.get("code") or value.value))
    number = value.value
    is_number = isinstance(number, int) and not isinstance(number, bool)
    return Fact(name, _word(number), float(number) if is_number and number is not None else None)


def _word(value: Any) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def line(found: Sequence[Fact]) -> str:
    """A study in one line, such as "Single-arm · n 35 · 2–15 y"; "" before it was studied."""
    by_name = {fact.name: fact for fact in reversed(found)}
    if not by_name:
        return ""
    if by_name.get("is_study") == Fact("is_study", "no"):
        return "not a study"
    design = by_name.get("study_type")
    parts = [DESIGNS.get(design.value, design.value)] if design else []
    species = by_name.get("species")
    if species and species.value != "human" and design and design.value in ("animal", "in_vitro"):
        parts.append(species.value)
    if "studies_included" in by_name and design and design.value in REVIEWS:
        parts.append(f"{by_name['studies_included'].number or 0:,.0f} studies")
    if (size := by_name.get("sample_size")) and size.number is not None:
        parts.append(f"n {size.number:,.0f}")
    if follow_up := by_name.get("follow_up"):
        parts.append(duration(follow_up.number, follow_up.number_high))
    return " · ".join(part for part in parts if part)


def duration(low: float | None, high: float | None) -> str:
    """Years as people say them: "2–15 y", "18 mo", "10 wk", "3 d"; "" for what is no number, as an
    archive may hold it that took in a damaged file."""
    ends = [end for end in (low, high) if isinstance(end, int | float)]
    if not ends:
        return ""
    unit, a_year = _unit(ends)
    shown = [f"{end * a_year:.1f}".removesuffix(".0") for end in ends]
    return ("–".join(shown) if shown[0] != shown[-1] else shown[0]) + f" {unit}"


def _unit(years: Sequence[float]) -> tuple[str, float]:
    """The unit that says these years in round numbers, and how many of it a year has."""
    units = (("y", 1.0), ("mo", 12.0), ("wk", 52.18), ("d", 365.25))
    for unit, a_year in units:
        if all(
            end * a_year >= 0.99 and abs(end * a_year - round(end * a_year)) < 0.05 for end in years
        ):
            return unit, a_year
    return next((u for u in units if min(years) * u[1] >= 1), units[-1])
