"""From an article's plain text to its study card. Pure: same text, same card; no network, no clock."""

import hashlib
from datetime import date

from reader.model.published import Published
from reader.model.study import StudyCard, StudyValue
from reader.study import (
    allocation,
    claim,
    comparator,
    conditions,
    design,
    follow_up,
    funding,
    harms,
    identifiers,
    institutions,
    interventions,
    is_study,
    journals,
    limitations,
    outcomes,
    places,
    population,
    publication,
    results,
    review,
    sample_size,
    speakers,
    species,
    study_period,
    topics,
)
from reader.study import (
    known as known_,
)
from reader.study import people as people_
from reader.study.reading import organisations
from reader.study.reading.article import Article
from reader.study.version import VERSION

#: Characters that are studied; what stands behind them is not.
LIMIT = 200_000


def study(text: str, *, published: date | None = None, known: Published = Published()) -> StudyCard:
    """The card of a text. `published` is the article's own date; "today" in the text means it.

    `known` is what its feed says of the paper behind it; it wins over the text.
    """
    article = Article(text[:LIMIT])
    verdict = known_.verdict(article, known, is_study.is_study(article))
    values: dict[str, tuple[StudyValue, ...]] = {}
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if verdict.value:
        values = _values(article, published)
    card = StudyCard(VERSION, digest, verdict, values)
    return known_.applied(article, known, card) if known else card


def _values(article: Article, published: date | None) -> dict[str, tuple[StudyValue, ...]]:
    counts = sample_size.weigh(article)
    size = sample_size.sample_size(article, counts)
    n = int(size.value) if size and isinstance(size.value, int) else None
    people = None
    if size and counts[0].count.kind == "people" and counts[0].count.unit:
        people = (size.evidence[0].start, size.evidence[0].end)
    kind = species.species(article, people, counts[0].count.kind if size else "")
    drawn = design.study_type(article, kind, species.cells(article))
    name = str(drawn.value) if drawn else None
    found = journals.journals(article)
    ill = conditions.conditions(article)
    given = interventions.interventions(article, {topics.key(str(v.value)) for v in ill})
    one: dict[str, StudyValue | None] = {
        "species": kind,
        "study_type": drawn,
        "sample_size": size,
        "randomized": allocation.randomized(article),
        "controlled": allocation.controlled(article, drawn),
        "blinding": allocation.blinding(article),
        "phase": allocation.phase(article),
        "follow_up": follow_up.follow_up(article),
        "study_period": study_period.study_period(article),
        "journal": publication.journal(article, found),
        "volume_pages": publication.volume_pages(article, found),
        "publication_date": publication.publication_date(article, found, published),
        "doi": identifiers.doi(article),
        "pmid": identifiers.pmid(article),
        "nct_id": identifiers.registration(article),
        "population": population.population(article, counts[0].count if size else None, name),
        "comparator": comparator.comparator(article, name, given),
        "conflicts": funding.conflicts(article),
        "adverse_events": harms.adverse_events(article),
        "deaths": harms.deaths(article, n),
        "claim_strength": claim.claim_strength(article),
        "studies_included": review.studies_included(article, name),
    }
    authors = people_.investigators(article)
    orgs = organisations.organisations(article)
    funders = funding.funding(article)
    out: dict[str, tuple[StudyValue, ...]] = {
        key: (value,) for key, value in one.items() if value is not None
    }
    out |= {
        "condition": ill,
        "intervention_or_exposure": given,
        "outcome_measures": outcomes.outcome_measures(
            article,
            {topics.key(str(v.value)) for v in given},
            {topics.key(str(v.value)) for v in ill},
        ),
        "country": places.countries(article),
        "institution": institutions.institutions(article, orgs, _makers(article, authors)),
        "investigators": authors,
        "funding": funders,
        "key_results": results.key_results(article, n),
        "limitations": limitations.limitations(article),
        "status_of_evidence": claim.status_of_evidence(article, "journal" in out),
    }
    return {k: v for k, v in out.items() if v}


def _makers(article: Article, authors: tuple[StudyValue, ...]) -> institutions.Makers:
    return institutions.Makers(
        frozenset(people_.surname(str(author.value)) for author in authors),
        tuple((start, end) for _, start, end in speakers.outsiders(article)),
    )
