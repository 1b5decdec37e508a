"""The counts of a news text, weighed once more by a model: which number is the size of the study?

The rules know what stands beside a size in the turns of phrase they were made for. The model weighs what
they say together with the words around the number, its place, and how it compares with the other
numbers of the text; `tests/training/train_news_sizes.py` fits it on news alone. In abstracts
`abstract_sizes` has the say.
"""

import json
import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reader.resource import resource
from reader.study import elsewhere, openings, size_model, some_of_them
from reader.study.abstract_sizes import Weighed, bare
from reader.study.reading.article import Article
from reader.study.reading.numbers import Number
from reader.study.size_model import Candidate
from reader.text import sieve as re

#: The least probability of a number on the card, and of one where the rules find none.
_LIKELY, _ALONE = 0.35, 0.6
#: The weight under which the rules know that a number is none: of a plan, of others, of what befell a few.
_VETO = -1.2
#: The log odds from which a number weighs anything, and the weight of the rules that is enough.
_EVEN, _ENOUGH = -0.6, 1.0
#: The weight by the rules, and what it has before the next number's, from which the model has no say.
_FIRM, _APART = 3.5, 3.0
#: What the rules say counts for less than what is seen of the text: they are surer of texts they were mended with.
_TRUST = 0.6
#: Places among the numbers of a text, from the first or largest on, that are told apart.
_RANKS, _LARGEST = 3, 4
#: The most that a number weighs against which a network speaks, where neither rules nor model are sure of it.
_DOUBTED = -0.5
Features = dict[str, float]


@cache
def weights() -> Mapping[str, float]:
    """The weights that ship, read when first needed."""
    data = json.loads(resource("models/news_sizes.json").read_text("utf-8"))
    return {str(name): float(weight) for name, weight in data["weights"].items()}


def in_news(
    article: Article, weighed: Sequence[Weighed], by: Mapping[str, float] | None = None
) -> list[Weighed]:
    """The counts, and numbers that only the model takes for one, with the weights of both together.

    Where the rules are firm, or the model finds none likely enough, the rules alone have the say; in
    the second case not against what a network says (14 such were no size, 3 were).
    """
    if _is_firm(weighed):
        return list(weighed)
    both = _by_model(article, weighed, weights() if by is None else by)
    best = max(both, key=lambda row: row.weight, default=None)
    if best and (best.sure or 0) >= _least(best, weighed):
        return both
    return [_doubted(row) if _heard(article, row.count.number) < 0 else row for row in weighed]


def _doubted(row: Weighed) -> Weighed:
    """A count that neither the model nor a network that has read the text takes for the size: a candidate at most."""
    return replace(row, weight=min(row.weight, _DOUBTED))


def _least(best: Weighed, weighed: Sequence[Weighed]) -> float:
    """The probability that a number needs: more where the rules find no size."""
    if any(row.weight >= _ENOUGH for row in weighed):
        return _LIKELY
    known = [row.weight for row in weighed if row.count.number is best.count.number]
    count = best.count
    start, end = count.start - count.sentence.start, count.end - count.sentence.start
    none = (known and known[0] < _VETO) or elsewhere.planned(count.sentence, start, end)
    return math.inf if none else _ALONE


def _is_firm(weighed: Sequence[Weighed]) -> bool:
    """Whether one number is heavy by the rules, and no other comes near it."""
    best = max(weighed, key=lambda row: row.weight, default=None)
    if best is None or best.weight < _FIRM:
        return False
    others = (row.weight for row in weighed if row.count.value != best.count.value)
    return best.weight - max(others, default=-math.inf) >= _APART


