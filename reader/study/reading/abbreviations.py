"""Abbreviations an article explains: "multiple sclerosis (MS)".

After Schwartz & Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
text", Pacific Symposium on Biocomputing 2003: the letters of the short form are looked for
backwards in the words before the bracket, its first letter at the start of a word.
"""

import re
from dataclasses import dataclass

_BRACKET = re.compile(r"\(([A-Za-z][A-Za-z0-9/&.-]{1,9}s?)(?:[;,][^()\n]{0,40})?\)")


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and the words it stands for, the latter at [start, end)."""

    short: str
    long: str
    start: int
    end: int


def find_abbreviations(text: str) -> dict[str, Abbreviation]:
    """The short forms of an article; the first explanation counts."""
    out: dict[str, Abbreviation] = {}
    for match in _BRACKET.finditer(text):
        short = match[1].rstrip(".")
        if sum(c.isupper() for c in short) < 2 or short in out:
            continue
        start = _start_of_long(text, match.start(), short)
        if start is not None:
            long = text[start : match.start()].strip()
            out[short] = Abbreviation(short, long, start, start + len(long))
    return out


def _start_of_long(text: str, bracket: int, short: str) -> int | None:
    letters = [c.lower() for c in short if c.isalnum()]
    if letters[-1] == "s" and short[-1] == "s":
        letters.pop()
    most_words = min(len(letters) + 5, len(letters) * 2)
    low = max(0, bracket - 12 * most_words - 20)
    at = bracket - 1
    for position, letter in enumerate(reversed(letters), 1):
        first = position == len(letters)
        while at >= low and (text[at].lower() != letter or (first and not _starts_word(text, at))):
            if text[at] in "\n()":
                return None
            at -= 1
        if at < low:
            return None
        at -= 1
    start = at + 1
    long = text[start:bracket].strip()
    fits = len(long) > len(short) and len(long.split()) <= most_words
    return start if fits else None


def _starts_word(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()
