"""What a study is about: its condition, what was done or met, what that was set against, who was studied.

The rules of each field have the first word. Where they are not firm, and a phrase is likely enough by
`nominal_model`, that one is told; not in abstracts, whose ways the model does not know.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from reader.model.study import StudyValue
from reader.study import (
    comparator,
    conditions,
    exposures,
    genre,
    interventions,
    lifetimes,
    nominal_model,
    participants,
    population,
    topics,
    who_ails,
)
from reader.study.comparator import Candidate
from reader.study.counts import Count
from reader.study.nominal_model import Weighed
from reader.study.nominals import Ruled, Rules
from reader.study.participants import Phrase
from reader.study.reading.article import Article
from reader.study.topics import Topic
from reader.study.values import stated
from reader.study.wording import stem

Values = tuple[StudyValue, ...]


@dataclass(frozen=True, slots=True)
class Considered:
    """What the rules of each field consider, those below their threshold, too."""

    ill: Sequence[Topic]
    given: Sequence[Topic]
    against: Sequence[Candidate]
    who: Sequence[Phrase]

    def rules(self, article: Article) -> Rules:
        """The passages, with their weights and places."""
        against = sorted(self.against, key=lambda row: (-row.weight, row.start))
        who = sorted(self.who, key=lambda phrase: (-phrase.weight, phrase.start))
        return {
            "k": _of_topics(self.ill),
            "i": _of_topics(interventions.ranking(article, self.given, set())),
            "c": [Ruled(row.start, row.end, row.weight, n) for n, row in enumerate(against)],
            "p": [Ruled(row.start, row.end, row.weight, n) for n, row in enumerate(who)],
        }


@dataclass(frozen=True, slots=True)
class Policy:
    """How sure the rules must be to have the only say, and a phrase to replace what they say, to fill a gap,
    or to stand beside another."""

    firm: float
    over: float
    fill: float
    beside: float = 2.0


POLICIES = {
    "condition": Policy(0.65, 0.7, 0.4, 0.4),
    "intervention": Policy(0.75, 0.6, 0.5, 0.3),
    "comparator": Policy(0.75, 0.6, 0.45),
    "population": Policy(0.6, 0.45, 0.4),
}
_CELLS = frozenset(stem(word) for word in ("cell", "cells", "neuron", "neurons", "stem"))
_ANYBODY = frozenset(
    ["people", "person", "patient", "participant", "volunteer", "individual", "subject"]
)
#: How a phrase of a field becomes a value of the card.
_Made = Callable[[Weighed], StudyValue]


def considered(article: Article, counted: Count | None, design: str | None) -> Considered:
    return Considered(
        conditions.ranking(article),
        interventions.all_named(article),
        list(comparator.candidates(article)),
        population.phrases(article, counted, design),
    )


def _of_topics(ranked: Sequence[Topic]) -> list[Ruled]:
    return [
        Ruled(m.start, m.end, topic.weight, n)
        for n, topic in enumerate(ranked)
        for m in topic.mentions
    ]


def subjects(article: Article, counted: Count | None, design: str | None) -> dict[str, Values]:
    """The values of the four fields."""
    known = considered(article, counted, design)
    weighed = _telling(article, known)
    ill = _settled(
        conditions.conditions(article, known.ill),
        weighed.get("condition", ()),
        POLICIES["condition"],
        lambda row: _topical(article, row, known.ill, conditions.value),
    )
    taken = {topics.key(str(value.value)) for value in ill}
    given = _settled(
        interventions.interventions(article, taken, design, known.given),
        _left(weighed, ill, design),
        POLICIES["intervention"],
        lambda row: _topical(article, row, known.given, interventions.value),
    )
    against = comparator.comparator(article, design, given, known.against)
    who = population.population(article, counted, design, known.who)
    return {
        "condition": ill,
        "intervention_or_exposure": given,
        "comparator": _against(article, against, weighed),
        "population": who_ails.rather(
            _who(article, who, weighed, design),
            who_ails.said(article, design, known.who, ill),
        ),
    }


_Phrases = Mapping[str, Sequence[Weighed]]


def _telling(article: Article, known: Considered) -> _Phrases:
    """The phrases by the model, without those that say too little of what is asked."""
    if genre.scholarly(article):
        return {}
    found = nominal_model.weighed(article, known.rules(article))
    return {
        field: [
            row
            for row in rows
            if not (
                _SAYS_LITTLE[field](_folded(article, row))
                or lifetimes.is_when(article, row, _folded(article, row))
            )
        ]
        for field, rows in found.items()
    }


def _folded(article: Article, row: Weighed) -> list[str]:
    return [word.folded for word in article.words_in(row.start, row.end)]


def _is_anybody(words: Sequence[str]) -> bool:
    """Whether a phrase says no more than "people", or what is for them."""
    return all(word in _ANYBODY for word in words) or (
        words[-1] in exposures.people() and any(word in _OF for word in words[1:-1])
    )


def _nobody(article: Article, row: Weighed, design: str | None) -> bool:
    """Whether a phrase names neither people nor animals, nor a part of them where that may be all."""
    animal = design == "animal"
    known, least = participants.nouns("animals" if animal else "cells"), -0.5 if animal else -1.0
    return not any(known.get(word, -2.0) > least for word in _folded(article, row))


def _is_people(words: Sequence[str]) -> bool:
    """Whether a phrase names people rather than what ails them."""
    known = exposures.people()
    with_it = len(words) > 2 and words[0] in known and words[1] in _WHO_HAVE
    return words[-1] in known or with_it or exposures.is_bare(words)


#: "vision for people": those it is for are a phrase of their own.
_OF = frozenset(["of", "for"])
_WHO_HAVE = frozenset(["with", "who", "whose", "without", "in", "at", "of", "born"])


def _does_nothing(words: Sequence[str]) -> bool:
    """Whether a phrase names nothing done: a time or place, or what people do ("women experience")."""
    told = len(words) > 1 and words[-2] in _PEOPLE and words[-1] not in exposures.people()
    return told or exposures.is_bare(words) or all(word in _PEOPLE for word in words)


#: People who stand before what they do, never before a noun that they tell more of.
_PEOPLE = frozenset(["women", "men", "people", "children", "they"])
#: Whether the words of a phrase cannot be what a field asks for.
_SAYS_LITTLE: Mapping[str, Callable[[Sequence[str]], bool]] = {
    "condition": _is_people,
    "intervention": _does_nothing,
    "comparator": exposures.is_bare,
    "population": _is_anybody,
}


def _against(article: Article, said: StudyValue | None, weighed: _Phrases) -> Values:
    return _settled(
        _one(said),
        [row for row in weighed.get("comparator", ()) if not _had_more(article, row)],
        POLICIES["comparator"],
        lambda row: _plain(article, row, "comparator"),
    )


def _had_more(article: Article, row: Weighed) -> bool:
    """Whether it is what some had more of: "who ate the most pulses"."""
    return article.text[max(0, row.start - 9) : row.start].lower().endswith(_MORE)


_MORE = ("most ", "more ", "highest ", "higher ")


def _who(
    article: Article, said: StudyValue | None, weighed: _Phrases, design: str | None
) -> Values:
    rows = weighed.get("population", ())
    if design in population.CLINICAL:
        rows = [row for row in rows if not _nobody(article, row, design)]
    return _settled(
        _one(said),
        rows,
        POLICIES["population"],
        lambda row: population.value(article, (row.start, row.end), _sure(row), "population_said"),
    )


def _left(weighed: _Phrases, ill: Values, design: str | None) -> list[Weighed]:
    """What may have been done: no condition, and nothing that more surely is what it was set against.

    The cells of a laboratory are what was studied.
    """
    lab = design in {"animal", "in_vitro"}
    against = weighed.get("comparator", ())
    return [
        row
        for row in weighed.get("intervention", ())
        if not _any(row, ill)
        and not (lab and row.stems & _CELLS)
        and not any(
            other.sure > row.sure
            and nominal_model.overlap(row.stems, other.stems) >= nominal_model.ALIKE
            for other in against
        )
    ]


def _one(value: StudyValue | None) -> Values:
    return () if value is None else (value,)


def _settled(said: Values, weighed: Sequence[Weighed], policy: Policy, made: _Made) -> Values:
    """What the rules said, or the likeliest phrase where it should be told instead."""
    if not weighed or (said and (said[0].value is None or said[0].confidence >= policy.firm)):
        return said
    best = weighed[0]
    if best.sure < (policy.over if said else policy.fill) or _any(best, said):
        return said
    other = (row for row in weighed[1:] if row.sure >= policy.beside and not row.stems & best.stems)
    return tuple(
        made(row) for row in (best, *(row for row, _ in zip(other, range(1), strict=False)))
    )


def _any(row: Weighed, said: Values) -> bool:
    """Whether a phrase says much the same as one of the values."""
    return any(
        nominal_model.overlap(row.stems, _stems(str(value.value))) >= nominal_model.ALIKE
        for value in said
    )


def _stems(text: str) -> frozenset[str]:
    return nominal_model.telling(stem(word) for word in topics.key(text).split())


def _topical(
    article: Article,
    row: Weighed,
    known: Sequence[Topic],
    value: Callable[[Article, Topic], StudyValue],
) -> StudyValue:
    """A phrase as the rules tell the thing they know it for; else as it is printed."""
    for topic in known:
        if any((m.start, m.end) == (row.start, row.end) for m in topic.mentions):
            return replace(value(article, topic), confidence=_sure(row))
    return _plain(article, row, "subject")


def _plain(article: Article, row: Weighed, method: str) -> StudyValue:
    place = (row.start, row.end)
    return stated(article, article.text[row.start : row.end], [place], _sure(row), f"{method}_said")


def _sure(row: Weighed) -> float:
    return max(0.3, min(0.85, row.sure))
