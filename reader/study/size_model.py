"""How likely a number of an abstract is the size of its study: a linear model over what stands around.

The model sees words and their places, never values it could learn by heart. It is fitted on abstracts
alone, harms the reading of news, and is asked where scholars speak (`reader.study.genre`), beside the
rules of `sample_size`, not instead of them.
"""

import json
import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reader.resource import resource
from reader.study import vocabulary
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.numbers import Number
from reader.study.vocabulary import Word, fold
from reader.text import sieve as re

#: Words on either side whose places count, and whose presence counts.
NEAR_LEFT, NEAR_RIGHT, FAR_LEFT, FAR_RIGHT = 3, 4, 9, 14
_ZONES = frozenset({Zone.HEADLINE, Zone.HEADING, Zone.BODY})
_N_IS = re.compile(r"\bn\s?=\s?$", re.I)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A whole number in the story, and the names of what speaks for or against it."""

    value: int
    number: Number
    sentence: Sentence
    features: tuple[str, ...]


@cache
def _kinds() -> Mapping[str, str]:
    """Each noun that is counted, folded, with its kind."""
    return {
        fold(form.strip()): kind
        for line in vocabulary.lines("population_nouns")
        for kind, *rest in [vocabulary.forms(line)]
        for form in ",".join(rest).split(",")
    }


def candidates(article: Article, at: Collection[int] | None = None) -> list[Candidate]:
    """The whole numbers of the story that could count something; of `at`, those that start there."""
    rows = [
        (number, sentence)
        for sentence in article.body
        if sentence.zone in _ZONES
        for number in article.numbers_in(sentence)
        if number.whole and number.value >= 2 and not number.percent and not number.money
    ]
    values = [int(number.value) for number, _ in rows]
    times = Counter(values)
    totals, parts = _sums(rows)
    places = {id(sentence): place for place, sentence in enumerate(article.body)}
    out = []
    for number, sentence in rows:
        if at is not None and number.start not in at:
            continue
        value = int(number.value)
        said = [
            *_around(article, sentence, number),
            *_of_sentence(sentence, places[id(sentence)]),
            *_of_value(article.text, number, value),
        ]
        said += ["again"] if times[value] > 1 else []
        said += ["total"] * (number.start in totals) + ["part"] * (number.start in parts)
        out.append(Candidate(value, number, sentence, tuple(sorted(set(said)))))
    return out


#: What may be counted stands behind a space, and is no measure, part or time.
_COUNTS = re.compile(
    r" (?!(?:mg|g|kg|ml|mm|cm|m|l|mcg|iu|units?|years?|months?|weeks?|days?|hours?|min(?:utes)?|percent|per|times|points?|of|to|and|or|with|in|at|vs|versus|versus|sites|cent(?:er|re)s|countries|hospitals|clinics|doses|cycles|sessions|fractions|gy|hz|db|mmol|nmol|kcal)\b)[A-Za-z]",
    re.I,
)


def plausible(article: Article) -> set[int]:
    """Where numbers start that something may be counted by, whatever it is called."""
    return {
        number.start
        for number in article.numbers
        if many(number) and _COUNTS.match(article.text, number.end)
    }


def many(number: Number) -> bool:
    """Whether a number may be a size, and is no year as a rule."""
    return number.whole and number.value > _FEW and not _YEARS[0] <= number.value < _YEARS[1]


def kind(folded: str) -> str | None:
    """The kind of thing that a noun, folded, counts."""
    return _kinds().get(folded)


#: So few are seldom a study by themselves.
_FEW, _YEARS = 9, (1900, 2100)


def _sums(rows: Sequence[tuple[Number, Sentence]]) -> tuple[set[int], set[int]]:
    """Where numbers stand that two or three numbers behind them add up to, and those parts."""
    totals: set[int] = set()
    parts: set[int] = set()
    for at, (total, _) in enumerate(rows):
        behind = [n for n, _ in rows[at + 1 : at + 9] if n.start - total.end < 500]
        for first in range(len(behind)):
            for length in (2, 3):
                group = behind[first : first + length]
                if len(group) == length and sum(n.value for n in group) == total.value > 5:
                    totals.add(total.start)
                    parts |= {n.start for n in group}
    return totals, parts - totals


def _around(article: Article, sentence: Sentence, number: Number) -> Iterator[str]:
    left = list(article.words_in(sentence.start, number.start))[-FAR_LEFT:]
    right = list(article.words_in(number.end, sentence.end))[:FAR_RIGHT]
    before, after = [_name(word) for word in reversed(left)], [_name(word) for word in right]
    yield from _placed("l", before[:NEAR_LEFT])
    yield from _placed("r", after[:NEAR_RIGHT])
    yield from (f"L:{word}" for word in before)
    yield from (f"R:{word}" for word in after)
    noun = next((w for w in after[:5] if w.startswith("<") and w != "<n>"), None)
    yield f"noun={noun}"
    text = article.text
    if number.start and text[number.start - 1] == "(":
        yield "in brackets"
    if _N_IS.search(text[max(0, number.start - 5) : number.start]):
        yield "n is"
    yield f"next={text[number.end : number.end + 1]}"


def _placed(side: str, words: Sequence[str]) -> Iterator[str]:
    for place, word in enumerate(words, 1):
        yield f"{side}{place}={word}"
    if len(words) > 1:
        yield f"{side}12={words[0]} {words[1]}"
    if not words:
        yield f"{side}1=$"


def _name(word: Word) -> str:
    return _named(word.folded)


@lru_cache(maxsize=20_000)
def _named(folded: str) -> str:
    """The word itself, or the kind of thing it is."""
    if folded[0].isdigit():
        return "<n>"
    kind = _kinds().get(folded)
    return f"<{kind}>" if kind else folded


def _of_sentence(sentence: Sentence, place: int) -> Iterator[str]:
    yield f"whose={sentence.whose.name}"
    yield f"zone={sentence.zone.name}"
    yield f"place={min(place, 3) if place < 4 else min(4 + place // 8, 8)}"


def _of_value(text: str, number: Number, value: int) -> Iterator[str]:
    printed = text[number.start : number.end]
    yield f"size={int(2 * math.log10(value))}"
    if number.spelled:
        yield "spelled"
    if re.fullmatch(r"(?:19|20)\d\d", printed):
        yield "year"
    if value >= 20 and value % 10 == 0:
        yield "round"
    if "illion" in printed:
        yield "millions"


@cache
def weights() -> Mapping[str, float]:
    """The weights that ship, read when first needed."""
    data = json.loads(resource("models/sizes.json").read_text("utf-8"))
    return {str(name): float(weight) for name, weight in data["weights"].items()}


def log_odds(features: Iterable[str], by_name: Mapping[str, float] | None = None) -> float:
    """The log odds that a candidate with these features is the size of the study."""
    known = weights() if by_name is None else by_name
    return known[""] + math.fsum(known[name] for name in features if name in known)
