"""The counts of an abstract, weighed once more by a model that has read many.

"Of 83 eligible patients 70 agreed" counts 70: CONSORT has both the assessed and those who entered told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reader.study import size_choice, size_model
from reader.study.counts import Count
from reader.study.reading.article import Article
from reader.text import sieve as re

#: What the model's log odds count for beside the weight of the rules, and how far they go.
_SHARE, _FARTHEST = 1.5, 5.0
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
    found = size_choice.choices(article, by)
    odds = {c.number.start: said for c, said in found}
    plausible = size_model.plausible(article) - starts
    alone = [
        Weighed(bare(c), _ALONE, alone=True)
        for c, said in found
        if c.number.start in plausible and said >= _LIKELY
    ]
    both = [_with(row, odds.get(row.count.number.start, _UNSEEN)) for row in (*weighed, *alone)]
    entered = _entered(article)
    known = {row.count.number.start for row in both}
    both += [Weighed(bare(c), _ENTERED) for c in entered if c.number.start not in known]
    starts = {c.number.start for c in entered}
    return [
        _of_more(row, both) if row.count.number.start in starts else _doubted(article, row, both)
        for row in both
    ]


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
#: "68 (62 %) of 109 patients were recruited": they entered, and not the others.
_OF_OTHERS = re.compile(
    r"^(?: \([^()]{1,30}\))? of (?:the |an? )?(?:\w+ )?\d[\d, ]* (?:[^.;,]{3,70} (?:was|were) (?:\w+ )?(?:randomi[sz]ed|recruited|enroll?ed|included(?! in )))\b"
)
#: "1360 patients were assessed, and 672 were randomly assigned".
_ASSESSED = re.compile(
    r"\b(?:assessed|screened|registered|approached|invited|contacted|considered)(?: \d[\d,]* [a-z ]{3,40})?(?: for [a-z ]{3,30})?,? (?:(?:of (?:whom|which|these) )?(?:\d[\d,]* (?:\([^()]*\) )?(?:were|was|did|had) [^.;,()]{3,50},? )?(?:and |but )?|of (?:whom|which) )$"
)
_OF_THE_ASSESSED = re.compile(
    r"^ (?:\([^()]{1,30}\) )?(?:of (?:whom|these|which) )?(?:(?:patients|participants|subjects|women|people|individuals|children|adults) )?(?:(?:consented|agreed|accepted)(?: to [a-z ]{3,25})? and )?(?:were (?:eligible and )?|was )?(?:\w+ )?(?:randomi[sz]ed|(?:randomly )?(?:assigned|allocated)|enroll?ed|recruited)\b"
)
#: "67 (45 women) of 68 randomized patients received it".
_MOST_OF = re.compile(r"\d(?: \([^()]{1,30}\))? of (?:the |all |a total of )?$")
_WHO_ENTERED = re.compile(r"^ (?:randomi[sz]ed|enroll?ed|recruited) [a-z]+ (?!were not\b)")
#: "Forty-four women started".
_STARTED = re.compile(
    r"^ (?:[a-z-]+ ){0,3}?(?:patients|participants|subjects|women|men|people|individuals|children|adults|volunteers) (?:started|began|commenced)\b(?! (?:to|with)\b)"
)
_ENTERED, _MORE, _BEFORE = 3.0, 4.0, 0.5


def _entered(article: Article) -> list[size_model.Candidate]:
    """The numbers of those who entered a study, of more that are told in the same breath."""
    starts = {
        number.start
        for sentence in article.body
        for number in article.numbers_in(sentence)
        if _enters(sentence.low, number.start - sentence.start, number.end - sentence.start)
    }
    return size_model.candidates(article, starts) if starts else []


def _enters(low: str, start: int, end: int) -> bool:
    after = low[end:]
    if (
        _OF_OTHERS.match(after)
        or _STARTED.match(after)
        or (_OF_THE_ASSESSED.match(after) and _ASSESSED.search(low[max(0, start - 130) : start]))
    ):
        return True
    if _WHO_ENTERED.match(after) and _MOST_OF.search(low[max(0, start - 60) : start]):
        return True
    if not _OF_THE_PLANNED.match(after):
        return False
    return bool(_INTO.search(low[:start]) or _ENTER.match(after))


#: "79 (96 %) patients had …", "36 patients crossed over": some of those studied.
_SOME = re.compile(
    r" ?\((?:\d+/\d+[;,] ?)?\d{1,2}(?:[.·]\d+)? ?%\)(?! of )|[^.;,]{0,60} (?:crossed over|switched|discontinued|were excluded|withdrew|dropped out)\b"
)
#: Those analysed, where those who entered are told, too.
_ANALYSED = re.compile(
    r"[^.;,]{0,30} (?:were|was) (?:evaluable\b|(?:included in|available for|in) (?:[a-z]+ ){0,3}(?:itt\b|intent|per[- ]protocol|safety|efficacy|tolerability|analys[ei]s\b))",
    re.I,
)


def _doubted(article: Article, row: Weighed, among: Sequence[Weighed]) -> Weighed:
    """A count with less weight where it is of some of those studied."""
    place = (article.text, row.count.number.end, row.count.sentence.end)
    doubt = _OF_SOME * bool(_SOME.match(*place))
    if _ANALYSED.match(*place):
        more = (other.count.value / row.count.value for other in among)
        doubt += _OF_THOSE_ANALYSED * any(1 < share < _HARDLY_MORE for share in more)
    return replace(row, weight=row.weight - doubt) if doubt else row


_OF_SOME, _OF_THOSE_ANALYSED, _HARDLY_MORE = 1.8, 4.5, 1.3


def _of_more(row: Weighed, among: Sequence[Weighed]) -> Weighed:
    """A count of those who entered, before all that its sentence tells."""
    beside = [r.weight for r in among if r.count.sentence is row.count.sentence]
    weight = max(row.weight + _MORE, _ENTERED + _MORE, max(beside) + _BEFORE)
    return replace(row, weight=weight, alone=False)


def bare(found: size_model.Candidate) -> Count:
    """A number as a count of whatever it counts."""
    number = found.number
    return Count(found.value, number.start, number.end, "", "people", found.sentence, number)


def _with(row: Weighed, odds: float) -> Weighed:
    said = max(-_FARTHEST, min(_FARTHEST, odds - _EVEN))
    return replace(row, weight=row.weight + _SHARE * said)
