"""Groups told in the same turn of words, without a noun: "846 in Leeds, and 512 in Utrecht"; "for 386 of them, …; for 379, …".

What was given, or where they were, stands behind each number or before it in the same place.
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from reader.study.reading.article import Article, Sentence
from reader.study.reading.numbers import Number
from reader.text import sieve as re

#: Groups of one study are not farther apart in size than so many times; fewer people are told otherwise.
_TIMES, _FEWEST = 8, 4
#: More numbers are no groups, nor such as stand so far apart.
_MOST, _MOST_BETWEEN = 6, 170
#: Units, ages, dates and ratios: no groups.
_MEASURE = re.compile(
    r"(?:[-–/:%°]|[.,]\d| ?(?:per\b|out of|in \d|of (?:the )?\d|times|percent|years?|months?|weeks?|days?|hours?|minutes|points?|mg|ml|kg|g|km|mm|cm|dollars|euros|pounds|sites|cent(?:er|re)s|countries|hospitals|clinics|schools|villages|studies|trials|million))"
)
#: What befell some of them.
_OUTCOME = re.compile(
    r"\b(?:died|deaths?|develop|improv|relaps|respond|suffer|surviv|withdr|dropped out|fell ill|infect|cases|events?|falls|cured|bled|side effects?|adverse|reported|transfus|more likely|less likely|scored|compared with \d|rose|dropped from)"
)
_JOINT = re.compile(
    r"(?:[,;:]|\band|\bwhile|\bwhereas|\bbut|\bplus|\balongside|\bagainst)(?: (?:and|the|a|further|another|other|about|some|nearly|over))*(?: (?P<led>(?:for|on|at|in|from)(?: [\w’'-]+){0,3}))?,? $"
)
_LED = re.compile(r"(?:^|[ ,;:])(?P<word>for|on|at|in|from)(?: [\w’'-]+){0,3},? $")
_PLACE = frozenset({"at", "in", "from", "on"})
_GIVEN = frozenset({"to", "got", "received", "were", "was", "had", "took", "did", "drank", "ate", "with", "without", "who", "wore", "used", "those", "the", "a", "an", "plain", "placebo", "dummy", "no"})  # fmt: skip
_GIVES = re.compile(
    r"\b(?:given|got|received?|assigned|allotted|allocated|randomi[sz]ed|took|fed|injected|treated|started|put|offered|served|split|divided)\b"
)
_WENT = frozenset({"went", "were", "got", "stayed", "received", "had", "took", "drank", "ate", "wore", "used", "kept", "did", "joined", "chose", "slept", "waited"})  # fmt: skip
_MADE = re.compile(
    r"\b(?:random\w*|lots?|allocat\w+|allotted|assigned|envelopes?|coin|groups|halves|divided|split|asked to join|invited to)\b"
)
_NEXT = re.compile(r" (?:of (?:them|these|those|whom),? )?(?P<word>\w+)")


def parallel(article: Article, sentence: Sentence, number: Number) -> list[Number]:
    """The numbers of the other groups in a sentence, none of which has a noun of its own."""
    if _OUTCOME.search(sentence.low):
        return []
    numbers = [n for n in article.numbers_in(sentence) if _groups(article, n)]
    if number not in numbers or not 1 < len(numbers) < _MOST:
        return []
    values = [int(n.value) for n in numbers]
    if max(values) > _TIMES * min(values) or (len(values) > 2 and 2 * max(values) == sum(values)):
        return []
    told = all(_in_turn(article, sentence, a, b) for a, b in pairwise(numbers))
    return [n for n in numbers if n is not number] if told else []


def _groups(article: Article, number: Number) -> bool:
    """Whether a number may be the size of a group."""
    if number.percent or number.money or not number.whole or number.value < _FEWEST:
        return False
    year = 1900 <= number.value < 2100 and "," not in article.text[number.start : number.end]
    return not year and _MEASURE.match(article.text, number.end) is None


def _in_turn(article: Article, sentence: Sentence, first: Number, second: Number) -> bool:
    low = sentence.low
    between = low[first.end - sentence.start : second.start - sentence.start]
    joint = _JOINT.search(between)
    if joint is None or len(between) > _MOST_BETWEEN:
        return False
    led = _LED.search(low[: first.start - sentence.start])
    if joint["led"] and led and joint["led"].split()[0] == led["word"]:
        return True
    words = list(_words(low, sentence, (first, second)))
    if len(words) < 2:
        return False
    if words[0] in _PLACE and words[1] in _PLACE:
        return True
    if words[0] in _WENT and words[1] in _WENT and _by_lot(article, sentence):
        return True
    given = _GIVES.search(low[: second.start - sentence.start]) is not None
    return given and words[1] in _GIVEN and (words[0] in _GIVEN or words[0] == "started")


def _by_lot(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence, or the one before it, tells of groups that were made."""
    at = bisect_left(article.body, sentence.start, key=lambda row: row.start)
    return any(_MADE.search(row.low) for row in article.body[max(0, at - 1) : at + 1])


def _words(low: str, sentence: Sentence, numbers: tuple[Number, Number]) -> Iterator[str]:
    """The word behind each number."""
    for number in numbers:
        if match := _NEXT.match(low, number.end - sentence.start):
            yield match["word"]
