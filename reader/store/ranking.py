"""The best of the newest matches: those in the user's own words first, then those in titles, then in
texts, by bm25.

A word in a title counts as many times as much as one in a text, so that texts need not be looked at
where titles are enough."""

from collections.abc import Callable, Iterator, Sequence

from reader.model.frozen import dataclass
from reader.model.query_tree import And, Node, Or, Query, Words
from reader.store.begun import BegunWords
from reader.store.query_sql import (
    COLUMNS,
    LEVELS,
    asked_of_texts,
    is_in_texts,
    is_short,
    match,
)
from reader.store.scoring import IDS, SCORES, WINDOW, Found, Scoring
from reader.store.table import Connect, Table


@dataclass(frozen=True, slots=True)
class Best:
    """The best in their order; and whether nothing else matches."""

    ids: list[int]
    is_whole: bool


class Ranking(Table):
    """Ranks what a query's words find. Conditions of other kinds are for others to check."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._begun = BegunWords(connect)
        self._scoring = Scoring(connect)

    def best(self, query: Query, limit: int = -1) -> Best:
        """Of a query of words alone, as `covers` says, no more than `limit` need be there."""
        wanted = [node for node in query.parts if _is_of_words(node, LEVELS)]
        return self._best(wanted, limit) if wanted else Best([], is_whole=False)

    def _best(self, wanted: Sequence[Node], limit: int) -> Best:
        if any(isinstance(node, Or) for node in wanted):
            return self._of_either(wanted, limit)
        most = limit if limit >= 0 else WINDOW
        first = self._first(wanted, most)
        if 0 <= limit <= len(first):
            return Best(first, is_whole=False)
        texts = self._texts(wanted, most + len(first))
        best = list(dict.fromkeys([*first, *texts.rows]))
        is_all = texts.is_whole and not 0 <= limit <= len(best)
        return Best(best, is_all and self._is_in_texts_alone(wanted))

    def _first(self, wanted: Sequence[Node], most: int) -> list[int]:
        """What has the words in the user's own, then in titles, where every text begins."""
        own, scopes = self._own(wanted), {words.scope for node in wanted for words in _words(node)}
        if "" not in scopes and scopes != {"text"}:
            return own
        return list(dict.fromkeys([*own, *self._titles(wanted, most + len(own)).rows]))

    def _of_either(self, wanted: Sequence[Node], limit: int) -> Best:
        """Alternatives that few have go before those that very many have. Else a rare one in a text
        may be better than one in a title."""
        telling, common = self._apart(wanted)
        if common:
            best = self._best([_any_of(telling)], limit).ids
            if not 0 <= limit <= len(best):
                best += self._best([_any_of(common)], limit).ids
            return Best(list(dict.fromkeys(best)), is_whole=False)
        scopes = {words.scope for node in wanted for words in _words(node)}
        is_of_titles = "" in scopes and "text" not in scopes
        titles = self._titles(wanted, WINDOW, SCORES) if is_of_titles else Found()
        texts = self._scoring.texts(self._said_of_texts(wanted), WINDOW, SCORES)
        return self._mixed(self._own(wanted), titles, texts)

    def _apart(self, wanted: Sequence[Node]) -> tuple[list[Node], list[Node]]:
        """Alternatives with words that tell something, and the others."""
        if len(wanted) != 1 or not all(isinstance(part, Words) for part in _parts(wanted[0])):
            return list(wanted), []
        asked = {part: _said(part, self._in_texts) for part in _parts(wanted[0])}
        telling = self._scoring.telling(list(asked.values()))
        return (
            [part for part, said in asked.items() if said in telling],
            [part for part, said in asked.items() if said not in telling],
        )

    @staticmethod
    def covers(query: Query) -> bool:
        """Whether all that is ranked matches the whole query, so that nothing is left to check."""
        return all(
            _is_of_words(node, LEVELS) and not any(words.literal for words in _words(node))
            for node in query.parts
        )

    @staticmethod
    def _mixed(own: list[int], titles: Found, texts: Found) -> Best:
        """Of alternatives, a rare one in a text may be better than a common one in a title."""
        best = dict(texts.rows)
        for article_id, score in titles.rows:
            best[article_id] = min(score, best.get(article_id, 0.0))
        ordered = sorted(best, reverse=True)  # of equal ones the newest first
        ordered.sort(key=best.__getitem__)
        return Best(list(dict.fromkeys([*own, *ordered])), is_whole=False)

    def _titles(self, wanted: Sequence[Node], most: int, columns: str = IDS) -> Found:
        return self._scoring.titles(_asked(wanted, _in_titles), most, columns)

    def _texts(self, wanted: Sequence[Node], most: int) -> Found:
        asked = self._said_of_texts(wanted)
        if len(wanted) == 1 and isinstance(words := wanted[0], Words) and _is_phrase(words, asked):
            return self._scoring.phrase(asked[0], words.text, most)
        return self._scoring.texts(asked, most)

    def _said_of_texts(self, wanted: Sequence[Node]) -> list[str]:
        return [_said(node, self._in_texts) for node in wanted]

    def _in_texts(self, words: Words) -> str:
        return asked_of_texts(self._begun, words)

    def _is_in_texts_alone(self, wanted: Sequence[Node]) -> bool:
        """Nothing of it can be found but by the index of texts."""
        words = [words for node in wanted for words in _words(node)]
        if not all(map(is_in_texts, words)):
            return False
        any_own = " OR ".join(dict.fromkeys(map(match, words)))
        return not self._all("select 1 from own_words where own_words match ? limit 1", (any_own,))

    def _own(self, wanted: Sequence[Node]) -> list[int]:
        if any(words.scope for node in wanted for words in _words(node)):
            return []
        return self._packed(
            "id",
            """
            select distinct article_id as id from own_text
            where id in (select rowid from own_words where own_words match ?)
            order by article_id desc limit ?
            """,
            (_asked(wanted, _whole), WINDOW),
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


def _parts(node: Node) -> tuple[Node, ...]:
    return node.parts if isinstance(node, Or) else (node,)


def _any_of(nodes: Sequence[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else Or(tuple(nodes))


def _asked(nodes: Sequence[Node], how: Callable[[Words], str]) -> str:
    """Nodes that must all be found, as FTS5 reads them."""
    return " AND ".join(_said(node, how) for node in nodes)


def _said(node: Node, how: Callable[[Words], str]) -> str:
    if isinstance(node, And | Or):
        sign = " AND " if isinstance(node, And) else " OR "
        return f"({sign.join(_said(part, how) for part in node.parts)})"
    return how(node) if isinstance(node, Words) else ""


def _is_phrase(words: Words, asked: list[str]) -> bool:
    """Several words, one after the other, that are written in one way."""
    return asked == [f'"{words.text}"'] and " " in words.text and words.text.isascii()


def _in_titles(words: Words) -> str:
    return match(words, whole=words.scope == "text" and is_short(words))


def _whole(words: Words) -> str:
    return match(words, whole=is_short(words))
