"""The word lists of `resources/vocabulary`, read when first needed and kept.

A list holds one entry a line; `#` begins a comment. Names are compared by `fold`: case, plural,
possessive, hyphens and the British or American spelling make no difference. A form with two
capitals (an abbreviation) must stand in the text as the list writes it.
"""

import functools
import itertools
import operator
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from reader.study.as_written import acronym, broken, unlike
from reader.text import sieve as re

#: In brackets, so that a text split by it has all its words in it.
_WORD = re.compile(r"([^\W_]+(?:['’][^\W_]+)?)")
_SPELLINGS = (
    ("aemi", "emi"), ("haem", "hem"), ("oedem", "edem"), ("tumour", "tumor"), ("paed", "ped"),
    ("oesoph", "esoph"), ("anaesth", "anesth"), ("rrhoe", "rrhe"), ("foet", "fet"),
    ("gynaec", "gynec"), ("orthop", "orthop"), ("fibre", "fiber"), ("behaviour", "behavior"),
    ("apnoea", "apnea"), ("isation", "ization"),
)  # fmt: skip


class Word(NamedTuple):
    """A word of the article: letters and digits in a row, without the hyphens around it.

    There are so many that a tuple is worth its while.
    """

    start: int
    end: int
    folded: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list: the normal form and what else the line says."""

    name: str
    kind: str = ""
    starred: bool = False
    id: str = ""


class Found(NamedTuple):
    """An entry of a list in the article, at [start, end)."""

    start: int
    end: int
    entry: Entry


def words(text: str) -> list[Word]:
    """The words in order. Split and zipped, not matched one by one: there are so many."""
    parts = _WORD.split(text)
    ends = list(itertools.accumulate(map(len, parts)))
    rows = zip(ends[::2], ends[1::2], map(fold, parts[1::2]), strict=False)
    return list(map(tuple.__new__, itertools.repeat(Word), rows))


@functools.lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """The form in which words are compared."""
    word = word.lower().replace("’", "'")
    if word.endswith("'s"):
        word = word[:-2]
    for old, new in _SPELLINGS:
        if old in word:
            word = word.replace(old, new)
    if word.endswith("ies") and len(word) > 4 and word not in _LIKE_SINGULAR:
        return word[:-3] + "y"
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "sui":
        word = word[:-1]
    return word


#: Words in -ies that are singular, or whose singular ends in -ie.
_LIKE_SINGULAR = frozenset(
    ["rabies", "scabies", "caries", "species", "series", "calories", "movies", "cookies", "smoothies"]
)  # fmt: skip


class Folds:
    """The folded words of a text, and where each stands."""

    def __init__(self, found: Iterable[Word]) -> None:
        self.row = list(map(operator.itemgetter(2), found))
        #: The word behind each, "" behind the last.
        self.next = [*self.row[1:], ""]
        self.places: dict[str, list[int]] = {folded: [] for folded in set(self.row)}
        for at, folded in enumerate(self.row):
            self.places[folded].append(at)

    def before(self, word: str, others: Container[str]) -> list[int]:
        """The places where a word stands before one of others."""
        return [at for at in self.places[word] if self.next[at] in others]


#: The folded words of a form, the form if it must stand as written, and its entry.
_Row = tuple[list[str], str, Entry]


class Terms:
    """A list of names that can be looked up in an article, the longest name first."""

    def __init__(self, rows: Iterable[tuple[str, Entry]]) -> None:
        #: By the first word and the second, "" if there is none.
        self._first: dict[str, dict[str, list[_Row]]] = {}
        for form, entry in rows:
            key = [word.folded for word in words(form)]
            if key:
                exact = form if sum(c.isupper() for c in form) > 1 and " " not in form else ""
                by_second = self._first.setdefault(key[0], {})
                by_second.setdefault(key[1] if key[1:] else "", []).append((key, exact, entry))
        for by_second in self._first.values():
            for rows_of_word in by_second.values():
                rows_of_word.sort(key=lambda row: -len(row[0]))

    def find(
        self, text: str, found_words: Sequence[Word], folds: Folds | None = None
    ) -> list[Found]:
        """All names in the words, none inside another; `folds` spares making them once more."""
        folds = folds or Folds(found_words)
        out: list[Found] = []
        free = 0
        for at in sorted(self._begun(folds)):
            if at >= free and (hit := self._at(text, found_words, folds.row, at)):
                out.append(hit[0])
                free = at + hit[1]
        return out

    def _begun(self, folds: Folds) -> Iterator[int]:
        """Where names may begin: the first words of names, with their second words."""
        for word in folds.places.keys() & self._first.keys():
            by_second = self._first[word]
            yield from folds.places[word] if "" in by_second else folds.before(word, by_second)

    def _at(
        self, text: str, row: Sequence[Word], folds: list[str], at: int
    ) -> tuple[Found, int] | None:
        by_second = self._first[folds[at]]
        longer = by_second.get(folds[at + 1], ()) if at + 1 < len(folds) else ()
        for key, exact, entry in (*longer, *by_second.get("", ())):
            length = len(key)
            if length > 1 and folds[at : at + length] != key:
                continue
            start, end = row[at].start, row[at + length - 1].end
            if not text.startswith(exact, start) or (not exact and acronym(text, start, end)):
                continue
            if length > 1 and broken(text, row[at : at + length]):
                continue
            return Found(start, end, entry), length
        return None


class Descriptors(Terms):
    """A long list whose keys are folded already; looked up by hash, the longest name first."""

    def __init__(self, keys: dict[str, str], *, kinds: bool) -> None:
        super().__init__(())
        self._keys = keys
        self._kinds = kinds
        #: The numbers of words of the keys that begin with a word, as bits.
        self._heads: dict[str, int] = {}
        #: Words that stand second in a key.
        self._seconds: set[str] = set()
        for key in keys:
            head, *more = key.split(" ")
            if len(more) < LONGEST:
                self._heads[head] = self._heads.get(head, 0) | 2 << len(more)
                self._seconds.update(more[:1])

    def id_of(self, name: str) -> str:
        """The id of a name, "" if the list has none."""
        return self._named(name).id

    def starred(self, name: str) -> bool:
        return self._named(name).starred

    def _named(self, name: str) -> Entry:
        return _entry(self._keys.get(_folded(name), ""), "", self._kinds)

    def _begun(self, folds: Folds) -> Iterator[int]:
        for word in folds.places.keys() & self._heads.keys():
            alone = self._heads[word] & _ALONE
            yield from folds.places[word] if alone else folds.before(word, self._seconds)

    def _at(
        self, text: str, row: Sequence[Word], folds: list[str], at: int
    ) -> tuple[Found, int] | None:
        longer = at + 1 < len(row) and folds[at + 1] in self._seconds
        for length in _LENGTHS[self._heads[folds[at]] & (-1 if longer else _ALONE)]:
            key, found = " ".join(folds[at : at + length]), row[at : at + length]
            if key in self._keys and not unlike(text, found):
                entry = _entry(self._keys[key], key, self._kinds)
                return Found(found[0].start, found[-1].end, entry), length
        return None


@functools.lru_cache(maxsize=20_000)
def _folded(name: str) -> str:
    """The folded words of a name, a space between."""
    return " ".join([word.folded for word in words(name)])


@functools.lru_cache(maxsize=20_000)
def _entry(said: str, name: str, kinds: bool) -> Entry:
    """The entry that a line of a long list says."""
    kind, _, given = said.rpartition(" ") if kinds else ("", "", said)
    return Entry(name, kind, starred=given.startswith("~"), id=given.lstrip("~"))


#: Words in the longest key of a long list; the bit of a key of one word.
LONGEST = 6
_ALONE = 1 << 1
#: The numbers of words that bits stand for, the greatest first.
_LENGTHS = [
    tuple(length for length in range(LONGEST, 0, -1) if bits >> length & 1)
    for bits in range(2 << LONGEST)
]


@functools.cache
def folder() -> Path:
    """`resources/vocabulary` of the project, or the copy inside an installed package."""
    here = Path(__file__).resolve()
    places = [parent / "resources" / "vocabulary" for parent in (here.parents[1], here.parents[2])]
    return next((place for place in places if place.is_dir()), places[-1])


@functools.cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a list without comments and blanks."""
    text = (folder() / f"{name}.txt").read_text("utf-8")
    return tuple(row for line in text.splitlines() if (row := line.strip()) and row[0] != "#")


