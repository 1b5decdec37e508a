"""What a synopsis says was measured without a noun for it: "four patients relapsed", "if it was safe".

More mentions for `endpoints`; `NOUNS` says by which noun the card tells what a verb says.
"""

from collections.abc import Iterator

from reader.study import chunks
from reader.study.reading.article import Article, Sentence
from reader.study.topics import Mention
from reader.text import sieve as re

NOUNS = {
    "relapsed": "relapse",
    "survived": "survival",
    "lived longer": "survival",
    "lived": "survival",
    "died sooner": "survival",
    "died earlier": "survival",
    "recovered": "recovery",
    "were cured": "cure",
    "was cured": "cure",
    "safe": "safety",
    "effective": "efficacy",
    "tolerated": "tolerability",
}
_WHO = r"(?:patients?|people|children|adults|infants|babies|men|women|mice|rats|flies|animals|fish|participants|volunteers|those|them|group|others?|\)|%|percent|cent|half|third|quarter|these \w+)"
#: What became of those studied, by its verb.
_BECAME = re.compile(
    rf"{_WHO} (?:(?:had|have|also|later|then|all|both|eventually|who) )*(?P<name>relapsed|survived(?! (?:the|a|by))|lived longer|lived(?=[,.])|died (?:sooner|earlier)|recovered|were cured)\b"
)
#: What the study was for, by an adjective.
_FOR = re.compile(
    r"\b(?:chief|main|primary|first|principal|stated) (?:aim|goal|purpose|question|object|objective|concern) [^.;]{0,60}?\b(?:whether|if) [^.;]{0,40}? (?:is|was|were|are|would be) (?:well )?(?P<name>safe|effective|tolerated)\b"
)
#: How long something took.
_TIME = re.compile(
    r"\b(?:the|median|average|mean) (?P<name>time (?:(?:it took|taken) (?:for|until|before|to)|until|before) [^.;,()]{4,44}?)(?=,| (?:was|were|fell|rose|did|also|averaged|came)\b)"
)
#: Tests by what they are of, and what was taken down of those studied.
_TESTS = re.compile(
    r"\b(?:scores? (?:on|for|in|from)|did (?:better|worse|as well) (?:on|in)|performance (?:on|in)) (?:the |a |an |all )?(?:[\w-]{2,16} )?(?:tests?|measures?|scales?|tasks?) of (?P<name>[a-z][\w-]+(?:,? (?:and )?[\w-]{4,16}){0,2}?)(?= (?:held|were|was|did|rose|fell|improved|at|in|than|by|after|over|for)\b|[,.;])"
)
_MEASURED = re.compile(
    r" (?:was|were) (?:(?:then|also|both|each|regularly|repeatedly|carefully) )?(?:measured|mapped|recorded|assessed|rated|scored|monitored|tracked|gauged|graded|taken (?:once|twice|three times|at|before|after|every)|checked (?:at|every|before|after|once|twice))\b"
)
_TO_MEASURE = re.compile(
    r"\b(?:to measure|measured|and measure|program measure|mapped|to gauge|recorded|they (?:counted|measured|rated|scored)) (?:the |their |its |how )?(?=[a-z])"
)
_NAMED = re.Family(((_BECAME, 0.9), (_FOR, 2.2), (_TIME, 1.0), (_TESTS, 1.0)))
_NOTHING = re.compile(
    r"(?:\b(?:patients?|people|children|participants|women|men|volunteers|they|it|this|these|samples?|blood|images?|effects?|data|results?|time|times|interviews?|everything|cases?)$|^(?:it|they|this|that|what|much|many|how|these|those|both|each|all|them)\b)"
)


def mentions(article: Article, cue: float) -> Iterator[Mention]:
    """What became of those studied, and what was taken down of them."""
    for sentence in article.own:
        for pattern, weight in _NAMED.within(sentence.low):
            for match in pattern.finditer(sentence.low):
                yield _mention(sentence, match.start("name"), match.end("name"), weight)
        for match in _MEASURED.finditer(sentence.low):
            yield from _phrase(sentence, chunks.before(sentence.low, match.start(), 5), cue)
        for match in _TO_MEASURE.finditer(sentence.low):
            yield from _phrase(sentence, chunks.after(sentence.low, match.end(), 5), cue - 0.2)


def _phrase(sentence: Sentence, found: tuple[int, int] | None, cue: float) -> Iterator[Mention]:
    if found and found[1] - found[0] > 3:
        text = sentence.low[found[0] : found[1]]
        if not _NOTHING.search(text) and not text[0].isdigit():
            yield _mention(sentence, *found, cue)


def _mention(sentence: Sentence, start: int, end: int, cue: float) -> Mention:
    name = sentence.low[start:end]
    return Mention(NOUNS.get(name, name), sentence.start + start, sentence.start + end, cue)
