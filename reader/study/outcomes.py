"""What was measured: the outcomes that the story says most of."""

import math
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from reader.model.study import StudyValue
from reader.study import endpoints, seen, topics, treatments, vocabulary
from reader.study.reading.article import Article
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose
from reader.study.topics import Mention, Topic
from reader.study.values import stated
from reader.text import sieve as re

#: A sentence that tells a result.
_RESULT = re.compile(
    r"\d ?(?:%|percent|per cent)|\b(?:compared (?:with|to)|versus|than|higher|lower|longer|shorter|fewer|greater|significant(?:ly)?|improved|reduced|increased|decreased|found that|showed|no difference|similar|twice|half|end ?-?point|risk of|likely to|associated with|linked to)\b"
)
_TOLD = {Whose.OWN: 0.9, Whose.NEAR: 0.6, Whose.FUTURE: 0.1, Whose.GENERAL: 0.0, Whose.OTHER: -0.3}
WEIGHTS = {
    "headline": 1.6,
    "result": 0.4,
    "early": 0.3,
    "often": 0.5,
    "least": 1.6,
    "share": 0.68,
    "found": 0.9,
    "aside": -0.5,
    "acting": -1.5,
    "adjusted": -1.6,
}


@dataclass(frozen=True, slots=True)
class Told:
    """Where the key results stand, and where what is no outcome as a rule: harms and limits."""

    findings: Sequence[tuple[int, int]] = ()
    aside: Sequence[tuple[int, int]] = ()


def outcome_measures(
    article: Article,
    taken: Set[str],
    ill: Set[str] = frozenset(),
    told: Told = Told(),
) -> tuple[StudyValue, ...]:
    """At most three outcomes; `taken` are the keys of interventions, `ill` of conditions.

    What the key results speak of was measured.
    """
    named = [_found(article, m, told) for m in endpoints.mentions(article, ill, told.findings)]
    ranked = topics.rank(article, named, _topic)
    known = [set(key.split()) for key in taken]
    ranked = [t for t in ranked if not any(set(_key(article, t).split()) <= key for key in known)]
    ranked = _without_parts(article, ranked)
    if not ranked:
        return ()
    least = max(WEIGHTS["least"], WEIGHTS["share"] * ranked[0].weight)
    chosen = [t for t in ranked[:3] if t.weight >= least]
    scales = [t for t in ranked if t not in chosen and _scale(article, t)]
    return tuple(_value(article, t, known) for t in (*chosen, *scales[: 4 - len(chosen)]))


def _scale(article: Article, topic: Topic) -> bool:
    """Whether it is a scale with a name: what it measured was an outcome for certain."""
    printed = article.text[topic.best.start : topic.best.end]
    named = _instrument(article, topic) and any(c.isupper() for c in printed)
    return topic.weight >= WEIGHTS["least"] and bool(named or endpoints.SCALE.fullmatch(printed))


def _found(article: Article, mention: Mention, told: Told) -> Mention:
    """A mention weighs more within a key result, less among harms and limits or where it acts."""
    inside = any(start <= mention.start < end for start, end in told.findings)
    aside = any(start <= mention.start < end for start, end in told.aside)
    cue = mention.cue + WEIGHTS["found"] * inside
    sentence = article.sentence_at(mention.start)
    aside = aside or (sentence is not None and _HARMS.search(sentence.low) is not None)
    cue += WEIGHTS["aside"] * aside + WEIGHTS["acting"] * _acts(article, mention)
    cue += WEIGHTS["adjusted"] * bool(
        _ADJUSTED.search(topics.around(article, mention.start, mention.end, 110)[0])
    )
    return replace(mention, cue=cue)


#: Where harms are told, what is named is one of them.
_HARMS = re.compile(
    r"\b(?:main|common(?:est)?|frequent|usual|worst|serious|reported) (?:side|adverse) (?:effects?|events?|reactions?)\b"
)
#: What was taken into account was not measured as an outcome.
_ADJUSTED = re.compile(
    r"\b(?:tak(?:e|en|ing|es) into account|took into account|account(?:ed|ing)? for|adjust(?:ed|ing|s)? for|controll(?:ed|ing) for|allow(?:ed|ing)? for|regardless of|irrespective of|independent(?:ly)? of|matched (?:for|by|on))\b[^.;:()]*$"
)


def _acts(article: Article, mention: Mention) -> bool:
    """Whether it does something in the headline: "An antibody clears …", "Blood pressure linked to …"."""
    line = article.headline
    if line is None or not line.start <= mention.start < line.end:
        return False
    return (
        mention.start < line.start + 60
        and treatments.CAUSES.match(line.low, mention.end - line.start) is not None
    )


def _topic(article: Article, group: list[Mention]) -> Topic | None:
    rows = [(weight, m) for m in group if (weight := _place(article, m)) is not None]
    if not rows:
        return None
    weight, best = max(rows, key=lambda row: (row[0], -row[1].start))
    weight += WEIGHTS["often"] * math.log2(len(rows))
    return Topic(best.name, weight, best, tuple(m for _, m in rows))


def _place(article: Article, mention: Mention) -> float | None:
    sentence = article.sentence_at(mention.start)
    if sentence is None or sentence.zone not in {Zone.HEADLINE, Zone.HEADING, Zone.BODY}:
        return None
    headline = WEIGHTS["headline"] * (sentence.zone is Zone.HEADLINE)
    headline += WEIGHTS["result"] * bool(_RESULT.search(sentence.low))
    return (
        headline
        + _TOLD[sentence.whose]
        + mention.cue
        + WEIGHTS["early"] * topics.early(article, sentence)
    )


def _value(article: Article, topic: Topic, known: list[set[str]]) -> StudyValue:
    form, mention = topics.printed(article, topic)
    if any(set(topics.key(form).split()) <= key for key in known):
        mention = topic.best
    start, end = mention.start, mention.end
    confidence = max(0.25, min(0.88, 0.2 + 0.12 * topic.weight))
    return stated(
        article,
        seen.NOUNS.get(article.text[start:end].lower(), article.text[start:end]),
        [(start, end)],
        confidence,
        "outcome",
        instrument=_instrument(article, topic),
    )


def _instrument(article: Article, topic: Topic) -> str | None:
    for found in article.found(vocabulary.names("instruments")):
        if topic.best.start <= found.start < topic.best.end:
            return found.entry.name
    return None


def _key(article: Article, topic: Topic) -> str:
    return topics.key(article.text[topic.best.start : topic.best.end])


def _without_parts(article: Article, ranked: list[Topic]) -> list[Topic]:
    """Without names that are a part of a heavier one, or hold it and add little."""
    out: list[Topic] = []
    known: list[set[str]] = []
    for topic in ranked:
        words = set(_key(article, topic).split())
        bare = words - _MEASURES
        if not any(w <= words or words <= w or (bare and bare == w - _MEASURES) for w in known):
            out.append(topic)
            known.append(words)
    return out


#: Words for how much of it there was: "rates of depression" and "symptoms of depression" are one.
_MEASURES = frozenset(
    vocabulary.fold(word)
    for word in (
        "rate", "rates", "symptoms", "level", "levels", "risk", "number", "cases", "severity", "incidence", "prevalence",
        "frequency", "of", "in", "the", "new", "systolic", "diastolic", "average", "median", "mean", "blood",
    )
)  # fmt: skip
