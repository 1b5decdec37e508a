"""Abbreviations an article explains: "multiple sclerosis (MS)".

After Schwartz & Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
text", Pacific Symposium on Biocomputing 2003: the letters of the short form are looked for
backwards in the words before the bracket, its first letter at the start of a word.
"""

from dataclasses import dataclass

from reader.text import sieve as re

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
        start = _start_of_initials(text, match.start(), short)
        if start is None:
            start = _start_of_long(text, match.start(), short)
        if start is not None:
            long = text[start : match.start()].strip()
            out[short] = Abbreviation(short, long, start, start + len(long))
    return out


_WORDS = re.compile(r"[^\W_][\w’'-]*")
#: Words that an abbreviation may pass over.
_PASSED = frozenset({"of", "and", "the", "for", "in", "on", "to", "de", "with"})


def _start_of_initials(text: str, bracket: int, short: str) -> int | None:
    """The plain case: each letter begins a word, small words passed over or not."""
    letters = [c.lower() for c in short.removesuffix("s") if c.isalnum()]
    low = max(0, bracket - 40 * len(letters))
    line = max(text.rfind("\n", low, bracket), text.rfind("(", low, bracket), low - 1) + 1
    found = list(_WORDS.finditer(text, line, bracket))
    at = len(found) - 1
    for letter in reversed(letters):
        while at >= 0 and found[at].group()[0].lower() != letter and found[at].group() in _PASSED:
            at -= 1
        if at < 0 or found[at].group()[0].lower() != letter:
            return None
        at -= 1
    return found[at + 1].start()


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
