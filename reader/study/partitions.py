"""Numbers that add up to one told before: "537 people: 188 with …, 149 … and 200 …"."""

from bisect import bisect_left
from collections.abc import Iterator, Set

from reader.study.counts import Count
from reader.study.for_each import is_each
from reader.study.reading.article import Article
from reader.study.reading.numbers import Number
from reader.text import sieve as re


def sums(article: Article, counts: list[Count]) -> tuple[set[int], set[int]]:
    """The ids of counts that two or three numbers behind them add up to, and of counts among those."""
    totals: set[int] = set()
    parts: set[int] = set()
    by_number = {id(count.number): id(count) for count in counts}
    by_value: dict[int, set[int]] = {}
    for total in counts:
        by_value.setdefault(total.value, set()).add(id(total))
        for group in partitions(article, total, by_number.keys()):
            totals.add(id(total))
            parts |= {by_number[id(n)] for n in group if id(n) in by_number}
    for part in counts:
        whole = [by_value[n * part.value] for n in range(2, 7) if n * part.value in by_value]
        if whole and is_each(part):
            totals = totals.union(*whole)
            parts.add(id(part))
    return totals, parts - totals


def partitions(article: Article, total: Count, counted: Set[int]) -> Iterator[list[Number]]:
    """The rows of two or three numbers behind a count that add up to it.

    `counted` are the ids of the numbers that count something.
    """
    behind = _behind(article, total)
    for first in range(len(behind)):
        for length in (2, 3):
            group = behind[first : first + length]
            if _adds_up(total, group, length, counted):
                yield group


#: Who went, and who was left: no groups.
_GONE = re.compile(
    r"\b(?:leaving|left|set|exclud(?:ed|ing)|removed|dropped|lost|withdrew|which left)(?: the| another| these)? $"
)


def _behind(article: Article, total: Count) -> list[Number]:
    """The whole numbers soon behind a count, as groups of it are told."""
    at = bisect_left(article.numbers, total.end, key=lambda number: number.start)
    near = [n for n in article.numbers[at : at + 24] if n.start - total.end < 900]
    near = [n for n in near if not _GONE.search(article.text[max(0, n.start - 24) : n.start])]
    return [n for n in near if n.whole and not (n.percent or n.money) and 1 < n.value < total.value]


def _adds_up(total: Count, group: list[Number], length: int, counted: Set[int]) -> bool:
    """Whether numbers are the parts of a total; small ones only if they count something, too."""
    if len(group) < length or sum(n.value for n in group) != total.value or total.value < 6:
        return False
    if group[-1].end - group[0].start > 450:
        return False
    known = sum(id(n) in counted for n in group)
    return known == length or (total.value > 19 and min(n.value for n in group) > 7)
