"""Rules and token classifier together: what the classifier does not see becomes a candidate, what
only it sees is added.

Where it helps, and from which probability on, was measured on articles that neither the classifier
nor the rules had learnt from: `tests/training/README.md` has the figures.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from reader.model.study import FIELD, Span, StudyCard, StudyValue
from reader.study import (
    figures,
    findings,
    genre,
    harms,
    limitations,
    population,
    speakers,
    topics,
    vocabulary,
)
from reader.study.phrases.marker import Marks, Passage
from reader.study.reading.article import Article
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose
from reader.study.values import trim
from reader.text import sieve as re

#: Most values of a field that the classifier may fill up to.
MOST = 8
_WORD = re.compile(r"\w+")
#: What a passage ends in where the next clause goes on.
_JOINS = re.compile(r"[,;]? (?:and|but|or|so|while|although|though|because)$")


@dataclass(frozen=True, slots=True)
class Policy:
    """How the classifier's passages of a kind count in a field of the card.

    A rule's value whose passage has less than `least` is a candidate; a passage with `enough` or
    more is a value of its own (never, above 1); of a `filling` policy only where the rules have none.
    A rule that is as sure as `trusted` is believed against the classifier.
    """

    kind: str
    least: float
    enough: float
    filling: bool = False
    trusted: float = 1.0


POLICIES: Mapping[str, Policy] = {
    "population": Policy("population", 0.2, 0.75),
    "comparator": Policy("comparator", 0.05, 0.88),
    "follow_up": Policy("follow_up", 0.1, 0.8, trusted=0.8),
    "key_results": Policy("result", 0.1, 0.8),
    "outcome_measures": Policy("outcome", 0.1, 0.8),
    "intervention_or_exposure": Policy("intervention", 0.4, 0.75, filling=True, trusted=0.8),
    "limitations": Policy("limitation", 0.1, 0.8),
    "institution": Policy("institution", 0.0, 0.85),
    "funding": Policy("funder", 0.0, 0.85),
    "investigators": Policy("investigator", 0.05, 2.0),
    "journal": Policy("journal", 0.0, 0.8),
    "adverse_events": Policy("harm", 0.02, 0.7),
    "deaths": Policy("death", 0.02, 2.0),
    "study_period": Policy("period", 0.1, 2.0),
}
#: What counts otherwise in the texts of scholars, whose treatments the corpora teach.
OF_SCHOLARS: Mapping[str, Policy] = {
    "intervention_or_exposure": Policy("intervention", 0.1, 0.9, filling=True),
}
#: Passages that are told in whole sentences: two may share every word and say different things.
_TOLD = frozenset({"key_results", "limitations"})


def with_marks(article: Article, card: StudyCard, marks: Marks, method: str) -> StudyCard:
    """The card of an article's rules, with what the classifier marked worked in."""
    if not card.is_study.value:
        return card
    values, doubted = dict(card.values), []
    policies = {**POLICIES, **OF_SCHOLARS} if genre.scholarly(article) else POLICIES
    for name, policy in policies.items():
        had = values.pop(name, ())
        kept = tuple(v for v in had if not _is_doubted(v, marks, policy))
        doubted += [(name, value) for value in had if value not in kept]
        found = _added(article, name, kept, marks.passages(policy.kind), policy, method)
        if rows := tuple(sorted((*kept, *found), key=_place)) if found else kept:
            values[name] = rows
    return replace(
        card,
        values={name: values[name] for name in sorted(values)},
        candidates=(*doubted, *card.candidates),
    )


def _place(value: StudyValue) -> int:
    return value.evidence[0].start if value.evidence else -1


def _is_doubted(value: StudyValue, marks: Marks, policy: Policy) -> bool:
    """Whether a rule's value stands where the classifier sees nothing of the kind."""
    if value.status != "stated" or not value.method.startswith(("rule:", "linear:")):
        return False
    if value.confidence >= policy.trusted:
        return False
    first = value.evidence[0]
    return marks.cover(policy.kind, first.start, first.end) < policy.least


def _added(
    article: Article,
    name: str,
    kept: tuple[StudyValue, ...],
    passages: Iterable[Passage],
    policy: Policy,
    method: str,
) -> list[StudyValue]:
    """The passages that are sure enough and say something new, the surest first."""
    most = MOST if FIELD[name].many else 1
    if policy.filling and kept:
        return []
    out: list[StudyValue] = []
    for passage in sorted(passages, key=lambda p: (-p.probability, p.start)):
        if passage.probability < policy.enough or len(kept) + len(out) >= most:
            break
        value = _value(article, name, passage, method)
        if value is not None and not any(_same(name, value, v) for v in (*kept, *out)):
            out.append(value)
    return out


