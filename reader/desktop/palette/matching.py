"""How well what is typed fits a name: beginnings of words before parts, parts before letters."""

import unicodedata
from functools import lru_cache

_BEGINNING, _PART = 3.0, 2.0


def fit(typed: str, name: str) -> float | None:
    """How well every word of `typed` fits, more being better; None where one does not."""
    words, whole = folded(typed).split(), folded(name)
    total = 0.0
    for word in words:
        found = _fit(word, whole)
        if found is None:
            return None
        total += found
    return total - len(whole) / 1000  # of two that fit alike, the shorter


def _fit(word: str, whole: str) -> float | None:
    if whole.startswith(word):
        return _BEGINNING + 0.5
    if f" {word}" in whole:
        return _BEGINNING
    if word in whole:
        return _PART
    return _closeness(word, whole) if len(word) > 1 else None


def _closeness(word: str, whole: str) -> float | None:
    """Letters in their order: 1 where they begin words or stand together, less where far apart;
    None where most do neither."""
    place, good = -1, 0
    for letter in word:
        at = _next(letter, whole, place + 1)
        if at < 0:
            return None
        good += at == place + 1 or at == 0 or whole[at - 1] == " "
        place = at
    return good / len(word) if good * 2 >= len(word) else None


def _next(letter: str, whole: str, start: int) -> int:
    """The next place of a letter: the one at hand, else a beginning of a word, else any."""
    if whole[start : start + 1] == letter:
        return start
    begun = whole.find(f" {letter}", max(0, start - 1))
    return begun + 1 if begun >= 0 else whole.find(letter, start)


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Small letters without accents, words apart by one space."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(
        char if char.isalnum() else " " for char in apart if not unicodedata.combining(char)
    )
    return " ".join(plain.split())
