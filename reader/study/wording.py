"""The words a text is told in, as the models of whole texts see them: stems, the headline's apart.

A stem is a word without its commonest endings ("followed", "following" and "follows" are one); numbers
are all the same. The models learn from few texts, so pairs of words, which they seldom meet, are left out.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from reader.study.once import once
from reader.study.reading.article import Article, Sentence

_ENDINGS = (
    "ations", "ation", "ments", "ment", "ings", "ing", "ied", "ies", "ed", "es", "s", "ers", "er", "ly",
)  # fmt: skip
_SHORTEST = 3


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a folded word; of a number, a sign that stands for all."""
    if word[0].isdigit():
        return "<n>"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word.rstrip("e") or word


@once
def stems(article: Article) -> list[str]:
    """The stem of each word of an article."""
    return [*map(stem, article.folds.row)]


def stems_in(article: Article, start: int, end: int) -> list[str]:
    """The stems of the words that begin in [start, end)."""
    return stems(article)[article.numbers_of_words(start, end)]


#: Words on either side of a place that count by their distance.
_NEAR = 3


def around(article: Article, sentence: Sentence, start: int, end: int, far: int) -> Iterator[str]:
    """The words beside [start, end) in its sentence: the nearest by their distance, `far` on each side by their presence."""
    left = [stem(word.folded) for word in article.words_in(sentence.start, start)[-far:]]
    right = [stem(word.folded) for word in article.words_in(end, sentence.end)[:far]]
    for side, words in (("l", left[::-1]), ("r", right)):
        yield f"{side}1={words[0] if words else '$'}"
        yield from (f"{side}{place}={word}" for place, word in enumerate(words[1:_NEAR], 2))
        yield f"{side}12={' '.join(words[:2])}"
        yield from (f"{side.upper()}:{word}" for word in words)


def wording(article: Article, told: Iterable[Sentence]) -> frozenset[str]:
    """The stems of the sentences ("W:…") and those of the first one of the story ("H:…")."""
    first = article.body[:1]
    headline = [f"H:{name}" for sentence in first for name in _stems(article, sentence)]
    names = {name for sentence in told for name in _stems(article, sentence)}
    return frozenset([*headline, *(f"W:{name}" for name in names)])


def _stems(article: Article, sentence: Sentence) -> list[str]:
    return stems_in(article, sentence.start, sentence.end)
