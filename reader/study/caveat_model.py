"""Caveats that no pattern knows, found by a linear model.

It comes after the rules of `limitations` and adds what they passed over.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.sentence_model import Model, scored


@dataclass(frozen=True, slots=True)
class Further:
    """A sentence that the model takes for a caveat, with its log odds."""

    sentence: Sentence
    weight: float


def further(
    article: Article, taken: Sequence[tuple[int, int]], by: Model, most: int
) -> list[Further]:
    """At most so many likely caveats that stand apart from those taken, in the order of the text."""
    free = [
        Further(sentence, weight)
        for sentence, weight in scored(article, by)
        if weight >= by.least
        and sentence.zone is Zone.BODY
        and not any(a < sentence.end and sentence.start < b for a, b in taken)
    ]
    free.sort(key=lambda found: (-found.weight, found.sentence.start))
    return sorted(free[: max(0, most)], key=lambda found: found.sentence.start)
