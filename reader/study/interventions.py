"""What was given, done or looked at as a cause: treatments and exposures."""

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from reader.model.study import StudyValue
from reader.study import topics, treatments, vocabulary
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose
from reader.study.topics import Mention, Topic
from reader.study.treatments import Named
from reader.study.values import stated
from reader.study.vocabulary import fold, words

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
_WITH = re.compile(
    r" (?:plus|with|combined with|in combination with|together with|followed by|added to|and then) |[–+]| \+ "
)
_COMPARED = re.compile(r"[Cc]ompar\w+ (?:[\w-]+ ){0,4}$")
_PARTED = re.compile(r"[.;:()]|\b(?:and|or|was|were|is|are)\b")
_MEANWHILE = re.compile(r"\b(?:from|before|during|despite|awaiting|undergoing) (?:\w+ )?$")
#: Genes and proteins: "a protein called X-4", "mice lacking X4".
_CALLED = re.compile(
    r"\b(?:called|known as|named|lacking|lack|without|loss of|absence of|mutations? in|protein|gene|enzyme|receptor|molecule|hormone)(?: the \w+)? $"
)
_CODED = re.compile(r"^[\w-]*\d[\w-]*$")
#: Classes and kinds of treatment: what is given has a name of its own as a rule.
_CLASS = re.compile(
    r"(?:chemotherapy|immunotherapy|radiation(?: therapy)?|radiotherapy|surgery|targeted therapy|hormone therapy|antibiotics?|antivirals?|antiviral drugs?|vaccines?|screening|drug therapy|"
    r"standard chemotherapy|placebo|dietary supplements?|supplements?|psychotherapy|insulin|steroids|corticosteroids|painkillers|antidepressants|immune checkpoint inhibitors?|kinase inhibitors?|monoclonal antibod(?:y|ies)|(?:[\w-]+ ){0,3}(?:drugs?|medicines?|medications?|pills?))$"
)
#: What follows is what the treatment was compared with.
_AGAINST = re.compile(
    r"\b(?:versus|vs\.?|compar(?:ed|ing|ison)[\w ,-]{0,60}? (?:with|to|and)|superior to|inferior to|better than|over|than|alternative to|outperform(?:s|ed)|beats?|instead of|or)(?: (?:the|a|an|standard|conventional|treatment|with|those|receiving|taking|given))* $"
)
#: Whoever is studied had this before: "in women receiving …", "after … therapy".
_HAVING = re.compile(
    r"\b(?:in|among|for|of) (?:[\w-]+ ){0,4}?(?:patients|people|women|men|adults|children|survivors|those|individuals|veterans) (?:[\w-]+ ){0,5}?(?:receiving|taking|treated with|completing|undergoing|already on|on|after|previously given)(?: [\w-]+){0,2} $|"
    r"\b(?:previously|already) (?:treated with|received|taking|on)(?: \w+){0,2} $|\b(?:following|after) (?:failure of |progression on |prior |previous )?(?:\w+ ){0,1}$"
)
#: "the hormone Elabela": the kind of thing before its name.
_APPOSED = re.compile(
    r"^(?:[\w-]+ )*?(?:peptide|protein|hormone|enzyme|gene|drugs?|medicine|molecule|compound|chemical|receptor|cytokine|vaccine|virus|bacterium|antibody|agent|medication|supplement|inhibitor|pill)s? (?=[A-Z][\w-]+$|[\w]*\d[\w-]*$)"
)
#: Words that show that a phrase names no treatment or exposure.
_PLAIN = re.compile(
    r"\b(?:participants|patients|study|studies|trials?|researchers?|results?|findings|data|evidence|analysis|report|methods?|groups?|lead|ways?|years?|months?|weeks?|days?|time|questions?|problems?|"
    r"effects?|risks?|rates?|outcomes?|symptoms|survival|mortality|deaths?|difference|changes?|journal|university|institute|center|centre|percent|program|registries|network|period|work|works|progress|able|"
    r"lower|longer|better|worse|protective|unable|willing|essential|critical|necessary|somewhat|clear|unclear)$",
    re.I,
)
_TOLD = {Whose.OWN: 0.9, Whose.NEAR: 0.6, Whose.FUTURE: 0.3, Whose.GENERAL: 0.2, Whose.OTHER: 0.1}


