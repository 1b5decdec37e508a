"""What was given, done or looked at as a cause: treatments and exposures."""

import math
import re

from reader.model.study import StudyValue
from reader.study import topics, treatments, vocabulary
from reader.study.reading.article import Article
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose
from reader.study.topics import Mention, Topic
from reader.study.treatments import Named
from reader.study.values import stated

_GENERIC = re.compile(
    r"^(?:(?:new|this|the|that|their|our|such|standard|usual|current|conventional|other|further|previous|existing|medical|effective|active|first|early|later|good|best|more|less|same|different|initial|additional|any|no|some|drug|health|control|placebo|both|all|each|either|only|long-term|first-line|second-line|primary|future|possible|potential|final|open-ended|care|study|clinical|emergency|hospital|human|animal|people|patients|participants|women|men|children|it|them|these|those|one|two|three|four|five|six|what|how|we|they|he|she|food|national|training|research|phase|wide|common|experimental|investigational|combination|not|for|than|but|even|continued|general|specific|own|increased|reduced|regular|widespread) )*"
    r"(?:treatments?|therap(?:y|ies)|drugs?|drug therapy|interventions?|program(?:me)?s?|care|use|training|surgery|procedures?|vaccines?|groups?|standard|placebo|study|trial|doses?|control|patients|people|participants|women|men|children|analysis|data|either|both|the|this|it|them|exposure|intake|consumption|diet|screening|medicines?|medications?|approach(?:es)?|support|treatment|factors?|time|age|levels?|one|two|three|cancer|disease|different|results|antiretroviral|who|that|supplements?|changes?|variables?|risk|two different|inhibitors?|stimulation|replacement|therapies|these|chronic|pollution)$",
    re.I,
)
_ABSENT = re.compile(
    r"\b(?:instead of|other than|without|unlike|such as|including|no|never|current standard|until now|conventional|standard treatment for|already taking|history of|compared (?:with|to)|versus|than)(?: [\w,]+){0,3} $"
)
_GIVEN = re.compile(
    r"\b(?:effects? of|treated with|treatment with|received|receiving|receive|trial of|vaccine called|plus|given|taking|testing|tested|drug|randomi[sz]ed to|assigned to|with|of|approved) (?:\w+ ){0,2}$"
)
_TOLD = {Whose.OWN: 0.9, Whose.NEAR: 0.6, Whose.FUTURE: 0.3, Whose.GENERAL: 0.2, Whose.OTHER: 0.1}


def interventions(article: Article, taken: set[str]) -> tuple[StudyValue, ...]:
    """At most three treatments or exposures; `taken` are the keys of the conditions."""
    ranked = [
        t
        for t in topics.rank(article, mentions(article), _topic)
        if topics.key(t.name) not in taken and topics.key(_text(article, t)) not in taken
    ]
    ranked = _without_parts(ranked)
    if not ranked or ranked[0].weight < 2.0:
        return ()
    least = max(0.75 * ranked[0].weight, 2.6)
    chosen = [ranked[0]] + [t for t in ranked[1:4] if t.weight > least]
    return tuple(_value(article, topic) for topic in chosen[:3])


def _text(article: Article, topic: Topic) -> str:
    return article.text[topic.best.start : topic.best.end]


def mentions(article: Article) -> list[Mention]:
    return [
        _mention(article, row)
        for row in treatments.named(article)
        if not _GENERIC.match(article.text[row.start : row.end])
    ]


def _mention(article: Article, row: Named) -> Mention:
    before, _ = topics.around(article, row.start, row.end, 60)
    cue = row.cue + 0.7 * bool(_GIVEN.search(before)) - 1.0 * bool(_ABSENT.search(before))
    return Mention(row.core, row.start, row.end, cue, row.id)


def _topic(article: Article, group: list[Mention]) -> Topic | None:
    """The treatment with its weight: the best place it stands in, and how often it is named."""
    rows = [(weight, m) for m in group if (weight := _place(article, m)) is not None]
    if not rows:
        return None
    weight, best = max(rows, key=lambda row: (row[0], -row[1].start))
    weight += 0.55 * math.log2(len(rows))
    return Topic(best.name, weight, best, tuple(m for _, m in rows))


def _place(article: Article, mention: Mention) -> float | None:
    sentence = article.sentence_at(mention.start)
    if sentence is None or sentence.zone not in {Zone.HEADLINE, Zone.HEADING, Zone.BODY}:
        return None
    headline = 2.2 * (sentence.zone is Zone.HEADLINE) + 0.3 * (sentence.zone is Zone.HEADING)
    return headline + _TOLD[sentence.whose] + mention.cue + 0.4 * (sentence in article.lead)


def _value(article: Article, topic: Topic) -> StudyValue:
    form, mention = topics.printed(article, topic)
    short = article.abbreviations.get(form)
    name = short.long if short else form
    confidence = min(0.9, 0.3 + 0.1 * topic.weight)
    place = (mention.start, mention.end)
    ids = {"mesh": topic.best.id} if topic.best.id else None
    return stated(
        article, name, [place], confidence, "intervention", kind=_kind(article, topic), ids=ids
    )


def _kind(article: Article, topic: Topic) -> str | None:
    """The kind of the listed name that the topic is or holds."""
    for terms in (
        vocabulary.kinds("interventions"),
        vocabulary.descriptors("mesh_treatments", kinds=True),
    ):
        for found in article.found(terms):
            if any(m.start <= found.start < m.end for m in topic.mentions):
                return found.entry.kind
    return "DRUG" if treatments.DRUG.search(topic.name) else None


def _without_parts(ranked: list[Topic]) -> list[Topic]:
    """Without names that are a part of a heavier one, or hold it and add little."""
    out: list[Topic] = []
    for topic in ranked:
        words = set(topics.key(topic.name).split())
        if not any(
            words <= set(topics.key(o.name).split()) or set(topics.key(o.name).split()) <= words
            for o in out
        ):
            out.append(topic)
    return out
