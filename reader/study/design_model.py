"""Which design a news text tells of: what the rules say, weighed together with the words of the text.

The rules know the turns of phrase they were made for; the model knows how far each can be trusted, and
which words go with which design. It is fitted by `tests/training/train_designs.py` on news alone and not
asked where scholars speak (`reader.study.genre`).
"""

import json
import math
from collections.abc import Mapping
from functools import cache

from reader.model.study import StudyValue
from reader.resource import resource
from reader.study import design_signs
from reader.study.reading.article import Article, Sentence
from reader.study.wording import stems_in, wording

Weights = Mapping[str, Mapping[str, float]]


@cache
def weights() -> Weights:
    """The weights of each design that ship, read when first needed."""
    data = json.loads(resource("models/designs.json").read_text("utf-8"))
    return {
        design: {name: float(weight) for name, weight in rows.items()}
        for design, rows in data["weights"].items()
    }


def features(
    article: Article,
    drawn: StudyValue | None,
    tally: Mapping[str, float],
    species: StudyValue | None,
) -> dict[str, float]:
    """What the rules say of designs and species, what else tells, and the words told of this study."""
    said = {f"t:{design}": round(weight, 3) for design, weight in sorted(tally.items())}
    if tally:
        said[f"best:{max(sorted(tally), key=tally.__getitem__)}"] = 1.0
    said[f"rules:{drawn.value if drawn else None}"] = 1.0
    said[f"species:{species.value if species else None}"] = 1.0
    said |= {f"s:{name}": value for name, value in design_signs.signs(article).items()}
    return {**said, **dict.fromkeys(sorted(wording(article, article.own)), 1.0)}


def probabilities(said: Mapping[str, float], by: Weights | None = None) -> dict[str, float]:
    """The probability of each design for a text with these features."""
    known = weights() if by is None else by
    odds = {design: _odds(rows, said) for design, rows in known.items()}
    most = max(odds.values())
    shares = {design: math.exp(value - most) for design, value in odds.items()}
    whole = math.fsum(shares.values())
    return {design: share / whole for design, share in shares.items()}


def _odds(rows: Mapping[str, float], said: Mapping[str, float]) -> float:
    return rows[""] + math.fsum(rows[name] * said[name] for name in rows.keys() & said.keys())


def telling(article: Article, design: str) -> Sentence | None:
    """The sentence whose words speak most for a design."""
    rows = weights()[design]
    told = [s for s in article.own if len(article.words_in(s.start, s.end)) > _FEW]
    return max(
        told, key=lambda sentence: (_speaks(article, sentence, rows), -sentence.start), default=None
    )


#: Fewer words are a heading.
_FEW = 4


def _speaks(article: Article, sentence: Sentence, rows: Mapping[str, float]) -> float:
    stems = {f"W:{name}" for name in stems_in(article, sentence.start, sentence.end)}
    return math.fsum(rows[name] for name in rows.keys() & stems)
