"""What a bibliography cites of a record: the study, the news item that reports it, or each."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from reader.export.links import web_address
from reader.export.plain import date_parts, day, one_line
from reader.model.calendar import in_calendar
from reader.model.card_words import label
from reader.model.facts import facts
from reader.model.record import Record, Wishes
from reader.model.reference import (
    BLOG,
    JOURNAL_ARTICLE,
    NEWS,
    PAGE,
    PREPRINT,
    Person,
    Reference,
)
from reader.model.study import StudyCard
from reader.text.card_terms import shown
from reader.text.tongue import ENGLISH, Tongue

#: Fields of the card that go along as attributes, and those whose number is what counts.
ATTRIBUTES = (
    *("study_type", "phase", "sample_size", "studies_included", "population", "species"),
    *("condition", "intervention_or_exposure", "comparator", "follow_up", "country"),
)
_PAGES = re.compile(r"(?P<volume>\d+)?(?:\((?P<issue>[^()]{1,12})\))?(?::\s*(?P<pages>[\w–-]+))?")
_BLOGS = re.compile(r"\b(?:blog|weblog)\b|//[^/]*(?:blog|substack|medium\.com|wordpress)", re.I)
#: Words that say nothing of what a title is about.
_STOP = re.compile("the|for|and|with|from|are|study|new|how|why|what|after|that|this|its|into")


def references(records: Iterable[Record], wishes: Wishes) -> Iterator[Reference]:
    """The references of all records, each under a key of its own."""
    keys = Keys()
    for record in records:
        for reference in cited(record, wishes):
            yield replace(reference, key=keys.unique(reference.key or cite_key(reference, record)))


def cited(record: Record, wishes: Wishes) -> tuple[Reference, ...]:
    """The reference of a record, or two: a record is never left out.

    Without a study to cite, and where an article came from a bibliography, there is but one.
    """
    if record.reference:
        return (_with_own_words(record.reference, record, wishes),)
    news = _with_own_words(_news(record), record, wishes)
    if wishes.cite == "news" or record.card is None or not record.is_study:
        return (news,)
    study = _study(record, record.card, wishes)
    if wishes.cite == "both":
        return (study, news)
    return (_with_own_words(study, record, wishes),)


@dataclass(slots=True)
class Keys:
    """The keys given so far; the second of a name ends in a, the third in b …"""

    taken: set[str] = field(default_factory=set)

    def unique(self, key: str) -> str:
        tried, number = key, 0
        while tried in self.taken:
            tried, number = f"{key}{_suffix(number)}", number + 1
        self.taken.add(tried)
        return tried


def cite_key(reference: Reference, record: Record) -> str:
    """A key such as `smith2024ocrelizumab`, of letters and digits of ASCII alone."""
    first = reference.authors[0] if reference.authors else None
    name = (first.family or first.literal) if first else reference.container
    year = reference.issued[0] if reference.issued else _year(record)
    words = re.findall(r"[^\W\d_]{3,}", _ascii(record.article.content.title).lower())
    word = next((word for word in words if not _STOP.fullmatch(word)), "")
    family = _ascii(name).lower().split()
    made = re.sub(r"[^a-z0-9]", "", "".join(family[-1:])) + str(year or "") + word
    return made[:60] or f"item{record.article.id}"


def accessed(record: Record) -> tuple[int, ...]:
    """The day the text that was read was fetched."""
    return date_parts(record.article.fetched)


def person(name: str) -> Person:
    """An author as a byline names him; a name of one word, or of an institution, is literal."""
    name = re.sub(r"^(?:by|von|par)\s+", "", one_line(name), flags=re.IGNORECASE)
    name = re.sub(r"^(?:Dr|Prof|Professor|Mr|Mrs|Ms)\.?\s+", "", name)
    if ", " in name and len(name.split(", ")) == 2:
        family, given = name.split(", ")
        return Person(family, given)
    words = name.split()
    if not 2 <= len(words) <= 5 or not all(w[:1].isalpha() for w in words) or _group(name):
        return Person(literal=name)
    cut = next((n for n, w in enumerate(words[1:-1], 1) if w.islower()), len(words) - 1)
    return Person(" ".join(words[cut:]), " ".join(words[:cut]))


def people(byline: str) -> tuple[Person, ...]:
    """The authors of a byline such as "Jane Smith and Hugo Li"."""
    parts = re.split(r"\s*;\s*|,?\s+(?:and|&)\s+", one_line(byline))
    names = (name for part in parts for name in _apart(part))
    return tuple(person(name) for name in names if name.strip())


def _apart(part: str) -> list[str]:
    """Names set apart by commas, unless the comma is within one: "Smith, Jane"."""
    names = part.split(", ")
    return names if all(" " in name for name in names) else [part]


def _news(record: Record) -> Reference:
    article = record.article
    return Reference(
        kind=_news_kind(record),
        title=one_line(article.content.title) or "Untitled",
        authors=people(article.author),
        container=one_line(article.feed_title),
        issued=date_parts(article.published),
        accessed=accessed(record),
        url=web_address(article.link),
        language=record.card.language if record.card else "",
        tags=record.tags,
        notes=_unusable(article.link),
    )


def _study(record: Record, card: StudyCard, wishes: Wishes) -> Reference:
    article, doi = record.article, _stated(card, "doi")
    states = [str(value.value) for value in card.values.get("status_of_evidence", ())]
    preprint = "preprint" in states
    volume, issue, pages = _volume(_stated(card, "volume_pages"))
    trials = tuple(str(v.value) for v in card.values.get("nct_id", ()))
    reported = f"As reported in “{one_line(article.content.title)}”, {one_line(article.feed_title)}"
    reported += f", {day(article.published)}" if article.published else ""
    link = web_address(article.link)
    return Reference(
        kind=PREPRINT if preprint else JOURNAL_ARTICLE,
        title=f"[Study reported in “{one_line(article.content.title)}”]",
        authors=tuple(person(str(v.value)) for v in card.values.get("investigators", ())),
        container=one_line(_stated(card, "journal")),
        issued=_iso(_stated(card, "publication_date")),
        accessed=accessed(record),
        doi=doi.lower(),
        pmid=_stated(card, "pmid"),
        trial_ids=trials,
        url=f"https://doi.org/{doi.lower()}" if doi else link,
        volume=volume,
        issue=issue,
        pages=pages,
        language=card.language,
        genre="Preprint" if preprint else "",
        status="Retracted" if "retracted" in states else "",
        tags=record.tags,
        notes=(f"{reported}. {link}".strip(), *_trial_notes(trials, wishes)),
        attributes=attributes(card) if wishes.attributes else {},
    )


def attributes(card: StudyCard) -> dict[str, Any]:
    """The card's main fields in plain values; durations in years."""
    found: dict[str, Any] = {}
    for fact in facts(card):
        if fact.name in ATTRIBUTES and fact.name not in found:
            found[fact.name] = fact.value
            if fact.number is not None:
                number = int(fact.number) if fact.number.is_integer() else fact.number
                found["follow_up_years" if fact.name == "follow_up" else fact.name] = number
    return found


