"""Which number of an abstract is the size of its study: all of them share one certainty.

A number is judged against the others of its text, so beside what stands around it (`size_model`) it counts
where it comes among them by its size, whether a larger one stands in its sentence, in which part of the
abstract it is told, and whether such people were counted before. News has its own (`news_sizes`).
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from reader.resource import resource
from reader.study import size_model
from reader.study.reading.article import Article
from reader.study.size_model import Candidate

#: Parts of words of a sentence that say what is done with those it counts.
_OF_SENTENCE = (
    "random", "enrol", "recruit", "includ", "analy", "assess", "screen", "eligib", "complet", "per group",
    "calculat", "power", "each", "respon", "event", "died", "total",
)  # fmt: skip
#: Places by size that are told apart, and the least share of the certainty that is not none.
_PLACES, _LEAST = 4, 1e-6
Choice = tuple[Candidate, float]


def choices(article: Article, by_name: Mapping[str, float] | None = None) -> list[Choice]:
    """The whole numbers of the story, each with its log odds of being the size against all others."""
    known = weights() if by_name is None else by_name
    found = size_model.candidates(article)
    said = [size_model.log_odds(features, known) for features in named(found)]
    most = max(said, default=0.0)
    whole = math.fsum(math.exp(odds - most) for odds in said)
    return [
        (candidate, _log_odds(math.exp(odds - most) / whole))
        for candidate, odds in zip(found, said, strict=True)
    ]


def _log_odds(share: float) -> float:
    kept = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept))


def named(found: Sequence[Candidate]) -> Iterator[list[str]]:
    """The names of what speaks for or against each number of a text."""
    largest = sorted({c.value for c in found if size_model.many(c.number)}, reverse=True)
    most: dict[int, int] = {}
    for candidate in found:
        at = candidate.sentence.start
        most[at] = max(most.get(at, 0), candidate.value)
    before: set[str] = set()
    for candidate in found:
        noun = _starting(candidate, "noun=")
        part = f"part={candidate.sentence.section.name}"
        said = [*candidate.features, part, f"{noun}&{part}"]
        if candidate.value in largest:
            said.append(f"rank={min(largest.index(candidate.value), _PLACES)}")
        said += ["less"] * (candidate.value < most[candidate.sentence.start])
        said += [
            f"{noun}&again" if noun in before else f"{noun}&first",
            f"{_starting(candidate, 'l1=')}&{_starting(candidate, 'r1=')}",
        ]
        said += [f"has={part}" for part in _OF_SENTENCE if part in candidate.sentence.low]
        before.add(noun)
        yield said


def _starting(candidate: Candidate, name: str) -> str:
    return next((said for said in candidate.features if said.startswith(name)), name)


@cache
def weights() -> Mapping[str, float]:
    """The weights that ship, read when first needed."""
    data = json.loads(resource("models/abstract_sizes.json").read_text("utf-8"))
    return {str(name): float(weight) for name, weight in data["weights"].items()}
