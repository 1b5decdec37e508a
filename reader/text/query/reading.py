"""What one wants to know of a query that was read."""

from collections.abc import Iterator

from reader.model.query_tree import And, Criterion, Node, Or, Query, Words


def wanted_words(query: Query) -> tuple[Words, ...]:
    """The words that are looked for, not those that must be missing."""
    return tuple(_wanted(query.tree)) if query.tree else ()


def _wanted(node: Node) -> Iterator[Words]:
    if isinstance(node, Words):
        yield node
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from _wanted(part)


def tests(query: Query, field: str) -> tuple[Criterion, ...]:
    """The conditions on a field, wherever they stand in the query."""
    return tuple(test for node in query.parts for test in _tests(node) if test.field == field)


def _tests(node: Node) -> Iterator[Criterion]:
    if isinstance(node, Criterion):
        yield node
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from _tests(part)
