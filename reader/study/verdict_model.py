"""How likely a text reports a study, from what speaks for it and what against.

A weight for each sign and a constant, fitted on labelled news by `tests/training/train_is_study.py`: the rules of
`is_study` find the signs, the fit says how much each kind counts and how sure that makes us.
"""

import json
import math
from collections.abc import Mapping
from functools import cache

from reader.resource import resource


@cache
def weights() -> Mapping[str, float]:
    """The weights that ship, read once."""
    data = json.loads(resource("models/is_study.json").read_text("utf-8"))
    return {name: float(weight) for name, weight in data["weights"].items()}


def probability(signs: Mapping[str, float]) -> float:
    """The probability that a text with these signs reports a study."""
    known = weights()
    odds = known[""] + math.fsum(known[name] * value for name, value in signs.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
