"""`in:notes` and `in:highlights`: the words beside it are looked for there and nowhere else."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.model.query_tree import And, Criterion, Node, Not, Or, Words
from reader.text.query.terms import joined


def narrowed(parts: Sequence[Node]) -> list[Node]:
    """What must hold together, with its words where it says that they are to be looked for."""
    scopes = tuple(dict.fromkeys(scope for part in parts for scope in _scopes(part)))
    return [_within(part, scopes) for part in parts] if scopes else list(parts)


def _scopes(node: Node) -> Iterator[str]:
    """The places that a part names, and nothing else: in:notes, in:(notes OR highlights)."""
    if isinstance(node, Criterion) and node.field == "in":
        yield node.text
    elif isinstance(node, Or):
        inner = [list(_scopes(part)) for part in node.parts]
        if all(inner):
            yield from (scope for scopes in inner for scope in scopes)


def _within(node: Node, scopes: tuple[str, ...]) -> Node:
    if isinstance(node, Words):
        found = [node] if node.scope else [replace(node, scope=scope) for scope in scopes]
        return joined(Or, list(found)) or node
    if isinstance(node, Not):
        return replace(node, part=_within(node.part, scopes))
    if isinstance(node, Or) and (written := _typed_once(node)):
        return _within(written, scopes)
    if isinstance(node, And | Or):
        return replace(node, parts=tuple(_within(part, scopes) for part in node.parts))
    return node


def _typed_once(node: Or) -> Words | None:
    """The words of a DOI or an address, which is looked for as such, too, where it stands alone."""
    places = {(part.start, part.end) for part in node.parts}
    words = [part for part in node.parts if isinstance(part, Words) and not part.scope]
    return words[0] if len(places) == 1 and len(words) == 1 else None
