"""Patterns as `re` compiles them, with their choices in an order that is quick to look through.

`re` tries the branches of a choice one after the other at every place of a text. Here those that begin
with the same letter stand behind that letter, so that it is looked for once. A branch is moved only
past branches that cannot begin as it does: what matches first stays first, the answers are the same.
"""

import importlib
import re
from collections.abc import Iterable, Sequence
from typing import Any

#: `re` by its parts: no other parser and compiler do as it does.
_parser: Any = importlib.import_module("re._parser")
_compiler: Any = importlib.import_module("re._compiler")
_const: Any = importlib.import_module("re._constants")

_Item = tuple[Any, Any]
_REPEATS = {_const.MAX_REPEAT, _const.MIN_REPEAT, _const.POSSESSIVE_REPEAT}
_BESIDE = {_const.ASSERT, _const.ASSERT_NOT}
#: Flags under which letters are not what they seem.
_FOLDING = re.IGNORECASE | re.ASCII | re.LOCALE
#: The widest range of which every letter is told.
_WIDEST = 400
#: Stands for any digit.
_DIGIT = -1

#: What a match can begin with; None if that is not known.
_Heads = frozenset[int] | None
_NONE: frozenset[int] = frozenset()


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that finds what `re.compile` finds. Its `pattern` is not told."""
    tree = _parser.parse(pattern, flags)
    if tree.state.flags & _FOLDING:
        return re.compile(pattern, flags)
    made: re.Pattern[str] = _compiler.compile(_ordered(tree), flags)
    return made


def _ordered(tree: Any) -> Any:
    """The same tree with its choices in order."""
    items: list[_Item] = []
    for op, value in tree:
        if op is _const.BRANCH:
            items += _choice([list(_ordered(branch)) for branch in value[1]], tree.state)
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
    groups: list[_Alike] = []
    for branch in branches:
        heads = _heads(branch)
        group = _place(groups, _shared(branch), heads)
        if group is None:
            groups.append(_Alike(branch, heads))
        else:
            group.add(branch, heads)
    made = [_joined(group, state) for group in groups]
    if len(made) == 1:
        return made[0]
    return [(_const.BRANCH, (None, [_parser.SubPattern(state, each) for each in made]))]


def _place(groups: Sequence[_Alike], first: _Item | None, heads: _Heads) -> _Alike | None:
    """The group that a branch may join without being passed by what it could have been."""
    if first is not None:
        for group in reversed(groups):
            if group.first == first:
                return group
            if not _apart(heads, group.heads):
                return None
    return None


def _joined(group: _Alike, state: Any) -> list[_Item]:
    if len(group.branches) == 1:
        return group.branches[0]
    rests = [branch[1:] for branch in group.branches]
    return [group.branches[0][0], *_choice(rests, state)]


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
        return _begun(value[3])
    if op in _REPEATS:
        heads, empty = _begun(value[2])
        return heads, empty or not value[0]
    return None, False


def _any(branches: Iterable[Any]) -> tuple[_Heads, bool]:
    """What one of several branches begins with."""
    found, none = _NONE, False
    for heads, empty in map(_begun, branches):
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
