"""What a row of the card says: value, mark, what to know of it, and the same for a screen reader.

Not reported (the user says), nothing found (extraction), and struck out are three different things
and never look or sound alike.
"""

from dataclasses import dataclass

from reader.desktop.card_terms import label, shown, sureness
from reader.desktop.tongue import retold, tr
from reader.desktop.when import date
from reader.model import review_words
from reader.model.answers import teller
from reader.model.study import Review, Span, StudyValue

#: Characters of the text around a passage that are shown with it, at most, on either side.
AROUND = 160
_MARKS = {
    "accepted": ("✓ you", "accepted"),
    "corrected": ("✎ you", "own"),
    "rejected": ("✕ you", "rejected"),
}
_ENDS = (". ", "! ", "? ", "\n")


@dataclass(frozen=True, slots=True)
class RowWords:
    """One row in words. `state` is what the style sheet goes by."""

    value: str
    mark: str
    mark_tip: str
    spoken: str
    state: str
    notes: tuple[str, ...] = ()
    #: Something changed since the user decided; he should look again.
    trouble: str = ""

    @property
    def is_unchecked(self) -> bool:
        """Nobody decided about it yet, or something changed since."""
        return self.state == "plain" or bool(self.trouble)


def of_value(field: str, value: StudyValue) -> RowWords:
    """A value on the card, extracted or the user's."""
    said, review = shown(field, value), value.review
    if review is None:
        dots, sure = sureness(value.confidence)
        tip = tr(
            "{sure}: {confidence:.0%} of such values are right",
            sure=sure.capitalize(),
            confidence=value.confidence,
        )
        return RowWords(
            said,
            dots,
            tip,
            tr("{label}: {said}, extracted, {sure}", label=label(field), said=said, sure=sure),
            "plain",
        )
    spoken = f"{label(field)}: {said}, {_decided(field, review)}"
    mark, state = _MARKS[review.kind]
    mark = tr(mark)
    mark = f"≠ {mark}" if review.source in ("changed", "gone") else mark
    done = tr(review_words.done(review))
    tip = f"{done[0].upper()}{done[1:]}, {date(review.created)}"
    machine, standing = review_words.machine_said(field, review), review_words.standing(review)
    notes = tuple(retold(note) for note in (machine, standing) if note)
    trouble = "" if state == "rejected" else _trouble(field, review)
    return RowWords(said, mark, tip, spoken, state, notes, trouble)


def of_absent(field: str) -> RowWords:
    """A field that extraction found nothing for."""
    return RowWords(
        tr("not stated"), "", "", tr("{label}: nothing found", label=label(field)), "absent"
    )


def of_candidate(field: str, value: StudyValue) -> RowWords:
    """A reading too uncertain for the card. How often a language model is right nobody has measured."""
    if model := teller(value):
        return _of_answer(field, value, model)
    said, (dots, sure) = shown(field, value), sureness(value.confidence)
    tip = tr(
        "Too uncertain for the card: {confidence:.0%} of such values are right",
        confidence=value.confidence,
    )
    return RowWords(
        said,
        dots,
        tip,
        tr("{label}: perhaps {said}, {sure}", label=label(field), said=said, sure=sure),
        "candidate",
    )


def _of_answer(field: str, value: StudyValue, model: str) -> RowWords:
    said = shown(field, value)
    spoken = tr(
        "{label}: perhaps {said}, answer of {model}, unchecked",
        label=label(field),
        said=said,
        model=model,
    )
    return RowWords(said, "?", tr("Answer of {model}, unchecked", model=model), spoken, "candidate")


def of_not_reported(field: str, review: Review) -> RowWords:
    """A field that the article does not report, says the user."""
    spoken = f"{label(field)}: {_decided(field, review)}"
    tip = tr("You said so on {date}", date=date(review.created))
    trouble = _trouble(field, review)
    return RowWords(tr("not reported"), tr("NR you"), tip, spoken, "missing", (), trouble)


def _trouble(field: str, review: Review) -> str:
    return "; ".join(map(retold, review_words.trouble(field, review).split("; ")))


def _decided(field: str, review: Review) -> str:
    """What the user decided, what was extracted, and what happened since."""
    said = retold(review_words.machine_said(field, review))
    standing = retold(review_words.standing(review))
    parts = (tr(review_words.done(review)), said, standing, _trouble(field, review))
    return ", ".join(part for part in parts if part)


def sentence(text: str, span: Span) -> tuple[str, str, str]:
    """The sentence around a passage: what stands before, the passage, what stands after."""
    before = text[max(0, span.start - AROUND) : span.start]
    cut = max(before.rfind(end) + len(end) if end in before else 0 for end in _ENDS)
    whole = bool(cut) or span.start <= AROUND
    lead = before[cut:] if whole else f"…{before.partition(' ')[2]}"
    after = text[span.end : span.end + AROUND]
    stops = [at + len(end.rstrip(" \n")) for end in _ENDS if (at := after.find(end)) >= 0]
    whole = bool(stops) or span.end + AROUND >= len(text)
    tail = after[: min(stops, default=AROUND)] if whole else f"{after.rpartition(' ')[0]}…"
    return lead, span.text, tail