def _by_model(
    article: Article, weighed: Sequence[Weighed], known: Mapping[str, float]
) -> list[Weighed]:
    rows = {row.count.number.start: row for row in weighed}
    told = [
        (
            found,
            _odds(said, known)
            - _HARDLY * some_of_them.of_some(found)
            + _heard(article, found.number),
        )
        for found, said in features(article, weighed)
    ]
    whole = math.fsum(math.exp(min(_MOST, odds)) for _, odds in told) + 1
    out = []
    for found, odds in told:
        row = rows.get(found.number.start)
        if row is None and odds < _EVEN:
            continue
        weight, sure = _ENOUGH + odds - _EVEN, math.exp(min(_MOST, odds)) / whole
        count, alone = (bare(found), True) if row is None else (row.count, row.alone)
        out.append(Weighed(count, weight, alone=alone, sure=sure))
    return out


#: The log odds that a number of what befell some loses.
_HARDLY = 2.5
#: How much each of two networks counts that have read the text, and what they say at most for or against.
_SHARES, _HEARD = {"size": 0.8, "sample": 0.5}, 5.0


def _heard(article: Article, number: Number) -> float:
    """What networks say for or against a number, if they have read so far."""
    opinion = article.opinion
    if opinion is None:
        return 0.0
    odds = (
        (opinion.odds(kind, number.start, number.end), share) for kind, share in _SHARES.items()
    )
    return math.fsum(
        share * max(-_HEARD, min(_HEARD, one)) for one, share in odds if one is not None
    )


#: Log odds beyond these are all the same.
_MOST = 30.0


def _odds(said: Features, known: Mapping[str, float]) -> float:
    return known[""] + math.fsum(known[name] * said[name] for name in known.keys() & said.keys())


def features(article: Article, weighed: Sequence[Weighed]) -> Iterator[tuple[Candidate, Features]]:
    """Each number that may be the size, with what speaks for or against it."""
    ranked = sorted(weighed, key=lambda w: (-w.weight, w.count.start))
    order = {row.count.number.start: place for place, row in enumerate(ranked)}
    found = size_model.candidates(article, order.keys() | _possible(article))
    if not found:
        return
    of_text, known = openings.about(article), _told_first(article)
    largest = sorted({candidate.value for candidate in found}, reverse=True)[:_LARGEST]
    ranks, near = {value: rank for rank, value in enumerate(largest)}, _by_sentence(found)
    heaviest = ranked[0].weight if ranked else 0.0
    for candidate in found:
        place = order.get(candidate.number.start)
        said = dict.fromkeys(candidate.features, 1.0)
        said |= {"not counted": _TRUST} if place is None else _by_rules(ranked[place], place)
        said["abstract"] = max(-6.0, min(6.0, size_model.log_odds(candidate.features))) / 3
        behind = 0.0 if place is None else ranked[place].weight
        said["behind"] = max(-_FAR, min(0.0, behind - heaviest)) / 2 * _TRUST
        said |= _beside(candidate, found[0], near[id(candidate.sentence)])
        said |= _within(article, candidate)
        said |= of_text | known.of(article, candidate) | some_of_them.narrowed(candidate)
        said["size"] = math.log10(candidate.value) / 3
        said[f"largest={ranks.get(candidate.value, _LARGEST)}"] = 1.0
        yield candidate, said


#: Units and ages behind a number, and what it may be part of.
_MEASURED = re.compile(
    r" ?(?:%|‰|°|(?:mg|g|kg|ml|mm|cm|m|km|l|mcg|iu|units?|years?|months?|weeks?|days?|hours?|min(?:utes)?|seconds?|percent|per|times|points?|"
    r"sites|cent(?:er|re)?s?|countries|hospitals|clinics|doses|cycles|sessions|fractions|gy|hz|db|mmol|nmol|kcal|euros?|dollars?|pounds|pesos|degrees|lux|a\.?m|p\.?m|bst|gmt|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)\b)|[-–/:]\w|[.,]\d",
    re.I,
)
#: What stands before ages, dates, pages, ratios and money.
_LABELLED = re.compile(
    r"\b(?:aged?|ages|of|than|to|and|by|at|least|in|until|from|under|over|between|grade|phase|week|day|month|year|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|volume|page|no|covid)[ -]$|[-–—/.,:£$€%]$"
)


