"""Numbers as news prints them: 1,234 · 1 234 · 2.8 million · thirty-five · two dozen."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.model.numerals import TENS, UNITS
from reader.study.vocabulary import Word
from reader.text import sieve as re

#: No-break, thin and narrow no-break spaces part thousands in many languages.
_DIGITS = re.compile(
    r"(?<![\w.,/·])(?<![A-Za-z][-–])(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|\d{1,12})"
    r"(?:[.·]\d{1,6})?(?![\d])"
)
_SCALE = re.compile(r"[ \u00a0-](?:(thousand)|(million)|(billion)|(trillion))\b", re.I)
_PERCENT = re.compile(r"[ \u00a0\u2009\u202f-]?(?:%|per ?cent\b|percentage points?\b)", re.I)
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
#: Words that may begin a number.
_BEGINS = UNITS.keys() | TENS.keys() | {"dozen", "half", "a"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number at [start, end) of the article; `percent` when a percent sign or word follows."""

    start: int
    end: int
    value: float
    percent: bool = False
    money: bool = False
    spelled: bool = False

    @property
    def whole(self) -> bool:
        return self.value == int(self.value)


def find_numbers(text: str, words: Sequence[Word]) -> list[Number]:
    """All numbers in the order of the text, in digits or in words."""
    found = [_of_digits(text, match) for match in _DIGITS.finditer(text)]
    folded = [word.folded for word in words]
    if not _SHARES.isdisjoint(folded):
        found += [_of_share(match) for match in _SHARE.finditer(text)]
    taken = {number.end for number in found}
    found += [number for number in _of_words(text, words, folded) if number.end not in taken]
    return sorted(found, key=lambda number: number.start)


def _of_digits(text: str, match: re.Match[str]) -> Number:
    digits = re.sub(r"[,\s]", "", match.group()).replace("·", ".")
    value, end = float(digits), match.end()
    if scale := _SCALE.match(text, end):
        power = 3 * scale.lastindex if scale.lastindex else 0
        value, end = value * 10**power, scale.end()
    value = round(value, 6)
    percent = _PERCENT.match(text, end) is not None
    return Number(
        match.start(), end, value, percent, text[match.start() - 1 : match.start()] in _MONEY
    )


#: "half a million", "a quarter of a million", "one and a half million".
_SHARE = re.compile(
    r"\b(?:(?:(half)|(a quarter of)|(three[- ]quarters of)) an?|(?P<ones>one|two|three|four|five|six|seven|eight|nine) and a half) (?P<scale>dozen|hundred|thousand|million|billion)\b",
    re.I,
)


def _of_share(match: re.Match[str]) -> Number:
    share = 0.25 if match[2] else 0.75 if match[3] else 0.5
    share += UNITS[match["ones"].lower()] if match["ones"] else 0
    scale = match["scale"].lower()
    value = share * (12 if scale == "dozen" else _SCALES[scale])
    return Number(match.start(), match.end(), value, spelled=True)


#: One of these words is in every share.
_SHARES = frozenset(["half", "quarter"])
_MONEY = frozenset("$£€¥")


def _of_words(text: str, words: Sequence[Word], folded: Sequence[str]) -> list[Number]:
    out: list[Number] = []
    free = 0
    for at in [at for at, word in enumerate(folded) if word in _BEGINS]:
        if at < free or (folded[at] == "a" and not _a_scale(text, words, at)):
            continue
        stop = at + 1
        while stop < len(words) and _continues(text, words, stop):
            stop += 1
        value = _value(list(folded[at:stop]))
        if value is not None:
            end = words[stop - 1].end
            percent = _PERCENT.match(text, end) is not None
            out.append(Number(words[at].start, end, value, percent, spelled=True))
        free = stop
    return out


def _a_scale(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether "a" stands for one: "a hundred and sixty", "a thousand"."""
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or following.folded not in _SCALES:
        return False
    return text[words[at].end : following.start] == " " and text[following.end - 1] != "s"


def _continues(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether the word goes on with the number before it ("thirty-five", "hundred and two")."""
    word, before = words[at], words[at - 1]
    gap = text[before.end : word.start]
    if gap not in {" ", "-", "‑"} or (text[word.end - 1] == "s" and word.folded in _SCALES):
        return False
    if word.folded in _SCALES or word.folded == "dozen":
        return True
    if word.folded == "and":
        return before.folded in _SCALES and at + 1 < len(words) and _small(words[at + 1].folded)
    if before.folded in TENS:
        return 0 < UNITS.get(word.folded, 0) < 10
    return before.folded in _SCALES | {"and": 0} and _small(word.folded)


def _small(word: str) -> bool:
    return word in UNITS or word in TENS or word in _SCALES


#: Beyond this a row of words is no number: "thousand thousand thousand …".
_MOST = 10**18


def _value(words: list[str]) -> float | None:
    if words == ["half"]:
        return 0.5
    total = current = 0
    for word in words:
        if word in _SCALES:
            current = max(current, 1) * _SCALES[word]
            if _SCALES[word] > 100:
                total, current = total + current, 0
        elif word == "dozen":
            current = max(current, 1) * 12
        else:
            current += UNITS.get(word, 0) + TENS.get(word, 0)
    return float(total + current) if total + current < _MOST else None
