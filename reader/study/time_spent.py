"""A time that people were given to, spent at something, or looked at over, as news tells it in passing."""

from reader.text import sieve as re

_WHO = r"(?:people|patients|women|men|adults|children|participants|volunteers|girls|boys|teenagers|adolescents|students|nurses|doctors|workers|survivors|babies|infants|toddlers|veterans|runners|players|mothers|couples|twins|residents|pensioners|families|individuals|subjects|them)"
_ABOUT = r"(?: an?| the| a period of| a span of| a total of| about| nearly| almost| more than| up to| some| just over)*"
#: "Examined 4,100 nurses over nine years", "of the nurses, who were studied over a nine-year period".
_PEOPLE_OVER = re.compile(
    rf"\b(?:examined|studied|surveyed|assessed|analy[sz]ed|looked at|investigated|evaluated|measured)\b[^.;]{{0,50}}\b{_WHO}(?: [\w’'-]+){{0,6}}? (?:over|for|across){_ABOUT} $|"
    rf"\b(?:were|was) (?:studied|assessed|examined|surveyed|evaluated|measured) (?:over|for|across|during){_ABOUT} $"
)
#: "The effects of the pill over ten weeks in 80 women".
_OVER = re.compile(rf"\b(?:over|for|across){_ABOUT} $")
_IN_PEOPLE = re.compile(
    rf" (?:in|among|with) (?:about |some |nearly |more than |over )?\d[\d,]* (?:[\w’'-]+ ){{0,3}}?{_WHO}\b"
)
#: "Volunteers spent six months on either diet"; "When the ten weeks were up, they were weighed".
_SPENT = re.compile(
    rf"\b(?:{_WHO}|they|all|everyone|group|half|others)\b[^.;]{{0,20}}\bspent (?:the next |about |nearly |a total of )?$"
)
_TAKING = re.compile(
    r" (?:taking|on (?:the|an?|one|each|either|both)|eating|drinking|doing|using|wearing|following|receiving|swallowing|exercising|training|practi[sc]ing|meditating|walking|running|cycling)\b"
)
_WHEN = re.compile(r"(?:when|once|as soon as) (?:the |those |these )?$")
_UP = re.compile(
    r" (?:came to pass|had passed|had gone by|passed|had elapsed|elapsed|were (?:up|over)|was (?:up|over)|had ended|ended)\b"
)
#: "How well it would work over a year"; "looked at its safety up to six weeks".
_HOW_WELL = re.compile(
    r"\b(?:look(?:ed|s|ing)? at|test(?:ed|ing)?|measur(?:ed|ing)|assess(?:ed|ing)?|track(?:ed|ing)?|how well|see) [^.;]{0,40}?\b(?:efficacy|effects?|effectiveness|safety|benefits?|results?|outcomes?|works?|worked|work) (?:over|for|up to|across)(?: an?| the| about| up to)* $"
)
#: "They were assigned to the pill, the patch or nothing for ten weeks".
_ASSIGNED = re.compile(
    r"\b(?:assigned|randomi[sz]ed|allocated|allotted)\b[^.;]{0,130} (?:for|over)(?: an?| the| about| up to| a period of)* $"
)


def weight(lead: str, before: str, after: str) -> float:
    """The weight, as a follow-up, of a length of time between these words; 0 where they say nothing."""
    if _PEOPLE_OVER.search(before):
        return 2.0
    if (_OVER.search(before) and _IN_PEOPLE.match(after)) or _HOW_WELL.search(before):
        return 1.6
    if _ASSIGNED.search(lead):
        return 1.4
    spent = _SPENT.search(before) and _TAKING.match(after)
    return 1.6 * bool(spent or (_WHEN.fullmatch(lead) and _UP.match(after)))
