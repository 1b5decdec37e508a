"""Two cohorts that a story says it drew on, the people of each told in a sentence of its own."""

from bisect import bisect_left

from reader.study.counts import Count
from reader.study.reading.article import Article
from reader.text import sieve as re

#: Two groups of one study are not farther apart in size than so many times.
_TIMES = 8
#: What befell some of them.
_OUTCOME = re.compile(r"\b(?:died|deaths?|develop|relaps|surviv|withdr|dropped out|infect|cases)")
#: Two groups that were drawn on, each told in a sentence of its own.
_TWO = re.compile(
    r"\b(?:two|both) (?:(?!(?:earlier|previous|other|older)\b)[\w’'-]+ ){0,3}(?:cohorts|sets of people|groups of (?:people|adults|patients|women|men|children)|populations|samples|studies that|long-running studies|groups (?:which|that) had|databases|registers|registries|surveys)\b"
)


def second(article: Article, best: Count, counts: list[Count]) -> Count | None:
    """The count of the other of two groups that a story says it drew on, in the sentence before or behind."""
    at = bisect_left(article.body, best.sentence.start, key=lambda row: row.start)
    near = article.body[max(0, at - 1) : at + 2]
    if not any(_TWO.search(row.low) for row in article.body[max(0, at - 2) : at + 1]):
        return None
    if _OUTCOME.search(best.sentence.low):
        return None
    others = [c for c in counts if _alike(c, best) and c.sentence in near]
    return others[0] if len(others) == 1 else None


def _alike(count: Count, best: Count) -> bool:
    """Whether a count may be that of the other group."""
    apart = count.sentence is not best.sentence and not _OUTCOME.search(count.sentence.low)
    small, large = sorted((count.value, best.value))
    return apart and count.kind == best.kind and not count.bare and large <= _TIMES * small
