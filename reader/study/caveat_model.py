"""How likely each sentence is a caveat: its own words, what the rules say, and the sentences around.

Caveats stand together. A linear model over words and signs weighs each sentence by itself; a second,
of a few numbers, hears the first one's say of its neighbours and of the whole text, and the rules'.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reader.resource import resource
from reader.study import caveats, signs
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.sentence_model import Model

#: What the second model hears of a sentence, in this order.
HEARD = ("own", "before", "behind", "two before", "two behind", "rule", "ruled", "words", "rest")
#: What stands for a sentence before the first and behind the last.
_NOTHING = -6.0
#: The weight from which a rule is firm, and of how many others of a text the second model hears.
FIRM, OTHERS = 1.5, 3


@dataclass(frozen=True, slots=True)
class Weigher:
    """Both models; a sentence that is a caveat with the probability `least` is taken."""

    words: Model
    heard: Mapping[str, float]
    least: float

    def probability(self, numbers: Sequence[float]) -> float:
        """The probability of a sentence of which the second model hears these numbers."""
        weighed = (self.heard[name] * number for name, number in zip(HEARD, numbers, strict=True))
        return _likely(self.heard[""] + math.fsum(weighed))


@dataclass(frozen=True, slots=True)
class Likely:
    """A sentence with the probability that it is a caveat."""

    sentence: Sentence
    probability: float


@cache
def weigher() -> Weigher:
    """The models that ship, read once."""
    data = json.loads(resource("models/caveats.json").read_text("utf-8"))
    return Weigher(Model(data["weights"], 0.0), data["heard"], data["least"])


def likely(article: Article, ruled: Mapping[int, float], by: Weigher, most: int) -> list[Likely]:
    """At most so many likely caveats in the order of the text; `ruled`: the rules' weight by start."""
    rows = signs.signed(article)
    odds = [by.words.log_odds(row.features) for row in rows]
    numbers = heard([row.sentence for row in rows], odds, ruled)
    found = [
        Likely(row.sentence, sure)
        for row, said in zip(rows, numbers, strict=True)
        if (sure := by.probability(said)) >= by.least and row.sentence.zone is Zone.BODY
    ]
    found.sort(key=lambda one: (-one.probability, one.sentence.start))
    return sorted(found[:most], key=lambda one: one.sentence.start)


def heard(
    sentences: Sequence[Sentence], odds: Sequence[float], ruled: Mapping[int, float]
) -> list[tuple[float, ...]]:
    """The numbers of `HEARD` for each sentence."""
    sure = [_likely(each) for each in odds]
    highest = sorted(sure, reverse=True)[: OTHERS + 1]
    padded = [_NOTHING, _NOTHING, *odds, _NOTHING, _NOTHING]
    out: list[tuple[float, ...]] = []
    for number, sentence in enumerate(sentences):
        two_before, before, own, behind, two_behind = padded[number : number + 5]
        rule = ruled.get(sentence.start, 0.0)
        words = caveats.grade(sentence.low)
        others = list(highest)
        others.remove(sure[number] if sure[number] in others else others[-1])
        rest = math.fsum(others[:OTHERS])
        out.append(
            (own, before, behind, two_before, two_behind, rule, float(rule >= FIRM),
             words.weight if words else 0.0, rest)
        )  # fmt: skip
    return out


def _likely(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))
