"""How long people were watched. Ages, dosing, disease duration and survival rates are not that."""

import math
from collections.abc import Mapping, Sequence

from reader.model.study import StudyValue
from reader.study import elsewhere, follow_up_model, genre, time_points, time_spent
from reader.study.follow_up_model import Told
from reader.study.once import once
from reader.study.reading import whose
from reader.study.reading.article import Article, Sentence
from reader.study.reading.durations import Duration
from reader.study.values import stated
from reader.text import sieve as re

_STRONG = re.compile(
    r"\bfollow(?:ed|ing)?[- ]?(?:up)?\b[^.;]{0,70}$|\bfollow-?ups?\b[^.;]{0,60}$|\b(?:tracked|monitored|observed|observation|watched|surveillance|seen at regular visits|kept up with)\b[^.;]{0,60}$|"
    r"\b(?:over|during|for|in|within|throughout) (?:the |an? )?(?:next|following|subsequent|ensuing|course of|study period of|period of|average of|median of|mean of)(?: more than| about| nearly| almost| up to| an average of)?\s*$"
)
_AFTER = re.compile(
    r"^(?: on[,.]|[ -](?:of )?(?:median |average |mean )?(?:follow[- ]?up|observation|surveillance)\b| later\b|[ -](?:long )?(?:clinical )?(?:trial|study|period of follow)\b|-long (?:[\w-]+ ){0,2}?(?:trial|study)\b|[ -]longitudinal|[^.;,]{0,30}\bfollow-?up\b)"
)
#: Looked at again and again, or for the last time.
_AGAIN = re.compile(
    r"\b(?:called on|visited|seen|checked|tested|weighed|scanned|questioned|examined|phoned|rang|interviewed|measured|sampled)(?: [\w’'-]+){0,3} (?:every|each|once a|twice a) (?:\w+ )?(?:day|week|month|year|fortnight|quarter)s? for $|"
    r"\b(?:at|by) (?:the|their|its|his|her) (?:last|final|latest|most recent) (?:visit|check-?up|examination|follow-up|assessment|appointment|scan),? $|"
    r"\b(?:seen|tested|weighed|checked|scanned|examined|measured|asked|interviewed|surveyed|visited) (?:once more|again) (?:after|for) (?:about |nearly |just over )?$|\bkept (?:track|tabs|watch|an eye) (?:of|on)\b[^.;]{0,50}$|"
    r"\b(?:tracked|followed|watched|monitored|kept under watch|seen)\b[^.;]{0,60}\bfor (?:an? )?(?:median|average|mean|total)(?: of)? (?:about |just over |nearly )?$"
)
#: How long they lived, were ill or slept.
_LIVED = re.compile(
    r"\b(?:lived|survived|slept|coughed|vomited|bled|waited|stayed in (?:the )?hospital|were (?:ill|sick|off work|in hospital)|was (?:ill|sick)) (?:on |only )?(?:for )?(?:an? )?(?:(?:median|average|mean) (?:of )?)?(?:about |nearly |up to )?$"
)
#: Gone back to, kept under watch, or writing things down for so long.
_IN_TOUCH = re.compile(
    r"\b(?:looked in on|checked (?:on|up on)|went back to|came back to|returned to|got back in touch with|caught up with|called back|called in|seen for the last time|seen last|seen|traced|kept under (?:watch|observation)|under (?:watch|observation)|in touch with)\b[^.;]{0,50}\b(?:after|for|over|until|when)(?: up to| about| nearly| almost| more than| just over| a further| another)* $|"
    r"\b(?:diary|diaries|logbooks?|noted|logged|recorded|jotted|wore|kept a record|written down|wrote down)\b[^.;]{0,60} (?:for|over|during)(?: about| nearly| up to)? $|"
    r"\b(?:measured|weighed|tested|checked|scanned|examined|sampled|asked|seen|visited|phoned)\b[^.;]{0,60}\b(?:every (?:\w+ )?(?:days?|weeks?|months?|years?|spring|summer|autumn|fall|winter)|each (?:day|week|month|year|spring|summer|autumn|winter)|(?:then )?once a (?:day|week|month|year)|twice a (?:week|month|year)|daily|weekly|monthly|yearly|annually),? (?:for|over|during|through|throughout|across|in) (?:the next |the following |a further )?(?:about |up to )?$|"
    r"\b(?:been|remained|stayed|kept|still|were|was) (?:\w+ )?(?:free|well|healthy|clear|alive|in remission|dry|clean|out of pain)\b[^.;]{0,40}\b(?:for|after) (?:more than |nearly |about )?$"
)
#: "the test ended after 30 days"; "and for 96 weeks neither …".
_ENDED = re.compile(
    r"\b(?:test|trial|study|experiment|treatment|it|which|project|research) (?:was )?(?:ended|over|closed|stopped|finished|ran|went on|lasted|kept going)(?: on)?(?: after| for)?(?: about| just)? $"
)
_CLAUSE = re.compile(r"(?:, (?:and )?|; |^|\band )for (?:the next |about |nearly |almost )?$")
_WATCHED = re.compile(
    r"^,? (?:neither|nobody|no one|every\w*|all|they|\d[\d,]* (?:of|people|participants|patients|volunteers|women|men|children|adults)|(?:half|some|most|one group)(?= )|researchers|scientists|doctors|nurses|the (?:team|group|researchers|volunteers|participants|patients|people|children|animals|mice))\b"
)
#: "At 18 months, …": the time at which the people were looked at.
_AT = re.compile(r"^(?:[a-z]{2,12}, )?(?:at|after|by)(?: the)?(?: end of)? $")
_MEDIAN = re.compile(
    r"\b(?:after|at|over|for|with|of) (?:an? )?(?:median|average|mean)(?: follow-?up)?(?: time| period)?(?: of)?(?: about| around| nearly| almost| more than)? ?$"
)
_STUDY_LONG = re.compile(
    r"\b(?:study|trial|research|project|experiment|data|information|records|registers|files|charts)\b[^.;]{0,60}\b(?:over|lasted|spanned|spanning|covered|covering|lasting|ran for|across|for)(?: the| a| about| nearly| almost| more than| at least| up to| roughly| some| an average of)*(?: period of| course of| past| next)? ?$"
)
_NOT = re.compile(
    r"\b(?:aged?|ages|disease duration|duration of (?:the )?(?:disease|illness)|had (?:the disease|ms|diabetes|been (?:ill|diagnosed))|diagnosed|every|once|twice|each|per|survival|"
    r"lasting for|lasted for a median|for the past|in the past|last|previous|preceding|prior|history|dose|doses|daily|simulat|evolve|project(?:ed|ion)|will|would|could|should|may|might|intervals?|"
    r"treated (?:for|with)|first|within|lifetime|year-old|earlier|old|median of 2|between)\b[^.;,]{0,30}$"
)
_NOT_AFTER = re.compile(
    r"^(?:[- ]old|[ -]intervals?|[ -]survival|[ -]course|[ -](?:treatment|regimen|therapy|term|dose|period before)| (?:ago|earlier|before|of age|old|prior|preceding|after (?:the )?(?:procedure|surgery|birth|diagnosis|treatment|transplant))| of (?:argument|debate|controversy|discussion|dispute|research|effort|trying|war|fighting|neglect|progress|experience|(?:[a-z]+ )?work|searching|failure|use)\b|[’'] worth|[ -]long (?:ban|project|grant|program)|-year (?:survival|risk|mortality))"
)


