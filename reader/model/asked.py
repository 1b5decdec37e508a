"""What of a study card can be asked for: values as text, and numbers. Derived; made anew with the card."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from reader.model.study import StudyCard, StudyValue

#: Fields of the card by the name one asks for them with, where values are text.
TEXTS = {
    "study_type": "design",
    "condition": "condition",
    "intervention_or_exposure": "intervention",
    "comparator": "comparator",
    "population": "population",
    "outcome_measures": "outcome",
    "country": "country",
    "institution": "institution",
    "investigators": "investigator",
    "species": "species",
    "phase": "phase",
    "blinding": "blinding",
    "randomized": "randomized",
    "controlled": "controlled",
    "funding": "funder",
    "limitations": "limitation",
    "status_of_evidence": "evidence",
    "claim_strength": "claim",
    "journal": "journal",
    "doi": "doi",
    "pmid": "pmid",
    "nct_id": "nct",
}
_CODED = ("limitations", "status_of_evidence")
_NUMBERS = {"sample_size": "n", "studies_included": "studies"}
_MEASURES = {"HR": "hr", "OR": "or", "RR": "rr"}
#: Bands of participants and of years of follow-up, by the number that each begins with.
SIZE_BANDS = ((0, "1–9"), (10, "10–49"), (50, "50–199"), (200, "200–999"), (1000, "1,000–9,999"),
              (10_000, "10,000 or more"))  # fmt: skip
FOLLOW_UP_BANDS = ((0.0, "under 3 months"), (0.25, "3–12 months"), (1.0, "1–2 years"),
                   (2.0, "2–5 years"), (5.0, "5 years or more"))  # fmt: skip
#: Characters of a value that are compared.
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Stated:
    """A value that a card states, under the name one asks for it with."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Measured:
    """The least and the greatest number that a card states under a name. Durations are in years."""

    name: str
    low: float
    high: float


def stated(card: StudyCard) -> tuple[Stated, ...]:
    """The texts of a card, each once."""
    found = [Stated("study", "yes" if card.is_study.value else "no")]
    for field, name in TEXTS.items():
        values = card.values.get(field, ())
        found += [
            Stated(name, text[:_LONGEST]) for value in values if (text := _text(field, value))
        ]
    for row in measured(card):
        if row.name == "n":
            found.append(Stated("size band", band(SIZE_BANDS, row.high)))
        elif row.name == "followup":
            found.append(Stated("follow-up band", band(FOLLOW_UP_BANDS, row.high)))
    return tuple(dict.fromkeys(found))


def measured(card: StudyCard) -> tuple[Measured, ...]:
    """The numbers of a card, a row a name."""
    ends: dict[str, list[float]] = {}
    for name, number in _numbers(card):
        ends.setdefault(name, []).append(number)
    return tuple(Measured(name, min(numbers), max(numbers)) for name, numbers in ends.items())


def band(bands: tuple[tuple[float, str], ...], number: float) -> str:
    """The band that a number falls into."""
    return next((name for least, name in reversed(bands) if number >= least), bands[0][1])


def _text(field: str, value: StudyValue) -> str:
    if value.status == "explicitly_none":
        return "none"
    if field in _CODED:
        return str(value.details.get("code") or "")
    if isinstance(value.value, bool):
        return "yes" if value.value else "no"
    return " ".join(str(value.value or "").split())


def _numbers(card: StudyCard) -> Iterator[tuple[str, float]]:
    for field, values in card.values.items():
        for value in values:
            yield "confidence", value.confidence
            if field in _NUMBERS:
                yield from _one(_NUMBERS[field], value.value)
    for value in card.values.get("sample_size", ()):
        arms = value.details.get("arms")
        yield from _one("arms", len(arms) if isinstance(arms, list) and arms else None)
    for value in card.values.get("follow_up", ()):
        for end in ("min_years", "max_years"):
            yield from _one("followup", value.details.get(end))
    for value in card.values.get("key_results", ()):
        yield from _result(value)


def _result(value: StudyValue) -> Iterator[tuple[str, float]]:
    said = str(value.details.get("p") or "").lstrip("<=>≤≥ ").replace("·", ".").replace(",", ".")
    with suppress(ValueError):
        yield from _one("p", float(said))
    name = _MEASURES.get(str(value.details.get("measure")))
    if name:
        yield from _one(name, value.details.get("estimate"))


def _one(name: str, number: Any) -> Iterator[tuple[str, float]]:
    """A number that is one: not true or false, not a text, not endless."""
    if isinstance(number, int | float) and not isinstance(number, bool) and abs(number) < 1e15:
        yield name, float(number)
