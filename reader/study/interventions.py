"""What was given, done or looked at as a cause: treatments and exposures."""

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.model.study import StudyValue
from reader.study import exposures, topics
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose
from reader.study.topics import Mention, Topic
from reader.study.values import stated
from reader.text import sieve as re

_WITH = re.compile(
    r" (?:plus|with|combined with|in combination with|together with|followed by|added to|and then) |[–+]| \+ "
)
#: Classes and kinds of treatment: what is given has a name of its own as a rule.
_CLASS = re.compile(
    r"^(?:chemotherapy|immunotherapy|radiation(?: therapy)?|radiotherapy|surgery|targeted therapy|hormone therapy|antibiotics?|antivirals?|antiviral drugs?|vaccines?|screening|drug therapy|"
    r"standard chemotherapy|placebo|dietary supplements?|supplements?|psychotherapy|insulin|steroids|corticosteroids|painkillers|antidepressants|immune checkpoint inhibitors?|kinase inhibitors?|monoclonal antibod(?:y|ies)|(?:[\w-]+ ){0,3}(?:drugs?|medicines?|medications?|pills?))$"
)
#: A product told by what it is, not by its name: "old malaria drug", "spicy-food patch".
_PRODUCT = re.compile(
    r"^(?:[\w-]+ ){0,3}(?:drugs?|medicines?|medications?|pills?|compounds?|patch(?:es)?|jabs?|shots?|creams?|gels?|tablets?|antibod(?:y|ies)|molecules?)$"
)
#: "the hormone Elabela": the kind of thing before its name.
_APPOSED = re.compile(
    r"^(?:[\w-]+ )*?(?:peptide|protein|hormone|enzyme|gene|drugs?|medicine|molecule|compound|chemical|receptor|cytokine|vaccine|virus|bacterium|antibody|agent|medication|supplement|inhibitor|pill)s? (?=[A-Z][\w-]+$|[\w]*\d[\w-]*$)"
)
_COMPARED = re.compile(r"[Cc]ompar\w+ (?:[\w-]+ ){0,4}$")
_TOLD = {Whose.OWN: 0.9, Whose.NEAR: 0.6, Whose.FUTURE: 0.3, Whose.GENERAL: 0.2, Whose.OTHER: 0.1}
WEIGHTS = {
    "headline": 2.2,
    "early": 0.4,
    "often": 0.55,
    "sure": 2.0,
    "unsure": 2.6,
    "trial": 0.8,
    "second": 3.0,
    "share": 0.8,
    "class": 2.4,
    "exposure": 0.8,
    "meant": 1.9,
    "all": -2.4,
}


#: Designs in which something was given or done for certain.
_TRIALS = frozenset(
    ["randomized_controlled_trial", "nonrandomized_trial", "single_arm_trial", "animal"]
)


def interventions(
    article: Article,
    taken: set[str],
    design: str | None = None,
    named: Sequence[Topic] | None = None,
) -> tuple[StudyValue, ...]:
    """At most three treatments or exposures; `taken` are the keys of the conditions.

    `named` are all that may be one, if known.
    """
    ranked = ranking(article, all_named(article) if named is None else named, taken)
    least = WEIGHTS["sure" if ranked and _sure(ranked[0]) else "unsure"]
    least -= WEIGHTS["trial"] * (design in _TRIALS)
    if not ranked or ranked[0].weight < least:
        return ()
    least = max(WEIGHTS["share"] * ranked[0].weight, WEIGHTS["second"])
    chosen = [ranked[0]] + [
        t for t in ranked[1:5] if _sure(t) and (t.weight > least or _beside(article, ranked[0], t))
    ]
    return tuple(_joined(article, chosen[:3]))


def all_named(article: Article) -> list[Topic]:
    """All that may be treatments or exposures, each with its weight."""
    return topics.rank(article, exposures.mentions(article), _topic)


def ranking(article: Article, named: Sequence[Topic], taken: set[str]) -> list[Topic]:
    """Those that are no condition, the heaviest first."""
    left = [
        t
        for t in named
        if topics.key(t.name) not in taken and topics.key(_text(article, t)) not in taken
    ]
    return _without_parts(_without_classes(left))


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
    """Whether lists or model know it as something that is given or done."""
    return _kind(topic) not in {None, "OTHER"} or any(m.marked for m in topic.mentions)


def _text(article: Article, topic: Topic) -> str:
    return article.text[topic.best.start : topic.best.end]


def _topic(article: Article, group: list[Mention]) -> Topic | None:
    """The treatment with its weight: the best place it stands in, and how often it is named."""
    rows = [(weight, m) for m in group if (weight := _place(article, m)) is not None]
    if not rows:
        return None
    weight, best = max(rows, key=lambda row: (row[0], -row[1].start))
    weight += WEIGHTS["often"] * math.log2(len(rows))
    weight += WEIGHTS["all"] * any(_had_by_all(article, m) for _, m in rows)
    return Topic(best.name, weight, best, tuple(m for _, m in rows))


#: What both arms had is not what was tested.
_ALL = re.compile(
    r"(?:^|[.;—] |, and )(?:all(?: of (?:them|the \w+))?|both(?: (?:groups|arms|sets))?|everyone|everybody|each|the two groups)(?: (?:patients|participants|people|women|men|children|animals))?(?: also)? (?:received|took|got|had|were (?:also )?given|was given) (?:the same |standard |usual )?(?:[\w-]{1,16} ){0,2}$"
)


def _had_by_all(article: Article, mention: Mention) -> bool:
    return _ALL.search(topics.around(article, mention.start, mention.end, 90)[0]) is not None


def _without_classes(ranked: list[Topic]) -> list[Topic]:
    """Classes ("chemotherapy") and mere exposures behind treatments with a name of their own.

    Where the headline has the class ("an old malaria drug"), the first such name is what it means.
    """
    named = [t for t in ranked if t.weight > 1.2 and _sure(t) and not _class(t)]
    if not named:
        return ranked
    meant = _meant(ranked[0], named)
    out = [
        replace(
            t,
            weight=t.weight + WEIGHTS["meant"] if t is meant else t.weight - _less(t),
        )
        for t in ranked
    ]
    return sorted(out, key=lambda t: (-t.weight, t.best.start))


def _meant(first: Topic, named: list[Topic]) -> Topic | None:
    """The drug that a class in the first place stands for."""
    if not _class(first):
        return None
    return next((t for t in named if t is not first and _kind(t) in {"DRUG", "BIOLOGICAL"}), None)


def _class(topic: Topic) -> bool:
    unlisted = _kind(topic) is None and _PRODUCT.match(topic.name)
    return bool(_CLASS.match(topic.name) or unlisted)


def _less(topic: Topic) -> float:
    return WEIGHTS["class"] if _class(topic) else 0.0 if _sure(topic) else WEIGHTS["exposure"]


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
    own = [topic for topic in chosen if not _class(topic)]
    yield from (value(article, topic) for topic in own or chosen)


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
    headline = WEIGHTS["headline"] * (sentence.zone is Zone.HEADLINE)
    return (
        headline
        + _TOLD[sentence.whose]
        + mention.cue
        + WEIGHTS["early"] * topics.early(article, sentence)
    )


def value(article: Article, topic: Topic) -> StudyValue:
    """A treatment or exposure as the card says it."""
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
