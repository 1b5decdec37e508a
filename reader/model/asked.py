"""What of a study card can be asked for: values as text, and numbers. Derived; made anew with the card."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from reader.model.frozen import dataclass
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
#: Fields whose values are whole numbers.
NUMBERS = {"sample_size": "n", "studies_included": "studies"}
_MEASURES = {"HR": "hr", "OR": "or", "RR": "rr"}
Band = tuple[float, str, str]
#: Bands of participants and of years of follow-up: where each begins, how one asks for it, its name.
SIZE_BANDS: tuple[Band, ...] = (
    (0, "<10", "under 10"),
    (10, "10..49", "10–49"),
    (50, "50..199", "50–199"),
    (200, "200..999", "200–999"),
    (1000, "1000..9999", "1,000–9,999"),
    (10_000, ">=10000", "10,000 or more"),
)
FOLLOW_UP_BANDS: tuple[Band, ...] = (
    (0.0, "<3mo", "under 3 months"),
    (0.25, "3mo..<1y", "3–12 months"),
    (1.0, "1y..<2y", "1–2 years"),
    (2.0, "2y..<5y", "2–5 years"),
    (5.0, ">=5y", "5 years or more"),
)
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
            found += (Stated("size band", name) for name in bands(SIZE_BANDS, row))
        elif row.name == "followup":
            found += (Stated("follow-up band", name) for name in bands(FOLLOW_UP_BANDS, row))
    return tuple(dict.fromkeys(found))


def measured(card: StudyCard) -> tuple[Measured, ...]:
    """The numbers of a card, a row a name."""
    ends: dict[str, list[float]] = {}
    for name, number in _numbers(card):
        ends.setdefault(name, []).append(number)
    return tuple(Measured(name, min(numbers), max(numbers)) for name, numbers in ends.items())


def bands(of: tuple[Band, ...], row: Measured) -> list[str]:
    """The bands that a number, or a range of numbers, falls into."""
    ends = [least for least, _, _ in of[1:]] + [float("inf")]
    return [
        name
        for (least, _, name), end in zip(of, ends, strict=True)
        if row.high >= least and row.low < end
    ]


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
            if field in NUMBERS:
                yield from _one(NUMBERS[field], value.value)
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
