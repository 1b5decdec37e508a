"""Conditions told in one breath with the first: "diabetes and obesity", "asthma, eczema and hay fever"."""

from collections.abc import Sequence

from reader.study.reading.article import Article
from reader.study.reading.whose import Whose
from reader.study.topics import Topic
from reader.text import sieve as re

#: What joins the names of a list; an adverb or how bad it is may stand before a name.
_AND = re.compile(
    r"(?:,| ?&|,? (?:and|as well as|along with))(?: (?:severe|chronic|type|also|early|advanced|mild|moderate))* ?"
)
#: Names in lists of no use: examples, causes, what else people had.
_EXAMPLES = re.compile(
    r"\b(?:such as|like|including|e\.g\.|for example|among them|causes?|causing|leads? to|complications?|side effects?|such|other than|unlike)\b[^.;]{0,60}$"
)
#: More names are a mere list.
_MOST = 3
#: How much of the first one's weight such a name has, and how far from it it stands at most.
_SHARE, _GAP = 0.5, 30


def beside(article: Article, ranked: Sequence[Topic], least: float) -> list[Topic]:
    """Those of the next conditions that stand in a list with the first where the study is told."""
    first = ranked[0]
    spans = [(m.start, m.end) for m in first.mentions]
    least = max(least, _SHARE * first.weight)
    out = [
        topic
        for topic in ranked[1:6]
        if topic.weight >= least
        and topic.best.id
        and any(_joined(article, m.start, m.end, spans) for m in topic.mentions)
    ]
    return out[: _MOST - 1]


def _joined(article: Article, start: int, end: int, first: list[tuple[int, int]]) -> bool:
    """Whether a name stands in a list with the first condition, in a sentence on the study."""
    sentence = article.sentence_at(start)
    if sentence is None or sentence.whose not in {Whose.OWN, Whose.NEAR}:
        return False
    gaps = [(e, start) if e <= start else (end, s) for s, e in first]
    return any(
        0 < b - a < _GAP
        and _AND.fullmatch(article.text[a:b]) is not None
        and not _EXAMPLES.search(article.text[max(sentence.start, a - 90) : a])
        for a, b in gaps
    )