def interventions(article: Article, taken: set[str]) -> tuple[StudyValue, ...]:
    """At most three treatments or exposures; `taken` are the keys of the conditions."""
    ranked = [
        t
        for t in topics.rank(article, mentions(article), _topic)
        if topics.key(t.name) not in taken and topics.key(_text(article, t)) not in taken
    ]
    ranked = _without_parts(_without_classes(ranked))
    if not ranked or ranked[0].weight < (2.0 if _sure(ranked[0]) else 2.6):
        return ()
    least = max(0.8 * ranked[0].weight, 2.6)
    chosen = [ranked[0]] + [
        t for t in ranked[1:5] if _sure(t) and (t.weight > least or _beside(article, ranked[0], t))
    ]
    return tuple(_joined(article, chosen[:3]))


def _beside(article: Article, first: Topic, other: Topic) -> bool:
    """Whether two drugs are told of side by side, as the arms of one trial are."""
    if other.weight < max(2.6, 0.6 * first.weight) or _kind(first) != "DRUG":
        return False
    places = [{_sentence(article, m) for m in topic.mentions} for topic in (first, other)]
    return len(places[0] & places[1]) >= 3


def _sentence(article: Article, mention: Mention) -> int:
    sentence = article.sentence_at(mention.start)
    return sentence.start if sentence else -1


def _sure(topic: Topic) -> bool:
    """Whether the lists know it as something that is given or done."""
    return _kind(topic) not in {None, "OTHER"}


def _text(article: Article, topic: Topic) -> str:
    return article.text[topic.best.start : topic.best.end]


def mentions(article: Article) -> list[Mention]:
    """Every treatment or exposure named in the story, with what its surroundings say."""
    other = _other_things(article)
    counts = Counter(word.folded for word in article.words)
    return [
        _mention(article, row)
        for row in treatments.named(article)
        if _sure_row(row, other) or _may_be(article, row, other, counts)
    ]


def _sure_row(row: Named, other: set[int]) -> bool:
    return bool(row.kind or row.id) and not (row.kind == "OTHER" and row.end in other)


def _other_things(article: Article) -> set[int]:
    """Where the names of conditions, outcomes and scales end."""
    lists = (
        vocabulary.names("conditions"),
        vocabulary.descriptors("mesh_diseases"),
        vocabulary.names("outcomes"),
        vocabulary.names("instruments"),
    )
    return {found.end for terms in lists for found in article.found(terms)}


def _may_be(article: Article, row: Named, other: set[int], counts: Counter[str]) -> bool:
    """Whether a phrase found by grammar alone may name a treatment or exposure."""
    text = article.text[row.start : row.end]
    if row.end in other or _GENERIC.match(text) or not re.match(r"[^\W\d]", text):
        return False
    parts = [word.folded for word in words(text)]
    if not parts or parts[-1] in _people() or (len(parts) == 1 and parts[0] in _animals()):
        return False
    if " " not in text and (len(text) < 4 or min(counts[part] for part in parts) < 2):
        return False
    return not _PLAIN.search(text)


def _people() -> frozenset[str]:
    return _counted("people")


def _animals() -> frozenset[str]:
    return _counted("animals")


@cache
def _counted(kind: str) -> frozenset[str]:
    """The nouns of one kind that are counted in studies."""
    lines = [vocabulary.forms(line) for line in vocabulary.lines("population_nouns")]
    return frozenset(
        fold(noun.strip())
        for group, *rest in lines
        if group == kind
        for noun in ";".join(rest).split(",")
    )


def _mention(article: Article, row: Named) -> Mention:
    before, after = topics.around(article, row.start, row.end, 60)
    given = _GIVEN.search(before) or _opened(before)
    cue = row.cue + 0.7 * bool(given) - 1.0 * bool(_ABSENT.search(before))
    caused = treatments.CAUSES.match(after)
    if caused:
        cue += 0.5 if _in_headline(article, row) else 0.3
    if (given or caused) and not row.kind and _in_headline(article, row):
        cue += 0.5
    cue -= 0.8 * bool(_MEANWHILE.search(before))
    cue -= 1.2 * bool(_HAVING.search(before)) + 1.0 * bool(_AGAINST.search(before))
    cue += 0.9 * bool(_CALLED.search(before)) * bool(_CODED.search(row.core))
    return Mention(row.core, row.start, row.end, cue, row.id, row.kind)


