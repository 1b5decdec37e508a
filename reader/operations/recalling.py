"""The history of a cell: which value was said of a field by whom and when; and putting one back."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.model.card_words import label, shown
from reader.model.change import Change, Edit
from reader.model.correction import Correction, key
from reader.model.evidence import Report
from reader.model.history import Event, PastDecision, PastValues
from reader.model.study import FIELD, StudyCard, StudyValue
from reader.operations import correcting
from reader.store.store import Store

_DEEDS = {
    "accepted": "accepted",
    "corrected": "gave your own value",
    "rejected": "struck out",
    "not_reported": "said that it is not reported",
}
_NOTHING = "nothing"


def history(store: Store, reports: Sequence[Report], field: str) -> list[Event]:
    """What became of a field of the articles that report a study, the latest first."""
    found: list[Event] = []
    for report in reports:
        card = store.studies.extracted(report.article_id)
        past = store.histories.values([report.article_id], field)
        found += _extracted(store, report, field, card, past)
        found += _decided(store, report, field)
    return sorted(found, key=lambda event: event.at)[::-1]


def put_back(store: Store, event: Event, field: str) -> Change:
    """Let a value of the history hold again, as the user's decision; what extraction says now is
    had again by taking his decision back."""
    article = store.articles.one(event.article_id)
    name = f"Put back {label(field)}"
    if article is None or event.holds:
        return Change(name, ())
    if event.row is not None:
        made = replace(event.row, id=str(uuid.uuid4()), created=correcting.moment())
        return replace(correcting.decided(store, name, made), label=name)
    now = store.studies.extracted(event.article_id)
    said = now.values.get(field, ()) if now else ()
    if event.value is None or any(key(event.value) == key(value) for value in said):
        rows = [row for row in store.corrections.of(event.article_id) if row.field == field]
        return Change(name, tuple(Edit(row, None) for row in rows))
    text, old = article.content.text, None if FIELD[field].many or not said else said[0]
    # spans of an earlier text may stand elsewhere now
    there = [span for span in event.value.evidence if text[span.start : span.end] == span.text]
    value = replace(event.value, evidence=tuple(there))
    return replace(correcting.take_up(store, article, field, value, old), label=name)


def _extracted(
    store: Store,
    report: Report,
    field: str,
    card: StudyCard | None,
    past: Sequence[PastValues],
) -> Iterator[Event]:
    """What extraction said, each from when the text or the values before it ended."""
    article = store.articles.one(report.article_id)
    since = min(article.first_seen, article.fetched) if article else 0
    for values in past:
        yield from _said(report, field, values.extractor, since, values.values, holds=False)
        since = values.until
    if card is None:
        return
    decided = {r.target for r in store.corrections.of(report.article_id) if r.field == field}
    values_now = card.values.get(field, ())
    if FIELD[field].many:
        for value in values_now:
            untouched = not decided & {"", key(value)}
            yield from _said(report, field, card.extractor, since, (value,), holds=untouched)
    if not FIELD[field].many or not values_now:
        yield from _said(report, field, card.extractor, since, values_now, holds=not decided)


def _said(
    report: Report,
    field: str,
    extractor: str,
    at: int,
    values: Sequence[StudyValue],
    *,
    holds: bool,
) -> Iterator[Event]:
    for value in values or (None,):
        yield Event(
            at=at,
            who=f"extractor {extractor}",
            deed="read",
            words=shown(field, value) if value else _NOTHING,
            article_id=report.article_id,
            feed_title=report.feed_title,
            sentence=value.evidence[0].text if value and value.evidence else "",
            value=value,
            holds=holds,
        )


def _decided(store: Store, report: Report, field: str) -> Iterator[Event]:
    """What the user decided, those decisions too that were made before there was a history."""
    rows = [row for row in store.corrections.of(report.article_id) if row.field == field]
    hold = {row.id for row in rows}
    past = store.histories.decisions([report.article_id], field)
    noted = {each.row.id for each in past}
    for row in rows:
        if row.id not in noted:
            yield _decision(report, PastDecision(row.created, True, row), holds=True)
    for at, each in enumerate(past):
        if not each.made and _is_replaced(each, past[at + 1 :]):
            continue
        last = not any(later.row.id == each.row.id for later in past[at + 1 :])
        yield _decision(report, each, holds=each.made and last and each.row.id in hold)


def _is_replaced(gone: PastDecision, later: Sequence[PastDecision]) -> bool:
    """Whether a decision went because another took its place."""
    return any(
        other.made and other.at == gone.at and other.row.id != gone.row.id for other in later
    )


def _decision(report: Report, each: PastDecision, *, holds: bool) -> Event:
    row = each.row
    deed = _DEEDS[row.kind] if each.made else f"took back: {_DEEDS[row.kind]}"
    return Event(
        at=each.at,
        who="you",
        deed=deed,
        words=_words(row),
        article_id=report.article_id,
        feed_title=report.feed_title,
        sentence=row.evidence[0].quote.exact if row.evidence else "",
        value=row.value,
        row=row if each.made else None,
        holds=holds,
    )


def _words(row: Correction) -> str:
    value = row.value or row.said
    return shown(row.field, value) if value else _NOTHING
