"""Which needs of patterns a text meets, told by its words and by those that stand side by side.

What a word brings with it is found out once and kept. A literal of one word is met by a word; one of
several is looked for only where its two rarest neighbours stand side by side, which few words do.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise

from reader.text import letters

#: Letters by which a literal is found first, as many as it has.
_GRAMS = 5, 3, 2, 1
#: From this length on, a literal is not looked for where two neighbours of it stand in the text.
_LONG = 1_000
#: Words of texts that are kept.
_WORDS = 20_000

#: Literals with the needs they meet.
_Rows = tuple[tuple[str, int], ...]
#: What a word tells: the needs it meets alone, the literals that may stand around it, those of which
#: it is the first of two neighbours by the second, and the seconds that it may be. A tuple, as every
#: word of every text is asked.
_Learnt = tuple[int, _Rows, Mapping[str, _Rows], frozenset[str]]


class Literals:
    """Literals by the rarest letters of each, and what each word of texts brings with it."""

    def __init__(self) -> None:
        #: The needs that a literal meets, as bits.
        self._needs: dict[str, int] = {}
        self._by_gram: list[tuple[int, dict[str, list[tuple[str, str]]]]] = [
            (length, {}) for length in _GRAMS
        ]
        #: Literals of several words, by two neighbours in each.
        self._by_pair: dict[str, dict[str, list[str]]] = {}
        self._seconds: set[str] = set()
        self._longest = 0
        self._words: dict[str, _Learnt] = {}

    def add(self, need: int, spellings: Collection[str]) -> None:
        for literal in spellings:
            if literal not in self._needs:
                self._needs[literal] = 0
                self._place(literal)
            self._needs[literal] |= need
        self._words.clear()

    def _place(self, literal: str) -> None:
        parts = letters.pieces(literal)
        if len(parts) == 1:
            piece = parts[0]
            length, by_gram = next(each for each in self._by_gram if each[0] <= len(piece))
            by_gram.setdefault(_gram(piece, length), []).append((piece, literal))
            return
        first, second = min(
            pairwise(parts),
            key=lambda pair: letters.rarity(pair[0]) * letters.rarity(pair[1]),
        )
        self._by_pair.setdefault(first, {}).setdefault(second, []).append(literal)
        self._seconds.add(second)
        self._longest = max(self._longest, len(first), len(second))

    def met(self, plain: str) -> int:
        """The needs that a text meets."""
        known = self._words
        met = 0
        before: Mapping[str, _Rows] = {}
        for word in plain.split():
            alone, around, after, seconds = known.get(word) or self._learn(word)
            if alone:
                met |= alone
            if around:
                met |= _found(around, plain)
            if before and seconds and not before.keys().isdisjoint(seconds):
                for second in before.keys() & seconds:
                    met |= _found(before[second], plain)
            before = after
        return met

    def _learn(self, word: str) -> _Learnt:
        alone, around = 0, []
        for piece, literal in self._within(f" {word} "):
            if piece == literal:
                alone |= self._needs[literal]
            else:
                around.append((literal, self._needs[literal]))
        seconds = frozenset(self._seconds.intersection(self._beginnings(word)))
        if len(self._words) >= _WORDS:
            self._words.clear()
        learnt = alone, tuple(around), self._after(word), seconds
        self._words[word] = learnt
        return learnt

    def _after(self, word: str) -> Mapping[str, _Rows]:
        after: dict[str, _Rows] = {}
        for first in self._ends(word):
            for second, found in self._by_pair.get(first, {}).items():
                rows = tuple((literal, self._needs[literal]) for literal in found)
                after[second] = after.get(second, ()) + rows
        return after

    def _within(self, padded: str) -> Iterator[tuple[str, str]]:
        """The literals of one word that stand in a word, each behind that without further spaces."""
        for length, by_gram in self._by_gram:
            for gram in {padded[at : at + length] for at in range(len(padded) - length + 1)}:
                for piece, literal in by_gram.get(gram, ()):
                    if piece in padded:
                        yield piece, literal

    def _ends(self, word: str) -> Iterator[str]:
        """The word as the first of two, and its ends: a literal may begin within it."""
        yield f" {word} "
        for length in range(1, min(len(word), self._longest) + 1):
            yield f"{word[-length:]} "

    def _beginnings(self, word: str) -> Iterator[str]:
        """The word as the second of two, and its beginnings: a literal may end within it."""
        yield f" {word} "
        for length in range(1, min(len(word), self._longest) + 1):
            yield f" {word[:length]}"


def _found(rows: _Rows, plain: str) -> int:
    """The needs met by literals that may stand in a text."""
    met = 0
    for literal, needs in rows:
        if len(plain) > _LONG or literal in plain:
            met |= needs
    return met


def _gram(piece: str, length: int) -> str:
    """The rarest letters in a row."""
    grams = [piece[at : at + length] for at in range(len(piece) - length + 1)]
    return min(grams, key=letters.rarity)
