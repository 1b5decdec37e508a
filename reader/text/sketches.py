"""Texts that say nearly the same: a sketch of each, and how alike two sketches are.

One-permutation MinHash (Li, Owen, Zhang 2012) over shingles of three words, its empty bins filled
from their neighbours; numbers count as one and the same, so that a copy with another number is
found. Own code, for the libraries that do it bring numpy and scipy, and it is 20 lines.
"""

import re
import zlib
from array import array
from collections.abc import Sequence

#: Words of a shingle; bins of a sketch; bins of a band.
_WORDS, BINS, _BAND = 3, 63, 3
#: A text with fewer shingles has no sketch: it says too little.
_FEWEST = 24
#: Characters of a text that are looked at.
_LIMIT = 40_000
_WORD = re.compile(r"[^\W\d_]+|\d+")
_EMPTY = 0xFFFFFFFF


def sketch(text: str) -> bytes:
    """The sketch of a text, b"" where it is too short."""
    words = ["0" if word[0].isdigit() else word for word in _WORD.findall(text[:_LIMIT].lower())]
    if len(words) < _FEWEST + _WORDS:
        return b""
    bins = [_EMPTY] * BINS
    for at in range(len(words) - _WORDS + 1):
        number = zlib.crc32(" ".join(words[at : at + _WORDS]).encode())
        place = number % BINS
        bins[place] = min(bins[place], number // BINS)
    return array("I", _filled(bins)).tobytes()


def _filled(bins: Sequence[int]) -> list[int]:
    """Every empty bin with what the next one that is not holds, told apart by the distance."""
    filled = list(bins)
    for place, value in enumerate(bins):
        step = 1
        while value == _EMPTY:
            value = bins[(place + step) % BINS]
            step += 1
        filled[place] = (value + (step - 1) * 0x9E3779B1) & 0xFFFFFFFE
    return filled


def bands(of: bytes) -> list[str]:
    """Names that two alike texts probably share at least one of."""
    bins = array("I", of)
    return [
        f"{at // _BAND:02}.{zlib.crc32(bins[at : at + _BAND].tobytes()):08x}"
        for at in range(0, len(bins), _BAND)
    ]


def likeness(one: bytes, other: bytes) -> float:
    """About the share of shingles that two texts have in common, 0 to 1."""
    if not one or not other:
        return 0.0
    same = sum(a == b for a, b in zip(array("I", one), array("I", other), strict=True))
    return same / BINS
