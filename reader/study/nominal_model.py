"""Which phrase of a news story names the condition, what was done, what it was set against, and who was studied.

The rules of each field know the turns of phrase they were made for. The models weigh what they say together
with the words around a phrase, what lists know it, its place and how often story and headline come back to
it; `tests/training/train_nominals.py` fits them on news alone, one a field, over the same features.
"""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, repeat

from reader.resource import resource
from reader.study.nominal_features import Story, features
from reader.study.nominals import Nominal, Rules, nominals
from reader.study.reading.article import Article

#: The fields, in the order of the weights of a feature.
FIELDS = ("condition", "intervention", "comparator", "population")
#: The weights of each feature, one a field, in one number: whole thousandths, `_BITS` bits apart, so that to add
#: them is to add the numbers, in any order. "" is what every phrase has against none.
Weights = Mapping[str, int]
_UNIT, _BITS = 1000, 24
_HALF, _MASK = 1 << (_BITS - 1), (1 << _BITS) - 1
#: Words that say nothing of what a phrase is about.
SMALL = frozenset(
    ["a", "an", "the", "of", "in", "on", "at", "to", "for", "with", "and", "or", "by", "from", "who", "were", "was", "had", "is", "are"]
)  # fmt: skip
#: How many of the likeliest phrases are looked at, and from which overlap on two of them say the same.
_LIKELIEST, ALIKE = 12, 0.5


@dataclass(frozen=True, slots=True)
class Weighed:
    """A phrase: how sure it is that it, or one that says much the same, is what the field asks for."""

    start: int
    end: int
    sure: float
    stems: frozenset[str]


@cache
def weights() -> Weights:
    """The weights that ship, read when first needed."""
    data = json.loads(resource("models/nominals.json").read_text("utf-8"))
    return packed(data["weights"])


def packed(rows: Mapping[str, str]) -> Weights:
    """Rows of thousandths, with blanks between, as single numbers."""
    return {
        str(name): sum(int(weight) << (_BITS * at) for at, weight in enumerate(row.split()))
        for name, row in rows.items()
    }


def weighed(article: Article, rules: Rules, by: Weights | None = None) -> dict[str, list[Weighed]]:
    """The phrases of each field, the likeliest first."""
    story, found = Story(article, rules), nominals(article, rules)
    known = weights() if by is None else by
    odds = [log_odds(features(story, nominal), known) for nominal in found]
    return {field: _shared(found, [row[n] for row in odds]) for n, field in enumerate(FIELDS)}


def log_odds(said: Iterable[str], by: Weights) -> list[float]:
    """The log odds of a phrase against none, for each field."""
    left, out = sum(map(by.get, said, repeat(0))), []
    for _ in FIELDS:
        one = ((left + _HALF) & _MASK) - _HALF
        out.append(one / _UNIT)
        left = (left - one) >> _BITS
    return out


def _shared(found: Sequence[Nominal], odds: Sequence[float]) -> list[Weighed]:
    """The likeliest phrases; each has the shares of all that say the same, of what speaks for any or for none."""
    top = max((0.0, *odds))
    all_ = math.fsum(map(math.exp, (-top, *(one - top for one in odds))))
    starts = [nominal.first.start for nominal in found]
    ranked = sorted(zip([-one for one in odds], starts, range(len(found)), strict=True))
    rows = [
        (math.exp(-less - top) / all_, starts[n], found[n], telling(found[n].stems))
        for less, _, n in ranked[:_LIKELIEST]
    ]
    sums = map(math.fsum, _alike([(share, stems) for share, _, _, stems in rows]))
    out = sorted(zip(sums, rows, strict=True), key=lambda row: (-row[0], -row[1][0], row[1][1]))
    return [
        Weighed(start, nominal.first.end, sure, stems) for sure, (_, start, nominal, stems) in out
    ]


def _alike(rows: Sequence[tuple[float, frozenset[str]]]) -> list[list[float]]:
    """For each of the phrases the shares of those that say the same, its own among them."""
    shares = [[share] if stems else [] for share, stems in rows]
    for (one, (share, stems)), (two, (other, others)) in combinations(enumerate(rows), 2):
        if overlap(stems, others) >= ALIKE:
            shares[one].append(other)
            shares[two].append(share)
    return shares


def telling(stems: Iterable[str]) -> frozenset[str]:
    """The stems without the smallest words."""
    return frozenset(stems) - SMALL


def overlap(one: frozenset[str], two: frozenset[str]) -> float:
    """How much two phrases have in common, 0 to 1."""
    common = len(one & two)
    return 2 * common / (len(one) + len(two)) if common else 0.0
