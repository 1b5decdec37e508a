"""What changed between two texts: paragraphs first, then words within those that changed."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.model.numerals import TENS, UNITS

_TOKEN = re.compile(r"\w+(?:[.,·:/]\w+)*|\s+|[^\w\s]")
_NUMBER = re.compile(r"\d")
_NUMERALS = frozenset({*UNITS, *TENS, "hundred", "thousand", "million", "billion", "half"})
#: Words around a changed number.
_AROUND = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the two texts: `kind` is "same", "added" or "removed"."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class ChangedNumber:
    """A number that says something else now; `after` is "" where it was taken out, `before` where
    it is new. `around` are the words that it stands among."""

    before: str
    after: str
    around: str


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The two texts as one, with what was removed and added."""
    found: list[Piece] = []
    before, after = (text.splitlines(keepends=True) for text in (old, new))
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, a1, a2, b1, b2 in matcher.get_opcodes():
        if kind == "equal":
            found.append(Piece("same", "".join(after[b1:b2])))
        else:
            found += _words("".join(before[a1:a2]), "".join(after[b1:b2]))
    return tuple(_joined(found))


def changed_numbers(parts: Sequence[Piece]) -> tuple[ChangedNumber, ...]:
    """The numbers among what was removed and added, the old beside the new one."""
    found: list[ChangedNumber] = []
    at = 0
    while at < len(parts):
        part = parts[at]
        other = parts[at + 1] if at + 1 < len(parts) else None
        if part.kind == "removed" and other and other.kind == "added":
            pair, step = (part.text, other.text), 2
        else:
            pair, step = ("", part.text) if part.kind == "added" else (part.text, ""), 1
        if part.kind != "same":
            found += _numbers(*pair, _context(parts, at, at + step))
        at += step
    return tuple(found)


def _words(old: str, new: str) -> Iterator[Piece]:
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, a1, a2, b1, b2 in matcher.get_opcodes():
        if kind == "equal":
            yield Piece("same", "".join(after[b1:b2]))
            continue
        if a2 > a1:
            yield Piece("removed", "".join(before[a1:a2]))
        if b2 > b1:
            yield Piece("added", "".join(after[b1:b2]))


def _joined(found: Sequence[Piece]) -> Iterator[Piece]:
    """Neighbours of one kind as one; a lone space between two changes belongs to both."""
    waiting = {"removed": "", "added": ""}
    for part in found:
        is_gap = part.kind == "same" and part.text == " " and any(waiting.values())
        if part.kind == "same" and not is_gap:
            yield from (Piece(kind, text) for kind, text in waiting.items() if text)
            waiting = {"removed": "", "added": ""}
            yield part
        elif is_gap:
            waiting = {kind: text + " " for kind, text in waiting.items()}
        else:
            waiting[part.kind] += part.text
    yield from (Piece(kind, text) for kind, text in waiting.items() if text)


def _numbers(old: str, new: str, around: str) -> Iterator[ChangedNumber]:
    before, after = _of(old), _of(new)
    gone = [number for number in before if number not in after]
    come = [number for number in after if number not in before]
    for place in range(max(len(gone), len(come))):
        yield ChangedNumber(
            gone[place] if place < len(gone) else "",
            come[place] if place < len(come) else "",
            around,
        )


def _of(text: str) -> list[str]:
    words = (token for token in _TOKEN.findall(text) if not token.isspace())
    return [word for word in words if _NUMBER.search(word) or word.lower() in _NUMERALS]


def _context(parts: Sequence[Piece], start: int, end: int) -> str:
    """The words before and after a change, the change itself as "…"."""
    before = parts[start - 1].text.split()[-_AROUND:] if start else []
    after = parts[end].text.split()[:_AROUND] if end < len(parts) else []
    return " ".join([*before, "…", *after])
