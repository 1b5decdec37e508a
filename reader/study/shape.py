"""The design that the shape of a story gives away, where no word of design is said.

People to whom nothing was given, and of whom it is told what became of them, are a cohort. It is a
guess, and its confidence is low; other shapes were tried and were wrong as often as right.
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
_LATER = re.compile(
    r"\b(?:(?:years|months|decades) (?:later|on|afterwards)|(?:over|for|during|within|after|in) (?:the )?(?:[\w-]+ ){0,3}(?:years|decades)|risk|likelier|likely to|odds|went on to|developed|follow(?:ed|-up)|died|survived|every (?:\w+ )?(?:days|weeks|months|years)|had reached the age)\b"
)


def gives(sentence: Sentence) -> bool:
    """Whether something was given to those studied."""
    return _GIVEN.search(sentence.low) is not None


def looks_later(sentence: Sentence) -> bool:
    """Whether it tells what became of them."""
    return _LATER.search(sentence.low) is not None


def design(article: Article) -> StudyValue | None:
    """A cohort, where people were given nothing and it is told what became of them."""
    told = article.own
    later = _all(_LATER, told)
    if not later or any(map(gives, told)):
        return None
    return stated(article, "cohort", later[:1], 0.4, "shape")


def _all(pattern: re.Pattern, told: tuple[Sentence, ...]) -> list[Place]:
    """Where the sentences on this study have a pattern, those that name it first."""
    found = [
        (sentence.whose is not Whose.OWN, sentence.start + match.start(), sentence.start + match.end())
        for sentence in told
        if (match := pattern.search(sentence.low))
    ]  # fmt: skip
    return [(start, end) for _, start, end in sorted(found)]
