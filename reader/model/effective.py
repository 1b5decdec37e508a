"""The card that holds: what was extracted, with what the user decided worked in.

The list's facts, cautions, the window, the verbs and exports all show this card.
"""

from collections.abc import Sequence
from dataclasses import replace

from reader.model.correction import IS_STUDY, Placed, key
from reader.model.study import FIELDS, Review, StudyCard, StudyValue

#: Decisions that put a value on the card.
_HELD = ("accepted", "corrected")


def effective(card: StudyCard, placed: Sequence[Placed]) -> StudyCard:
    """The card with the user's decisions. Without any, the card as it is."""
    if not placed:
        return card
    values: dict[str, tuple[StudyValue, ...]] = {}
    rejected: list[tuple[str, StudyValue]] = []
    absent: list[tuple[str, Review]] = []
    for row in FIELDS:
        said = card.values.get(row.name, ())
        decided = [p for p in placed if p.correction.field == row.name]
        if nothing := next((p for p in decided if p.correction.kind == "not_reported"), None):
            absent.append((row.name, _absent(nothing, said)))
            continue
        held, struck = _decided(said, decided) if row.many else _one(said, decided)
        values |= {row.name: held} if held else {}
        rejected += ((row.name, value) for value in struck)
    return replace(
        card,
        is_study=_is_study(card, placed),
        values=values,
        rejected=tuple(rejected),
        not_reported=tuple(absent),
    )


_Both = tuple[tuple[StudyValue, ...], tuple[StudyValue, ...]]


def _one(said: Sequence[StudyValue], decided: Sequence[Placed]) -> _Both:
    """The value of a field that has one, and what was struck out of it."""
    now = said[0] if said else None
    if not decided:
        return tuple(said), ()
    placed = decided[0]
    if placed.correction.kind in _HELD:
        return (_held(placed, now),), ()
    before = placed.correction.said
    if now and before and key(now) != key(before):  # another value than the one struck out
        return (now,), (_struck(placed, before),)
    out = now or before
    return (), ((_struck(placed, out),) if out else ())


def _decided(said: Sequence[StudyValue], decided: Sequence[Placed]) -> _Both:
    """The values of a list, in the order of the text, those the user added last."""
    waiting = {p.correction.target: p for p in decided}
    own = {key(p.correction.value) for p in decided if p.correction.value}
    held: list[StudyValue] = []
    struck: list[StudyValue] = []
    for value in said:
        placed = waiting.pop(key(value), None)
        if placed is None:
            held += [value] if key(value) not in own else []
        elif placed.correction.kind in _HELD:
            held.append(_held(placed, value))
        else:
            struck.append(_struck(placed, value))
    for placed in waiting.values():
        before = placed.correction.said
        if placed.correction.kind in _HELD:
            found = next((v for v in said if _is_of(placed, v)), None)
            held.append(_held(placed, found))
        elif before:
            struck.append(_struck(placed, before))
    return tuple(held), tuple(struck)


def _is_of(placed: Placed, value: StudyValue) -> bool:
    own = placed.correction.value
    return own is not None and key(own) == key(value)


def _held(placed: Placed, now: StudyValue | None) -> StudyValue:
    """The user's value, with its passage; `now` is what extraction says in its place."""
    made = placed.correction
    value = made.value
    if value is None:  # the archive allows none (`keep_corrections`)
        raise ValueError("a decision for a value, without the value")
    agrees = now is not None and key(now) == key(value)
    spans, source, lost = placed.spans, placed.source, placed.lost
    if agrees and now and (source == "without" or _is_extracted(placed)):
        spans, source, lost = now.evidence, "ok", ()  # found again, wherever it stands now
    words = tuple(passage.quote.exact for passage in lost)
    review = replace(_review(placed, now), source=source, lost=words)
    if agrees:
        review = replace(review, differs=False, now=None)
    if made.kind == "accepted" and agrees and now:
        return replace(now, evidence=spans, review=review)
    return replace(value, evidence=spans, review=review)


def _is_extracted(placed: Placed) -> bool:
    """Whether the user accepted what extraction said, with its own passage."""
    return placed.correction.kind == "accepted" and not _is_linked(placed)


def _is_linked(placed: Placed) -> bool:
    """Whether the user accepted what extraction said, but for another passage."""
    made = placed.correction
    if not (made.said and made.value and key(made.said) == key(made.value)):
        return False
    given = made.said.evidence
    if [p.quote.exact for p in made.evidence] != [s.text for s in given]:
        return True
    places = [(p.position.start, p.position.end) for p in made.evidence]
    return placed.source == "ok" and places != [(s.start, s.end) for s in given]


def _struck(placed: Placed, value: StudyValue) -> StudyValue:
    made = placed.correction
    return replace(value, review=Review(made.kind, made.id, made.created, made.said))


def _absent(placed: Placed, said: Sequence[StudyValue]) -> Review:
    return _review(placed, said[0] if said else None)


def _review(placed: Placed, now: StudyValue | None) -> Review:
    """Extraction differs where it says something else than when the user decided."""
    made = placed.correction
    differs = (key(now) if now else "") != (key(made.said) if made.said else "")
    return Review(
        made.kind, made.id, made.created, made.said, differs, now if differs else None, "ok"
    )


def _is_study(card: StudyCard, placed: Sequence[Placed]) -> StudyValue:
    """Whether the article reports a study: the user's word, else what was found."""
    own = [p for p in placed if p.correction.field == IS_STUDY]
    return _held(own[0], card.is_study) if own else card.is_study


def field_states(card: StudyCard) -> dict[str, str]:
    """How fields stand by the user's word: "accepted", "corrected", "rejected", "not_reported", or
    "changed" where he should look again. A field that nobody decided about is left out."""
    states = {name: "rejected" for name, _ in card.rejected if name not in card.values}
    states |= {name: "not_reported" for name, _ in card.not_reported}
    for name, values in card.values.items():
        reviews = [value.review for value in values if value.review]
        if any(not review.is_settled for review in reviews):
            states[name] = "changed"
        elif reviews and values[0].review:
            states[name] = values[0].review.kind
    return states