def _value(article: Article, name: str, passage: Passage, method: str) -> StudyValue | None:
    """A passage as a value of its field; None where nothing is left of it."""
    start, end = trim(article.text, *_whole_words(article.text, passage.start, passage.end))
    if name == "follow_up":
        start, end = next(
            ((d.start, d.end) for d in article.durations if d.start < end and start < d.end), (0, 0)
        )
    if name in _TOLD and (joined := _JOINS.search(article.text, start, end)):
        end = joined.start()
    text = article.text[start:end]
    if len(text) < 3 or _WORD.search(text) is None or not _of_this_study(article, name, start):
        return None
    if name == "key_results" and findings.tells_sizes(text.lower()):
        return None
    if name == "population":
        return replace(
            population.value(article, (start, end), passage.probability, ""), method=method
        )
    details = {key: item for key, item in _details(article, name, start, end).items() if item}
    return StudyValue(
        text, (Span(start, end, text),), passage.probability, method, "stated", details
    )


#: What a sentence says, or the one before it, where somebody paid.
_PAID = re.compile(
    r"\b(?:fund|financ|support|grant|sponsor|paid|pays?\b|money|award|donat|gift|back(?:ed|ing|er)|fellowship|"
    r"scholarship|endow|bequest|underwr|commission|bankroll|philanthrop|cash|salar(?:y|ies)|costs?\b|bill\b)"
)
#: Where what a field asks for is not told of this study.
_ELSEWHERE = frozenset({Zone.MENU, Zone.ABOUT, Zone.CONTACTS, Zone.FOOTER})
#: Fields whose names may be those of people who comment from outside.
_OF_PEOPLE = frozenset({"institution", "funding", "investigators"})


def _of_this_study(article: Article, name: str, start: int) -> bool:
    """Whether a passage of a field stands where this study is spoken of; what is told in whole
    sentences says so itself."""
    sentence = article.sentence_at(start)
    if name in _TOLD or sentence is None:
        return True
    if sentence.zone in _ELSEWHERE or sentence.whose is Whose.OTHER:
        return False
    if name in _OF_PEOPLE and speakers.UNINVOLVED.search(sentence.low):
        return False
    before = article.text[max(0, sentence.start - 200) : sentence.start].lower()
    return name != "funding" or bool(_PAID.search(before + sentence.low))


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The model's tokens are pieces of words."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _same(name: str, value: StudyValue, other: StudyValue) -> bool:
    """Whether two values stand in the same place, or say the same in other words."""
    one = value.evidence[0]
    if any(span.start < one.end and one.start < span.end for span in other.evidence):
        return True
    if name in _TOLD:
        return topics.key(str(value.value)) == topics.key(str(other.value))
    return bool(_words(value) & _words(other))


def _words(value: StudyValue) -> set[str]:
    return {word for word in _WORD.findall(str(value.value).lower()) if len(word) > 2}


def _details(article: Article, name: str, start: int, end: int) -> dict[str, Any]:
    """The normal forms that the rules give to values of the field."""
    detail = _DETAILS.get(name)
    return detail(article, start, end) if detail else {}


def _of_follow_up(article: Article, start: int, end: int) -> dict[str, Any]:
    duration = next(d for d in article.durations if (d.start, d.end) == (start, end))
    return {
        "min_years": round(duration.low, 3),
        "max_years": round(duration.high, 3),
        "iso8601": list(duration.iso),
    }


def _of_result(article: Article, start: int, end: int) -> dict[str, Any]:
    return figures.details(article.text[start:end], None)


def _of_limitation(article: Article, start: int, end: int) -> dict[str, Any]:
    return {"code": limitations.code(article.text[start:end].lower())}


def _of_outcome(article: Article, start: int, end: int) -> dict[str, Any]:
    return {"instrument": _listed(article, "instruments", start, end)}


def _of_harm(article: Article, start: int, end: int) -> dict[str, Any]:
    return harms.figures_told(article.text[start:end], None)


def _listed(article: Article, name: str, start: int, end: int) -> str | None:
    """The name that a list has for something within the passage."""
    found = article.found(vocabulary.names(name))
    return next((row.entry.name for row in found if start <= row.start and row.end <= end), None)


_DETAILS: Mapping[str, Callable[[Article, int, int], dict[str, Any]]] = {
    "adverse_events": _of_harm,
    "follow_up": _of_follow_up,
    "key_results": _of_result,
    "limitations": _of_limitation,
    "outcome_measures": _of_outcome,
}