def lengths(article: Article) -> list[Duration]:
    """The lengths of time of an article, without points of time."""
    return [
        duration for duration in article.durations if not time_points.point(article.text, duration)
    ]


def follow_up(article: Article) -> StudyValue | None:
    """The follow-up as stated, with its ends in years and in ISO 8601."""
    best, sure = _best(article)
    if best is None:
        return None
    duration = best.duration
    return stated(
        article,
        article.text[duration.start : duration.end],
        [(duration.start, duration.end)],
        sure or min(0.9, 0.4 + 0.15 * best.weight),
        "follow_up",
        min_years=round(duration.low, 3),
        max_years=round(duration.high, 3),
        iso8601=list(duration.iso),
    )


def length(article: Article) -> Duration | None:
    """How long those studied were watched."""
    best, _ = _best(article)
    return best.duration if best else None


@once  # the design and the follow-up both ask
def _best(article: Article) -> tuple[Told | None, float]:
    """The length that is the follow-up, and its probability by the model, 0 where the rules say so."""
    told = told_lengths(article)
    best, sure = max(told, key=lambda one: one.weight, default=None), 0.0
    if told and not genre.scholarly(article):
        best, sure = by_model(article, told)
    return (best, sure) if best and (best.weight >= 1 or sure) else (None, 0.0)


#: The weight of the rules that leaves the model no say, the least probability by the model, and that where
#: the rules find none.
_FIRM, _LIKELY, _ALONE = 3.0, 0.5, 0.7


#: "They have been free of pain for 14 months": what goes on, and was watched.
_STILL = re.compile(r"\bha(?:s|ve) (?:\w+ )?(?:been|stayed|remained|kept)\b")


def told_lengths(article: Article) -> list[Told]:
    """The lengths of time of the story, with their weights by the rules."""
    out = []
    for duration in article.durations:
        sentence = article.sentence_at(duration.start)
        if sentence is not None and sentence.told:
            if elsewhere.standing(sentence) and not _STILL.search(sentence.low):
                continue
            weight = _weight(sentence, duration) if sentence.own else 0.0
            out.append(Told(duration, sentence, weight, _signs(article, sentence, duration)))
    return out


