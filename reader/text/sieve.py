"""Patterns as in `re` that are not looked for where they cannot match.

Most patterns of the extractor are about words that most sentences lack. A `Sifted` text finds out
once, for all patterns, which of them lack what they need (`text.literals`), and those answer at
once. The answers are those of `re`; only the time differs. Modules import this one as `re`.
"""

import functools
import re
import sys
import threading
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
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

from reader.text import branches, letters, literals, needs

__all__ = [
    "IGNORECASE", "I", "M", "Match", "Pattern", "Sifted", "compile", "escape", "findall",
    "finditer", "fullmatch", "match", "search", "split", "sub",
]  # fmt: skip

_END = sys.maxsize
#: Letters by which a literal is found first, as many as it has.
_GRAMS = 5, 3, 2, 1
#: Patterns that can be told apart; what comes after them is always looked for.
_MOST = 2_048
#: From this length on, a literal is not looked for where its rarest word stands in the text.
_LONG = 1_000
#: Words of texts that are kept.
_WORDS = 20_000


class Pattern:
    """A pattern of `re`, compiled when it is first looked for."""

    __slots__ = ("_made", "flags", "number", "pattern")

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags
        self._made: re.Pattern[str] | None = None
        #: 0 as long as the sieve knows nothing of it.
        self.number = 0
        _SIEVE.add(self)

    @property
    def compiled(self) -> re.Pattern[str]:
        if self._made is None:
            self._made = branches.compiled(self.pattern, self.flags)
        return self._made

    def search(self, text: str, pos: int = 0, endpos: int = _END) -> Match[str] | None:
        if (
            type(text) is Sifted
            and text.without[self.number]
            and (endpos == _END or not _cuts(text, endpos))
        ):
            return None
        return (self._made or self.compiled).search(text, pos, endpos)

    def match(self, text: str, pos: int = 0, endpos: int = _END) -> Match[str] | None:
        if (
            type(text) is Sifted
            and text.without[self.number]
            and (endpos == _END or not _cuts(text, endpos))
        ):
            return None
        return (self._made or self.compiled).match(text, pos, endpos)

    def fullmatch(self, text: str, pos: int = 0, endpos: int = _END) -> Match[str] | None:
        return (self._made or self.compiled).fullmatch(text, pos, endpos)

    def finditer(self, text: str, pos: int = 0, endpos: int = _END) -> Iterator[Match[str]]:
        if (
            type(text) is Sifted
            and text.without[self.number]
            and (endpos == _END or not _cuts(text, endpos))
        ):
            return iter(())
        return (self._made or self.compiled).finditer(text, pos, endpos)

    def findall(self, text: str) -> list[Any]:
        if type(text) is Sifted and text.without[self.number]:
            return []
        return (self._made or self.compiled).findall(text)

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        return (self._made or self.compiled).split(text, maxsplit)

    def sub(self, new: str, text: str) -> str:
        return (self._made or self.compiled).sub(new, text)


def _cuts(text: str, at: int) -> bool:
    """Whether an offset stands within a word."""
    return 0 < at < len(text) and text[at - 1 : at + 1].replace("_", "a").isalnum()


