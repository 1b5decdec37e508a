"""The best of the newest matches: those in the user's own words first, then those in titles, then in
texts, by bm25.

A word in a title counts as many times as much as one in a text, so that texts need not be looked at
where titles are enough."""

import json
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
    is_slow,
    match,
)
from reader.store.table import Connect, Table

#: How many of the newest matches are ranked by bm25; ranking visits every match it ranks.
WINDOW = 1000
#: bm25 weights of title and text.
_WEIGHTS = "8.0, 1.0"
#: bm25 counts all articles of a word first. Words of more articles than this are left out of it beside
#: one that is so many times rarer, for they tell little then.
_COSTLY, _TELLING = 50_000, 64
#: Newest articles with a word by which one guesses how many have it.
_SAMPLE = 256


@dataclass(frozen=True, slots=True)
class Best:
    """The best in their order; and whether nothing else matches."""

    ids: list[int]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """Articles with their scores, the lowest the best; and whether these were all."""

    rows: list[tuple[int, float]]
    is_whole: bool


class Ranking(Table):
    """Ranks what a query's words find. Conditions of other kinds are for others to check."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self._begun = BegunWords(connect)

    def best(self, query: Query, limit: int = -1) -> Best:
        """Of a query of words alone, as `covers` says, no more than `limit` need be there."""
        wanted = [node for node in query.parts if _is_of_words(node, LEVELS)]
        scopes = {words.scope for node in wanted for words in _words(node)}
        own = self._own(_asked(wanted, _whole)) if scopes == {""} else []
        titles = _Found([], is_whole=True)
        if "" in scopes and "text" not in scopes:
            titles = self._found("titles", "bm25(titles) * 8", [_asked(wanted, match)], WINDOW)
        if any(isinstance(node, Or) for node in wanted):
            return self._mixed(own, titles, self._texts(wanted, WINDOW))
        first = list(dict.fromkeys([*own, *_ids(titles)]))
        if 0 <= limit <= len(first):
            return Best(first, is_whole=False)
        texts = self._texts(wanted, limit + len(first) if limit >= 0 else WINDOW)
        whole = texts.is_whole and not own and self._is_in_texts_alone(wanted)
        return Best(list(dict.fromkeys([*first, *_ids(texts)])), whole)

    @staticmethod
    def covers(query: Query) -> bool:
        """Whether all that is ranked matches the whole query, so that nothing is left to check."""
        return all(
            _is_of_words(node, LEVELS) and not any(words.literal for words in _words(node))
            for node in query.parts
        )

    @staticmethod
    def _mixed(own: list[int], titles: _Found, texts: _Found) -> Best:
        """Of alternatives, a rare one in a text may be better than a common one in a title."""
        best = dict(texts.rows)
        for article_id, score in titles.rows:
            best[article_id] = min(score, best.get(article_id, 0.0))
        ordered = sorted(best, reverse=True)  # of equal ones the newest first
        ordered.sort(key=best.__getitem__)
        return Best(list(dict.fromkeys([*own, *ordered])), is_whole=False)

    def _texts(self, wanted: Sequence[Node], most: int) -> _Found:
        asked = [_said(node, lambda words: asked_of_texts(self._begun, words)) for node in wanted]
        return self._found("words", f"bm25(words, {_WEIGHTS})", asked, most)

    def _found(self, table: str, score: str, asked: list[str], most: int) -> _Found:
        """The best `most` of the newest matches."""
        if not any(asked):
            return _Found([], is_whole=False)
        values = {"asked": " AND ".join(asked), "most": most}
        newest = f"{table} match :asked order by rowid desc limit {WINDOW}"
        telling = self._telling(table, asked)
        if len(telling) < len(asked):
            values["telling"] = " AND ".join(telling)
            newest = f"""{table} match :telling
                         and +rowid in (select rowid from {table} where {newest})"""
        packed = self._one(
            f"""
            with found as materialized (
                select rowid as id, {score} as score from {table} where {newest}
            )
            select count(*), (
                select json_group_array(json_array(id, score)) from (
                    select id, score from found order by score, id desc limit :most))
            from found
            """,
            values,
        )
        return _Found([(n, score) for n, score in json.loads(packed[1])], packed[0] < WINDOW)

    def _telling(self, table: str, asked: list[str]) -> list[str]:
        """Without those that so many articles have that bm25 says little of them beside the rest."""
        if len(asked) < 2 or table != "words":
            return asked
        having = {one: self._about(one) for one in asked}
        most = max(_COSTLY, _TELLING * min(having.values()))
        return [one for one in asked if having[one] <= most]

    def _about(self, asked: str) -> float:
        """How many articles have it, by how close together the newest of them lie."""
        if is_slow(asked):
            return 0
        count, low, high = self._one(
            f"""
            select count(*), min(id), max(id) from (
                select rowid as id from words where words match ? order by rowid desc limit {_SAMPLE})
            """,
            (asked,),
        )
        return count * high / (high - low + 1) if count else 0.0

    def _is_in_texts_alone(self, wanted: Sequence[Node]) -> bool:
        """Nothing of it can be found but by the index of texts."""
        words = [words for node in wanted for words in _words(node)]
        if not all(map(is_in_texts, words)):
            return False
        any_own = " OR ".join(dict.fromkeys(map(match, words)))
        return not self._all("select 1 from own_words where own_words match ? limit 1", (any_own,))

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


def _ids(found: _Found) -> Iterator[int]:
    return (article_id for article_id, _ in found.rows)


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
