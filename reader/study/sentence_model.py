"""Linear models over sentences: how likely one is a finding, or a caveat.

`tests/training/train_sentences.py` makes `resources/models/*.json`; `tests/training/README.md` has their
figures. The features are those of `signs`.
"""

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import repeat

from reader.resource import resource
from reader.study import signs
from reader.study.reading.article import Article, Sentence


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of features; "" is the weight of all.

    `least` is the weight from which a sentence is taken, `precision` the share of the sentences so
    taken that were right in articles the model had not learnt from.
    """

    weights: Mapping[str, float]
    least: float
    precision: float = 0.5

    def log_odds(self, features: Iterable[str]) -> float:
        """The logarithm of the odds that a sentence with these features, each told once, is one.

        `fsum` gives the same in every order, and in every Python: from 3.12 on, `sum` does not.
        """
        return self.weights[""] + math.fsum(map(self.weights.get, features, repeat(0.0)))

    def probability(self, features: Iterable[str]) -> float:
        """The same as a probability."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.log_odds(features)))))


@cache
def model(name: str) -> Model:
    """A model that ships, read once."""
    data = json.loads(resource(f"models/{name}.json").read_text("utf-8"))
    return Model(data["weights"], data["least"], data["precision"])


def scored(article: Article, by: Model) -> Iterator[tuple[Sentence, float]]:
    """Every told sentence with its log odds."""
    for row in signs.signed(article):
        yield row.sentence, by.log_odds(row.features)
