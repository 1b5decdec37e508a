"""How likely a text reports a study, from what speaks for it and what against, and from its words.

A weight for each sign and each stem and a constant, fitted on labelled news by
`tests/training/train_is_study.py`: the rules of `is_study` find the signs, the fit says how much each
counts and how sure that makes us.
"""

import json
import math
from collections.abc import Mapping, Set
from functools import cache

from reader.resource import resource


@cache
def weights() -> Mapping[str, float]:
    """The weights that ship, read once."""
    data = json.loads(resource("models/is_study.json").read_text("utf-8"))
    return {name: float(weight) for name, weight in data["weights"].items()}


def probability(
    signs: Mapping[str, float], words: Set[str], by: Mapping[str, float] | None = None
) -> float:
    """The probability that a text with these signs and these words (`wording`) reports a study."""
    known = weights() if by is None else by
    told = [known[name] * value for name, value in signs.items() if name in known]
    told += [known[name] for name in known.keys() & words]
    odds = known[""] + math.fsum(told)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
