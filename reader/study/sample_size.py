"""How many people, animals or samples were studied: the counts, weighed by what stands around."""

import math
from collections import Counter

from reader.model.study import StudyValue
from reader.study import (
    abstract_groups,
    apart,
    arms,
    elsewhere,
    essay_size,
    genre,
    invited,
    no_sizes,
    wholes,
)
from reader.study.abstract_sizes import Weighed, in_abstract
from reader.study.counts import Count, find_counts
from reader.study.for_each import told_for_each
from reader.study.news_sizes import in_news
from reader.study.once import once
from reader.study.partitions import sums
from reader.study.reading.article import Article
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose, past
from reader.study.rounding import exact
from reader.study.values import stated
from reader.text import sieve as re

#: The least weight with which a count goes on the card; in an abstract, where a model had its say.
ENOUGH, _LEAST_IN_ABSTRACT = 0.5, -1.6
#: The least weight of what may be a group beside the heaviest.
_NEAR = -5.0
_TAKEN = re.compile(
    r"\b(?:enroll?(?:ed|ing|s)?|recruit(?:ed|ing|s)?|includ(?:ed|ing|es)|involv(?:ed|ing|es)|"
    r"stud(?:ied|y|ies|ying)(?: of| in| on| with)?|follow(?:ed)?|track(?:ed)?|found|the first|got hold of|sat down with|spoke to|spoke with|talked to|called on|knocked at|enlisted|lined up|surveyed|survey of|polled|"
    r"interviewed|interviews? with|assigned|allotted|allocated|randomi[sz]ed|treated|analy[sz](?:ed|ing|is of)|examin(?:ed|ing)|"
    r"evaluat(?:ed|ing)|test(?:ed|ing)|compar(?:ed|ing)|trial (?:of|in|with|on)|"
    r"data (?:from|on|of|for|collected from)|(?:records?|charts|notes|files|histories|scans|samples) (?:of|from|for)|cohort of|"
    r"(?:group|sample|total|population|series|panel|class) of|among|measured|monitored|observ(?:ed|ing)|"
    r"sequenced|describe[sd]?|describing|report(?:s|ed)? on|collected from|information (?:from|on)|(?:figures|numbers|findings|conclusions?|estimates?|results|evidence) (?:(?:come|came|are|were|is|was|stem|stems|stemmed) )?(?:drawn |taken |based )?(?:from|on)|rest(?:s|ed)? on|rel(?:y|ies|ied) on|looked at|given to|asked|questioned|"
    r"screened|conducted (?:in|with|on|among)?|performed (?:in|on)|compris(?:ing|ed)|"
    r"consist(?:ed|ing) of|genotyped|scanned|taken from|responses from|answers (?:of|from)|reviewed|investigated|"
    r"(?:completed|answered|returned|filled (?:in|out)) by|gathered|brought together|picked(?: out)?|selected|chosen|chose|drew (?:on|from)|drawn from|signed up|persuaded|traced|"
    r"cover(?:s|ed|ing)?|spann(?:ed|ing)|kept up with|went through|combed through|pulled|pooled|fitted|implanted|injected|exposed|fed|dosed|"
    r"filmed|weighed|swabbed|operated on|vaccinating|trained|taught|put|cared for|saw|"
    r"(?:participants|subjects|patients)(?:[,:]| were| numbered)|where|identified|underwent|vaccinated|protected|gave|accrued|"
    r"extracted for|(?:done|carried out|run|tried|tried out|worked) (?:in|on|with|among)|taken from|drew on|draws on|took in|takes in|(?:files|data|blood|swabs|hair|urine|tissue|saliva|teeth|dna) (?:of|from))\b"
)
_ENROLLED = re.compile(
    r"^[^.;]{0,110}?\b(?:(?:were|was|had been) (?:(?!further)\w+ )?(?:enroll?ed|recruited|randomi[sz]ed|"
    r"randomly|included|treated|studied|assigned|allocated|allotted|followed|divided|split|asked|given|analy[sz]ed|"
    r"evaluated|tested|interviewed|surveyed|eligible|entered|registered|accrued|taught|fitted|put on|seen|scanned|monitored|tracked|examined|killed|dissected|operated on|housed|kept|trained|visited|phoned)|took part|"
    r"participat(?:ed|ing)|(?<=^ )(?:got|drank|tried|ate|wore|kept|took|were taught)|underwent|receiv(?:ed|ing)|enroll?ed|randomi[sz]ed|checked in|signed up|spent|each (?:spent|drank|ate|took|wore|had)|"
    r"had (?:the|an?|their|this) (?:\w+ )?(?:operation|procedure|surgery|injection|jab|vaccine|infusion|scan|transplant|implant|treatment|blood|tablets?|pills?|drug|lessons|net|therapy|test|biopsy|weight|eyes|teeth|hearing)|"
    r"answered|replied|filled|returned|completed|contributed|remained(?= ?[.,;]|$| (?:in|for|with|available|under|after|at))|(?:had|have) gone through|came to have|agreed to|volunteered|in the (?:study|trial|analysis))\b"
)
_AFTER = re.compile(
    r"^ ?(?:\([^)]{1,40}\) ?)?,? ?(?:with|who|aged?|undergoing|from|living|between)\b"
)
_PART = re.compile(
    r"^ ?(?:\([^)]{0,20}\) )?(?:of (?:the|these|those|them(?![,.;])|whom|all|his|her|our|\d)|out of|in \d|"
    r"per\b|or more\b|times\b)"
)
_OF_ALL = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter|"
    r"most|many|some|none|all|any|each|percent|cent|majority)(?: \([^)]{1,20}\)|%)?(?: out)? of "
    r"(?:the |these |those |all )?(?:\w+ )?$"
)
_RECRUITED_OF = re.compile(r"\bwere (?:recruited|enrolled|included|analy[sz]ed)")
_FEW = re.compile(
    r"^ (?:in the u\.s\. )?(?:are|were) expected to\b|^ (?:\w+ )?(?:are|is) (?:now |still |currently )?(?:waiting|living|in need|at risk|affected|ill|infected|awaiting|on the waiting|registered as|known to)\b|^ (?:now )?(?:wait|live|suffer)s? (?:for|with|from)\b|^,? [^.;]{0,40}?\bhad to (?:be|stop|go|have)\b|^ in the u\.s\. (?:are|have|live)\b|^ per \d|^ had (?:received|undergone|taken|participated|stable|partial|complete|progress|grade|mild|moderate|severe|prior|previous)|^[^.;,]{0,30}?\b(?:died|had died|responded|improved|developed|worsened|relapsed|dropped|"
    r"withdrew|experienced|showed|survived|deaths|lost to|discontinued|had (?:a|an|no|the)\b(?! (?:\w+ )?(?:operation|procedure|surgery|injection|jab|vaccine|infusion|scan|transplant|implant|treatment|drug|net|test|biopsy)\b)|"
    r"stopped|reported|each year|a year|annually|worldwide|every year|per year|"
    r"around the (?:world|globe)|globally|live in|living with|(?:are|were) expected to|are (?:thought|believed|estimated)|in the (?:\w+ )?(?:group|arm)\b(?! (?:and|versus|vs)))"
)
#: Whom they let in: "303 people who had had a first attack".
_HAD_BEEN = re.compile(
    r" (?:who|whose [^.;,]{3,30}) ha(?:d|ve) (?:had|never|just|been|recently|once|survived)\b"
)
_IN_BRACKETS = re.compile(r"^ ?\([^()]{1,60}\)")
#: "13 patients (9 %)", "79 (96 %) patients": some of a whole.
_SHARE = re.compile(r" ?[(\[]\d{1,2}(?:[.·]\d+)? ?%")
#: What is left when those who cannot be used are gone.
_LEFT = re.compile(
    r"\b(?:a (?:subset|sub-?sample|selection)(?: of)?:?|leaving|which left|that left|left (?:them|the team|us) with|final (?:sample|analysis|cohort|group)[^.;]{0,40}|drew on|analy[sz]ed (?:the|data from)(?: the)?) $"
)
_KEPT = re.compile(
    r"^[^.;,]{0,40}?\b(?:who remained|remained(?= ?[.,;]|$| (?:in|for|with|available|under|after|at))|(?:were|was) (?:eligible|left|included in the (?:final )?analysis)|filled|returned|replied|responded to the (?:survey|questionnaire)|answered|completed (?:it|them|the (?:survey|questionnaire)))\b"
)
_VAGUE = re.compile(
    r"(?:for every|every|fewer than|estimated|estimates?|affects?|affecting|affected|kills?|killed|diagnosed|one in|1 in|"
    r"aged?|age|over|ages?|older than|younger than|under|only|remaining|other|another|first|last|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:in|out of)(?: every)?|next|additional|than previous|target of having|goal of|targets?|objective of|planned|"
    r"≤|<|up to|at least)\s?(?:\w+ )?$"
)
#: Headings of a structured abstract, and the sets a trial is analysed in.
_HEADED = re.compile(
    r"\b(?:participants|patients|subjects|methods|population|sample|setting)[:.] $"
)
_EVALUABLE = re.compile(
    r"^[^.;]{0,40}\b(?:evaluable|intent|per[- ]protocol|efficacy|itt\b|safety (?:analysis|population)|tolerability|completed)"
)
#: "Patients (n = 48) were": the noun itself, no group of them.
_ALL = re.compile(
    r"(?:^|[.:;] |\b(?:the|included|enrolled|involved|recruited|eligible|among|these|all|in|of|our) )"
    r"(?:patients|participants|women|men|subjects|children|adults|volunteers|individuals|people|infants) \((?:total )?n\s?=\s?$"
)
_N_MARKS = re.compile(r"\bn\s?=")
_ON_AVERAGE = re.compile(
    r" (?:each )?on average\b| (?:per|in every|in each) (?:school|class|village|ward)\b"
)
_STARTED = re.compile(
    r"(?:\bstarting (?:from|with)|\binitially|\boriginally|\ban initial|\bscreened)\b(?: the| a group of| all| some)* $"
)
_WHOLE = re.compile(
    r"\b(?:(?:half|most|each|all|none|every one|a (?:third|quarter|fifth)|two[- ]thirds|three[- ]quarters) of the|total(?: number)? of|in total,?|overall,?|in all,?|altogether,?|a sample of|data (?:from|on)) (?:more than |about |over |nearly )?$"
)


