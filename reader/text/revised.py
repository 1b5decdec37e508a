"""An article's text before and after a revision: which of its words are which of the new ones.

Numbers of characters are the same in a text and in its level form, so offsets fit both.
"""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from reader.model.frozen import dataclass

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
#: Pairs of tokens that are compared at once (a bit of memory each); longer texts go by the line.
_AT_ONCE = 300_000_000
_LEVEL = str.maketrans("’‘‛“”„‟–—−‐‑\u00a0", '\'\'\'""""----- ')
#: A passage is another one's where this share of it was, close together, elsewhere before.
_OTHERS = 0.5
_APART, _SLACK = 1.5, 20
#: Characters on either side, within its paragraph, that tell a passage from those like it.
_AROUND = 100


@dataclass(frozen=True, slots=True)
class Run:
    """old[before : before + length] stands at `after` in the new text."""

    before: int
    after: int
    length: int


def level(text: str) -> str:
    """The text with one kind of quotation mark, dash and space; of the same length."""
    return text.translate(_LEVEL)


class Revised:
    """Two texts of one article. The comparison is made when it is first needed."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = level(old), level(new)

    @cached_property
    def runs(self) -> list[Run]:
        """What stands in both texts, in order."""
        return list(_joined(_by_line(self.old, self.new)))

    def images(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where old[start:end] may stand now: one range, more where its ends were reworded, the
        one first that has all words in place of those that were there."""
        firsts, lasts = self._images(start, is_end=False), self._images(end, is_end=True)
        return ((s, e) for s in firsts for e in lasts if s < e)

    def insertion_point(self, start: int) -> int:
        """About where old[start:] would stand."""
        return self._images(start, is_end=False)[0]

    def is_elsewhere(self, found: tuple[int, int], start: int, end: int) -> bool:
        """new[found] was another passage before than old[start:end], so it cannot be that one."""
        first, last = found
        total, low, high = 0, len(self.old), 0
        for run in self._overlapping(first, last):
            a = max(run.after, first) - run.after + run.before
            b = min(run.after + run.length, last) - run.after + run.before
            for x, y in ((a, min(b, start)), (max(a, end), b)):
                if x < y:
                    total, low, high = total + y - x, min(low, x), max(high, y)
        close = high - low <= _APART * (last - first) + _SLACK
        return close and total >= _OTHERS * (last - first)

    def kinship(self, start: int, end: int, found: tuple[int, int]) -> float:
        """How much of old[start:end] and of its paragraph around it stands in and around
        new[found], from 0 to 1; a word counts the more the rarer it is."""
        there = Counter(_TOKEN.findall(_around(self.new, *found, _AROUND + _SLACK)))
        kept = total = 0.0
        for word, count in Counter(_TOKEN.findall(_around(self.old, start, end, _AROUND))).items():
            rarity = self._words.total() / max(1, self._words[word])
            weight = math.log(rarity) if word.strip() else 0.0
            total += weight * count
            kept += weight * min(count, there[word])
        return kept / total if total else 1.0

    @cached_property
    def _words(self) -> Counter[str]:
        return Counter(_TOKEN.findall(self.old))

    def _overlapping(self, first: int, last: int) -> Iterator[Run]:
        at = max(0, bisect_right(self.runs, first, key=lambda run: run.after) - 1)
        while at < len(self.runs) and self.runs[at].after < last:
            if self.runs[at].after + self.runs[at].length > first:
                yield self.runs[at]
            at += 1

    def _images(self, offset: int, *, is_end: bool) -> tuple[int, ...]:
        """Where one end of a passage may stand: the place of its letter, else either end of what
        stands in place of the words that were there, the likelier first."""
        inner = offset - is_end
        at = bisect_right(self.runs, inner, key=lambda run: run.before) - 1
        run = self.runs[at] if at >= 0 else Run(0, 0, 0)
        if run.before <= inner < run.before + run.length:
            return (run.after + offset - run.before,)
        ends = Run(len(self.old), len(self.new), 0)
        later = self.runs[at + 1] if at + 1 < len(self.runs) else ends
        gap = (run.after + run.length, later.after)
        with_gap = offset == (later.before if is_end else run.before + run.length)
        return gap if with_gap != is_end else gap[::-1]


def _around(text: str, start: int, end: int, size: int) -> str:
    """The passage with what stands around it in its paragraph."""
    first = max(start - size, text.rfind("\n", 0, start) + 1)
    line = text.find("\n", end)
    return text[max(0, first) : min(end + size, len(text) if line < 0 else line)]


def _by_line(old: str, new: str) -> Iterator[Run]:
    """Runs of equal tokens; of long texts, of the lines that differ."""
    if _are_small(old, new):
        yield from _by_token(old, new, 0, 0)
        return
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    starts, ends = _starts(before), _starts(after)
    done_old, done_new = 0, 0
    for a1, a2, b1, b2 in (*_equal(before, after), _end(before, after)):
        gap = old[done_old : starts[a1]], new[done_new : ends[b1]]
        if _are_small(*gap):
            yield from _by_token(*gap, done_old, done_new)
        done_old, done_new = starts[a2], ends[b2]
        if a2 > a1:
            yield Run(starts[a1], ends[b1], done_old - starts[a1])


def _end(before: Sequence[str], after: Sequence[str]) -> tuple[int, int, int, int]:
    return len(before), len(before), len(after), len(after)


def _are_small(old: str, new: str) -> bool:
    return len(old) * len(new) <= _AT_ONCE * 9  # three characters a token


def _by_token(old: str, new: str, old_at: int, new_at: int) -> Iterator[Run]:
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    starts, ends = _starts(before), _starts(after)
    for a1, a2, b1, _ in _equal(before, after):
        yield Run(old_at + starts[a1], new_at + ends[b1], starts[a2] - starts[a1])


def _equal(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    from rapidfuzz.distance import Indel  # forty modules, for texts that have changed

    for code in Indel.opcodes(before, after):
        if code.tag == "equal":
            yield code.src_start, code.src_end, code.dest_start, code.dest_end


def _starts(parts: Sequence[str]) -> list[int]:
    """Where each part begins, and where the last one ends."""
    made = [0]
    for part in parts:
        made.append(made[-1] + len(part))
    return made


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Runs that follow on each other in both texts as one."""
    last: Run | None = None
    for run in runs:
        if last and (last.before + last.length, last.after + last.length) == (
            run.before,
            run.after,
        ):
            last = Run(last.before, last.after, last.length + run.length)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last
