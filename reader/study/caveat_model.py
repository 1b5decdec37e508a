"""Sentences that limit the study though no pattern knows their words: a linear model over n-grams.

It comes after the rules of `limitations` and adds what they passed over. `tests/training/train_caveats.py`
makes `resources/models/caveats.json`; `tests/training/README.md` has its figures.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from reader.resource import resource
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.vocabulary import fold
from reader.text import sieve as re

_WORD = re.compile(r"[a-z][a-z’']+|[“”\"%?]")


@dataclass(frozen=True, slots=True)
class Further:
    """A sentence that the model takes for a caveat."""

    sentence: Sentence
    probability: float


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of n-grams and marks.

    `least` is the probability from which a sentence is taken, `precision` the share of the sentences
    so taken that were right in articles the model had not learnt from.
    """

    weights: Mapping[str, float]
    least: float
    precision: float = 0.5

    def probability(self, said: Set[str]) -> float:
        """The probability that a sentence with these features is a caveat."""
        known = [self.weights[name] for name in sorted(self.weights.keys() & said)]
        total = self.weights[""] + sum(known) / math.sqrt(max(1, len(known)))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def model() -> Model:
    """The model that ships, read once."""
    data = json.loads(resource("models/caveats.json").read_text("utf-8"))
    return Model(data["weights"], data["least"], data["precision"])


def told(article: Article) -> tuple[Sentence, ...]:
    """The sentences that may hold a caveat."""
    return tuple(s for s in article.body if s.zone is Zone.BODY)


def features(sentence: Sentence, place: float) -> set[str]:
    """The n-grams of a sentence and marks of its place; `place` runs from 0 to 1 in the story."""
    said = [fold(word) for word in _WORD.findall(sentence.low)]
    pairs = [f"{one} {other}" for one, other in pairwise(said)]
    marks = [f"@{sentence.whose.name}", f"@{int(4 * min(place, 0.99))}"]
    return {*said, *pairs, *marks}


def scored(article: Article, by: Model) -> Iterator[Further]:
    """Every sentence with its probability."""
    rows = told(article)
    for number, sentence in enumerate(rows):
        yield Further(sentence, by.probability(features(sentence, number / len(rows))))


def further(
    article: Article, taken: Sequence[tuple[int, int]], by: Model, most: int
) -> list[Further]:
    """At most so many likely caveats that stand apart from those taken, in the order of the text."""
    free = [
        found
        for found in scored(article, by)
        if found.probability >= by.least
        and not any(a < found.sentence.end and found.sentence.start < b for a, b in taken)
    ]
    free.sort(key=lambda found: (-found.probability, found.sentence.start))
    return sorted(free[: max(0, most)], key=lambda found: found.sentence.start)
