"""Reading a query without loading what reads one, where nothing is asked: most lists ask nothing."""

from reader.model.query_tree import Query


def asked(text: str) -> Query:
    """`reader.text.query.parser.parse`, which is loaded with the first words."""
    if not text.strip():
        return Query(text)
    from reader.text.query.parser import parse

    return parse(text)
