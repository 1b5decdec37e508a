"""Which needs of patterns a text meets, told by its words and by those that stand side by side.

What a word brings with it is found out once and kept. A literal of one word is met by a word; one of
several is looked for only where its two rarest neighbours stand side by side, which few words do.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import pairwise

from reader.text import letters

#: Letters by which a literal is found first, as many as it has.
_GRAMS = 5, 3, 2
#: From this length on, a literal is not looked for where two neighbours of it stand in the text.
_LONG = 1_000
#: Words of texts that are kept.
_WORDS = 20_000

#: Literals with the needs they meet.
_Rows = tuple[tuple[str, int], ...]
#: What a word tells: the needs it meets alone, the literals that may stand around it, those of which
#: it is the first of two neighbours by the second, and the seconds that it may be. A tuple, as every
#: word of every text is asked.
_Learnt = tuple[int, _Rows, Mapping[str, _Rows], tuple[str, ...]]


class _Words(dict[str, _Learnt]):
    """What each word brings with it, found out when it is first met."""

    def __init__(self, learn: Callable[[str], _Learnt]) -> None:
        self._learn = learn

    def __missing__(self, word: str) -> _Learnt:
        if len(self) >= _WORDS:
            self.clear()
        learnt = self[word] = self._learn(word)
        return learnt


class Literals:
    """Literals by how they stand in words, and what each word of texts brings with it."""

    def __init__(self) -> None:
        #: The needs that a literal meets, as bits.
        self._needs: dict[str, int] = {}
        #: Literals of one word that begin or end with it, by themselves without further spaces.
        self._edged: dict[str, list[str]] = {}
        #: Those that may stand anywhere in a word, by their rarest letters.
        self._by_gram: list[tuple[int, dict[str, list[str]]]] = [(length, {}) for length in _GRAMS]
        #: Literals of several words, by two neighbours in each.
        self._by_pair: dict[str, dict[str, list[str]]] = {}
        self._seconds: set[str] = set()
        #: What literals of a word, or of neighbours, begin or end with.
        self._pieces: set[str] = set()
        self._longest = 0
        self._words = _Words(self._learn)
        #: What words tell by how they begin and end, as far as asked: many do so alike.
        self._edges: dict[frozenset[str], _Learnt] = {}
        #: What follows the first of two neighbours, where it was asked for.
        self._rows: dict[frozenset[str], Mapping[str, _Rows]] = {}

    def add(self, need: int, spellings: Collection[str]) -> None:
        for literal in spellings:
            if literal not in self._needs:
                self._needs[literal] = 0
                self._place(literal)
            self._needs[literal] |= need
        self._words.clear()
        self._edges.clear()
        self._rows.clear()

    def _place(self, literal: str) -> None:
        parts = letters.pieces(literal)
        self._longest = max(self._longest, *map(len, parts))
        if len(parts) > 1:
            first, second = min(
                pairwise(parts),
                key=lambda pair: letters.rarity(pair[0]) * letters.rarity(pair[1]),
            )
            self._by_pair.setdefault(first, {}).setdefault(second, []).append(literal)
            self._seconds.add(second)
            self._pieces |= {first, second}
        elif " " in literal:
            self._edged.setdefault(parts[0], []).append(literal)
            self._pieces.add(parts[0])
        else:
            length, by_gram = next(each for each in self._by_gram if each[0] <= len(literal))
            by_gram.setdefault(_gram(literal, length), []).append(literal)

    def met(self, plain: str) -> int:
        """The needs that a text meets."""
        met = 0
        rows: list[tuple[str, int]] = []
        before: Mapping[str, _Rows] = {}
        for alone, around, after, seconds in map(self._words.__getitem__, plain.split()):
            if alone:  # nothing to add to some thousand bits would still copy them
                met |= alone
            rows += around
            if before:
                for second in seconds:
                    if second in before:
                        rows += before[second]
            before = after
        for literal, needs in rows:
            if literal in plain or len(plain) > _LONG:
                met |= needs
        return met

    def _learn(self, word: str) -> _Learnt:
        edges = frozenset(self._pieces.intersection(self._forms(word)))
        if len(self._edges) >= _WORDS:
            self._edges.clear()
        if edges not in self._edges:
            self._edges[edges] = self._told_by(edges)
        alone, around, after, seconds = self._edges[edges]
        for literal in self._within(word):
            alone |= self._needs[literal]
        return alone, around, after, seconds

    def _told_by(self, edges: frozenset[str]) -> _Learnt:
        """What a word tells that begins and ends so."""
        alone, around = 0, []
        for piece in self._edged.keys() & edges:
            for literal in self._edged[piece]:
                if literal == piece:
                    alone |= self._needs[literal]
                else:
                    around.append((literal, self._needs[literal]))
        after = self._after(frozenset(self._by_pair.keys() & edges))
        return alone, tuple(around), after, tuple(edges & self._seconds)

    def _after(self, firsts: frozenset[str]) -> Mapping[str, _Rows]:
        """The literals of which a word is the first of two neighbours, by the second."""
        if firsts not in self._rows:
            after: dict[str, _Rows] = {}
            for first in firsts:
                for second, found in self._by_pair[first].items():
                    rows = tuple((literal, self._needs[literal]) for literal in found)
                    after[second] = after.get(second, ()) + rows
            self._rows[firsts] = after
        return self._rows[firsts]

    def _forms(self, word: str) -> Iterator[str]:
        """The word, its beginnings and its ends as literals have them, a space where it is whole."""
        yield f" {word} "
        for length in range(1, min(len(word), self._longest) + 1):
            yield f" {word[:length]}"
            yield f"{word[-length:]} "

    def _within(self, word: str) -> Iterator[str]:
        """The literals that stand anywhere in a word, some more than once."""
        for length, by_gram in self._by_gram:
            for at in range(len(word) - length + 1):
                for literal in by_gram.get(word[at : at + length], ()):
                    if literal in word:
                        yield literal


def _gram(piece: str, length: int) -> str:
    """The rarest letters in a row."""
    grams = [piece[at : at + length] for at in range(len(piece) - length + 1)]
    return min(grams, key=letters.rarity)
