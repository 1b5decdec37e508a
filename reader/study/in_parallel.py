"""What the groups of a study do, told one after the other: "106 walked and 106 sat"."""

from reader.study.reading.article import Sentence
from reader.study.reading.numbers import Number
from reader.text import sieve as re

#: What groups do, told one after the other: "106 walked and 106 sat".
_ACTS = r"walked|sat|rested|ran|swam|cycled|danced|slept|stayed|kept|carried|continued|waited|drank|ate|wore|used|took|got|had|received|underwent|stopped|went|did|were|was|read|watched|listened|played|learnt|learned"
_ACTED = re.compile(rf"\b(?:{_ACTS})\b")
_SECOND_ACTS = re.compile(rf" (?:of them |others? )?(?P<word>{_ACTS})\b")
_ANOTHER_WAY = re.compile(
    r" (?:(?:\w+ ){0,3}(?:dummy|placebo|sham|usual|standard|nothing|no|salt|saline|ordinary|old|normal|still|home|at home|as before|untreated)\b|[.;,]|$)"
)
#: "thirty walked, and as many sat"; "each was paired with a neighbour".
AS_MANY = re.compile(
    r"[^.;]{0,70}?,? (?:and|while|with) (?:just )?(?:as many|the same number(?: of)?|an equal number(?: of)?)\b(?! as)|[^.;]{0,70}?\b(?:each|all) (?:\w+ )?(?:paired|matched|twinned) (?:with|to) (?:an? |one |their )(?:[\w’'-]+ ){0,4}?(?:neighbou?r|person|people|child|brother|sister|sibling|twin|friend|colleague|patient|man|woman|spouse|volunteer|control)\b|"
    r"[^.;]{0,30}\. for each[^.;]{0,40} (?:there was|came|was found) (?:one|another) (?:\w+ )?(?:who|without)"
)


def acts(sentence: Sentence, number: Number, between: str, assigned: object) -> bool:
    """Whether a number is of those who did, or got, something else than the ones before.

    `between` are the words since the last group; `assigned` is whether that was given something.
    """
    end = number.end - sentence.start
    second = _SECOND_ACTS.match(sentence.low, end)
    if second is None or number.percent or number.money or not number.whole or number.value < 4:
        return False
    if len(between) > 80 or not (_ACTED.search(between) or assigned):
        return False
    return _ANOTHER_WAY.match(sentence.low, second.end()) is not None


#: "was switched on in 92 patients, and left off in 91"; "312 swallowed vitamin D and 322 chalk".
_LED = re.compile(r"\b(?P<word>in|to|for|on) $")
_LED_ON = re.compile(
    r"(?:[,;]|\band|\bbut|\bwhile|\bor) (?:[\w’'-]+ ){0,4}?(?P<word>in|to|for|on) $"
)
_SWALLOWED = re.compile(
    r" (?:swallowed|drank|ate|got|wore|used|took|had|received|chewed|sucked|inhaled|sniffed|tried|chose)\b[^,.;]{2,60} and $"
)
_SHORT = re.compile(
    r" (?!(?:of|to|in|per|years?|months?|weeks?|days?|percent)\b)(?:[\w’'-]+ ){0,3}[\w’'-]+[.,;]"
)


def _led_alike(sentence: Sentence, number: Number, between: str, before: str) -> bool:
    """Whether the same little word leads to both numbers, and the second ends its clause."""
    first, second = _LED.search(before), _LED_ON.search(between)
    alike = first is not None and second is not None and first["word"] == second["word"]
    return (
        alike and _plain(number) and sentence.low[number.end - sentence.start :][:1] in set(",.;")
    )


def _gapped(sentence: Sentence, number: Number, between: str) -> bool:
    """Whether a number leaves out the verb of the one before: "and 322 chalk"."""
    gap = _SWALLOWED.search(between) and _SHORT.match(sentence.low, number.end - sentence.start)
    return bool(gap) and _plain(number)


def _plain(number: Number) -> bool:
    return number.whole and not (number.percent or number.money) and number.value > _FEW


_FEW = 5


def alike(sentence: Sentence, number: Number, between: str, before: str) -> bool:
    """Whether a number stands in its clause as the one before it did, or leaves its verb out."""
    return _led_alike(sentence, number, between, before) or _gapped(sentence, number, between)
