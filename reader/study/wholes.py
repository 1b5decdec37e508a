"""A whole told behind its groups: "203 got the calls and 199 did not. All 402 had been discharged"."""

from collections.abc import Sequence

from reader.study import genre
from reader.study.abstract_sizes import Weighed
from reader.study.counts import Count
from reader.study.groups import Group, groups
from reader.study.reading.article import Article
from reader.study.reading.numbers import Number

#: The least of a group, and how many times larger the other may be.
_LEAST, _TIMES = 10, 4


def told(
    article: Article, best: Weighed, found: Sequence[Weighed], near: list[Count]
) -> tuple[Weighed, list[Group]]:
    """The heaviest count with its groups; a whole told behind where they are not known for groups."""
    parts = groups(article, best.count, near)
    above = best if len(parts) > 1 or genre.scholarly(article) else _whole(article, best, found)
    return (best, parts) if above is best else (above, groups(article, above.count, [above.count]))


def _whole(article: Article, best: Weighed, found: Sequence[Weighed]) -> Weighed:
    """What a count and another number of its sentence add up to, if that is told behind them; else the count.

    A whole told before its groups is not looked for: those who were left are told behind all there were.
    """
    last = {best.count.value + int(n.value): n.end for n in _beside(article, best)}
    behind = (
        row
        for row in found
        if row.count.start >= max(best.count.end, last.get(row.count.value, row.count.start + 1))
    )
    return next(behind, best)


def _beside(article: Article, best: Weighed) -> Sequence[Number]:
    """The numbers of the sentence that may be the other group."""
    count = best.count
    if count.value < _LEAST:
        return ()
    return [
        n
        for n in article.numbers_in(count.sentence)
        if n.whole and not (n.percent or n.money) and n.start != count.number.start
        and n.value >= _LEAST and max(n.value, count.value) <= _TIMES * min(n.value, count.value)
    ]  # fmt: skip
