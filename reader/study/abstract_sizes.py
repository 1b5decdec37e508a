"""The counts of an abstract, weighed once more by a model that has read many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reader.study import size_model
from reader.study.counts import Count
from reader.study.reading.article import Article

#: What the model's log odds count for beside the weight of the rules, and how far they go.
_SHARE, _FARTHEST = 0.75, 5.0
#: The log odds at which the model takes no side, and those of a number that it does not look at.
_EVEN, _UNSEEN = -1.5, -4.0
#: The weight of a number that only the model takes for a count, and the least of its log odds.
_ALONE, _LIKELY = 0.5, 0.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """A count with its weight of being the size of the study; `alone` if no rule knows it.

    `sure` is the probability that it is, where a model says so.
    """

    count: Count
    weight: float
    alone: bool = False
    sure: float | None = None


def in_abstract(
    article: Article, weighed: Sequence[Weighed], by: Mapping[str, float] | None = None
) -> list[Weighed]:
    """The counts, and numbers that only the model takes for one, with its log odds added."""
    starts = {row.count.number.start for row in weighed}
    found = size_model.candidates(article, starts | size_model.plausible(article))
    odds = {c.number.start: size_model.log_odds(c.features, by) for c in found}
    alone = [
        Weighed(bare(c), _ALONE, alone=True)
        for c in found
        if c.number.start not in starts and odds[c.number.start] >= _LIKELY
    ]
    return [_with(row, odds.get(row.count.number.start, _UNSEEN)) for row in (*weighed, *alone)]


def bare(found: size_model.Candidate) -> Count:
    """A number as a count of whatever it counts."""
    number = found.number
    return Count(found.value, number.start, number.end, "", "people", found.sentence, number)


def _with(row: Weighed, odds: float) -> Weighed:
    said = max(-_FARTHEST, min(_FARTHEST, odds - _EVEN))
    return replace(row, weight=row.weight + _SHARE * said)