@once  # the size and its alternatives both ask
def weigh(article: Article) -> list[Weighed]:
    """The counts with their weights, the heaviest first; a model of the genre has its say."""
    weighed = by_rules(article)
    scholarly = genre.scholarly(article)
    weighed = in_abstract(article, weighed) if scholarly else in_news(article, weighed)
    return sorted(weighed, key=lambda w: (-w.weight, w.count.start))


def by_rules(article: Article) -> list[Weighed]:
    """The counts with the weights that rules give them."""
    counts = find_counts(article)
    times = Counter(count.value for count in counts)
    totals, parts = sums(article, counts)
    return [
        Weighed(
            count,
            _weight(count)
            + essay_size.boost(count.sentence, count.number, count.end)
            - _elsewhere(article, count)
            - _late(article, count)
            + 0.3 * min(times[count.value] - 1, 3)
            + 3.0 * (id(count) in totals)
            - 2.2 * (id(count) in parts),
        )
        for count in counts
    ]


#: News tells how many were studied in its first half; what stands behind that weighs less.
_HALF, _SLOPE = 0.45, 3.0


def _late(article: Article, count: Count) -> float:
    """The doubt of a count that comes late in a story; an abstract is too short for that."""
    if article.synopsis or len(article.body) < 8:
        return 0.0
    length = article.body[-1].end - article.body[0].start
    return _SLOPE * max(0.0, (count.start - article.body[0].start) / length - _HALF)