def _signs(article: Article, sentence: Sentence, duration: Duration) -> dict[str, float]:
    """What words around a length of time say of it: when it is, that it is an age, an illness, a dose."""
    start, end = duration.start - sentence.start, duration.end - sentence.start
    lead, after = sentence.low[:start], sentence.low[end:][:90]
    before = lead[-110:]
    other, behind = _NOT.search(before) is not None, _NOT_AFTER.match(after) is not None
    return {
        "cue": _cue(lead, before, after) / 2,
        "other before": float(other),
        "other behind": float(behind),
        "aside": float(other or behind or _LIVED.search(before) is not None),
        "past": float(whose.past(sentence.low)),
        "point": float(time_points.point(article.text, duration)),
    }


def by_model(
    article: Article, told: Sequence[Told], by: Mapping[str, float] | None = None
) -> tuple[Told, float]:
    """(the likeliest length, its probability by the model); firm rules stay, with probability 0."""
    heaviest = max(told, key=lambda one: one.weight)
    if heaviest.weight >= _FIRM:
        return heaviest, 0.0
    features = follow_up_model.features(article, told)
    odds = [
        _with_opinion(article, one, follow_up_model.log_odds(said, by))
        for one, said in zip(told, features, strict=True)
    ]
    at = max(range(len(told)), key=odds.__getitem__)
    sure = 1 / (1 + math.exp(-max(-30.0, min(30.0, odds[at]))))
    least = _LIKELY if heaviest.weight >= 1 else _ALONE
    return (told[at], round(sure, 3)) if sure >= least else (heaviest, 0.0)


#: How much a network that has read the text counts, and what it says at most for or against.
_TRUST, _HEARD = 0.8, 4.0


def _with_opinion(article: Article, one: Told, odds: float) -> float:
    """The log odds of a length, with those of a network, if one has read so far."""
    duration, opinion = one.duration, article.opinion
    heard = opinion.odds("follow_up", duration.start, duration.end) if opinion else None
    return odds if heard is None else odds + _TRUST * max(-_HEARD, min(_HEARD, heard))


#: "Two years after the operation, …", "Six months into the trial": when it was looked at.
_SINCE = re.compile(
    r"(?: after (?:they|he|she|the (?:start|operation|treatment|injection|infusion|first|last|transplant|birth|jab|vaccination|surgery|procedure|programme|program|lessons|course|trial)|surgery|treatment|starting|joining|vaccination|enrol\w+|giving birth)\b[^.;,]{0,60},"
    r"| into (?:the|treatment|their|it)\b|[- ](?:mark|point)\b)"
)
_OPEN = re.compile(
    r"(?:[a-z]{2,12}, )?(?:at |by )?(?:the |an? )?(?:about |nearly |almost |some |just over )?"
)
#: "By the end of the twelve weeks", "Within five years, 12 had".
_BY_THEN = re.compile(
    r"(?:^|, )(?:(?:by|at) the end of (?:the |those |these )?|within (?:the )?(?:first )?)$"
)


#: The least time after an operation that is more than a time of danger, in years.
_LONG = 0.2
#: The least time that is a follow-up where loose words tell it, a month.
_WEEKS = 0.08


def _weight(sentence: Sentence, duration: Duration) -> float:
    start, end = duration.start - sentence.start, duration.end - sentence.start
    lead = sentence.low[:start]
    before, after = lead[-110:], sentence.low[end:][:90]
    if _SINCE.match(after) and _OPEN.fullmatch(lead):
        return 1.5
    if _BY_THEN.search(lead) and not _NOT_AFTER.match(after):
        return 1.3
    if _NOT_AFTER.match(after):
        return _loose(sentence, lead, after) if duration.low > _LONG else 0.0
    if _LIVED.search(before):
        return 0.0
    if _AGAIN.search(before):
        return 3.0 + 0.2 * min(duration.high, 2.0)
    weight = _cue(lead, before, after)
    if duration.low > _WEEKS:
        weight = max(weight, 2.0 * bool(_IN_TOUCH.search(before)), _loose(sentence, lead, after))
    weight -= _aside(before)
    return weight + 0.2 * min(duration.high, 2.0) * (weight > 0)


def _aside(before: str) -> float:
    """The doubt of words before a length of time: those of other times, and of following people."""
    other = _NOT.search(before) and "follow" not in before[-60:]
    followed = "follow-up" in before[-40:] or "followed" in before[-50:]
    return 1.6 * bool(other) - 0.5 * followed


