"""What a network that has read the whole of a story says of it, for the rules and models to weigh.

Where none is installed an article has no opinion, and everything is read without.
"""

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: Log odds beyond these are all the same.
_MOST = 30.0
#: The least share of the network beside what is weighed with it: it is never quite sure that something is not.
_LEAST = 1e-3


@dataclass(frozen=True, slots=True)
class Opinion:
    """`study`: the log odds that a text reports a study; `designs`: the share of each design.

    `speaks` has for each kind the log odds of every token that has been read to belong to it: "size" and
    "follow_up" against none in the text doing so, "sample" and "period" by themselves. `places` are the tokens'
    [start, end), rising; a kind may be told of the first of them only. What it had its say in bears its `method`.
    """

    study: float
    designs: Mapping[str, float]
    places: Sequence[tuple[int, int]]
    speaks: Mapping[str, Sequence[float]]
    method: str

    def odds(self, kind: str, start: int, end: int) -> float | None:
        """The mean log odds of the tokens of [start, end), or None where nobody has read so far."""
        at = bisect_left(self.places, start, key=lambda place: place[1] - 1)
        told = self.speaks.get(kind, ())
        inside = []
        while at < len(told) and self.places[at][0] < end:
            inside.append(told[at])
            at += 1
        return math.fsum(inside) / len(inside) if inside else None

    def studied(self, probability: float, trust: float) -> float:
        """The probability of a study, that of the signs and the network's mixed: `trust` is its part."""
        return chance((1 - trust) * logit(probability) + trust * self.study)

    def drawn(self, shares: Mapping[str, float], trust: float) -> dict[str, float]:
        """The shares of designs, those of the words and the network's mixed in the same way."""
        mixed = {
            name: share ** (1 - trust) * max(self.designs.get(name, 0.0), _LEAST) ** trust
            for name, share in shares.items()
        }
        whole = math.fsum(mixed.values())
        return {name: share / whole for name, share in mixed.items()}


def logit(probability: float) -> float:
    kept = min(1 - 1e-9, max(1e-9, probability))
    return math.log(kept / (1 - kept))


def chance(odds: float) -> float:
    """The probability of log odds."""
    return 1 / (1 + math.exp(-max(-_MOST, min(_MOST, odds))))
