"""Whether news opens with money: a grant, a donation, so many million for a project still to be done."""

from collections.abc import Sequence

from reader.study.reading.article import Sentence
from reader.text import sieve as re

_MONEY = re.compile(
    r"[£$€]\s?\d|\b(?:million|thousand|\d+) (?:\w+ )?(?:euros?|pounds|dollars|kron\w+|francs)\b|\bgrants?\b|"
    r"\bfund(?:s|ed|ing)\b|\bawarded\b|\bdonation\b"
)
_FIRST = 3


def told_first(told: Sequence[Sentence], headline: Sequence[Sentence]) -> float:
    """One for the headline and one for the first sentences that speak of money."""
    return float(_of_money(headline)) + float(_of_money(told[:_FIRST]))


def _of_money(sentences: Sequence[Sentence]) -> bool:
    return any(_MONEY.search(sentence.low) for sentence in sentences)