def forms(line: str) -> list[str]:
    return [form for part in line.split(";") if (form := part.strip())]


@functools.cache
def names(name: str) -> Terms:
    """A list of `normal form; other form; …`; a star marks names that are common nouns, too."""
    rows = []
    for line in lines(name):
        entry_forms = forms(line.lstrip("*"))
        entry = Entry(entry_forms[0], starred=line.startswith("*"))
        rows += [(form, entry) for form in entry_forms]
    return Terms(rows)


@functools.cache
def kinds(name: str) -> Terms:
    """A list of `kind; name; name …`, each name its own entry."""
    rows = []
    for line in lines(name):
        kind, *entry_forms = forms(line)
        rows += [(form, Entry(form, kind)) for form in entry_forms]
    return Terms(rows)


@functools.cache
def descriptors(name: str, *, kinds: bool = False) -> Descriptors:
    """A list of `id, key, key, …` parted by tabs, made by `tests/training/vocabulary`."""
    keys: dict[str, str] = {}
    for line in (folder() / f"{name}.tsv").read_text("utf-8").split("\n"):
        if line and line[0] != "#":
            said, *row = line.split("\t")
            keys.update(dict.fromkeys(row, said))
    return Descriptors(keys, kinds=kinds)


@functools.cache
def marked(name: str) -> dict[str, frozenset[str]]:
    """The folded words of each line "mark; word, word" of a list."""
    rows = (forms(line) for line in lines(name))
    return {
        row[0]: frozenset(fold(word.strip()) for word in ",".join(row[1:]).split(","))
        for row in rows
    }


@functools.cache
def plain(name: str) -> frozenset[str]:
    """A list of single words, as written."""
    return frozenset(word for line in lines(name) for word in line.split())
