"""How many people, animals or samples were studied: the counts, weighed by what stands around."""

import math
import re
from collections import Counter
from dataclasses import dataclass

from reader.model.study import StudyValue
from reader.study import elsewhere
from reader.study.counts import Count, find_counts
from reader.study.groups import groups, sums
from reader.study.reading.article import Article
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose, past
from reader.study.values import stated

#: The least weight with which a count goes on the card.
ENOUGH = 1.0
_TAKEN = re.compile(
    r"\b(?:enroll?(?:ed|ing|s)?|recruit(?:ed|ing|s)?|includ(?:ed|ing|es)|involv(?:ed|ing|es)|"
    r"stud(?:ied|y|ies|ying)(?: of| in| on| with)?|followed|tracked|surveyed|survey of|polled|"
    r"interviewed|assigned|randomi[sz]ed|treated|analy[sz](?:ed|ing|is of)|examin(?:ed|ing)|"
    r"evaluat(?:ed|ing)|test(?:ed|ing)|compar(?:ed|ing)|trial (?:of|in|with|on)|"
    r"data (?:from|on|of|for|collected from)|records? (?:of|from|for)|cohort of|"
    r"(?:group|sample|total|population|series) of|among|measured|monitored|observ(?:ed|ing)|"
    r"sequenced|collected from|information (?:from|on)|looked at|given to|asked|questioned|"
    r"screened|conducted (?:in|with|on|among)?|performed (?:in|on)|compris(?:ing|ed)|"
    r"consist(?:ed|ing) of|genotyped|scanned|taken from|responses from|reviewed|investigated|"
    r"gathered|(?:participants|subjects|patients)(?:[,:]| were)|where|identified|underwent|vaccinated|protected|gave|accrued|"
    r"extracted for)\b"
)
_ENROLLED = re.compile(
    r"^[^.;]{0,110}?\b(?:(?:were|was|had been) (?:(?!further)\w+ )?(?:enroll?ed|recruited|randomi[sz]ed|"
    r"randomly|included|treated|studied|assigned|allocated|followed|divided|asked|given|analy[sz]ed|"
    r"evaluated|tested|interviewed|surveyed|eligible|entered|registered|accrued)|took part|"
    r"participat(?:ed|ing)|underwent|receiv(?:ed|ing)|enroll?ed|randomi[sz]ed|"
    r"answered|in the (?:study|trial|analysis))\b"
)
_AFTER = re.compile(
    r"^ ?(?:\([^)]{1,40}\) ?)?,? ?(?:with|who|aged?|undergoing|from|living|between)\b"
)
_PART = re.compile(
    r"^ ?(?:\([^)]{0,20}\) )?(?:of (?:the|these|those|them|whom|all|his|her|our|\d)|out of|in \d|"
    r"per\b|or more\b|times\b)"
)
_OF_ALL = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter|"
    r"most|many|some|none|all|any|each|percent|cent|majority)(?: \([^)]{1,20}\)|%)?(?: out)? of "
    r"(?:the |these |those |all )?(?:\w+ )?$"
)
_RECRUITED_OF = re.compile(r"\bwere (?:recruited|enrolled|included|analy[sz]ed)")
_FEW = re.compile(
    r"^ per \d|^[^.;,]{0,30}?\b(?:died|had died|responded|improved|developed|worsened|relapsed|dropped|"
    r"withdrew|experienced|showed|survived|deaths|lost to|discontinued|had (?:a|an|no|the)\b|"
    r"stopped|reported|each year|a year|annually|worldwide|every year|per year|"
    r"around the (?:world|globe)|globally|live in|living with)"
)
_VAGUE = re.compile(
    r"(?:estimated|estimates?|affects?|affecting|affected|kills?|killed|diagnosed|one in|1 in|"
    r"aged?|age|over|ages?|older than|younger than|under|only|remaining|other|another|first|last|"
    r"next|additional|than previous|target of having|goal of|targets?|objective of|planned|"
    r"≤|<|up to|at least)\s?(?:\w+ )?$"
)
#: Headings of a structured abstract, and the sets a trial is analysed in.
_HEADED = re.compile(
    r"\b(?:participants|patients|subjects|methods|population|sample|setting)[:.] $"
)
_EVALUABLE = re.compile(
    r"^[^.;]{0,40}\b(?:evaluable|intent|per[- ]protocol|itt\b|safety (?:analysis|population)|tolerability|completed)"
)
_N_MARKS = re.compile(r"\bn\s?=")
_STARTED = re.compile(
    r"(?:\bstarting (?:from|with)|\binitially|\boriginally|\ban initial|\bscreened)\b(?: the| a group of| all| some)* $"
)
_WHOLE = re.compile(
    r"\b(?:total(?: number)? of|in total,?|overall,?|in all,?|altogether,?|a sample of|data (?:from|on)) (?:more than |about |over |nearly )?$"
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A count with its weight of being the size of the study."""

    count: Count
    weight: float


def weigh(article: Article) -> list[Weighed]:
    """The counts with their weights, the heaviest first."""
    counts = find_counts(article)
    times = Counter(count.value for count in counts)
    totals, parts = sums(counts)
    weighed = [
        Weighed(
            count,
            _weight(count)
            - 2.8 * _elsewhere(article, count)
            + 0.3 * min(times[count.value] - 1, 3)
            + 2.5 * (id(count) in totals)
            - 1.8 * (id(count) in parts),
        )
        for count in counts
    ]
    return sorted(weighed, key=lambda w: (-w.weight, w.count.start))


def _elsewhere(article: Article, count: Count) -> bool:
    """Whether a count is of another study or of one that is only planned."""
    known = re.search(r"\b(?:the|these|those|all) $", count.sentence.low[: count.start - count.sentence.start])
    if elsewhere.planned(count.sentence, count.start - count.sentence.start, count.end - count.sentence.start):
        return not known
    return elsewhere.other(article, count.sentence, count.start - count.sentence.start)


def _weight(count: Count) -> float:
    """The weight of a count: cues around it, its place, its size."""
    sentence, low = count.sentence, count.sentence.low
    start, end = count.start - sentence.start, count.end - sentence.start
    before, after = low[max(0, start - 70) : start], low[end : end + 150]
    enrolled = _ENROLLED.search(after) is not None
    taken = _TAKEN.search(before) is not None
    told = -1.8 + 1.3 * (enrolled or taken) + 0.7 * past(low)
    weight = {Whose.OWN: 1.0, Whose.NEAR: 0.0}.get(sentence.whose, told)
    weight += 2.0 * taken + 1.6 * enrolled - 1.0 * (taken and enrolled)
    weight += 0.5 * bool(_AFTER.match(after)) + 1.0 * bool(_WHOLE.search(before))
    weight += 1.5 * bool(_HEADED.search(before)) - 1.2 * bool(_EVALUABLE.search(after))
    weight += 0.6 * (not before.strip() or "consecutive" in low[start:end])
    weight += 0.7 * (sentence.zone is Zone.HEADLINE) + 0.25 * math.log10(count.value)
    return weight + _kind(count) - _doubts(count, before, after)


def _kind(count: Count) -> float:
    """What is counted, and whether it stands in brackets as groups do."""
    weight = {"people": 0.6, "animals": 0.0, "samples": -1.0}[count.kind]
    if count.bare:
        alone = len(_N_MARKS.findall(count.sentence.low)) < 2
        weight += 0.6 if alone and count.bracketed else -0.9
    elif count.bracketed:
        weight -= 0.9
    return weight


def _doubts(count: Count, before: str, after: str) -> float:
    """What speaks against it: a part of a whole, an outcome, an estimate, a very small number."""
    low = count.sentence.low
    after_number = low[count.number.end - count.sentence.start :][:24]
    doubts = 2.5 * bool(_OF_ALL.search(before)) * (not _RECRUITED_OF.search(after))
    doubts += 3.0 * bool(_PART.match(after_number))
    doubts += 2.2 * bool(_FEW.match(after)) + 2.5 * bool(_VAGUE.search(before[-30:]))
    doubts += 2.5 * (count.value < 3) + 0.8 * (count.number.spelled and count.value < 20)
    doubts += 1.5 * bool(_STARTED.search(before)) + 1.0 * count.unit.endswith("cases")
    doubts += 3.0 * (count.value > 50_000_000)
    return doubts + 1.2 * ("illion" in low[count.start - count.sentence.start :][:24])


def sample_size(article: Article, found: list[Weighed]) -> StudyValue | None:
    """The number studied: the heaviest count, groups that stand together added up."""
    if not found or found[0].weight < ENOUGH:
        return None
    best = found[0]
    near = [w.count for w in found if w.count.sentence is best.count.sentence and w.weight > -2.5]
    told = groups(article, best.count, sorted(near, key=lambda count: count.start))
    value = sum(group.value for group in told)
    places = [(min(g.start for g in told), max(g.end for g in told))]
    arms = [{"label": g.label, "n": g.value} for g in told] if len(told) > 1 else None
    return stated(
        article, value, places, min(0.95, 0.45 + 0.1 * best.weight), "sample_size",
        unit=best.count.unit or None, basis=_basis(best.count), arms=arms,
    )  # fmt: skip


_BASES = (
    ("randomised", re.compile(r"randomi[sz]ed|randomly (?:assigned|allocated)")),
    ("analysed", re.compile(r"analy[sz]|data (?:from|on)|records")),
    ("screened", re.compile(r"screened")),
    ("treated", re.compile(r"treated|underwent|received|given|vaccinated")),
    ("enrolled", re.compile(r"enrol|recruit|includ|involv|took part|participa|trial of|study of")),
)  # fmt: skip


def _basis(count: Count) -> str | None:
    start = count.start - count.sentence.start
    around = count.sentence.low[max(0, start - 60) : start + 90]
    return next((name for name, pattern in _BASES if pattern.search(around)), None)
