"""The counts of an abstract, weighed once more by a model that has read many.

"Of 83 eligible patients 70 agreed" counts 70: CONSORT has both the assessed and those who entered told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reader.study import size_model
from reader.study.counts import Count
from reader.study.reading.article import Article
from reader.text import sieve as re

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
    both = [_with(row, odds.get(row.count.number.start, _UNSEEN)) for row in (*weighed, *alone)]
    entered = _entered(article)
    known = {row.count.number.start for row in both}
    both += [Weighed(bare(c), _ENTERED) for c in entered if c.number.start not in known]
    starts = {c.number.start for c in entered}
    return [_of_more(row) if row.count.number.start in starts else row for row in both]


_PLANNED = re.compile(
    r"\b(?:planned|intended|projected|anticipated|targeted|eligible|invited|approached|screened|consecutive)\b"
)
#: So many of those planned, asked or fit entered; what stands around the words for who they are.
_OF_THE_PLANNED = re.compile(
    r"^ of (?:the |an? )?(?:\w+ )?\d[\d, ]* (?:planned|intended|projected|anticipated|targeted|eligible|invited|approached|screened|consecutive)\b"
    r"|^ of (?:the |an? )?(?:planned|intended|projected|anticipated|targeted|eligible|invited|approached|screened) \d"
)
_INTO = re.compile(
    r"\b(?:accrual|recruitment|enrol?lment|inclusion)\b[^.;]{0,40}$|\b(?:randomi[sz]ed|recruited|enroll?ed|included|entered) $"
)
_ENTER = re.compile(
    r"^[^.;]{0,60}\b(?:agreed|consented|participated|were (?:randomi[sz]ed|randomly|enroll?ed|recruited|included|entered)|entered|took part)\b"
)
_ENTERED, _MORE = 3.0, 2.0


def _entered(article: Article) -> list[size_model.Candidate]:
    """The numbers of those who entered a study, of more that are told in the same breath."""
    starts = {
        number.start
        for sentence in article.body
        if _PLANNED.search(sentence.low)
        for number in article.numbers_in(sentence)
        if _enters(sentence.low, number.start - sentence.start, number.end - sentence.start)
    }
    return size_model.candidates(article, starts) if starts else []


def _enters(low: str, start: int, end: int) -> bool:
    after = low[end:]
    if not _OF_THE_PLANNED.match(after):
        return False
    return bool(_INTO.search(low[:start]) or _ENTER.match(after))


def _of_more(row: Weighed) -> Weighed:
    return replace(row, weight=max(row.weight, _ENTERED) + _MORE, alone=False)


def bare(found: size_model.Candidate) -> Count:
    """A number as a count of whatever it counts."""
    number = found.number
    return Count(found.value, number.start, number.end, "", "people", found.sentence, number)


def _with(row: Weighed, odds: float) -> Weighed:
    said = max(-_FARTHEST, min(_FARTHEST, odds - _EVEN))
    return replace(row, weight=row.weight + _SHARE * said)