def _in_headline(article: Article, row: Named) -> bool:
    line = article.headline
    return line is not None and line.start <= row.start < line.end


def _opened(before: str) -> bool:
    """Whether "treated with", "exposure to" or their like stand right before."""
    return any(
        not _PARTED.search(before, match.end()) for match in treatments.GIVEN.finditer(before)
    )


def _topic(article: Article, group: list[Mention]) -> Topic | None:
    """The treatment with its weight: the best place it stands in, and how often it is named."""
    rows = [(weight, m) for m in group if (weight := _place(article, m)) is not None]
    if not rows:
        return None
    weight, best = max(rows, key=lambda row: (row[0], -row[1].start))
    weight += 0.55 * math.log2(len(rows))
    return Topic(best.name, weight, best, tuple(m for _, m in rows))


def _without_classes(ranked: list[Topic]) -> list[Topic]:
    """Classes ("chemotherapy") and mere exposures behind treatments with a name of their own.

    Where the headline has the class ("an old malaria drug"), the first such name is what it means.
    """
    named = [t for t in ranked if t.weight > 1.2 and _sure(t) and not _CLASS.match(t.name)]
    if not named:
        return ranked
    meant = _CLASS.match(ranked[0].name) and ranked[0] is not named[0]
    out = [
        replace(t, weight=t.weight + 1.5 if meant and t is named[0] else t.weight - _less(t))
        for t in ranked
    ]
    return sorted(out, key=lambda t: (-t.weight, t.best.start))


def _less(topic: Topic) -> float:
    return 2.4 if _CLASS.match(topic.name) else 0.0 if _sure(topic) else 0.8


def _joined(article: Article, chosen: list[Topic]) -> Iterator[StudyValue]:
    """The values; two things given together ("A plus B") in headline or lead are one."""
    first = chosen[0]
    for sentence in article.lead:
        for second in chosen[1:]:
            place = _together(article, sentence, first, second)
            if place:
                yield _valued(article, first, article.text[place[0] : place[1]], place)
                rest = [t for t in chosen if t not in (first, second)]
                yield from _values(article, rest)
                return
    yield from _values(article, chosen)


def _values(article: Article, chosen: list[Topic]) -> Iterator[StudyValue]:
    """The values without classes beside things with a name of their own."""
    own = [topic for topic in chosen if not _CLASS.match(topic.name)]
    yield from (_value(article, topic) for topic in own or chosen)


def _together(
    article: Article, sentence: Sentence, one: Topic, two: Topic
) -> tuple[int, int] | None:
    places = sorted(
        (m.start, m.end, topic is one)
        for topic in (one, two)
        for m in topic.mentions
        if sentence.start <= m.start < sentence.end
    )
    for a, b in itertools.pairwise(places):
        compared = _COMPARED.search(article.text, max(0, a[0] - 40), a[0])
        if a[2] != b[2] and not compared and _WITH.fullmatch(article.text[a[1] : b[0]]):
            return a[0], b[1]
    return None


def _place(article: Article, mention: Mention) -> float | None:
    sentence = article.sentence_at(mention.start)
    if sentence is None or sentence.zone not in {Zone.HEADLINE, Zone.HEADING, Zone.BODY}:
        return None
    headline = 2.2 * (sentence.zone is Zone.HEADLINE) + 0.3 * (sentence.zone is Zone.HEADING)
    return headline + _TOLD[sentence.whose] + mention.cue + 0.4 * topics.early(article, sentence)


def _value(article: Article, topic: Topic) -> StudyValue:
    form, mention = topics.printed(article, topic)
    if _CLASS.match(form.lower()):
        mention = max(topic.mentions, key=lambda m: (min(m.end - m.start, 60), -m.start))
        form = article.text[mention.start : mention.end]
    short = article.abbreviations.get(form)
    name = _APPOSED.sub("", short.long if short else form)
    return _valued(article, topic, name, (mention.start, mention.end))


def _valued(article: Article, topic: Topic, name: str, place: tuple[int, int]) -> StudyValue:
    confidence = min(0.9, 0.3 + 0.1 * topic.weight)
    ids = {"mesh": topic.best.id} if topic.best.id else None
    return stated(article, name, [place], confidence, "intervention", kind=_kind(topic), ids=ids)


def _kind(topic: Topic) -> str | None:
    return next((m.kind for m in topic.mentions if m.kind), None)


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
