"""Patterns as in `re` that are not looked for where they cannot match.

Most patterns of the extractor are about words that most sentences lack. A `Sifted` text finds out
once, for all patterns, which of them lack what they need (`text.literals`), and those answer at
once. The answers are those of `re`; only the time differs. Modules import this one as `re`.
"""

import functools
import re
import sys
import threading
from collections.abc import Iterator
from re import (
    IGNORECASE,
    I,
    M,
    Match,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)  # fmt: skip
from typing import Any, Self

from reader.text import letters, literals

__all__ = [
    "IGNORECASE", "I", "M", "Match", "Pattern", "Sifted", "compile", "escape", "findall",
    "finditer", "fullmatch", "match", "search", "split", "sub",
]  # fmt: skip

_END = sys.maxsize
#: Letters by which a literal is found first, as many as it has.
_GRAMS = 5, 3, 2, 1
#: Words of texts that are kept.
_WORDS = 50_000


class Pattern:
    """A pattern of `re`, compiled when it is first looked for."""

    __slots__ = ("_made", "flags", "number", "pattern")

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags
        self._made: re.Pattern[str] | None = None
        self.number = _SIEVE.add(self)

    @property
    def compiled(self) -> re.Pattern[str]:
        if self._made is None:
            self._made = re.compile(self.pattern, self.flags)
        return self._made

    def search(self, text: str, pos: int = 0, endpos: int = _END) -> Match[str] | None:
        if type(text) is Sifted and self.number in text.without and endpos == _END:
            return None
        return (self._made or self.compiled).search(text, pos, endpos)

    def match(self, text: str, pos: int = 0, endpos: int = _END) -> Match[str] | None:
        if type(text) is Sifted and self.number in text.without and endpos == _END:
            return None
        return (self._made or self.compiled).match(text, pos, endpos)

    def fullmatch(self, text: str, pos: int = 0, endpos: int = _END) -> Match[str] | None:
        return (self._made or self.compiled).fullmatch(text, pos, endpos)

    def finditer(self, text: str, pos: int = 0, endpos: int = _END) -> Iterator[Match[str]]:
        if type(text) is Sifted and self.number in text.without and endpos == _END:
            return iter(())
        return (self._made or self.compiled).finditer(text, pos, endpos)

    def findall(self, text: str) -> list[Any]:
        if type(text) is Sifted and self.number in text.without:
            return []
        return (self._made or self.compiled).findall(text)

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        return (self._made or self.compiled).split(text, maxsplit)

    def sub(self, new: str, text: str) -> str:
        return (self._made or self.compiled).sub(new, text)


class Sifted(str):
    """A text that knows which patterns cannot match in it."""

    __slots__ = ("without",)
    without: set[int]

    def __new__(cls, text: str, twin: "Sifted | None" = None) -> Self:
        """A `twin` differs in case alone; it spares sifting once more."""
        made = super().__new__(cls, text)
        made.without = _SIEVE.without(text) if twin is None else twin.without
        return made

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Elsewhere patterns have other numbers: a copy is a plain string."""
        return str, (str(self),)


class _Sieve:
    """What the patterns made so far need: numbered needs, of each of which one literal must stand there."""

    def __init__(self) -> None:
        self._patterns: list[Pattern] = []
        self._read = 0
        self._needy: set[int] = set()
        #: By a need: its pattern, and what else that needs.
        self._first: dict[int, tuple[int, tuple[int, ...]]] = {}
        self._needs = 0
        self._literals = _Literals()
        self._lock = threading.Lock()

    def add(self, pattern: Pattern) -> int:
        self._patterns.append(pattern)
        return len(self._patterns) - 1

    def without(self, text: str) -> set[int]:
        """The numbers of the patterns that do not match anywhere in a text."""
        if self._read < len(self._patterns):
            with self._lock:
                self._read_all()
        met = self._literals.met(letters.plain(text))
        first = self._first
        return self._needy - {
            first[need][0] for need in met & first.keys() if met.issuperset(first[need][1])
        }

    def _read_all(self) -> None:
        while self._read < len(self._patterns):
            pattern = self._patterns[self._read]
            needs = literals.needs(pattern.pattern, pattern.flags)
            numbers = tuple(range(self._needs, self._needs + len(needs)))
            self._needs += len(needs)
            for number, need in zip(numbers, needs, strict=True):
                self._literals.add(number, need)
            if numbers:
                self._needy.add(self._read)
                self._first[numbers[0]] = self._read, numbers[1:]
            self._read += 1


class _Literals:
    """Literals by the rarest piece of each, and what each word of texts brings with it."""

    def __init__(self) -> None:
        #: The needs that a literal meets.
        self._needs: dict[str, list[int]] = {}
        self._by_gram: list[tuple[int, dict[str, list[tuple[str, str]]]]] = [
            (length, {}) for length in _GRAMS
        ]
        self._words: dict[str, tuple[set[int], list[tuple[str, list[int]]]]] = {}

    def add(self, need: int, spellings: literals.Spellings) -> None:
        for literal in spellings:
            if literal not in self._needs:
                self._needs[literal] = []
                piece = max(letters.pieces(literal), key=lambda part: -letters.rarity(part))
                length, by_gram = next(each for each in self._by_gram if each[0] <= len(piece))
                by_gram.setdefault(_gram(piece, length), []).append((piece, literal))
            self._needs[literal].append(need)
        self._words.clear()

    def met(self, plain: str) -> set[int]:
        """The needs that a text meets."""
        met: set[int] = set()
        for word in set(plain.split()):
            alone, within = self._words.get(word) or self._learn(word)
            met |= alone
            for literal, needs in within:
                if literal in plain:
                    met.update(needs)
        return met

    def _learn(self, word: str) -> tuple[set[int], list[tuple[str, list[int]]]]:
        """What a word meets alone, and the literals that it may be a part of."""
        padded = f" {word} "
        alone: set[int] = set()
        within = []
        for piece, literal in self._with(padded):
            if piece in padded:
                if piece == literal:
                    alone.update(self._needs[literal])
                else:
                    within.append((literal, self._needs[literal]))
        if len(self._words) >= _WORDS:
            self._words.clear()
        self._words[word] = alone, within
        return alone, within

    def _with(self, padded: str) -> Iterator[tuple[str, str]]:
        for length, by_gram in self._by_gram:
            for gram in {padded[at : at + length] for at in range(len(padded) - length + 1)}:
                yield from by_gram.get(gram, ())


def _gram(piece: str, length: int) -> str:
    """The rarest letters in a row."""
    grams = [piece[at : at + length] for at in range(len(piece) - length + 1)]
    return min(grams, key=letters.rarity)


_SIEVE = _Sieve()


@functools.cache
def compile(pattern: str, flags: int = 0) -> Pattern:
    return Pattern(pattern, flags)
