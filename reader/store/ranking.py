"""The best of the newest matches: those in the user's own words first, then by bm25."""

from collections.abc import Callable, Iterator

from reader.model.query_tree import And, Node, Or, Query, Words
from reader.store.begun import BegunWords
from reader.store.query_sql import COLUMNS, LEVELS, asked_of_texts, is_short, match
from reader.store.table import Connect, Table

#: How many of the newest matches are ranked by bm25; ranking visits every match it ranks.
WINDOW = 1000
#: bm25 weights of title and text.
_WEIGHTS = "8.0, 1.0"


class Ranking(Table):
    """Ranks what a query's words find. Conditions of other kinds are for others to check."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._begun = BegunWords(connect)

    def best(self, query: Query) -> list[int]:
        wanted = [node for node in query.parts if _is_of_words(node, LEVELS)]
        scopes = {words.scope for node in wanted for words in _words(node)}
        texts = _asked(wanted, lambda words: asked_of_texts(self._begun, words))
        best = self._best("words", f"bm25(words, {_WEIGHTS})", texts)
        if "" in scopes and "text" not in scopes:
            in_titles = self._best("titles", "bm25(titles) * 8", _asked(wanted, match))
            for article_id, score in in_titles.items():
                best[article_id] = min(score, best.get(article_id, 0.0))
        own = self._own(_asked(wanted, _whole)) if scopes == {""} else []
        ordered = sorted(best, reverse=True)  # of equal ones the newest first
        ordered.sort(key=best.__getitem__)
        return list(dict.fromkeys([*own, *ordered]))

    @staticmethod
    def covers(query: Query) -> bool:
        """Whether all that is ranked matches the whole query, so that nothing is left to check."""
        return all(
            _is_of_words(node, LEVELS) and not any(words.literal for words in _words(node))
            for node in query.parts
        )

    def _best(self, table: str, score: str, asked: str) -> dict[int, float]:
        """The newest matches with their scores, the lowest the best."""
        if not asked:
            return {}
        rows = self._packed(
            "id, score",
            f"""
            select rowid as id, {score} as score from {table} where {table} match ?
            order by rowid desc limit {WINDOW}
            """,
            (asked,),
        )
        return dict(rows)

    def _own(self, asked: str) -> list[int]:
        return self._packed(
            "id",
            """
            select distinct article_id as id from own_text
            where id in (select rowid from own_words where own_words match ?)
            order by article_id desc limit ?
            """,
            (asked, WINDOW),
        )


def _is_of_words(node: Node, levels: int) -> bool:
    """Words in titles and texts, put together in any way that the index can be asked in one go."""
    if isinstance(node, And | Or):
        return levels > 0 and all(_is_of_words(part, levels - 1) for part in node.parts)
    return isinstance(node, Words) and node.scope in ("", *COLUMNS)


def _words(node: Node) -> Iterator[Words]:
    if isinstance(node, Words):
        yield node
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from _words(part)


def _asked(nodes: list[Node], how: Callable[[Words], str]) -> str:
    """Nodes that must all be found, as FTS5 reads them."""
    return " AND ".join(_said(node, how) for node in nodes)


def _said(node: Node, how: Callable[[Words], str]) -> str:
    if isinstance(node, And | Or):
        sign = " AND " if isinstance(node, And) else " OR "
        return f"({sign.join(_said(part, how) for part in node.parts)})"
    return how(node) if isinstance(node, Words) else ""


def _whole(words: Words) -> str:
    return match(words, whole=is_short(words))