#: What came of it, told with the time since: "… were free of pain two years after the course ended".
_SINCE_THEN = re.compile(
    r" after (?:the|their|his|her|its|they|he|she|it) (?:[\w’'-]+ ){0,2}?(?:\w+)(?: (?:ended|was over|stopped|began|had (?:ended|been|begun|started|stopped)|was|were)\b[^.;,]{0,30})?(?=[.,;]|$)"
)
_THAT_FOLLOWED = re.compile(
    r" (?:that followed|of the (?:study|trial|project|research|survey|experiment)|of (?:observation|watching|tracking|being watched)|in all\b|down the (?:line|road|track)\b|(?:had|has|have) (?:gone by|passed|elapsed))"
)
_IN_THE = re.compile(r"^(?:in|during|over|within) the $")
_BEFELL = re.compile(r" (?:after|following|since) (?:the|their|that|joining|they)\b[^.;,]{0,40},")


def _loose(sentence: Sentence, lead: str, after: str) -> float:
    """The weight of a time since something that was done, in a sentence that tells what came of it."""
    if not whose.past(sentence.low):
        return 0.0
    if _THAT_FOLLOWED.match(after):
        return 1.6
    if _IN_THE.match(lead) and _BEFELL.match(after):
        return 1.2
    return 1.1 * bool(_SINCE_THEN.match(after) and len(lead) > 24)


#: "On average that was six years"; "The primary outcome, a relapse within three years, …".
_THAT_WAS = re.compile(
    r"\bon average,? (?:that|this|it) (?:was|came to) $|\b(?:that|this|it|which) (?:was|came to),? on average,? $|\bprimary (?:outcome|end ?point)\b[^.;]{0,70} (?:within|after|over|during) (?:the first )?$"
)
#: Looked at once, so long after: "Wounds were photographed after 30 days".
_LOOKED_AT = re.compile(
    r"\b(?:were|was|had) (?:[\w’'-]+ ){0,3}?(?:photographed|examined|scanned|tested|checked|seen|weighed|measured|assessed|interviewed|visited|questioned|phoned|rung up)(?: again| once more)? (?:after|at) $|"
    r"\b(?:before (?:and|[^.;,]{3,40},? and|the [^.;,]{3,30} and)|at (?:the (?:start|outset)|baseline|entry),? and) (?:then )?again (?:after|at) (?:about |nearly )?$|"
    r"\b(?:results?|benefits?|effects?|gains?|improvements?) (?:\w+ )?(?:held |lasted |good )?even after $"
)
#: "After a year the runners scored better".
_OPENED_BY = re.compile(
    r"(?:but |and )?(?:after|by the end of)(?: the| about| just over| nearly)? "
)
_THOSE = re.compile(
    r" (?:the|those|they|all|both|neither|most|half|nobody|no one|every(?:one|body|\w+)(?:[’']s)?|their|his|her|\d|(?:[a-z-]+ ){1,3}(?:fell|rose|dropped|improved|had|were|was))\b(?! (?:(?:had )?an? (?:break|rest|pause)|mice|rats|animals|flies|fish|cells|plants|pigs|dogs|monkeys|light|dark|treated|worms))"
)
_FOLLOW_UP = re.compile(r"[- ](?:of )?(?:median |average |mean )?follow[- ]?up")
_OPENS = re.compile(r"(?:over|during|in)(?: the| an?| a period of| the course of)? $")
_ENDS = re.compile(r"(?: of treatment)?[.,;)]|$")
_TRIAL = re.compile(r"[- ](?:long )?(?:[\w-]+ ){0,2}?(?:trial|study|longitudinal)")


def _told_at_its_end(lead: str, after: str) -> bool:
    """Whether a sentence opens with a length of time, and goes on with who was looked at then."""
    return bool(_OPENED_BY.fullmatch(lead) and _THOSE.match(after))


def _led_to(before: str) -> float:
    """The weight of the words before a length of time."""
    if _THAT_WAS.search(before):
        return 2.0
    if _MEDIAN.search(before) or _STUDY_LONG.search(before) or _ENDED.search(before):
        return 1.6
    return 1.2 * bool(_LOOKED_AT.search(before))


def _cue(lead: str, before: str, after: str) -> float:
    """The weight of the words around a length of time."""
    if _STRONG.search(before) or _FOLLOW_UP.match(after):
        return 3.0
    if _OPENS.match(lead):
        return 1.4
    if weight := _led_to(before) or time_spent.weight(lead, before, after):
        return weight
    if _AT.search(lead) and after.startswith((",", " of", " after")):
        return 1.2
    if _told_at_its_end(lead, after) or (_CLAUSE.search(before) and _WATCHED.match(after)):
        return 1.1
    if before.endswith(" at ") and _ENDS.match(after):
        return 1.1
    if _AFTER.match(after):
        return 1.4 if _TRIAL.match(after) else 2.0
    return 0.0
