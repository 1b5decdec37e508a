"""How likely the dates of a news text are those between which the data of its study were gathered.

The rules of `study_period` know turns of phrase; the model weighs what they say together with the words
around, whose study the sentence is about, how long ago it was, and the other dates told. All dates of a
text share one certainty with "none". `tests/training/train_study_period.py` fits it on news alone.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reader.resource import resource
from reader.study import period_words
from reader.study.reading.article import Article, Sentence
from reader.study.reading.dates import Date
from reader.study.wording import around, stems_in

#: Words on either side that count.
_FAR = 12
#: Places of sentences, and years before the latest one told, that are told apart.
_PLACES, _AGO = 8, (0, 1, 2, 3, 5, 8, 12, 20, 40)
#: Log odds beyond these are all the same.
_MOST = 30.0
Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Period:
    """A first and a last date in a sentence; `weight` is what the rules say of them, 0 where they are silent.

    `form` says how they are told: "range" of two, "short" (2010-14), "one".
    """

    weight: float
    first: Date
    last: Date | None
    sentence: Sentence
    form: str

    @property
    def end(self) -> int:
        return max(self.first.end, self.last.end) if self.last else self.first.end


@cache
def weights() -> Mapping[str, float]:
    """The weights that ship, read when first needed."""
    data = json.loads(resource("models/study_period.json").read_text("utf-8"))
    return {str(name): float(weight) for name, weight in data["weights"].items()}


def shares(
    article: Article, told: Sequence[Period], by: Mapping[str, float] | None = None
) -> list[float]:
    """The probability of each period; what they lack to 1 is that of none."""
    known = weights() if by is None else by
    odds = [_odds(said, known) for said in features(article, told)]
    most = max(0.0, *odds) if odds else 0.0
    powers = [math.exp(one - most) for one in odds]
    whole = math.fsum(powers) + math.exp(-most)
    return [power / whole for power in powers]


def _odds(said: Features, known: Mapping[str, float]) -> float:
    odds = math.fsum(known[name] * said[name] for name in known.keys() & said.keys())
    return max(-_MOST, min(_MOST, known[""] + odds))


def features(article: Article, told: Sequence[Period]) -> Iterator[Features]:
    """What speaks for or against each period."""
    heaviest = max((one.weight for one in told), default=0.0)
    latest = max((date.year for date in article.points), default=0)
    places = {id(sentence): place for place, sentence in enumerate(article.body)}
    for one in told:
        said = dict.fromkeys(_around(article, one), 1.0)
        said["rules"] = min(3.5, one.weight) / 2
        said["silent"] = float(not one.weight)
        said["best by rules"] = float(one.weight > 0 and one.weight == heaviest)
        said[f"place={min(places.get(id(one.sentence), _PLACES), _PLACES)}"] = 1.0
        said |= _when(one, latest) | _beside(one, told) | _ruled_out(one)
        yield said


def _when(one: Period, latest: int) -> Features:
    """How it is told, how long it is, and how long before the latest year of the text it ends."""
    last = one.last or one.first
    ago = sum(latest - last.year > years for years in _AGO)
    return {
        f"form={one.form}": 1.0,
        f"ago={ago}": 1.0,
        f"ago={ago}&form={one.form}": 1.0,
        "month": float(bool(one.first.month)),
        "day": float(bool(one.first.day)),
        "long": math.log10(1 + max(0, last.year - one.first.year)),
        f"whose={one.sentence.whose.name}": 1.0,
        f"section={one.sentence.section.name}": 1.0,
        f"zone={one.sentence.zone.name}": 1.0,
    }


def _ruled_out(one: Period) -> Features:
    """What words before say of the world at large, of papers and plans, of births."""
    before = one.sentence.low[: one.first.start - one.sentence.start]
    return {
        "not": float(period_words.NOT.search(before[-45:]) is not None),
        "trend": float(period_words.TREND.search(before[-140:]) is not None),
        "born": float(period_words.BORN.search(before[-140:]) is not None),
    }


def _beside(one: Period, told: Sequence[Period]) -> Features:
    """How it stands among the others told."""
    return {
        "many": min(5, len(told)) / 5,
        "beside": float(sum(other.sentence is one.sentence for other in told) > 1),
        "first": float(one is told[0]),
        "last": float(one is told[-1]),
        "beside a range": float(one.form == "one" and any(other.form != "one" for other in told)),
    }


def _around(article: Article, one: Period) -> Iterator[str]:
    sentence = one.sentence
    yield from around(article, sentence, one.first.start, one.end, _FAR)
    yield from (f"S:{name}" for name in set(stems_in(article, sentence.start, sentence.end)))