def _elsewhere(article: Article, count: Count) -> float:
    """The doubt of a count of another study, or of one to come; news may be of the latter itself."""
    low, start = count.sentence.low, count.start - count.sentence.start
    if elsewhere.planned(count.sentence, start, count.end - count.sentence.start):
        if elsewhere.protocol(article):
            return 0.0
        known = re.search(r"\b(?:the|these|those|all) $", low[:start])
        return 0.0 if known else 2.8 if count.sentence in article.body[:2] else 4.5
    return 4.5 * apart.other(article, count.sentence, start)


def _weight(count: Count) -> float:
    """The weight of a count: cues around it, its place, its size."""
    sentence, low = count.sentence, count.sentence.low
    start, end = count.start - sentence.start, count.end - sentence.start
    before, after = low[max(0, start - 70) : start], low[end : end + 150]
    enrolled = _ENROLLED.search(after) is not None
    taken = _TAKEN.search(before) is not None
    told = -1.8 + 1.3 * (enrolled or taken) + 0.7 * past(low)
    weight = {Whose.OWN: 1.0, Whose.NEAR: 0.0}.get(sentence.whose, told)
    weight -= 1.0 * (sentence.whose in {Whose.OTHER, Whose.FUTURE})
    weight += 2.0 * taken + 1.6 * enrolled - 1.0 * (taken and enrolled)
    weight += 0.5 * bool(_AFTER.match(after)) + 1.0 * bool(_WHOLE.search(before))
    weight += 1.5 * bool(_HEADED.search(before)) - 2.0 * bool(_EVALUABLE.search(after))
    weight += 1.0 * (not before.strip() or "consecutive" in low[start:end])
    weight += 0.7 * (sentence.zone is Zone.HEADLINE) + 0.25 * math.log10(count.value)
    return weight + _kind(count) - _doubts(count, before, after)


