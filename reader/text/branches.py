"""Patterns compiled for `re` to a code that finds the same and is quicker to search with.

`re` tries the branches of a choice one after the other at every place of a text. Here those that begin
with the same letter stand behind that letter, so that it is looked for once. A branch is moved only
past branches that cannot begin as it does: what matches first stays first. And the code says what its
matches can begin with, so that the search runs past everything else.
"""

import importlib
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any

#: Versions of CPython whose `re` is known to take such a code; with any other, `re` compiles alone.
PROVEN = frozenset({(3, 11), (3, 12), (3, 13)})
#: `re` by its parts: no other parser and compiler do as it does.
_parser: Any = importlib.import_module("re._parser")
_compiler: Any = importlib.import_module("re._compiler")
_const: Any = importlib.import_module("re._constants")
_sre: Any = importlib.import_module("_sre")

_Item = tuple[Any, Any]
_REPEATS = {_const.MAX_REPEAT, _const.MIN_REPEAT, _const.POSSESSIVE_REPEAT}
_BESIDE = {_const.ASSERT, _const.ASSERT_NOT}
#: What holds other trees.
_WITHIN = {_const.BRANCH, _const.SUBPATTERN, _const.ATOMIC_GROUP} | _REPEATS | _BESIDE
#: Flags under which letters are not what they seem.
_UNUSUAL = int(re.ASCII | re.LOCALE)
_CASELESS = int(re.IGNORECASE)
#: Letters beyond ASCII that are one with a letter of ASCII where case does not count.
_LIKE_ASCII = {"i": "\u0130\u0131", "k": "\u212a", "s": "\u017f"}
#: The widest range of which every letter is told.
_WIDEST = 400
#: Stands for any digit.
_DIGIT = -1