class Sifted(str):
    """A text that knows which patterns cannot match in it."""

    __slots__ = ("without",)
    #: By the number of a pattern: 1 where it cannot match.
    without: bytes

    def __new__(cls, text: str, twin: "Sifted | None" = None) -> Self:
        """A `twin` differs in case alone; it spares sifting once more."""
        made = super().__new__(cls, text)
        made.without = _SIEVE.without(text) if twin is None else twin.without
        return made

    def lower(self) -> str:
        """In lower case, sifted where no letter becomes two."""
        low = super().lower()
        return Sifted(low, self) if len(low) == len(self) else low

    def part(self, start: int, end: int) -> str:
        """What stands at [start, end), sifted where neither end cuts a word."""
        piece = self[max(0, start) : end] if end > 0 else ""
        if _cuts(self, start) or _cuts(self, end):
            return piece
        return Sifted(piece, self)

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Elsewhere patterns have other numbers: a copy is a plain string."""
        return str, (str(self),)


class _Sieve:
    """What the patterns made so far need: a byte a pattern, in it a bit a need."""

    def __init__(self) -> None:
        self._unread: list[Pattern] = []
        #: The patterns that were read, with their flags.
        self.read: list[tuple[str, int]] = []
        self._lock = threading.Lock()
        self._count = 1
        #: The first bits of the patterns, and those of needs that they do not have.
        self._first, self._spare = 0, 0
        self._literals = _Literals()

    def add(self, pattern: Pattern) -> None:
        self._unread.append(pattern)

    def without(self, text: str) -> bytes:
        """By number, whether a pattern lacks something in a text."""
        if self._unread:
            with self._lock:
                self._read_all()
        met = self._literals.met(letters.plain(text)) | self._spare
        return (self._first & ~(met & met >> 1 & met >> 2)).to_bytes(_MOST, "little")

    def _read_all(self) -> None:
        while self._unread:
            pattern = self._unread[-1]
            found = needs.needs(pattern.pattern, pattern.flags)
            if found and self._count < _MOST:
                self._add(found)
                pattern.number = self._count
                self._count += 1
            self.read.append((pattern.pattern, pattern.flags))
            self._unread.pop()

    def _add(self, found: Sequence[Collection[str]]) -> None:
        first = 1 << 8 * self._count
        for number in range(literals.NEEDS):
            if number < len(found):
                self._literals.add(first << number, found[number])
            else:
                self._spare |= first << number
        self._first |= first


@dataclass(frozen=True, slots=True)
class _Learnt:
    """What a word of a text tells of the needs that the text meets.

    `within` are literals that the word may be a part of, by another word that they need.
    """

    alone: int
    perhaps: int
    within: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


class _Literals:
    """Literals by the rarest piece of each, and what each word of texts brings with it."""

    def __init__(self) -> None:
        #: The needs that a literal meets, as bits.
        self._needs: dict[str, int] = {}
        self._by_gram: list[tuple[int, dict[str, list[tuple[str, str]]]]] = [
            (length, {}) for length in _GRAMS
        ]
        self._words: dict[str, _Learnt] = {}

    def add(self, need: int, spellings: Collection[str]) -> None:
        for literal in spellings:
            if literal not in self._needs:
                self._needs[literal] = 0
                piece = min(letters.pieces(literal), key=letters.rarity)
                length, by_gram = next(each for each in self._by_gram if each[0] <= len(piece))
                by_gram.setdefault(_gram(piece, length), []).append((piece, literal))
            self._needs[literal] |= need
        self._words.clear()

    def met(self, plain: str) -> int:
        """The needs that a text meets."""
        words = {"", *plain.split()}
        met = 0
        for word in words:
            learnt = self._words.get(word) or self._learn(word)
            met |= learnt.alone
            if len(plain) > _LONG:
                met |= learnt.perhaps
                continue
            for other, rows in learnt.within:
                if other in words:
                    for literal, needs in rows:
                        if literal in plain:
                            met |= needs
        return met

    def _learn(self, word: str) -> _Learnt:
        padded = f" {word} "
        alone = perhaps = 0
        within: dict[str, list[tuple[str, int]]] = {}
        for piece, literal in self._with(padded):
            if piece == literal:
                alone |= self._needs[literal]
            else:
                perhaps |= self._needs[literal]
                row = literal, self._needs[literal]
                within.setdefault(_other(literal, piece), []).append(row)
        if len(self._words) >= _WORDS:
            self._words.clear()
        rows = tuple((other, tuple(found)) for other, found in within.items())
        self._words[word] = learnt = _Learnt(alone, perhaps, rows)
        return learnt

    def _with(self, padded: str) -> Iterator[tuple[str, str]]:
        """The pieces in a word, with their literals."""
        for length, by_gram in self._by_gram:
            for gram in {padded[at : at + length] for at in range(len(padded) - length + 1)}:
                for piece, literal in by_gram.get(gram, ()):
                    if piece in padded:
                        yield piece, literal


@functools.lru_cache(maxsize=20_000)
def _other(literal: str, piece: str) -> str:
    """The rarest whole word of a literal beside a piece of it, "" if there is none."""
    whole = [
        part.strip() for part in re.findall("(?<= )[^ ]+(?= )", literal) if part != piece.strip()
    ]
    return min(whole, key=letters.rarity, default="")


def _gram(piece: str, length: int) -> str:
    """The rarest letters in a row."""
    grams = [piece[at : at + length] for at in range(len(piece) - length + 1)]
    return min(grams, key=letters.rarity)


_SIEVE = _Sieve()


def seen() -> list[tuple[str, int]]:
    """The patterns, with their flags, that texts were sifted by so far."""
    return list(_SIEVE.read)


@functools.cache
def compile(pattern: str, flags: int = 0) -> Pattern:
    return Pattern(pattern, flags)
