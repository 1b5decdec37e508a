"""The design that the shape of a story gives away, where no word of design is said.

Who was given something, beside whom; who was seen again; who was asked. It is a guess, and told as
one: its confidence is low.
"""

from reader.model.study import StudyValue
from reader.study.reading.article import Article, Sentence
from reader.study.reading.whose import Whose
from reader.study.values import stated
from reader.text import sieve as re

Place = tuple[int, int]
_WHO = r"(?:people|patients|volunteers|participants|adults|men|women|children|babies|infants|pupils|students|they|who|them|half|some|others|each|all|everyone|group|\d+|(?<!the )team|\w{4,12}ers)"
_GIVEN = re.compile(
    rf"\b{_WHO}\b[^.;]{{0,50}}?\b(?:were given|was given|got|received|took|drank|ate|wore|swallowed|chewed|were treated|was treated|underwent|were injected|were vaccinated|were fitted|were fed|were put on|were taught|used|practi[sc]ed|exercised|stopped)\b|"
    r"\b(?:gave|offered|treated|injected|vaccinated|implanted|fitted|prescribed|taught|operated on|supplied) (?:the |an? |\d+ )?(?:[\w-]+ ){0,3}(?:people|patients|volunteers|participants|adults|men|women|children|babies|infants|pupils|students|them|half|some)\b(?! (?:an? |the )?(?:[\w-]+ ){0,2}(?:tests?|questionnaires?|exams?|scans?|surveys?|forms?|puzzles?|questions))"
)
_BESIDE = re.compile(
    r"\b(?:the (?:others?|rest|other (?:half|group|two|arm)|second group|control\w*|remaining)|one group|another group|both groups|either group|placebo|dummy|sham|than (?:those|in those|with|for those|on) (?:\w+ )?(?:given|on|who (?:got|took|had|did|received)|the)|instead of|compared (?:with|to) (?:those|the|an?) )\b"
)
_TRIAL = re.compile(
    r"\b(?:an?|the|this|our|their|new|clinical|small|large|pilot) (?:[\w-]+ ){0,3}trial\b"
)
_LATER = re.compile(
    r"\b(?:(?:years|months|decades) (?:later|on|afterwards)|(?:over|for|during|within|after|in) (?:the )?(?:[\w-]+ ){0,3}(?:years|decades)|risk|likelier|likely to|odds|went on to|developed|follow(?:ed|-up)|died|survived|every (?:\w+ )?(?:days|weeks|months|years)|had reached the age)\b"
)
_ASKED = re.compile(
    r"\b(?:asked|answered|questioned|questions|replied|reported|told|said they|rated|counted|measured|tested|tried on|picked up|detected|percent|per cent|%|prevalence|how (?:common|many|often))\b"
)


def design(article: Article) -> StudyValue | None:
    """The likeliest design of a study of people, if the text tells anything they did or that was done."""
    told = article.own
    if given := _first(_GIVEN, told):
        beside = _first(_BESIDE, told)
        name = "randomized_controlled_trial" if beside else "single_arm_trial"
        if beside or _first(_TRIAL, told):
            return _guess(article, name, given, 0.45)
    later, asked = _all(_LATER, told), _all(_ASKED, told)
    if later:
        return _guess(article, "cohort", later[0], 0.4)
    if asked:
        return _guess(article, "cross_sectional", asked[0], 0.35)
    return None


def _guess(article: Article, name: str, place: Place, sure: float) -> StudyValue:
    return stated(article, name, [place], sure, "shape")


def _first(pattern: re.Pattern, told: tuple[Sentence, ...]) -> Place | None:
    return next(iter(_all(pattern, told)), None)


def _all(pattern: re.Pattern, told: tuple[Sentence, ...]) -> list[Place]:
    """Where the sentences on this study have a pattern, those that name it first."""
    found = [
        (sentence.whose is not Whose.OWN, sentence.start + match.start(), sentence.start + match.end())
        for sentence in told
        if (match := pattern.search(sentence.low))
    ]  # fmt: skip
    return [(start, end) for _, start, end in sorted(found)]
