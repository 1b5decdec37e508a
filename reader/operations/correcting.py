"""The user's last word on a study card: accepting, correcting, rejecting its values.

Each decision is a row beside what was extracted, which stays as it is; taking it back is enough to
have the extracted value again.
"""

import time
import uuid
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace

from reader.model.annotation import TextPositionSelector
from reader.model.article import Article
from reader.model.change import Change, Edit
from reader.model.correction import IS_STUDY, Correction, Passage, Seen, key, target_of
from reader.model.errors import ReaderError
from reader.model.study import FIELD, Span, StudyValue
from reader.model.typed import as_typed, typed
from reader.store.store import Store
from reader.text import anchors

#: The rule that a value of the user's own is said to come from.
METHOD = "user"


def accept(store: Store, article: Article, field: str, value: StudyValue) -> Change:
    """Say that a value on the card is right. One the user decided on before, he keeps as it is, with
    the passages it was decided on, though the text may not have them any more."""
    label = _label("Accept", field)
    before = value.review if value.review and value.review.kind != "rejected" else None
    if before and before.is_settled:
        return Change(label, ())
    said = (before.now if before.differs else before.said) if before else value
    made = _correction(
        article, field, _target(store, field, value), before.kind if before else "accepted", said
    )
    passages = _passages(article, value.evidence)
    if before and before.lost:
        gone = store.corrections.lost(
            before.correction_id, article.revision_id, article.content.text
        )
        passages += tuple(replace(passage, absent=True) for passage in gone)
        label = label if value.evidence else _label("Keep without a passage:", field)
    return decided(store, label, _holding(made, value, passages))


def adopt(store: Store, article: Article, field: str, value: StudyValue) -> Change:
    """Take what extraction says now in place of a value decided on before."""
    label = _label("Accept", field)
    now = value.review.now if value.review else None
    if now is None:
        return Change(label, ())
    made = _correction(article, field, _target(store, field, value), "accepted", now)
    return decided(store, label, _holding(made, now, _passages(article, now.evidence)))


def take_up(
    store: Store, article: Article, field: str, candidate: StudyValue, now: StudyValue | None
) -> Change:
    """Put an uncertain reading on the card: beside the others in a list, else in place of `now`."""
    row = FIELD.get(field)
    instead_of = None if row and row.many else now
    said = instead_of.review.said if instead_of and instead_of.review else instead_of
    made = _correction(article, field, target_of(field, candidate), "accepted", said)
    passages = _passages(article, candidate.evidence)
    taken = _in_form(field, candidate)
    return decided(store, _label("Accept", field), _holding(made, taken, passages))


def correct(
    store: Store,
    article: Article,
    field: str,
    text: str,
    *,
    value: StudyValue | None = None,
    passage: tuple[int, int] | None = None,
) -> Change:
    """Put what the user typed in place of a value, or (`value` None) where none is shown.

    The evidence is `passage`, a range of the article's text; without one, what the value in its
    place rests on. Words that were not changed leave the value, whatever is known of it, as it is.
    Raises ReaderError, with what to type instead.
    """
    before = value or _hidden(store, article, field, text)
    own = _meant(field, text, before)
    if value and own is value and passage is None:
        return accept(store, article, field, value)
    _refuse_twice(store, article, field, own, value)
    review = before.review if before else None
    extracted = review.said if review else before
    if own is before:
        kind = review.kind if review else "accepted"
    else:
        kind = "accepted" if own is extracted else "corrected"
    rests_on = before.evidence if before else ()
    passages = _chosen(article, *passage) if passage else _passages(article, rests_on)
    made = _correction(article, field, _target(store, field, before), kind, extracted)
    verb = "Link evidence for" if passage else "Correct"
    return decided(store, _label(verb, field), _holding(made, own, passages))


def reject(store: Store, article: Article, field: str, value: StudyValue) -> Change:
    """Strike a value out. One that the user added himself is simply taken away."""
    label = _label("Reject", field)
    review = value.review
    if review and review.kind == "rejected":
        return Change(label, ())
    said = review.said if review else value
    if review and said is None:
        return take_back(store, review.correction_id)
    return decided(
        store, label, _correction(article, field, _target(store, field, value), "rejected", said)
    )


def not_reported(
    store: Store, article: Article, field: str, values: Sequence[StudyValue] = ()
) -> Change:
    """Say that the article does not report a field; `values` are those shown there until now."""
    first = values[0] if values else None
    said = first.review.said if first and first.review else first
    old = [row for row in store.corrections.of(article.id) if row.field == field]
    if any(row.kind == "not_reported" for row in old):
        return Change(_label("Not reported:", field), ())
    made = _correction(article, field, "", "not_reported", said)
    edits = [Edit(row, None) for row in old]
    return Change(_label("Not reported:", field), (*edits, Edit(None, made)))


def say_study(store: Store, article: Article, found: StudyValue, *, is_study: bool) -> Change:
    """Say whether the article reports a study, whatever extraction made of it."""
    said = found.review.said if found.review else found
    label = "It is a study" if is_study else "It is no study"
    if said and said.value == is_study:
        return take_back(store, found.review.correction_id) if found.review else Change(label, ())
    made = _correction(article, IS_STUDY, "", "corrected", said)
    own = StudyValue(is_study, (), 1.0, METHOD)
    return decided(store, label, _holding(made, own, ()))


