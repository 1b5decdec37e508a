"""How likely a length of time in a news text is the follow-up of its study.

The rules of `follow_up` know turns of phrase; the model weighs what they say together with the words
around, the unit, and how the length compares with the others told. `tests/training/train_follow_up.py` fits
it on news alone.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reader.resource import resource
from reader.study.reading.article import Article, Sentence
from reader.study.reading.durations import Duration
from reader.study.wording import around, stem

#: Words on either side that count.
_FAR = 10
#: Places among the longest that are told apart.
_LONGEST = 3
#: So near the start or the end of a sentence a length of time opens or ends it; as good as equal, in years.
_OPENS, _ENDS, _ALIKE = 26, 4, 1e-6
Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Told:
    """A length of time in the story, with the weight that the rules give it.

    `signs` are what the rules see around it, by name.
    """

    duration: Duration
    sentence: Sentence
    weight: float
    signs: Mapping[str, float]


@cache
def weights() -> Mapping[str, float]:
    """The weights that ship, read when first needed."""
    data = json.loads(resource("models/follow_up.json").read_text("utf-8"))
    return {str(name): float(weight) for name, weight in data["weights"].items()}


def log_odds(said: Mapping[str, float], by: Mapping[str, float] | None = None) -> float:
    """The log odds that a length with these features is the follow-up."""
    known = weights() if by is None else by
    return known[""] + math.fsum(known[name] * said[name] for name in known.keys() & said.keys())


def features(article: Article, told: Sequence[Told]) -> Iterator[Features]:
    """What speaks for or against each length of time."""
    lengths = sorted({one.duration.high for one in told}, reverse=True)
    heaviest = max((one.weight for one in told), default=0.0)
    first = {id(sentence): place for place, sentence in enumerate(article.body)}
    for one in told:
        said = dict.fromkeys(_around(article, one), 1.0)
        said["rules"] = max(0.0, min(4.0, one.weight)) / 2
        said |= {**one.signs, **_place(article, one), **_beside(one, told)}
        said["best by rules"] = float(one.weight > 0 and one.weight == heaviest)
        said["years"] = max(-2.0, min(1.5, math.log10(max(one.duration.high, 0.001))))
        said[f"longest={min(lengths.index(one.duration.high), _LONGEST)}"] = 1.0
        said[f"place={min(first.get(id(one.sentence), 9), 6)}"] = 1.0
        said[f"whose={one.sentence.whose.name}"] = 1.0
        yield said


def _place(article: Article, one: Told) -> Features:
    """Whether it opens or ends its sentence, and whether that has a share in it."""
    sentence = one.sentence
    return {
        "opens": float(one.duration.start - sentence.start < _OPENS),
        "ends": float(sentence.end - one.duration.end < _ENDS),
        "percent": float(any(number.percent for number in article.numbers_in(sentence))),
    }


def _beside(one: Told, told: Sequence[Told]) -> Features:
    """How it stands among the others told."""
    alike = sum(abs(other.duration.high - one.duration.high) < _ALIKE for other in told)
    return {
        "many": min(4, len(told)) / 4,
        "beside": float(sum(other.sentence is one.sentence for other in told) > 1),
        "again": float(alike > 1),
        "first": float(one is told[0]),
        "last": float(one is told[-1]),
    }


def _around(article: Article, one: Told) -> Iterator[str]:
    start, end = one.duration.start, one.duration.end
    yield from around(article, one.sentence, start, end, _FAR)
    within = [stem(word.folded) for word in article.words_in(start, end)]
    yield f"unit={within[-1] if within else '$'}"
    if "-" in article.text[start:end]:
        yield "hyphen"
