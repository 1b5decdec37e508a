"""What stands in every match of a pattern, read off its parse tree.

Text is compared by `plain`: lower case, digits as one, other letters as one, marks as spaces. What is
said here is true of every match; not all that is true of every match is said.
"""

import importlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reader.text.letters import letter, rarity

#: The parser of `re` itself: no other reads patterns as `re` does.
_PARSER: Any = importlib.import_module("re._parser")
_LITERAL: Any = importlib.import_module("re._constants").LITERAL

Spellings = frozenset[str]

#: Spellings of a part that are followed one by one, and the most letters in a set.
MOST, LETTERS = 96, 12
#: Needs of a pattern that are kept.
NEEDS = 3
#: Here a word begins or ends, or a line.
_EDGE = "\0"
_NOTHING: Spellings = frozenset([""])
_CATEGORIES = {"CATEGORY_DIGIT": "0", "CATEGORY_SPACE": " ", "CATEGORY_NOT_WORD": " "}


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a pattern: all its spellings if they are few, else how it begins and ends.

    One literal of each need stands in every match.
    """

    spellings: Spellings | None = None
    head: Spellings = _NOTHING
    tail: Spellings = _NOTHING
    needs: tuple[Spellings, ...] = ()

    @property
    def needed(self) -> tuple[Spellings, ...]:
        return self.needs if self.spellings is None else (self.spellings,)


_UNKNOWN = _Part()
_EMPTY = _Part(_NOTHING)


def needs(pattern: str, flags: int = 0) -> tuple[Spellings, ...]:
    """Sets of literals; one of each stands in the `plain` text of every match. The rarest are told."""
    tree = _PARSER.parse(pattern, flags)
    if tree.state.flags & (re.ASCII | re.LOCALE):
        return ()
    found = {_looked_for(need) for need in _sequence(tree).needed}
    useful = sorted(
        (need for need in found if need), key=lambda need: (_chance(need), sorted(need))
    )
    return tuple(useful[:NEEDS])


def _chance(need: Spellings) -> float:
    """How often a need is met by chance; more than a text has room for where it is of no use."""
    return sum(rarity(literal) if len(literal) > 1 else 1000 for literal in map(_edged, need))


def _looked_for(need: Spellings) -> Spellings:
    """The literals to look for, none within another; none at all where one is too short."""
    found = sorted({_edged(spelling) for spelling in need}, key=lambda each: (len(each), each))
    if not found or len(found[0]) < 2:
        return frozenset()
    kept: list[str] = []
    for literal in found:
        if not any(each in literal for each in kept):
            kept.append(literal)
    return frozenset(kept)


def _edged(spelling: str) -> str:
    """With a space where a word must begin or end."""
    core = spelling.replace(_EDGE, "")
    if not core.strip():
        return ""
    left = " " if spelling[0] == _EDGE and core[0] != " " else ""
    right = " " if spelling[-1] == _EDGE and core[-1] != " " else ""
    return left + core + right


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Part:
    """Parts one behind the other."""
    run, head, found = _NOTHING, None, []
    for part in _parts(items):
        joined = _product(run, part.spellings)
        if joined is None:
            begun = _product(run, part.head) or run
            head = begun if head is None else head
            found += [begun, *part.needed]
            joined = part.tail if part.spellings is None else part.spellings
        run = joined
    if head is None:
        return _Part(run)
    return _Part(None, head, run, (*found, run))


def _parts(items: Iterable[tuple[Any, Any]]) -> Iterator[_Part]:
    """The parts, literals in a row as one."""
    letters = ""
    for op, value in items:
        if op is _LITERAL and _certain(value):
            letters += letter(value)
            continue
        if letters:
            yield _Part(frozenset([letters]))
            letters = ""
        yield _READERS.get(str(op), _unknown)(value)
    if letters:
        yield _Part(frozenset([letters]))


def _product(left: Spellings, right: Spellings | None) -> Spellings | None:
    if right is None or len(left) * len(right) > MOST:
        return None
    return frozenset(a + b for a in left for b in right)


def _unknown(value: Any) -> _Part:
    return _UNKNOWN


def _empty(value: Any) -> _Part:
    return _EMPTY


def _one_of(options: Sequence[tuple[Any, Any]]) -> _Part:
    """One character of a set."""
    chars: set[str] = set()
    for op, value in options:
        name = str(op)
        if name == "CATEGORY" and str(value) in _CATEGORIES:
            chars.add(_CATEGORIES[str(value)])
            continue
        low, high = value if name == "RANGE" else (value, value)
        if name not in {"LITERAL", "RANGE"} or high - low > LETTERS:
            return _UNKNOWN
        codes = range(low, high + 1)
        if not all(map(_certain, codes)):
            return _UNKNOWN
        chars |= {letter(code) for code in codes}
    return _Part(frozenset(chars)) if len(chars) <= LETTERS else _UNKNOWN


def _branch(value: tuple[None, list[Any]]) -> _Part:
    """One part or another."""
    parts = [_sequence(items) for items in value[1]]
    heads = _union([p.head if p.spellings is None else p.spellings for p in parts])
    tails = _union([p.tail if p.spellings is None else p.spellings for p in parts])
    known = [part.spellings for part in parts if part.spellings is not None]
    spellings = _union(known) if len(known) == len(parts) else None
    if spellings is not None and len(spellings) <= MOST:
        return _Part(spellings)
    best = [_best(part.needed) for part in parts]
    need = _union([each for each in best if each])
    return _Part(None, _few(heads), _few(tails), (need,) if all(best) else ())


def _certain(code: int) -> bool:
    """Whether a character of a pattern matches, in either case, only what is plainly the same."""
    char = chr(code)
    return code < 128 or not (char.isalnum() or char.upper() != char or char.lower() != char)


def _union(sets: Sequence[Spellings]) -> Spellings:
    return frozenset().union(*sets)


def _few(spellings: Spellings) -> Spellings:
    return spellings if len(spellings) <= MOST else _NOTHING


def _best(found: Iterable[Spellings]) -> Spellings:
    """The need that chance meets least, as it is spelled."""
    chances = [(_chance(need), number, need) for number, need in enumerate(found)]
    chance, _, need = min(chances, default=(1000.0, 0, frozenset()))
    return need if chance < 1000 else frozenset()


def _group(value: tuple[Any, int, int, Any]) -> _Part:
    return _UNKNOWN if value[1] & (re.ASCII | re.LOCALE) else _sequence(value[3])


def _repeat(value: tuple[int, int, Any]) -> _Part:
    """A part so and so many times."""
    least, most, items = value
    part = _sequence(items)
    if part.spellings is not None and most <= 3:
        times = [_NOTHING]
        while len(times) <= most:
            longer = _product(times[-1], part.spellings)
            if longer is None:
                break
            times.append(longer)
        every = _union(times[least:])
        if len(times) > most and len(every) <= MOST:
            return _Part(every)
    if not least:
        return _UNKNOWN
    whole = part.spellings
    return _Part(
        None,
        part.head if whole is None else whole,
        part.tail if whole is None else whole,
        part.needed,
    )


def _ahead(value: tuple[int, Any]) -> _Part:
    """What must stand beside, and is not part of the match."""
    return _Part(None, needs=_sequence(value[1]).needed)


def _beside_no(value: tuple[int, Any]) -> _Part:
    """What must not stand beside; where that is a letter, a word begins or ends."""
    items = list(value[1])
    options = items[0][1] if len(items) == 1 and str(items[0][0]) == "IN" else ()
    names = {str(op if op_value is None else op_value) for op, op_value in options}
    return (
        _Part(frozenset([_EDGE])) if "CATEGORY_WORD" in names and "NEGATE" not in names else _EMPTY
    )


def _place(value: Any) -> _Part:
    named = str(value) in {
        "AT_BOUNDARY",
        "AT_BEGINNING",
        "AT_BEGINNING_STRING",
        "AT_END",
        "AT_END_STRING",
    }
    return _Part(frozenset([_EDGE])) if named else _EMPTY


_READERS: dict[str, Callable[[Any], _Part]] = {
    "IN": _one_of,
    "BRANCH": _branch,
    "SUBPATTERN": _group,
    "ATOMIC_GROUP": _sequence,
    "MAX_REPEAT": _repeat,
    "MIN_REPEAT": _repeat,
    "POSSESSIVE_REPEAT": _repeat,
    "ASSERT": _ahead,
    "ASSERT_NOT": _beside_no,
    "AT": _place,
}
