"""Passages that name what is given or done, marked word by word by a linear model of sequences.

It knows abstracts of papers and records of trials, whose grammar tells little and whose terms are
many, and is asked for nothing else (`reader.study.genre`). A word is told by its form and its
neighbours, by the lists that know it and by what stands between; each of these adds the weights of
its names, which are looked up once for each word form.
"""

import itertools
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import fsum

from reader.resource import resource
from reader.study import treatments, vocabulary
from reader.study.once import once
from reader.study.reading.article import Article
from reader.study.vocabulary import Word

#: The states of a word: it begins a passage, goes on with one, or stands outside (weight 0).
BEGINS, GOES_ON, OUTSIDE = range(3)
Pair = tuple[float, float]
#: How many words before and behind count by themselves, by the lists, and by their form.
_WORDS, _LISTED, _FORMED = 3, 2, 1
#: Past the ends of a text.
_NONE = "$"


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its shape, the list that knows it, and what parts it from the word before."""

    folded: str
    shape: str
    listed: str
    gap: str


_END = Token(_NONE, _NONE, _NONE, "^")


def tokens(article: Article) -> list[Token]:
    """The words of a text as the model sees them."""
    text, listed = article.text, _listed(article)
    out: list[Token] = []
    before = 0
    for word, mark in zip(article.words, listed, strict=True):
        gap = _gap(text[before : word.start]) if out else "^"
        out.append(Token(word.folded, _shape(text[word.start : word.end]), mark, gap))
        before = word.end
    return out


def features(row: Sequence[Token]) -> list[list[str]]:
    """For each token the names of all that speaks for its state, as the training wants them."""
    edge = (_END,) * _WORDS
    wide = (*edge, *row, *edge)
    places = _places(row)
    out = []
    for at, token in enumerate(row):
        near = wide[at : at + 2 * _WORDS + 1]
        names = [name for n, o in enumerate(near) for name in of_word(n - _WORDS, o.folded)]
        for place in range(-_LISTED, _LISTED + 1):
            other = near[place + _WORDS]
            names += of_looks(place, other.listed, other.shape)
        names.append(f"b={near[_WORDS - 1].folded} {token.folded}")
        names.append(f"a={token.folded} {near[_WORDS + 1].folded}")
        out.append([*names, *of_place(*places[at])])
    return out


def of_word(place: int, folded: str) -> list[str]:
    """What a word at a place before or behind says."""
    names = [f"w{place}={folded}"]
    if abs(place) <= _FORMED:
        names.append(f"x{place}={folded[-3:]}")
    return names if place else [*names, f"y={folded[-4:]}", f"p={folded[:3]}"]


def of_looks(place: int, listed: str, shape: str) -> list[str]:
    """What the list and the shape of a word at a place say."""
    return [f"l{place}={listed}", *([f"s{place}={shape}"] if abs(place) <= _FORMED else [])]


#: The gaps before and behind a word, its list, whether it is of the title, whether it comes often.
Place = tuple[str, str, str, bool, bool]


def of_place(gap: str, next_gap: str, listed: str, title: bool, often: bool) -> list[str]:
    """What stands around a word, and how it stands in the text."""
    names = [f"g={gap}", f"h={next_gap}", f"m={listed} {gap}"]
    return names + ["title"] * title + ["often"] * often


def _places(row: Sequence[Token]) -> list[Place]:
    counts = Counter(token.folded for token in row)
    title = next((n for n, token in enumerate(row) if token.gap == "." and n), len(row))
    gaps = [token.gap for token in row[1:]] + [_END.gap]
    return [
        (token.gap, gap, token.listed, n < title, counts[token.folded] > _OFTEN)
        for n, (token, gap) in enumerate(zip(row, gaps, strict=True))
    ]


#: A word that comes more often than this is what the text is about.
_OFTEN = 2


@lru_cache(maxsize=50_000)
def _shape(word: str) -> str:
    if any(map(str.isdigit, word)):
        return "0" if word.isdigit() else "a0"
    if word.isupper():
        return "AA" if len(word) > 1 else "A"
    return "a" if word[0].islower() else "Aa" if word[1:].islower() else "aA"


#: What stands between two words, the strongest mark first.
_GAPS = tuple((mark, name) for marks, name in ((".;:|", "."), ("([", "("), (")]", ")"), (",", ","), ("-–‐", "-"), ("/+", "/")) for mark in marks)  # fmt: skip


@lru_cache(maxsize=2_000)
def _gap(between: str) -> str:
    return next((name for mark, name in _GAPS if mark in between), "_")


def _listed(article: Article) -> list[str]:
    """For each word of a text the kind of list that knows it, and whether it begins the name."""
    marks = [""] * len(article.words)
    at = {word.start: n for n, word in enumerate(article.words)}
    for start, end, kind in _known(article):
        number = at[start]
        if not marks[number]:
            for n in range(number, len(marks)):
                if article.words[n].start >= end:
                    break
                marks[n] = f"{kind}{'+' if n > number else ''}"
    for n, word in enumerate(article.words):
        if not marks[n] and treatments.is_drug(word.folded):
            marks[n] = "stem"
    return marks


def _known(article: Article) -> Iterator[tuple[int, int, str]]:
    for found in article.found(vocabulary.kinds("interventions")):
        yield found.start, found.end, found.entry.kind.lower()
    for found in article.found(vocabulary.descriptors("mesh_treatments", kinds=True)):
        yield found.start, found.end, f"mesh {found.entry.kind.lower()}"
    for name in ("conditions", "outcomes", "instruments"):
        for found in article.found(vocabulary.names(name)):
            yield found.start, found.end, name
    for found in article.found(vocabulary.descriptors("mesh_diseases")):
        yield found.start, found.end, "conditions"


class Tagger:
    """The weights of features for a beginning and for going on, and of the steps from word to word."""

    def __init__(self, weights: Mapping[str, Pair], steps: Sequence[Sequence[float]]) -> None:
        self._weights = weights
        self._steps = steps
        self._word = lru_cache(maxsize=20_000)(self._of_word)
        self._looks = lru_cache(maxsize=2_000)(self._of_looks)
        self._pair = lru_cache(maxsize=50_000)(self._of_pair)
        self._place = lru_cache(maxsize=5_000)(lambda *place: self._sum(of_place(*place)))

    def passages(self, row: Sequence[Token], words: Sequence[Word]) -> list[tuple[int, int]]:
        """The likeliest passages, as offsets in the text."""
        out: list[tuple[int, int]] = []
        for word, state in zip(words, self._states(row), strict=True):
            if state == GOES_ON and out:
                out[-1] = (out[-1][0], word.end)
            elif state == BEGINS:
                out.append((word.start, word.end))
        return out

    def _sum(self, names: Iterable[str]) -> Pair:
        found = [self._weights[name] for name in names if name in self._weights]
        return fsum(pair[0] for pair in found), fsum(pair[1] for pair in found)

    def _of_word(self, folded: str) -> tuple[float, ...]:
        """What a word says from each place before another to each place behind, one by one."""
        places = range(-_WORDS, _WORDS + 1)
        return tuple(w for place in places for w in self._sum(of_word(place, folded)))

    def _of_looks(self, listed: str, shape: str) -> tuple[float, ...]:
        places = range(-_LISTED, _LISTED + 1)
        return tuple(w for place in places for w in self._sum(of_looks(place, listed, shape)))

    def _of_pair(self, one: str, two: str) -> tuple[float, ...]:
        """What two neighbours say of the first and of the second."""
        return (*self._sum([f"a={one} {two}"]), *self._sum([f"b={one} {two}"]))

    def _said(self, row: Sequence[Token]) -> list[Pair]:
        """The weights of each token for a beginning and for going on: all its columns added up."""
        size = len(row)
        wide = [*[_END] * _WORDS, *row, *[_END] * _WORDS]
        words = [self._word(token.folded) for token in wide]
        near = wide[_WORDS - _LISTED : size + _WORDS + _LISTED]
        looks = [self._looks(token.listed, token.shape) for token in near]
        pairs = [self._pair(a.folded, b.folded) for a, b in itertools.pairwise(wide[2:-2])]
        places = list(zip(*itertools.starmap(self._place, _places(row)), strict=True))
        out = []
        for side in (0, 1):
            columns = [
                *_shifted(words, side, size),
                *_shifted(looks, side, size),
                [pair[side] for pair in pairs[1:]],
                [pair[2 + side] for pair in pairs[:size]],
                places[side],
            ]
            out.append(map(sum, zip(*columns, strict=True)))
        return list(zip(*out, strict=True))

    def _states(self, row: Sequence[Token]) -> list[int]:
        """The best row of states, found forward and read backward."""
        (bb, bg, bo), (gb, gg, go), (ob, _, oo) = self._steps
        begun, going, out = 0.0, _NEVER, 0.0
        back: list[tuple[int, int, int]] = []
        for begins, goes_on in self._said(row) if row else ():
            came = (begun + bb, going + gb, out + ob)
            went = (begun + bg, going + gg)
            left = (begun + bo, going + go, out + oo)
            begun, going, out = max(came), max(went), max(left)
            back.append((came.index(begun), went.index(going), left.index(out)))
            begun, going = begun + begins, going + goes_on
        return _read(back, max(range(3), key=(begun, going, out).__getitem__))


#: No passage goes on that has not begun.
_NEVER = -1e9


def _shifted(rows: Sequence[tuple[float, ...]], side: int, size: int) -> list[list[float]]:
    """The columns of what neighbours say, each beside the tokens it is said of."""
    found = len(rows[0]) // 2
    return [[row[2 * n + side] for row in rows[n : n + size]] for n in range(found)]


def _read(back: Sequence[tuple[int, ...]], state: int) -> list[int]:
    out = []
    for came in reversed(back):
        out.append(state)
        state = came[state]
    return out[::-1]


@cache
def model() -> Tagger:
    """The model that ships, read when first needed."""
    data = json.loads(resource("models/interventions.json").read_text("utf-8"))
    weights = {name: (pair[0], pair[1]) for name, pair in data["weights"].items()}
    return Tagger(weights, data["steps"])


@once
def passages(article: Article, by: Tagger | None = None) -> list[tuple[int, int]]:
    """Where a text names what is given or done; a name found once is found wherever it stands."""
    found = (by or model()).passages(tokens(article), article.words)
    return sorted((*found, *_again(article, found)))


#: The shortest name that is looked for again, in characters.
_SHORT = 4


def _again(article: Article, found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The names in the passages where they stand outside of them, the longest first."""
    taken = [False] * len(article.words)
    starts = {word.start: n for n, word in enumerate(article.words)}
    ends = {word.end: n for n, word in enumerate(article.words)}
    rows = [(starts[start], ends[end]) for start, end in found]
    for first, last in rows:
        taken[first : last + 1] = [True] * (last + 1 - first)
    folds = article.folds
    names = {
        tuple(folds.row[a : b + 1])
        for a, b in rows
        if article.words[b].end - article.words[a].start >= _SHORT
    }
    for name in sorted(names, key=lambda row: (-len(row), row)):
        for at in folds.places[name[0]]:
            end = at + len(name)
            if tuple(folds.row[at:end]) == name and not any(taken[at:end]):
                taken[at:end] = [True] * len(name)
                yield article.words[at].start, article.words[end - 1].end
