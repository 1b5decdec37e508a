"""Who was studied, in the article's words, with age and sex where they are stated."""

from collections import Counter
from collections.abc import Sequence

from reader.model.study import StudyValue
from reader.study import ages, participants
from reader.study.counts import Count
from reader.study.participants import Phrase
from reader.study.reading.article import Article
from reader.study.values import stated

#: Designs in which somebody is studied for certain.
CLINICAL = frozenset(
    [
        "randomized_controlled_trial",
        "nonrandomized_trial",
        "single_arm_trial",
        "cohort",
        "case_control",
        "cross_sectional",
        "case_series",
        "case_report",
        "animal",
        "in_vitro",
    ]
)


#: What is looked for first, by design; people are looked for always.
_KINDS = {
    "animal": "animals",
    "in_vitro": "cells",
    "other": "samples",
    "modelling": "samples",
    "": "samples",
}


def population(
    article: Article,
    counted: Count | None,
    design: str | None,
    named: Sequence[Phrase] | None = None,
) -> StudyValue | None:
    """The phrase that says best who was studied; not one that only says "the patients".

    `named` are the phrases to choose from, if known.
    """
    found = phrases(article, counted, design) if named is None else named
    if not found:
        return None
    best = max(found, key=lambda phrase: (phrase.weight, -phrase.start))
    if best.weight < (1.4 if counted else 1.8 if design in CLINICAL else 2.1):
        if design not in {"animal", "in_vitro"}:
            return None
        best = _most_named(article, found)
    confidence = max(0.3, min(0.85, 0.2 + 0.15 * best.weight))
    return value(article, (best.start, best.end), confidence, "population")


def value(article: Article, place: tuple[int, int], confidence: float, method: str) -> StudyValue:
    """Those of a passage, with the ages and the sex that are told of them, wherever that is."""
    text = article.text[place[0] : place[1]]
    told = ages.ages(article, place[0])
    details = {**told.details, **ages.sex(text.lower())}
    return stated(article, text, ages.beside([place], told), confidence, method, **details)


def phrases(article: Article, counted: Count | None, design: str | None) -> list[Phrase]:
    """All that may say who was studied."""
    nouns = participants.nouns(_KINDS.get(design or "", "people"))
    return [p for s in article.body for p in participants.phrases(article, s, nouns, counted)]


def _most_named(article: Article, phrases: Sequence[Phrase]) -> Phrase:
    """The animals or cells that the story keeps naming, however little it says of them."""
    texts = Counter(article.text[p.start : p.end].lower() for p in phrases)
    return max(
        phrases, key=lambda p: (texts[article.text[p.start : p.end].lower()], p.weight, -p.start)
    )
