"""Titles of the paper in its reference: they name the design as nothing else in the news does."""

from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.text import sieve as re

_NAMES_A_DESIGN = re.compile(
    r"(?:^|: |\. )(?:an?|results of (?:an?|the)) [^.;]{0,110}\b(?:trial|study|review|analysis|meta-analysis|series|report|survey)\b"
)


def titles(article: Article) -> tuple[Sentence, ...]:
    """What the reference of the paper says of its design: its title is the last word."""
    return tuple(
        sentence
        for sentence in article.sentences
        if sentence.zone is Zone.CITATION and _NAMES_A_DESIGN.search(sentence.low)
    )
