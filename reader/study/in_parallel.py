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