def _kind(count: Count) -> float:
    """What is counted, and whether it stands in brackets as groups do."""
    weight = {"people": 0.6, "animals": 0.4, "samples": -1.0}[count.kind]
    weight += 0.8 * (count.unit in {"interviews", "conversations"})
    if count.bare:
        alone = len(_N_MARKS.findall(count.sentence.low)) < 2
        at = count.start - count.sentence.start
        before_all = count.sentence.low[max(0, at - 60) : at]
        of_all = _ALL.search(before_all)
        half = before_all.endswith((" of the ", "of the ")) and not count.bracketed
        weight += 0.3 if half else 2.0 if of_all else 0.6 if alone and count.bracketed else -0.9
    elif count.bracketed:
        weight -= 0.9
    return weight


def _doubts(count: Count, before: str, after: str) -> float:
    """What speaks against it: a part of a whole, an outcome, an estimate, a very small number."""
    low = count.sentence.low
    after_number = low[count.number.end - count.sentence.start :][:24]
    doubts = _whole(before) * (not _RECRUITED_OF.search(after)) + 2.2 * bool(_BEFELL.search(before))
    doubts += 3.0 * bool(_PART.match(after_number))
    doubts += 1.2 * bool(_SHARE.match(after_number) or _SHARE.match(after))
    few = _FEW.match(_IN_BRACKETS.sub("", after)) and not _HAD_BEEN.match(after)
    doubts += 2.2 * bool(few) + 2.5 * bool(
        _VAGUE.search(before[-30:]) and not before.endswith("the first ")
    )
    doubts += 2.5 * (count.value < 3) + 0.8 * (
        count.number.spelled and count.value < 20 and bool(before.strip())
    )
    doubts += invited.doubt(before, after) + no_sizes.doubt(before, after, few=count.value < 20)
    doubts -= 1.4 * bool(_LEFT.search(before) or _KEPT.match(after))
    doubts += 2.0 * bool(_ON_AVERAGE.match(after))
    doubts += 1.5 * bool(_STARTED.search(before)) + 1.0 * count.unit.endswith("cases")
    doubts += 3.0 * ("planned" in low[count.number.end - count.sentence.start :][:16])
    doubts += 3.0 * (count.value > 50_000_000) + 3.0 * no_sizes.imagined(after_number)
    return doubts + 1.2 * ("illion" in low[count.start - count.sentence.start :][:24])


def _whole(before: str) -> float:
    """The doubt of a number behind "of": "19 of the 23 patients" may be all, "one in 23" is not."""
    part = _OF_ALL.search(before)
    if part is None:
        return 0.0
    if re.match(r"(?:each|all|any) ", part.group()):
        return 0.0
    if re.match(r"(?:half|third|quarter|most|none|majority)(?: out)? of the $", part.group()):
        return 0.3
    return (
        0.8 if re.match(r"(?:\d+|\w+)(?: out)? of the $|\d+(?: out)? of $", part.group()) else 2.5
    )


#: What happened to some of them.
_BEFELL = re.compile(
    r"\b(?:reported|noted|complained of|mentioned|described|suffered|experienced|felt|seen|found|observed|occurred|recorded|arose|developed|appeared|struck|befell|affected|hit|happened|returned|came back|recurred)(?: (?:by|in|among|to))?(?: only| just| about)? $"
)


def sample_size(article: Article, found: list[Weighed]) -> StudyValue | None:
    """The number studied: the heaviest count, groups that stand together added up."""
    short = article.synopsis or elsewhere.abstract(article)
    least = _LEAST_IN_ABSTRACT if genre.scholarly(article) else 0.0 if short else ENOUGH
    if not found or found[0].weight < least:
        return None
    best = exact(found)
    near = [
        w.count
        for w in found
        if w.count.sentence is best.count.sentence and w.weight > _NEAR and not w.alone
    ]
    near = sorted(near, key=lambda count: count.start)
    best, told = wholes.told(article, best, found, near)
    if len(told) == 1 and genre.scholarly(article):
        told = abstract_groups.told(article, best.count) or told
    value = sum(group.value for group in told)
    value *= told_for_each(article, best.count) if len(told) == 1 else 1
    places = [(min(g.start for g in told), max(g.end for g in told))]
    parts = told if len(told) > 1 else arms.arms(article, best.count)
    sure = 0.45 + 0.1 * best.weight if best.sure is None else best.sure
    return stated(
        article, value, places, min(0.95, sure), "sample_size",
        unit=best.count.unit or None, basis=_basis(best.count), arms=[{"label": g.label, "n": g.value} for g in parts] or None,
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
