"""The phrases of a story that may name what its study is about: noun phrases, and what the rules consider.

There is no grammar: words in a row that no function word or verb of news interrupts, whole and in parts,
in headline and in the first sentences on this study. `nominal_model` says which is what.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from reader.study import chunks
from reader.study.reading.article import Article, Sentence
from reader.study.vocabulary import Word
from reader.study.wording import stems_in

#: Sentences on this study that are read, and those, the headline among them, whose phrases are cut in every way.
_READ, _CLOSELY = 9, 3
_LONGEST = 5
#: Places by the rules, from 0 on, whose passages are looked at.
_LIKELY = 6
_WITHIN = frozenset([" ", "-", "‑", "’ ", "' ", "/"])
#: Participles without their usual ending: no thing is named by them.
_DONE = frozenset(["given", "fed", "shown", "told", "left", "held", "sent", "put", "paid", "born"])
_HYPHENS = frozenset(["-", "‑"])
_SUMS = frozenset(["and", "or"])
_JOINS = frozenset(
    f" {word} "
    for word in ("of", "of the", "of a", "in the", "after", "for", "with", "against", "in", "to", "on the", "and", "or")
)  # fmt: skip


class Ruled(NamedTuple):
    """A passage that the rules of a field consider: their weight, and its place by it from 0 on."""

    start: int
    end: int
    weight: float
    rank: int


#: What the rules consider, by the letter of the field.
Rules = Mapping[str, Sequence[Ruled]]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence on this study with its words and their stems; `place` counts such sentences."""

    sentence: Sentence
    place: int
    words: Sequence[Word]
    stems: Sequence[str]


class Place(NamedTuple):
    """Where a phrase stands: the words [first, last) of a sentence, [start, end) of the text."""

    told: Told
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Nominal:
    """A phrase, known by its stems, with the places it has, the first first."""

    stems: tuple[str, ...]
    places: tuple[Place, ...]

    @property
    def first(self) -> Place:
        return self.places[0]


def nominals(article: Article, rules: Rules) -> list[Nominal]:
    """The phrases in the order of their first places."""
    likely = [row for rows in rules.values() for row in rows if row.rank < _LIKELY]
    considered = sorted({(row.start, row.end) for row in likely})
    found: dict[tuple[str, ...], list[Place]] = {}
    for place, sentence in enumerate(article.own[:_READ]):
        words = article.words_in(sentence.start, sentence.end)
        told = Told(sentence, place, words, stems_in(article, sentence.start, sentence.end))
        for first, last in _spans(told, considered):
            at = Place(told, first, last, words[first].start, words[last - 1].end)
            found.setdefault(tuple(told.stems[first:last]), []).append(at)
    return [Nominal(stems, tuple(places)) for stems, places in found.items()]


def _spans(told: Told, considered: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    runs = list(_runs(told))
    spans = {span for run in runs for span in _cut(run, told.place < _CLOSELY)}
    for (first, end), (start, last) in itertools.pairwise(runs):
        if _gap(told, end, start) in _JOINS:
            spans.add((first, last))
    if cuts := _hyphened(told):
        spans = {(a, b) for a, b in spans if a not in cuts and b not in cuts}
    spans.update(_ruled(told, considered))
    kinds = _kinds(told)
    return sorted(span for span in spans if span[0] not in kinds)


def _kinds(told: Told) -> frozenset[int]:
    """Where a phrase sums up what stands before it: "pigeons, parrots or other birds" (Hearst 1992)."""
    words = told.words
    return frozenset(
        n + 1
        for n, word in enumerate(words)
        if word.folded == "other" and n and words[n - 1].folded in _SUMS
    )


def _ruled(told: Told, considered: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What the rules consider in a sentence, as words."""
    sentence = told.sentence
    for start, end in considered:
        if sentence.start <= start and end <= sentence.end:
            held = [n for n, word in enumerate(told.words) if start <= word.start < end]
            while held and told.words[held[-1]].folded in _DONE:
                held.pop()
            if held:
                yield held[0], held[-1] + 1


def _runs(told: Told) -> Iterator[tuple[int, int]]:
    """Words in a row that nothing interrupts."""
    low, start = told.sentence.low, told.sentence.start
    first = end = -1
    for n, word in enumerate(told.words):
        gap = low[end : word.start - start] if n else ""
        end = word.end - start
        token = low[word.start - start : end]
        if first >= 0 and gap not in _WITHIN:
            yield first, n
            first = -1
        if gap not in _HYPHENS and _interrupts(token):
            if first >= 0:
                yield first, n
            first = -1
        elif first < 0 and not _opens(token):
            first = n
    if first >= 0:
        yield first, len(told.words)


@lru_cache(maxsize=20_000)
def _interrupts(token: str) -> bool:
    if token.isdigit() or token in _DONE:
        return True
    doing = token.endswith("ing") and len(token) > 5
    return chunks.ends(token) and (not doing or chunks.is_stop(token))


def _opens(token: str) -> bool:
    return token in chunks.OPENING


def _cut(run: tuple[int, int], closely: bool) -> list[tuple[int, int]]:
    """A run and parts of it: all short ones, or those at its edges."""
    first, last = run
    if closely:
        return [run] + [
            (start, end)
            for start in range(first, last)
            for end in range(start + 1, min(last, start + _LONGEST) + 1)
        ]
    sizes = range(1, min(4, last - first))
    edges = [(first, first + size) for size in sizes if size > 1]
    return [run, *edges, *((last - size, last) for size in sizes)]


def _gap(told: Told, before: int, at: int) -> str:
    """What stands between the end of the word before `before` and the word at `at`."""
    start = told.sentence.start
    return told.sentence.low[told.words[before - 1].end - start : told.words[at].start - start]


def _hyphened(told: Told) -> frozenset[int]:
    """The cuts on both sides of which a hyphen joins the words."""
    if not any(mark in told.sentence.low for mark in _HYPHENS):
        return frozenset()
    return frozenset(at for at in range(1, len(told.words)) if _gap(told, at, at) in _HYPHENS)