def moment() -> int:
    """When a decision is made that is made now."""
    return int(time.time())


def take_back(store: Store, correction_id: str) -> Change:
    """Undo one decision, however long ago it was made."""
    row = store.corrections.one(correction_id)
    label = f"Take back {_name(row.field)}" if row else "Take back"
    return Change(label, (Edit(row, None),) if row else ())


def know(store: Store, article: Article) -> Change:
    """The user knows the article's current text: what changed before is news no more."""
    old, new = store.seen.of(article.id), Seen(article.id, article.revision_id)
    return Change("Seen", (Edit(old, new),) if old != new else ())


def decided(store: Store, label: str, made: Correction) -> Change:
    """One decision in the place of those it settles."""
    old = [
        row
        for row in store.corrections.of(made.article_id)
        if row.field == made.field and (row.target == made.target or row.kind == "not_reported")
    ]
    return Change(label, (*(Edit(row, None) for row in old), Edit(None, made)))


def _hidden(store: Store, article: Article, field: str, text: str) -> StudyValue | None:
    """What extraction says where the user struck it out, or said that nothing is reported; of a
    list, that which he types."""
    card, row = store.studies.extracted(article.id), FIELD.get(field)
    said = card.values.get(field, ()) if card else ()
    if row is None or not row.many:
        return said[0] if said else None
    own = _typed(field, text)
    made = store.corrections.of(article.id)
    used = {each.target for each in made if each.field == field and each.value}
    return next((v for v in said if key(v) == key(own) and key(v) not in used), None)


def _meant(field: str, text: str, before: StudyValue | None) -> StudyValue:
    """What was typed: the value that was there, or that extraction gave there, if it is the same."""
    words = text.split()
    if before and words and words == as_typed(field, before).split():
        return before
    own = _typed(field, text)
    if before is None:
        return own
    if field == "sample_size":
        kept = {name: x for name, x in before.details.items() if name in ("unit", "basis")}
        own = replace(own, details={**kept, **own.details})
    given = before.review.said if before.review else None
    return next((v for v in (before, given) if v and _is_same(own, v)), own)


def _in_form(field: str, value: StudyValue) -> StudyValue:
    """A value with the normal forms of its words, which lists and queries go by, if it has none:
    a language model gives words alone."""
    if value.details or value.value is None:
        return value
    with suppress(ReaderError):  # words that nobody types stay words
        said, details = typed(field, as_typed(field, value))
        return replace(value, value=said, details=details)
    return value


def _is_same(own: StudyValue, other: StudyValue) -> bool:
    return key(own) == key(other) and own.details.get("unit") == other.details.get("unit")


def _typed(field: str, text: str) -> StudyValue:
    said, details = typed(field, text)
    return StudyValue(said, (), 1.0, METHOD, details=details)


def _refuse_twice(
    store: Store, article: Article, field: str, own: StudyValue, value: StudyValue | None
) -> None:
    """A list has each value once. `value` is the one that `own` takes the place of."""
    row = FIELD.get(field)
    card = store.studies.card(article.id) if row and row.many else None
    there = {key(one) for one in card.values.get(field, ())} if card else set()
    if key(own) in there - ({key(value)} if value else set()):
        raise ReaderError(f"The card says “{own.value}” already.")


def _target(store: Store, field: str, value: StudyValue | None) -> str:
    """What a decision about a value is about; what the user adds to a list is about itself."""
    if value is None:
        row = FIELD.get(field)
        return str(uuid.uuid4()) if row and row.many else ""
    if value.review and (before := store.corrections.one(value.review.correction_id)):
        return before.target
    return target_of(field, value)


def _correction(
    article: Article, field: str, target: str, kind: str, said: StudyValue | None
) -> Correction:
    return Correction(
        id=str(uuid.uuid4()),
        article_id=article.id,
        revision_id=article.revision_id,
        field=field,
        target=target,
        kind=kind,
        value=None,
        said=replace(said, review=None) if said else None,
        evidence=(),
        created=moment(),
    )


def _holding(made: Correction, value: StudyValue, passages: tuple[Passage, ...]) -> Correction:
    """A decision that puts a value on the card, with the passages it rests on."""
    return replace(made, value=replace(value, evidence=(), review=None), evidence=passages)


def _passages(article: Article, spans: Iterable[Span]) -> tuple[Passage, ...]:
    text = article.content.text
    return tuple(
        Passage(
            anchors.quote(text, span.start, span.end), TextPositionSelector(span.start, span.end)
        )
        for span in spans
    )


def _chosen(article: Article, start: int, end: int) -> tuple[Passage, ...]:
    text = article.content.text
    start, end = anchors.trimmed(text, max(0, start), min(end, len(text)))
    if start >= end:
        raise ReaderError("Select the words of the article that say it first.")
    return _passages(article, [Span(start, end, text[start:end])])


def _label(verb: str, field: str) -> str:
    """As a menu says it: "Accept participants"."""
    return f"{verb} {_name(field)}"


def _name(field: str) -> str:
    row = FIELD.get(field)
    if row is None:
        return "the study"
    return row.label if row.label[:2].isupper() else row.label[0].lower() + row.label[1:]