#: What a match can begin with; None if that is not known.
_Heads = frozenset[int] | None
_NONE: frozenset[int] = frozenset()


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that finds what `re.compile` finds. Its `pattern` is not told."""
    if sys.version_info[:2] not in PROVEN or sys.implementation.name != "cpython":
        return re.compile(pattern, flags)
    flags = int(flags)  # named flags are slow to compare
    tree = _parser.parse(pattern, flags)
    if tree.state.flags & _UNUSUAL:
        return re.compile(pattern, flags)
    ordered = _ordered(tree)
    named = tree.state.groupdict
    names = {number: name for name, number in named.items()}
    made: re.Pattern[str] = _sre.compile(
        None,
        flags | tree.state.flags,
        _code(ordered, flags),
        tree.state.groups - 1,
        named,
        tuple(map(names.get, range(tree.state.groups))),
    )
    return made


def _code(tree: Any, flags: int) -> list[int]:
    """The code of a tree, with what its matches begin with where `re` has not seen that itself.

    The search runs past all other characters; a code begins with such a block: its sign, its length
    without that, then 0 if it tells of no beginning.
    """
    code: list[int] = _compiler._code(tree, flags)
    heads = _cased(_heads(tree.data), tree.state)
    if not heads or code[2]:
        return code
    told = _parser.SubPattern(tree.state, [(_const.IN, [_option(head) for head in sorted(heads)])])
    told.width = tree.getwidth()
    block: list[int] = []
    # the letters are told in both cases, and looked at as they are
    _compiler._compile_info(block, told, (flags | tree.state.flags) & ~_CASELESS)
    return block + code[1 + code[1] :]


def _option(head: int) -> _Item:
    if head == _DIGIT:
        return _const.CATEGORY, _const.CATEGORY_DIGIT
    return _const.LITERAL, head


def _ordered(tree: Any) -> Any:
    """The same tree with its choices in order."""
    if _WITHIN.isdisjoint([op for op, _ in tree.data]):
        return tree
    items: list[_Item] = []
    for op, value in tree.data:
        if op is _const.BRANCH:
            items += _choice([_ordered(branch).data for branch in value[1]], tree.state)
        elif op is _const.SUBPATTERN and not value[1] | value[2]:
            items.append((op, (*value[:3], _ordered(value[3]))))
        elif op in _REPEATS:
            items.append((op, (value[0], value[1], _ordered(value[2]))))
        elif op in _BESIDE:
            items.append((op, (value[0], _ordered(value[1]))))
        elif op is _const.ATOMIC_GROUP:
            items.append((op, _ordered(value)))
        else:
            items.append((op, value))
    return _parser.SubPattern(tree.state, items)


class _Alike:
    """Branches that begin with the same item, if there is one that can be shared."""

    def __init__(self, branch: list[_Item], heads: _Heads) -> None:
        self.first = _shared(branch)
        self.branches = [branch]
        self.heads = heads

    def add(self, branch: list[_Item], heads: _Heads) -> None:
        self.branches.append(branch)
        self.heads = None if heads is None or self.heads is None else self.heads | heads


def _shared(branch: Sequence[_Item]) -> _Item | None:
    return branch[0] if branch and branch[0][0] in {_const.LITERAL, _const.AT} else None


def _choice(branches: list[list[_Item]], state: Any) -> list[_Item]:
    """One of several branches, those that begin alike behind what they begin with."""
    by_letter = [] if state.flags & _CASELESS else _by_letter(branches)
    made = [_joined(alike, state) for alike in by_letter or _by_heads(branches, state)]
    if len(made) == 1:
        return made[0]
    return [(_const.BRANCH, (None, [_parser.SubPattern(state, each) for each in made]))]


def _by_letter(branches: Iterable[list[_Item]]) -> list[list[list[_Item]]]:
    """The branches by their first letter; none at all if one begins with something else."""
    groups: dict[int, list[list[_Item]]] = {}
    for branch in branches:
        if not branch or branch[0][0] is not _const.LITERAL:
            return []
        groups.setdefault(branch[0][1], []).append(branch)
    return list(groups.values())


def _by_heads(branches: Iterable[list[_Item]], state: Any) -> list[list[list[_Item]]]:
    """The branches by what they begin with, as far as the others let them pass."""
    groups: list[_Alike] = []
    for branch in branches:
        heads = _cased(_heads(branch), state)
        group = _place(groups, _shared(branch), heads)
        if group is None:
            groups.append(_Alike(branch, heads))
        else:
            group.add(branch, heads)
    return [group.branches for group in groups]


def _place(groups: Sequence[_Alike], first: _Item | None, heads: _Heads) -> _Alike | None:
    """The group that a branch may join without being passed by what it could have been."""
    if first is not None:
        for group in reversed(groups):
            if group.first == first:
                return group
            if not _apart(heads, group.heads):
                return None
    return None


def _joined(alike: list[list[_Item]], state: Any) -> list[_Item]:
    if len(alike) == 1:
        return alike[0]
    return [alike[0][0], *_choice([branch[1:] for branch in alike], state)]


def _apart(one: _Heads, other: _Heads) -> bool:
    """Whether nothing begins with both."""
    if one is None or other is None or one & other:
        return False
    return not (
        (_DIGIT in one and any(chr(code).isdecimal() for code in other if code >= 0))
        or (_DIGIT in other and any(chr(code).isdecimal() for code in one if code >= 0))
    )


def _heads(items: Iterable[_Item]) -> _Heads:
    """What a match of items in a row begins with; None where it may be empty."""
    found, empty = _begun(items)
    return None if empty else found


def _cased(heads: _Heads, state: Any) -> _Heads:
    """The same in both cases where case does not count; None with cased letters beyond ASCII."""
    if heads is None or not state.flags & _CASELESS:
        return heads
    out = set(heads)
    for char in map(chr, heads - {_DIGIT}):
        if not char.isascii() and char.lower() != char.upper():
            return None
        out |= {ord(each) for each in (char.lower(), char.upper())}
        out |= set(map(ord, _LIKE_ASCII.get(char.lower(), "")))
    return frozenset(out)


def _begun(items: Iterable[_Item]) -> tuple[_Heads, bool]:
    """What a match can begin with, and whether it can be empty."""
    found: frozenset[int] = _NONE
    for op, value in items:
        heads, empty = _one(op, value)
        if heads is None:
            return None, False
        found |= heads
        if not empty:
            return found, False
    return found, True


def _one(op: Any, value: Any) -> tuple[_Heads, bool]:
    """The same of one item."""
    if op is _const.LITERAL:
        return frozenset([value]), False
    if op is _const.IN:
        return _set(value), False
    if op is _const.AT or op in _BESIDE:
        return _NONE, True
    if op is _const.BRANCH:
        return _any(value[1])
    if op is _const.SUBPATTERN and not value[1] | value[2]:
        return _begun(value[3].data)
    if op in _REPEATS:
        heads, empty = _begun(value[2].data)
        return heads, empty or not value[0]
    return None, False


def _any(branches: Iterable[Any]) -> tuple[_Heads, bool]:
    """What one of several branches begins with."""
    found, none = _NONE, False
    for branch in branches:
        heads, empty = _begun(branch.data)
        if heads is None:
            return None, False
        found |= heads
        none |= empty
    return found, none


def _set(options: Iterable[_Item]) -> _Heads:
    """The characters of a set."""
    found: set[int] = set()
    for op, value in options:
        if op is _const.LITERAL:
            found.add(value)
        elif op is _const.RANGE and value[1] - value[0] < _WIDEST:
            found.update(range(value[0], value[1] + 1))
        elif op is _const.CATEGORY and value is _const.CATEGORY_DIGIT:
            found.add(_DIGIT)
        else:
            return None
    return frozenset(found)
