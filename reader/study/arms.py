"""The arms of a study whose whole is told: "94 women: 31 had acupuncture, 29 a sham, 34 nothing"."""

from reader.study.counts import Count, find_counts
from reader.study.groups import Group
from reader.study.partitions import partitions
from reader.study.reading.article import Article
from reader.study.reading.numbers import Number
from reader.text import sieve as re

#: What stands between a number and the name of its arm.
_LEAD = re.compile(
    r"^(?:[ ,]|\band then\b|\b(?:patients|participants|women|men|people|subjects|children|adults|who|were|was|had|are|in|to|of|on|with|for|the|an?|received?|receiving|got|given|took|assigned|allocated|randomi[sz]ed|randomly|underwent|undergo|them|whom)\b)+"
)
_ENDS = re.compile(r"[,;.()\[\]]| and (?=\d|then|were|was|had)")
_BEFORE = re.compile(
    r"(?<![\w+/’'-])(?P<label>[\w+/’'-]+(?: [\w+/’'-]+){0,5}) ?\((?:n ?= ?)?$", re.I
)
#: Words of the sentence that stand before the name.
_ON_THE_WAY = re.compile(
    r"^(?:.*\b(?:or|versus|vs|to|either|with|receive|received) )?(?:(?:and|the|an?) )*"
)


def arms(article: Article, whole: Count) -> list[Group]:
    """The first two or more groups behind a count that add up to it; none where none do."""
    counted = {id(count.number) for count in find_counts(article)}
    for group in partitions(article, whole, counted):
        return [
            Group(int(n.value), n.start, n.end, _label(article, n, whole.unit or whole.kind))
            for n in group
        ]
    return []


def _label(article: Article, number: Number, unit: str) -> str:
    """The words that name an arm, before its number in brackets or behind it."""
    before = _BEFORE.search(article.text, max(0, number.start - 60), number.start)
    if before:
        return _ON_THE_WAY.sub("", before["label"])
    after = article.text[number.end : number.end + 70]
    return _LEAD.sub("", _ENDS.split(after, maxsplit=1)[0]).strip() or unit
