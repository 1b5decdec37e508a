"""One study out of several articles: whose value is whose, and where they disagree.

A row of the evidence table is a study. Of a field with one value the user's own word counts first,
then what most articles say, then what the first of them says.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

from reader.model.effective import field_states
from reader.model.evidence import EvidenceRow, Report, Said
from reader.model.facts import fact_of
from reader.model.frozen import dataclass
from reader.model.story import COMPARED
from reader.model.study import FIELDS, StudyCard, StudyValue

#: Decisions of the user that put a value on the card.
_HELD = ("accepted", "corrected")


@dataclass(frozen=True, slots=True)
class Stating:
    """A value that an article states: what makes it the same as another's, and whether the user
    decided that it holds."""

    same: Hashable
    held: bool = False


def foremost(said: Sequence[Stating]) -> list[list[int]]:
    """The places of equal values together, those first that stand for the study."""
    groups: dict[Hashable, list[int]] = {}
    for place, stating in enumerate(said):
        groups.setdefault(stating.same, []).append(place)
    return sorted(
        groups.values(),
        key=lambda places: (not any(said[p].held for p in places), -len(places), places[0]),
    )


def one_row(
    reports: Sequence[tuple[Report, StudyCard]], own: Mapping[str, str] | None = None
) -> EvidenceRow:
    """The row of a study that these articles report, the first of them before all others."""
    first, card = reports[0]
    row = EvidenceRow(
        first.article_id,
        first.title,
        first.year,
        first.feed_title,
        card.values,
        field_states(card),
        _candidates([card]),
        reports=tuple(report for report, _ in reports),
        own=own or {},
    )
    return row if len(reports) == 1 else _joined(row, reports)


def _joined(row: EvidenceRow, reports: Sequence[tuple[Report, StudyCard]]) -> EvidenceRow:
    said: dict[str, tuple[Said, ...]] = {}
    values: dict[str, tuple[StudyValue, ...]] = {}
    for field in FIELDS:
        if found := _said(field.name, reports):
            said[field.name] = found
            kept = found if field.many else found[:1]
            values[field.name] = tuple(each.value for each in kept)
    cards = [card for _, card in reports]
    return replace(
        row, values=values, states=_states(said, reports), candidates=_candidates(cards), said=said
    )


def _said(name: str, reports: Sequence[tuple[Report, StudyCard]]) -> tuple[Said, ...]:
    """The values of a field, each once, with the articles that state it."""
    found = [(report, v) for report, card in reports for v in card.values.get(name, ())]
    groups = foremost([_stating(name, value) for _, value in found])
    if name not in COMPARED:
        groups.sort(key=lambda places: places[0])
    return tuple(
        Said(_best([found[p][1] for p in places]), tuple(found[p][0] for p in places))
        for places in groups
    )


def _stating(name: str, value: StudyValue) -> Stating:
    return Stating(same_as(name, value), is_held(value))


def same_as(name: str, value: StudyValue) -> Hashable:
    """What is equal for values of a field that say the same."""
    fact = fact_of(name, value)
    if fact.number is not None:
        return (fact.number, fact.number_high)
    return fact.value.casefold()


def is_held(value: StudyValue) -> bool:
    """Whether the user decided that a value holds."""
    return bool(value.review and value.review.kind in _HELD)


def _best(values: Sequence[StudyValue]) -> StudyValue:
    """Of equal values one that the user decided on, else the first."""
    return next((value for value in values if is_held(value)), values[0])


def _states(
    said: Mapping[str, tuple[Said, ...]], reports: Sequence[tuple[Report, StudyCard]]
) -> dict[str, str]:
    by_article = {report.article_id: field_states(card) for report, card in reports}
    found: dict[str, str] = {}
    for states in by_article.values():
        found |= {n: s for n, s in states.items() if n not in said and n not in found}
    for name, each in said.items():
        owners = [report.article_id for value in each for report in value.reports]
        own = [s for owner in owners if (s := by_article[owner].get(name)) in (*_HELD, "changed")]
        if own:
            found[name] = "changed" if "changed" in own else own[0]
        if disagree(name, each):
            found[name] = "differ"
    return found


def disagree(name: str, said: Sequence[Said]) -> bool:
    """Whether articles state different things of a field that has one value, and the user has not
    said which of them holds."""
    held = [each for each in said if is_held(each.value)]
    return name in COMPARED and len(held or said) > 1


def _candidates(cards: Iterable[StudyCard]) -> dict[str, int]:
    found: dict[str, int] = {}
    for card in cards:
        for name, _ in card.candidates:
            found[name] = found.get(name, 0) + 1
    return found