def attribute_line(card: StudyCard, spoken: Tongue = ENGLISH) -> str:
    """The same in one line, in a language: "Design: RCT; Participants: 90"."""
    parts = (
        f"{spoken.tell(label(name))}: {shown(name, values[0], spoken)}"
        for name in ATTRIBUTES
        if (values := card.values.get(name))
    )
    return one_line("; ".join(parts))


def _with_own_words(reference: Reference, record: Record, wishes: Wishes) -> Reference:
    """The reference with the tags of today and, where wished, what the user wrote."""
    tags = tuple(dict.fromkeys((*reference.tags, *record.tags)))
    notes = own_words(record) if wishes.notes else ()
    fresh = tuple(note for note in notes if note not in reference.notes)
    return replace(reference, tags=tags, notes=(*reference.notes, *fresh))


def own_words(record: Record) -> tuple[str, ...]:
    """The user's note on the article, then each highlight with its note, a line each."""
    lines = [record.note.text] if record.note else []
    for row in record.marked:
        said = f"“{row.annotation.quote.exact}”"
        lines.append(f"{said} {row.note.text}" if row.note else said)
    return tuple(one_line(line) for line in lines)


def _trial_notes(trials: Iterable[str], wishes: Wishes) -> tuple[str, ...]:
    numbers = ", ".join(trials)
    return (f"Trial registration: {numbers}",) if wishes.trials_in_notes and numbers else ()


def _unusable(link: str) -> tuple[str, ...]:
    """An address that may not be a link is still said."""
    unusable = one_line(link) if link and not web_address(link) else ""
    return (f"Address as the feed gave it: {unusable}",) if unusable else ()


def _news_kind(record: Record) -> str:
    where = f"{record.article.feed_title} {record.article.link}"
    if _BLOGS.search(where):
        return BLOG
    return NEWS if record.article.published else PAGE


def _stated(card: StudyCard, name: str) -> str:
    value = card.one(name)
    return str(value.value) if value and value.value is not None else ""


def _volume(said: str) -> tuple[str, str, str]:
    found = _PAGES.fullmatch(said.replace(" ", ""))
    if not found:
        return "", "", ""
    return found["volume"] or "", found["issue"] or "", (found["pages"] or "").replace("–", "-")


def _iso(said: str) -> tuple[int, ...]:
    parts = said.split("-")
    return tuple(int(part) for part in parts) if all(p.isdecimal() for p in parts) else ()


def _year(record: Record) -> int:
    when = in_calendar(record.article.published or record.article.first_seen or None)
    return when.year if when else 0


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ø", "o"))
    return plain.encode("ascii", "ignore").decode()


def _group(name: str) -> bool:
    return bool(
        re.search(
            r"(?i)\b(?:university|institute|team|group|staff|news|press|editor\w*|of)\b", name
        )
    )


def _suffix(number: int) -> str:
    """a, b … z, aa, ab …"""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(97 + rest) + letters
    return letters
