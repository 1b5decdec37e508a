"""What tells one kind of sentence from another: its words, its signs, its neighbours and its place.

The features of the models over sentences. A sentence rarely says alone whether it is a finding or a
caveat: findings follow how the study was done and go before what its makers say of it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise
from operator import methodcaller
from typing import NamedTuple

from reader.study import caveats, findings, turns
from reader.study.once import once
from reader.study.reading.article import Article, Sentence
from reader.study.reading.whose import Whose
from reader.study.vocabulary import fold, marked
from reader.text import sieve as re

_TOKEN = re.compile(r"[a-z][a-z’'-]+|\d[\d.,]*|[%“”\"?;:—]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_IN_ED = methodcaller("endswith", "ed")
_AS_AS = re.compile(r"\bas \w+ as\b|\bno \w+er\b")


class Signed(NamedTuple):
    """A sentence with its features, parted so that no two parts share one."""

    sentence: Sentence
    parts: tuple[Collection[str], ...]

    @property
    def features(self) -> Iterator[str]:
        """Each feature once."""
        return chain.from_iterable(self.parts)


@once
def signed(article: Article) -> tuple[Signed, ...]:
    """Headline, headings and body with their features; found once an article."""
    rows = article.body
    tokens = [[*map(_token, _TOKEN.findall(row.low))] for row in rows]
    signs = [_signs(row, said) for row, said in zip(rows, tokens, strict=True)]
    places = _places(rows, signs, synopsis=article.synopsis)
    return tuple(
        Signed(
            row,
            (
                here.union(place),
                {*said},
                _pairs(said),
                turns.turns(row.low),
                *_around(signs, number),
            ),
        )
        for number, (row, said, here, place) in enumerate(
            zip(rows, tokens, signs, places, strict=True)
        )
    )


@lru_cache(maxsize=20_000)
def _token(word: str) -> str:
    return "#" if word[0].isdigit() else fold(word)


def _pairs(tokens: Sequence[str]) -> set[str]:
    return {f"{one} {other}" for one, other in pairwise(tokens)}


def _signs(sentence: Sentence, tokens: Sequence[str]) -> frozenset[str]:
    """The signs of a sentence, whatever stands around it."""
    low, said = sentence.low, frozenset(tokens)
    words = _sign_words()
    numbers = sum(map(_numerals().__contains__, tokens))
    return frozenset(
        [
            *(f"@{name}" for name in findings.signs(low)),
            *chain.from_iterable(map(words.__getitem__, words.keys() & said)),
            f"@effects {min(4, findings.effects(low))}",
            f"@numbers {min(4, numbers)}",
            f"@long {min(5, len(sentence.text) // 60)}",
            *(name for name, sign in _shape(sentence, said) if sign),
        ]
    )


@cache
def _numerals() -> frozenset[str]:
    """The tokens that say how many."""
    return marked("sentence_signs")["number"] | {"#"}


@cache
def _sign_words() -> Mapping[str, tuple[str, ...]]:
    """The words that are signs, each with those it is."""
    out: dict[str, tuple[str, ...]] = {}
    for name, words in marked("sentence_signs").items():
        for word in words:
            out[word] = (*out.get(word, ()), f"@{name}")
    return out


def _shape(sentence: Sentence, said: frozenset[str]) -> Iterator[tuple[str, bool]]:
    low = sentence.low
    yield "@past", any(map(_IN_ED, said))
    yield "@as as", _AS_AS.search(low) is not None
    yield "@doing", findings.DOING.match(low) is not None
    yield "@number first", findings.number_first(low)
    yield "@caveat", caveats.grade(low) is not None
    yield "@question", low.rstrip().endswith("?")
    yield "@quoted", low[:1] in "“\"'‘" or findings.quoted(sentence.text)
    yield "@year", _YEAR.search(low) is not None


#: A text of fewer sentences is an item of a feed rather than a story.
_BRIEF = 16


class _Marked(dict[str, str]):
    """Signs with the mark of the place beside, made once: there are few signs, and many sentences."""

    def __init__(self, mark: str) -> None:
        self._mark = mark

    def __missing__(self, sign: str) -> str:
        made = self[sign] = self._mark + sign
        return made


_BESIDE = ((-1, _Marked("<")), (-2, _Marked("<<")), (1, _Marked(">")), (2, _Marked(">>")))


def _around(signs: Sequence[frozenset[str]], number: int) -> Iterator[Collection[str]]:
    """The signs of the two sentences before and the two behind."""
    for step, marked_signs in _BESIDE:
        if 0 <= number + step < len(signs):
            yield [*map(marked_signs.__getitem__, signs[number + step])]
        else:
            yield (marked_signs["@end"],)


def _places(
    rows: Sequence[Sentence], signs: Sequence[frozenset[str]], *, synopsis: bool
) -> Iterator[tuple[str, ...]]:
    """Where each sentence stands: in the story, after its study came up, after how it was done."""
    first = next((n for n, row in enumerate(rows) if row.whose is Whose.OWN), 0)
    done = next((n for n, here in enumerate(signs) if here & {"@method", "@doing"}), len(rows))
    for number, row in enumerate(rows):
        yield (
            f"@{row.whose}",
            f"@{row.zone}",
            f"@{row.section}",
            f"@fifth {min(4, 5 * number // len(rows))}",
            f"@since {min(5, max(-1, number - first) // 2)}",
            f"@after method {number > done}",
            f"@synopsis {synopsis}",
            f"@brief {len(rows) < _BRIEF}",
        )
