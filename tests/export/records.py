"""Records for tests, made without an archive."""

from dataclasses import replace
from typing import Any

from reader.model.annotation import (
    Anchor,
    Annotation,
    Marked,
    Note,
    TextPositionSelector,
    TextQuoteSelector,
)
from reader.model.article import Article
from reader.model.record import Record
from reader.model.study import Review, Span, StudyCard, StudyValue
from reader.text.document import content

NOW = 1_780_000_000
ID = "01920000-0000-4000-8000-00000000000{}"
TEXT = "<p>In this trial 48 adults took the drug. They were followed for 10 weeks.</p>"


def record(number: int = 1, **changes: Any) -> Record:
    """A trial reported in the news, with a highlight and notes; `changes` are `Record`'s."""
    made = Record(
        article=article(number),
        text_sha256="ab" * 32,
        feed_address="https://example.org/feed.xml",
        tags=("ms/relapse", "to do"),
        note=Note(ID.format(9), number, "", "Read the paper", NOW, NOW),
        marked=(highlight(number),),
        card=card(),
    )
    return replace(made, **changes)


def article(number: int = 1, **changes: Any) -> Article:
    said = content(f"Tablet number {number} eases fatigue", TEXT)
    made = Article(
        id=number,
        feed_id=1,
        feed_title="Example News",
        link=f"https://example.org/news/{number}",
        author="Jane Smith",
        published=NOW,
        first_seen=NOW,
        revision_id=number,
        revisions=1,
        fetched=NOW,
        content=said,
        guid=f"g{number}",
    )
    return replace(made, **changes)


def highlight(number: int = 1, words: str = "48 adults took the drug", note: str = "Few") -> Marked:
    text = article(number).content.text
    start = max(0, text.find(words))
    quote = TextQuoteSelector(words, text[max(0, start - 32) : start], text[start + len(words) :])
    place = TextPositionSelector(start, start + len(words))
    made = Annotation(ID.format(number), number, number, quote, place, "yellow", NOW)
    noted = Note(ID.format(number + 4), number, made.id, note, NOW, NOW + 5) if note else None
    anchor = Anchor(made.id, number, place.start, place.end, "ok", "identity")
    return Marked(made, anchor, noted)


def value(said: Any, words: str = "48 adults", **details: Any) -> StudyValue:
    text = article().content.text
    start = max(0, text.find(words))
    spans = (Span(start, start + len(words), words),)
    return StudyValue(said, spans, 0.9, "rule:test/1", "stated", details)


def reviewed(said: Any, kind: str) -> StudyValue:
    """A value of which the user decided something; his own has no passage."""
    made = replace(value(said, unit="adults"), review=Review(kind, "c1", NOW))
    return replace(made, evidence=()) if kind == "corrected" else made


def card(**values: Any) -> StudyCard:
    """A card of a trial of 48 adults; `values` are tuples of values by field."""
    found = {
        "study_type": (value("randomized_controlled_trial", "this trial"),),
        "sample_size": (value(48, unit="adults"),),
        "condition": (value("multiple sclerosis"), value("fatigue")),
        "follow_up": (value("10 weeks", "10 weeks", min_years=0.19, max_years=0.19),),
        "investigators": (value("Amara Osei"),),
        "journal": (value("Journal of Invented Trials"),),
        "volume_pages": (value("12(2):101–119"),),
        "publication_date": (value("2026-03-05"),),
        "doi": (value("10.5555/ABC.1"),),
        "pmid": (value("38123456"),),
        "nct_id": (value("NCT01234567"),),
    }
    return StudyCard("1.0", "ab" * 32, value(True), {**found, **values}, (), "en")
