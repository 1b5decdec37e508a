"""Parts of a life that only say when something was: "during their pregnancies"."""

from collections.abc import Sequence

from reader.study.nominal_model import Weighed
from reader.study.reading.article import Article
from reader.text import sieve as re


def is_when(article: Article, row: Weighed, words: Sequence[str]) -> bool:
    """Whether a phrase only says in which part of a life: "during their pregnancies"."""
    return (
        len(words) == 1
        and words[0] in _PARTS_OF_LIFE
        and _DURING.search(article.text, max(0, row.start - 24), row.start) is not None
    )


_PARTS_OF_LIFE = frozenset(
    ["pregnancy", "childhood", "adolescence", "infancy", "adulthood", "midlife", "youth", "puberty"]
)
_DURING = re.compile(
    r"\b(?:during|in|throughout|since|before|after|from|until|through|into) (?:(?:the|their|her|his|a|an|early|late|later) ){0,2}$"
)
