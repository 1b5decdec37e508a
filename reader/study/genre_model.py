"""How likely a short text is an abstract or a record of a trial rather than news, by its words.

`genre` knows the turns of phrase of scholars; many an abstract has none of them and yet sounds like one.
A weight for each stem, each of those signs, and a constant, fitted on labelled news and abstracts by
`tests/training/train_genre.py`. Asked only where a text has no word of news.
"""

import json
import math
from collections.abc import Mapping, Set
from functools import cache

from reader.resource import resource


@cache
def weights() -> Mapping[str, float]:
    """The weights that ship, read when first needed."""
    data = json.loads(resource("models/genre.json").read_text("utf-8"))
    return {name: float(weight) for name, weight in data["weights"].items()}


def probability(said: Set[str], by: Mapping[str, float] | None = None) -> float:
    """The probability that a text with these signs and stems is a scholar's own."""
    known = weights() if by is None else by
    odds = known[""] + math.fsum(known[name] for name in known.keys() & said)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
