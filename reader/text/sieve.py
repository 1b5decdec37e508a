"""Patterns as in `re` that are not looked for where they cannot match.

Most patterns of the extractor are about words that most sentences lack. A `Sifted` text finds out
once, for all patterns, which of them lack what they need (`text.literals`), and those answer at
once. The answers are those of `re`; only the time differs. Modules import this one as `re`.
"""

import functools
import operator
import re
import sys
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
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
from typing import Any, Generic, Self, TypeVar

from reader.text import branches, letters, literals, needs
from reader.text.word_needs import Literals

__all__ = [
    "IGNORECASE", "Family", "I", "M", "Match", "Pattern", "Sifted", "compile", "escape", "findall",
    "finditer", "fullmatch", "match", "search", "split", "sub",
]  # fmt: skip

_END = sys.maxsize
#: Texts of which it is kept what they lack.
_SAME = 8
#: What is found where nothing can be.
_NOTHING: Iterator[Any] = iter(())
Row = TypeVar("Row", bound=tuple[Any, ...])
#: Patterns that can be told apart; what comes after them is always looked for.
_MOST = 2_048


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
            return _NOTHING
        return (self._made or self.compiled).finditer(text, pos, endpos)

    def findall(self, text: str) -> list[Any]:
        if type(text) is Sifted and text.without[self.number]:
            return []
        return (self._made or self.compiled).findall(text)

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        return (self._made or self.compiled).split(text, maxsplit)

    def sub(self, new: str, text: str) -> str:
        return (self._made or self.compiled).sub(new, text)


class Family(Generic[Row]):
    """Rows with a pattern each, asked of the same texts: nearly all of them are passed over at once."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = tuple(rows)
        self._lacking: Callable[[bytes], tuple[int, ...]] | None = None

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def within(self, text: str) -> Sequence[Row]:
        """The rows whose pattern may match in a text, in order."""
        if type(text) is not Sifted or _SIEVE.unread:
            return self._rows
        if self._lacking is None:
            self._lacking = operator.itemgetter(*map(_number, self._rows))
        lacking = self._lacking(text.without)
        if 0 not in lacking:
            return ()
        return [row for row, lacks in zip(self._rows, lacking, strict=True) if not lacks]


def _number(row: tuple[Any, ...]) -> int:
    return next(part.number for part in row if isinstance(part, Pattern))


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
        self.unread: list[Pattern] = []
        #: The patterns that were read, with their flags.
        self.read: list[tuple[str, int]] = []
        self._lock = threading.Lock()
        self._count = 1
        #: The first bits of the patterns, and those of needs that they do not have.
        self._first, self._spare = 0, 0
        self._literals = Literals()
        #: The last texts: lists and tables say the same over and over.
        self._sifted: dict[str, bytes] = {}

    def add(self, pattern: Pattern) -> None:
        self.unread.append(pattern)

    def without(self, text: str) -> bytes:
        """By number, whether a pattern lacks something in a text."""
        if self.unread:
            with self._lock:
                self._read_all()
        known = self._sifted.get(text)
        if known is None:
            met = self._literals.met(letters.plain(text)) | self._spare
            known = (self._first & ~(met & met >> 1 & met >> 2)).to_bytes(_MOST, "little")
            if len(self._sifted) >= _SAME:
                self._sifted.clear()
            self._sifted[text] = known
        return known

    def _read_all(self) -> None:
        while self.unread:
            self._sifted.clear()
            pattern = self.unread[-1]
            found = needs.needs(pattern.pattern, pattern.flags)
            if found and self._count < _MOST:
                self._add(found)
                pattern.number = self._count
                self._count += 1
            self.read.append((pattern.pattern, pattern.flags))
            self.unread.pop()

    def _add(self, found: Sequence[Collection[str]]) -> None:
        first = 1 << 8 * self._count
        for number in range(literals.NEEDS):
            if number < len(found):
                self._literals.add(first << number, found[number])
            else:
                self._spare |= first << number
        self._first |= first


_SIEVE = _Sieve()


def seen() -> list[tuple[str, int]]:
    """The patterns, with their flags, that texts were sifted by so far."""
    return list(_SIEVE.read)


@functools.cache
def compile(pattern: str, flags: int = 0) -> Pattern:
    return Pattern(pattern, flags)
