"""Values that are chosen with the mouse, written into the query and read from it."""

from reader.model.query_tree import Criterion, Node, Or, Query
from reader.text.query.completing import quoted
from reader.text.query.explaining import without
from reader.text.query.fields import field_named
from reader.text.query.lexer import tokens
from reader.text.query.parser import parse


def chosen(query: Query, field: str) -> tuple[str, ...]:
    """The values of a field that the query asks for, any of them, as typed."""
    found: list[str] = []
    for part in query.parts:
        if _is_about(query.text, part, field):
            found += _values(query.text[part.start : part.end])
    return tuple(found)


def without_field(query: Query, field: str) -> str:
    """The query without its own terms on a field."""
    text = query.text
    for part in reversed(query.parts):
        if _is_about(query.text, part, field):
            text = without(text, part.start, part.end)
    return text


def without_order(text: str) -> str:
    """The query without what it says of the order of the results."""
    typed = tokens(text)
    for at in range(len(typed) - 1, -1, -1):
        field = field_named(typed[at].text) if typed[at].kind == "field" else None
        if field and field.kind == "sort":
            start = typed[at - 1] if at and typed[at - 1].kind == "-" else typed[at]
            end = typed[at + 1] if at + 1 < len(typed) else typed[at]
            text = without(text, start.start, end.end)
    return text.strip()


def toggled(text: str, field: str, value: str) -> str:
    """The query with a value among those that are asked for, or without it if it was."""
    query = parse(text)
    values = list(chosen(query, field))
    if value in values:
        values.remove(value)
    else:
        values.append(value)
    rest = without_field(query, field).strip()
    if isinstance(parse(rest).tree, Or) and values and not rest.endswith(")"):
        rest = f"({rest})"  # else the last of its words alone would be narrowed
    return " ".join(part for part in (rest, _term(field, values)) if part)


def _term(field: str, values: list[str]) -> str:
    terms = [f"{field}:{value}" for value in values]
    return f"({' OR '.join(terms)})" if len(terms) > 1 else "".join(terms)


def _is_about(text: str, node: Node, field: str) -> bool:
    """Conditions on this field and nothing else."""
    typed = tokens(text[node.start : node.end])
    named = {token.text for token in typed if token.kind == "field"}
    names = {found.name for name in named if (found := field_named(name))}
    names |= {"tag" for token in typed if token.kind == "tag"}
    return names == {field} and _is_positive(node)


def _is_positive(node: Node) -> bool:
    if isinstance(node, Or):
        return all(_is_positive(part) for part in node.parts)
    return isinstance(node, Criterion)


def _values(typed: str) -> list[str]:
    """What stands after the fields in a part of a query."""
    found, sign = [], ""
    for token in tokens(typed):
        if token.kind == "field":
            sign = token.sign
        elif token.kind == "tag":
            found.append(quoted(token.text))
        elif token.kind in ("word", "phrase") and token.text != "OR":
            found.append(sign + typed[token.start : token.end])
    return found
