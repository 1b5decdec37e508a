"""A query's tree to SQL over articles, with named parameters only."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from reader.model.query_tree import And, Criterion, Node, Not, Nothing, Or, Query, Words
from reader.store.begun import BegunWords
from reader.store.parts import COUNTED, MANY, NONE, Part, both, either, negated
from reader.store.table import Connect, Table
from reader.store.table import ids as json_ids
from reader.text.folding import is_unspaced, runs, spellings
from reader.text.query.asked import asked as read

#: Of the index; a word may be looked for in one of them alone.
COLUMNS = ("title", "text")
#: Saved searches within saved searches that are followed.
DEEPEST = 12
#: Levels of brackets that become SQL in SQL; a part below them is asked for by itself.
LEVELS = 4


if TYPE_CHECKING:
    from reader.store.field_sql import FieldSql

_QUOTED = re.compile(r'"((?:[^"]|"")*)"(\*?)')

#: The newest articles with a phrase that are kept while a question is answered: each takes as long as
#: the one before. Of words that begin so, the first takes longest; then as many as are counted.
HELD = 64
#: Letters from which the beginning of a word that is still typed is looked for in texts, too;
#: before that in titles, for very many words of the texts begin so.
LONG = 5


def match(words: Words, *, whole: bool = False) -> str:
    """Words as FTS5 reads them: quoted, so that nothing is its syntax. `whole` is without those
    that only begin so."""
    star = "*" if words.prefix and not whole else ""
    variants = [_quoted(text) + star for text in spellings(words.text)]
    return variants[0] if len(variants) == 1 else "(" + " OR ".join(variants) + ")"


def pairs_match(words: Words) -> str:
    """The unspaced parts of words as pairs of letters, one after the other."""
    terms = []
    for run in runs(words.text):
        halves = [run[at : at + 2] for at in range(len(run) - 1)]
        terms.append(_quoted(" ".join(halves)) if halves else _quoted(run) + "*")
    return " AND ".join(terms)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


class QuerySql(Table):
    """Compiles one query; `values` are its parameters afterwards."""

    def __init__(self, connect: Connect) -> None:
        super().__init__(connect)
        self.values: dict[str, Any] = {}
        self._open: list[str] = []
        self._depth = 0
        self._begun = BegunWords(connect)

    @cached_property
    def _fields(self) -> "FieldSql":
        from reader.store.field_sql import FieldSql

        return FieldSql(self._connect, self.bind)

    def bind(self, value: object) -> str:
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def parts(self, query: Query) -> list[Part]:
        """The conditions that must all hold."""
        if query.tree is None:
            return []
        nodes = query.tree.parts if isinstance(query.tree, And) else (query.tree,)
        return self._all_of(nodes)

    def _all_of(self, nodes: Sequence[Node]) -> list[Part]:
        """Words that are looked for in the texts alone are asked of the index in one go."""
        asked = {node: self._expression(node) for node in nodes}
        parts = [self._part(node) for node, expression in asked.items() if not expression]
        terms = dict.fromkeys(expression for expression in asked.values() if expression)
        if terms:
            index = self._index("words", " AND ".join(terms), len(terms))
            parts.append(replace(index, ranked=True))
            literals = [n.literal for n in nodes if isinstance(n, Words) and asked[n]]
            parts += [self._literal(literal) for literal in literals if literal]
        return parts

    def _expression(self, node: Node, levels: int = LEVELS) -> str:
        """Words in titles and texts, put together in any way, as one question to the index; ""
        for anything else, and for more brackets than the index reads."""
        if isinstance(node, Words):
            return asked_of_texts(self._begun, node) if self._is_plain(node) else ""
        if not isinstance(node, And | Or) or not levels or not all(map(_is_words, node.parts)):
            return ""
        inner = [self._expression(part, levels - 1) for part in node.parts]
        sign = " AND " if isinstance(node, And) else " OR "
        return f"({sign.join(inner)})" if all(inner) else ""

    def _part(self, node: Node) -> Part:
        self._depth += 1
        part = self._made(node)
        if not isinstance(node, Words):
            part = replace(part, ranked=False)
        self._depth -= 1
        is_deep = self._depth > 0 and self._depth % LEVELS == 0
        return self._asked(part) if is_deep and not isinstance(node, Words | Criterion) else part

    def _asked(self, part: Part) -> Part:
        """The part with its answer in its place: SQL in SQL cannot be nested as deeply as brackets."""
        select = f"select id from ({part.ids})"
        if not part.ids:
            select = f"select a.id from article a where {part.check(MANY * 4)}"
        found = [row[0] for row in self._each(select, self.values)]
        ids = f"select value as id from json_each({self.bind(json_ids(found))})"
        return Part("", ids, min(len(found), COUNTED))

    def _made(self, node: Node) -> Part:
        if isinstance(node, Words):
            return self._words(node)
        if isinstance(node, Not):
            return negated(self._part(node.part))
        if isinstance(node, And):
            return both(self._all_of(node.parts))
        if isinstance(node, Or):
            return either([self._part(part) for part in node.parts])
        if isinstance(node, Criterion) and node.field == "search":
            return self._saved(node)
        return NONE if isinstance(node, Nothing) else self.sized(self._fields.part(node))

    def sized(self, part: Part) -> Part:
        """The part with the number of its articles, as far as it pays to count them."""
        counted = part.ids and part.size == COUNTED
        return replace(part, size=self._size(part.ids)) if counted else part

    # -- words

    def _is_plain(self, words: Words) -> bool:
        """Nowhere but in titles and texts that part words by spaces."""
        return is_in_texts(words) and (bool(words.scope) or not self._is_own(words))

    def _is_own(self, words: Words) -> bool:
        sql = "select 1 from own_words where own_words match ? limit 1"
        return self._one(sql, (match(words),)) is not None

    def _words(self, words: Words) -> Part:
        if words.scope in ("note", "quote"):
            kind = "note" if words.scope == "note" else "highlight"
            return self._own(match(words), f"and o.kind = {self.bind(kind)}")
        found = [self._index("words", asked_of_texts(self._begun, words), 1)]
        if is_short(words) and words.scope != "text":
            found.append(self._index("titles", match(words), 1))
        if words.literal:
            found = [both([found[0], self._literal(words.literal)])]
        if is_unspaced(words.text):
            found.append(self._index("unspaced", pairs_match(words), len(words.text)))
        if not words.scope and self._is_own(words):
            found.append(self._own(match(words), ""))
        part = found[0] if len(found) == 1 else either(found)
        return replace(part, ranked=not words.literal)

    def _index(self, table: str, asked: str, terms: int) -> Part:
        value = self.bind(asked)
        ids = f"select rowid as id from {table} where {table} match {value}"
        probe = f"exists (select 1 from {table} where {table} match {value} and rowid = a.id)"
        price = 60.0 * terms + 25.0 * asked.count(" OR ")
        if is_slow(asked) and not (table == "titles" and " " not in asked):
            few = COUNTED if '"*' in asked else HELD
            slow = Part(probe, ids, COUNTED, price, newest=True, ways=(ids,))
            return self._held(slow, min(few, COUNTED))
        return Part(probe, ids, self._size(ids), price, newest=True, ways=(ids,))

    def _held(self, part: Part, most: int) -> Part:
        """The part with its highest ids, so that they are asked for once; all, if they are few."""
        highest = f"{part.ids} order by rowid desc limit {most}"
        held = tuple(self._packed("id", highest, self.values))
        if len(held) == most:
            return replace(part, held=held)
        ids = f"select value as id from json_each({self.bind(json_ids(held))})"
        return replace(part, probe="", ids=ids, size=len(held), ways=(ids,))

    def _own(self, asked: str, more: str) -> Part:
        ids = f"""select o.article_id as id from own_words join own_text o on o.id = own_words.rowid
                  where own_words match {self.bind(asked)} {more}"""
        return Part("", ids, self._size(ids))

    def _literal(self, text: str) -> Part:
        """Letter by letter in the text; what comes before has found its words."""
        probe = f"""exists (select 1 from revision r where r.id = a.revision_id
                    and instr(lower(r.text), {self.bind(text)}))"""
        return Part(probe, price=15.0)

    def _size(self, ids: str) -> int:
        sql = f"select count(*) from (select 1 from ({ids}) limit {COUNTED})"
        return int(self._one(sql, self.values)[0])

    # -- saved searches

    def _saved(self, test: Criterion) -> Part:
        """What a saved search finds; nothing for one that is not there or contains itself."""
        row = self._one("select query from saved_search where name_folded = ?", (test.text,))
        if row is None or test.text in self._open or len(self._open) >= DEEPEST:
            return NONE
        self._open.append(test.text)
        tree = read(row[0]).tree
        part = Part("1") if tree is None else self._part(tree)
        self._open.pop()
        return part


def is_slow(asked: str) -> bool:
    """There is a phrase or the beginning of a word: to begin to find them takes long."""
    return any(star or " " in text for text, star in _QUOTED.findall(asked))


def scoped(words: Words, *, whole: bool = False) -> str:
    asked = match(words, whole=whole)
    return f"{{{words.scope}}} : {asked}" if words.scope else asked


def asked_of_texts(begins: BegunWords, words: Words) -> str:
    """As `scoped`, with all words that begin so where they are few."""
    begun = begins.all(words.text) if words.prefix and not is_short(words) else ()
    if not begun or len(spellings(words.text)) > 1:
        return scoped(words, whole=is_short(words))
    asked = f"({' OR '.join(map(_quoted, begun))})"
    return f"{{{words.scope}}} : {asked}" if words.scope else asked


def is_in_texts(words: Words) -> bool:
    """The one index of titles and texts knows all articles that the publisher's words make match."""
    if words.scope in ("note", "quote") or is_unspaced(words.text):
        return False
    return not is_short(words) or words.scope == "text"


def is_short(words: Words) -> bool:
    """So little of a word that its beginning is looked for in titles alone."""
    return words.begun and len(words.text.split()[-1]) < LONG


def _is_words(node: Node) -> bool:
    """Words without signs that must be looked for letter by letter."""
    if isinstance(node, And | Or):
        return all(_is_words(part) for part in node.parts)
    return isinstance(node, Words) and not node.literal
