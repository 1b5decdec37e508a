"""What else tells of a design: how many were studied, how long, whether something was given to them.

The model of designs weighs these beside the words; none of them names a design by itself.
"""

import math

from reader.study import follow_up, sample_size, shape
from reader.study.reading.article import Article

#: The weight from which those studied are counted, and ends of lengths of time, in years.
_COUNTED, _LENGTHS = 0.0, (0.1, 0.75, 2.5)
#: Sentences of a kind beyond these count no more; the years that a study spans.
_MOST, _SPANS = 3, 2
_YEARS = range(1900, 2030)


def signs(article: Article) -> dict[str, float]:
    """The signs of a text by their names."""
    return {**_size(article), **_length(article), **_told(article)}


def _size(article: Article) -> dict[str, float]:
    counts = sample_size.weigh(article)
    if not counts or counts[0].weight <= _COUNTED:
        return {}
    count = counts[0].count
    size = math.log10(count.value)
    return {"counted": 1.0, "size": size / 3, f"size {int(size)}": 1.0, f"kind {count.kind}": 1.0}


def _length(article: Article) -> dict[str, float]:
    """How long they were watched, if that is told."""
    length = follow_up.length(article)
    if length is None:
        return {}
    class_ = sum(length.high >= end for end in _LENGTHS)
    return {
        "watched": 1.0,
        "years watched": max(-2.0, min(1.5, math.log10(max(length.high, 0.001)))),
        f"watched {class_}": 1.0,
    }


def _told(article: Article) -> dict[str, float]:
    """Whether something was given, whether it is told what came later, and the years that are named."""
    years = [number.value for number in article.numbers if number.value in _YEARS]
    return {
        "given": min(_MOST, sum(map(shape.gives, article.own))) / 2,
        "later": min(_MOST, sum(map(shape.looks_later, article.own))) / 2,
        "spans years": float(bool(years) and max(years) - min(years) > _SPANS),
        "synopsis": float(article.synopsis),
    }
