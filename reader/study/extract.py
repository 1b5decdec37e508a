"""From an article's plain text to its study card. Pure: same text, same card; no network, no clock."""

import gc
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from reader.model.published import Published
from reader.model.study import StudyCard, StudyValue
from reader.study import (
    allocation,
    alternatives,
    calibration,
    claim,
    design,
    follow_up,
    funding,
    harms,
    identifiers,
    institutions,
    is_study,
    journals,
    limitations,
    masking,
    once,
    outcomes,
    people,
    places,
    publication,
    results,
    review,
    sample_size,
    speakers,
    species,
    study_period,
    subjects,
    topics,
)
from reader.study import known as known_
from reader.study.counts import Count
from reader.study.reading import organisations
from reader.study.reading.article import Article
from reader.study.reading.language import language, readable
from reader.study.reading.opinion import Opinion
from reader.study.reading.wrapping import quoting, unwrapped
from reader.study.version import VERSION

#: Characters that are studied; what stands behind them is not.
LIMIT = 200_000

Values = dict[str, tuple[StudyValue, ...]]


#: Reads a whole text and says what it thinks of it.
Teller = Callable[[str], Opinion | None]


def study(
    text: str,
    *,
    published: date | None = None,
    known: Published = Published(),
    teller: Teller | None = None,
) -> StudyCard:
    """The card of a text. `published` is the article's own date; "today" in the text means it.

    `known` is what its feed says of the paper behind it; it wins over the text. A text in a language
    the extractors cannot read gets a card that says its language, and no more. What `teller` says of the
    whole text is weighed with what the rules see; it is asked about English alone, as it has an answer to
    everything.
    """
    with _uncollected():
        card = uncalibrated(text, published=published, known=known, teller=teller)
        return calibration.calibrate(card)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage meanwhile: an article is thousands of objects, none of them in a ring."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        once.forget()  # else the next search would go through all that is kept
        if collects:
            gc.enable()


def uncalibrated(
    text: str,
    *,
    published: date | None = None,
    known: Published = Published(),
    teller: Teller | None = None,
) -> StudyCard:
    """The card with the rules' own confidence, before any value is held back."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    code = language(text)
    if not readable(code):
        unread = StudyValue(None, (), 0.0, "rule:language/1")
        return StudyCard(VERSION, digest, unread, language=code)
    whole = unwrapped(text[:LIMIT])
    article = Article(whole, teller(whole) if teller and code == "en" else None)
    verdict = known_.verdict(article, known, is_study.is_study(article))
    found = values(article, published) if verdict.value else {}
    others = alternatives.alternatives(article, found) if verdict.value else ()
    card = StudyCard(VERSION, digest, verdict, found, others, code)
    card = known_.applied(article, known, card) if known else card
    return quoting(card, text) if article.text != text[:LIMIT] else card


def values(article: Article, published: date | None) -> Values:
    """All fields but the verdict, of an article that reports a study."""
    size, counted, kind = studied(article)
    n = int(size.value) if size and isinstance(size.value, int) else None
    drawn = design.study_type(article, kind, species.cells(article))
    name = str(drawn.value) if drawn else None
    limits = limitations.limitations(article)
    told = results.key_results(article, n, _spans(limits))
    harmed = harms.adverse_events(article, name)
    found: Values = {
        **_one(species=kind, study_type=_with_features(article, drawn)),
        **_one(sample_size=None if name in _RECKONED else size),
        **_design(article, drawn, published),
        **_topics(article, counted, name, told, _spans((*limits, harmed) if harmed else limits)),
        **_paper(article, published),
        **_makers(article),
        "key_results": told,
        "limitations": limits,
        **_one(adverse_events=harmed, deaths=harms.deaths(article, n)),
    }
    found["status_of_evidence"] = claim.status_of_evidence(article, "journal" in found)
    return {key: found[key] for key in sorted(found) if found[key]}


def studied(
    article: Article,
) -> tuple[StudyValue | None, Count | None, StudyValue | None]:
    """(sample size, the count it was read from, species): how many of whom or what."""
    counts = sample_size.weigh(article)
    size = sample_size.sample_size(article, counts)
    counted = counts[0].count if size else None
    kind = species.species(article, _people(size, counted), counted.kind if counted else "")
    return size, counted, kind


def _spans(values: tuple[StudyValue, ...]) -> list[tuple[int, int]]:
    return [(value.evidence[0].start, value.evidence[0].end) for value in values]


def _one(**values: StudyValue | None) -> Values:
    return {key: (value,) for key, value in values.items() if value is not None}


def _people(size: StudyValue | None, counted: Count | None) -> tuple[int, int] | None:
    """Where the people studied are counted by name."""
    if size is None or counted is None or counted.kind != "people" or not counted.unit:
        return None
    return size.evidence[0].start, size.evidence[0].end


#: Nobody takes part in them: numbers are of those reckoned with.
_RECKONED = frozenset({"modelling"})
#: They gather the trials of others; how those were masked is not theirs.
_REVIEWS = frozenset({"meta_analysis", "systematic_review"})


def _design(article: Article, drawn: StudyValue | None, published: date | None) -> Values:
    name = str(drawn.value) if drawn else None
    return _one(
        randomized=allocation.randomized(article),
        controlled=allocation.controlled(article, drawn),
        blinding=None if name in _REVIEWS else masking.blinding(article),
        phase=allocation.phase(article),
        follow_up=follow_up.follow_up(article),
        study_period=study_period.study_period(article, published),
        studies_included=review.studies_included(article, name),
        claim_strength=claim.claim_strength(article),
    )


def _topics(
    article: Article,
    counted: Count | None,
    name: str | None,
    told: tuple[StudyValue, ...],
    aside: list[tuple[int, int]],
) -> Values:
    """Who and what was studied, and by what it was judged; nothing is, where harms and limits are."""
    about = subjects.subjects(article, counted, name)
    ill_keys, given_keys = (
        {topics.key(str(v.value)) for v in about[field]}
        for field in ("condition", "intervention_or_exposure")
    )
    told_of = outcomes.Told(_spans(told), aside)
    return {
        **about,
        "outcome_measures": outcomes.outcome_measures(article, given_keys, ill_keys, told_of),
    }


def _paper(article: Article, published: date | None) -> Values:
    found = journals.journals(article)
    return _one(
        journal=publication.journal(article, found),
        volume_pages=publication.volume_pages(article, found),
        publication_date=publication.publication_date(article, found, published),
        doi=identifiers.doi(article),
        pmid=identifiers.pmid(article),
        nct_id=identifiers.registration(article),
    )


def _with_features(article: Article, drawn: StudyValue | None) -> StudyValue | None:
    """The design with how it was built, where the text says so."""
    built = allocation.features(article) if drawn else []
    if drawn is None or not built:
        return drawn
    return replace(drawn, details={**drawn.details, "features": built})


def makers(article: Article, authors: tuple[StudyValue, ...]) -> institutions.Makers:
    """Who made the study, and where outsiders speak: what tells institutions apart."""
    return institutions.Makers(
        frozenset(people.surname(str(author.value)) for author in authors),
        tuple((start, end) for _, start, end in speakers.outsiders(article)),
    )


def _makers(article: Article) -> Values:
    """Who made the study, where, and who paid."""
    authors = people.investigators(article)
    told_by = makers(article, authors)
    found = organisations.organisations(article)
    return {
        "country": places.countries(article, found, told_by.outsiders),
        "institution": institutions.institutions(article, found, told_by),
        "investigators": authors,
        "funding": funding.funding(article, found),
        **_one(conflicts=funding.conflicts(article)),
    }