def _possible(article: Article) -> set[int]:
    """Where numbers start that may count those studied, with a noun behind them or not."""
    named = size_model.plausible(article)
    return named | {
        number.start
        for number in article.numbers
        if size_model.many(number)
        and not _MEASURED.match(article.text, number.end)
        and not _LABELLED.search(article.text[max(0, number.start - 12) : number.start].lower())
    }


#: Sentences that say whom a story is about.
_FIRST = 2


@dataclass(frozen=True, slots=True)
class _First:
    """The words and the numbers with which a story opens, and where it begins and ends."""

    words: frozenset[str]
    numbers: frozenset[int]
    start: int
    end: int

    def of(self, article: Article, candidate: Candidate) -> Features:
        """How a number agrees with the opening, and how far behind it it stands."""
        number, sentence = candidate.number, candidate.sentence
        behind = article.words_in(number.end, sentence.end)[:4]
        late = (number.start - self.start) / max(1, self.end - self.start)
        opens = sentence in article.body[:_FIRST]
        near = any(
            abs(value - candidate.value) <= _ROUND * candidate.value for value in self.numbers
        )
        return {
            "whom": float(
                any(size_model.kind(w) and w in self.words for w in (b.folded for b in behind))
            ),
            "told first": float(near and not opens),
            "late": late,
            "very late": max(0.0, late - 0.5),
        }


#: The share by which a number in the headline is rounded.
_ROUND = 0.03


def _told_first(article: Article) -> _First:
    opening = article.body[:_FIRST]
    words = (word.folded for s in opening for word in article.words_in(s.start, s.end))
    numbers = (int(n.value) for s in opening for n in article.numbers_in(s) if n.whole)
    return _First(frozenset(words), frozenset(numbers), article.body[0].start, article.body[-1].end)


#: The farthest that a weight is counted as behind the heaviest.
_FAR = 4.0
#: What refers to people told of before.
_KNOWN = ("the ", "all ", "these ", "those ", "their ")
_GO_ON = re.compile(
    r"(?:they|these|those|the (?:patients|participants|volunteers|men|women|children|team|researchers)|all|half|each|everyone|some|one)\b"
)


def _by_sentence(found: Sequence[Candidate]) -> dict[int, list[Candidate]]:
    """The numbers of each sentence, so that a text of many is not gone through for each of them."""
    near: dict[int, list[Candidate]] = {}
    for candidate in found:
        near.setdefault(id(candidate.sentence), []).append(candidate)
    return near


def _beside(candidate: Candidate, first: Candidate, near: Sequence[Candidate]) -> Features:
    """How a number stands among those of its sentence, and whether it is the first of the text."""
    start, value = candidate.number.start, candidate.value
    return {
        "first": float(candidate is first),
        "larger beside": float(any(other.value > value for other in near)),
        "smaller behind": float(any(o.value < value and o.number.start > start for o in near)),
        "beside": min(4, len(near)) / 4,
    }


def _within(article: Article, candidate: Candidate) -> Features:
    """How a number stands in its sentence, and whether the next one goes on with those counted."""
    sentence = candidate.sentence
    before = sentence.low[: candidate.number.start - sentence.start]
    at = bisect_right(article.body, sentence.start, key=lambda row: row.start)
    following = article.body[at].low if at < len(article.body) else ""
    return {
        "percent": float(any(number.percent for number in article.numbers_in(sentence))),
        "opens": float(not before.strip() or before.rstrip().endswith((",", ";", ":", "—", "–"))),
        "known": float(before.endswith(_KNOWN)),
        "headline": float(sentence is article.body[0]),
        "goes on": float(_GO_ON.match(following) is not None),
    }


def _by_rules(row: Weighed, place: int) -> Features:
    return {
        "counted": _TRUST,
        "rules": max(-4.0, min(6.0, row.weight)) / 3 * _TRUST,
        f"rank={min(place, _RANKS)}": _TRUST,
    }
