"""Typed text to a `Query`. Reading never fails: what is not understood is searched as text, and said.

or   = and { "OR" and }            not  = ( "NOT" | "-" ) not | atom
and  = not { [ "AND" ] not }       atom = "(" or ")" | phrase | "#" tag | field | word
"""

import functools
from dataclasses import replace
from datetime import datetime

from reader.model.query_tree import And, Node, Not, Nothing, Notice, Or, Query, Words
from reader.text.query import sentences
from reader.text.query.conditions import Condition, field_condition, tag_condition
from reader.text.query.fields import SORT_NAMES, SORTS, Field, field_named, nearest_word
from reader.text.query.foreign import Hint, hint, with_unit
from reader.text.query.lexer import Token, tokens
from reader.text.query.noticing import Notices
from reader.text.query.scoping import narrowed
from reader.text.query.terms import joined, plain_words, typed_phrase, typed_word

#: Brackets within brackets, and words and conditions, that are read; nobody types as many.
DEEPEST, MOST = 40, 200
#: Characters that are read.
LIMIT = 20_000
_BINDING = {"OR", "AND"}


def parse(text: str, now: datetime | None = None) -> Query:
    """Read a query; relative dates count from `now`, to the day."""
    moment = now or datetime.now()  # noqa: DTZ005 - the clock on the wall
    return _parse(text, moment.replace(hour=12, minute=0, second=0, microsecond=0))


@functools.lru_cache(maxsize=256)
def _parse(text: str, now: datetime) -> Query:
    clean = text[:LIMIT].replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
    return _Parser(clean, now).query(text)


class _Parser:
    def __init__(self, text: str, now: datetime) -> None:
        self._text = text
        self._now = now
        self._tokens = tokens(text)
        self._at = 0
        self._depth, self._unclosed, self._read = 0, 0, 0
        self._notices = Notices(text)
        self._sort, self._reverse = "", False
        self._fields: list[Token] = []

    def query(self, typed: str) -> Query:
        tree = self._or()
        while self._peek():  # brackets that were never opened
            token = self._next()
            self._notices.offer_removal(sentences.NEVER_OPENED, token.start, token.end)
            more = self._or()
            tree = joined(And, [part for part in (tree, more) if part])
        notices = self._notices.all()
        if tree is None and notices:
            tree = Nothing(0, len(self._text))
        return Query(typed, tree, self._sort, self._reverse, notices)

    # -- the grammar

    def _or(self) -> Node | None:
        parts = [self._and()]
        while self._is_word("OR"):
            token = self._next()
            right = self._and()
            if right is None or parts[-1] is None:
                side = "right" if right is None else "left"
                lonely = sentences.lonely("OR", side)
                self._notices.offer_removal(lonely, token.start, token.end)
            parts.append(right)
        return joined(Or, [part for part in parts if part])

    def _and(self) -> Node | None:
        parts: list[Node] = []
        while (token := self._peek()) and token.kind != ")" and not self._is_word("OR"):
            if self._is_word("AND"):
                self._next()
                continue
            part = self._not()
            if part is not None:
                parts.append(part)
        return joined(And, narrowed(parts))

    def _not(self) -> Node | None:
        begin, negative = self._tokens[self._at], False
        while (token := self._peek()) and (token.kind == "-" or self._is_word("NOT")):
            self._next()
            negative = not negative
        is_bound = token is not None and token.kind == "word" and token.text in _BINDING
        if token is None or token.kind == ")" or (negative and is_bound):
            end = self._tokens[self._at - 1].end
            self._notices.offer_removal(sentences.lonely("NOT", "right"), begin.start, end)
            return None
        part = self._atom(negative=negative)
        if part is None or not negative:
            return part
        return Not(part, begin.start, part.end)

    def _atom(self, *, negative: bool) -> Node | None:
        token = self._next()
        self._read += 1
        if self._read > MOST:
            if self._read == MOST + 1:
                self._notices.say(token, sentences.too_long(MOST))
            return None
        if token.kind == "(":
            return self._group(token)
        if token.kind == "field":
            return self._field(token, negative=negative)
        if token.kind == "tag":
            return tag_condition(token.text, token.start, token.end)
        return self._words(token)

    def _group(self, opening: Token, begin: int | None = None) -> Node | None:
        if self._depth >= DEEPEST:
            self._notices.say(opening, sentences.TOO_DEEP, grave=False)
            return None
        start = opening.start if begin is None else begin
        self._depth += 1
        inside = self._or()
        self._depth -= 1
        closing = self._peek()
        if closing is None:
            self._say_unclosed(opening)
        else:
            self._next()
            if inside is None:
                empty = (sentences.EMPTY_BRACKETS, start, closing.end)
                self._notices.offer_removal(*empty, grave=True)
        end = closing.end if closing else len(self._text)
        return replace(inside, start=start, end=end) if inside else None

    def _say_unclosed(self, opening: Token) -> None:
        """Said of the outermost bracket; closing it closes all."""
        self._unclosed += 1
        if self._depth == 0:
            mended = self._text.rstrip() + ")" * self._unclosed
            self._notices.say(opening, sentences.NEVER_CLOSED, "Close it", mended, grave=False)

    # -- words

    def _words(self, token: Token) -> Node | None:
        if self._fields:
            return self._value(self._fields[-1], token)
        return self._word(token, "")

    def _word(self, token: Token, scope: str) -> Node | None:
        if token.kind == "phrase":
            return self._phrase(token, scope)
        unfinished = token.end == len(self._text) and token.text[-1].isalnum()
        alone = scope != "" or not (token.start and token.end < len(self._text))
        if (said := hint(token.text, alone=alone)) and self._hint(token, said).left_out:
            return None
        found = typed_word(token.text, scope, (token.start, token.end), unfinished=unfinished)
        if found is None:
            self._drop(token)
        return found

    def _phrase(self, token: Token, scope: str) -> Words | None:
        if token.open:
            mended = self._text.rstrip() + '"'
            self._notices.say(token, sentences.UNCLOSED_QUOTE, "Close it", mended, grave=False)
        found = typed_phrase(token.text, scope, (token.start, token.end), unfinished=token.open)
        if found is None and token.text.strip():
            self._drop(token)
        return found

    def _hint(self, token: Token, said: Hint) -> Hint:
        whole = f"{self._text[: token.start]}{said.better}{self._text[token.end :]}".strip()
        self._notices.say(token, said.sentence, said.fix, whole if said.fix else "", grave=False)
        return said

    def _drop(self, token: Token) -> None:
        before = self._tokens[self._at - 2] if self._at > 1 else None
        field = field_named(before.text) if before and before.kind == "word" else None
        following = self._peek()
        if before and field and following and self._is_apart(field, token):
            mended = before.text + token.text + following.text
            whole = self._text[: before.start] + mended + self._text[following.end :]
            spaced = Token("word", "", before.start, following.end)
            self._notices.say(spaced, sentences.SPACES, f"Write {mended}", whole)
            return
        said = sentences.no_letters(token.text)
        self._notices.offer_removal(said, token.start, token.end, grave=True)

    def _is_apart(self, field: Field, token: Token) -> bool:
        """A sign of comparison with spaces around it: n >= 100."""
        return field.kind in ("number", "duration", "date") and token.text in sentences.SIGNS

    # -- fields

    def _field(self, token: Token, *, negative: bool) -> Node | None:
        field = field_named(token.text)
        value = self._peek()
        adjacent = value is not None and value.start == token.end
        if field is None:
            return self._unknown(token, value if adjacent else None)
        if value is None or not adjacent or value.kind == ")":
            self._needs_value(token, field)
            return None
        if value.kind == "(":
            return self._field_group(token, self._next())
        self._next()
        if field.kind == "duration" and (longer := with_unit(value, self._peek())) is not value:
            value, _ = longer, self._next()
        return self._value(token, value, negative=negative)

    def _field_group(self, token: Token, opening: Token) -> Node | None:
        self._fields.append(token)
        inside = self._group(opening, token.start)
        self._fields.pop()
        return inside

    def _unknown(self, token: Token, value: Token | None) -> Node | None:
        """No field of ours: its words are searched, and what may have been meant is said."""
        near = sentences.nearest_field(token.text)
        mended, fix = "", ""
        if near:
            mended = self._text[: token.start] + near + self._text[token.start + len(token.text) :]
            fix = f"Use {near}:"
        elif value:
            mended = self._text[: token.start] + self._text[token.end :]
            fix = "Search the rest"
        end = value.end if value else token.end
        self._notices.say(
            token, sentences.unknown_field(token.text, near), fix, mended, grave=False
        )
        if value is None or value.kind == "(":
            return self._word(Token("word", token.text, token.start, token.end), "")
        self._next()
        return plain_words(self._text[token.start : end], (token.start, end))

    def _needs_value(self, token: Token, field: Field) -> None:
        value, mended, fix = self._peek(), "", ""
        if value is not None and value.kind in ("word", "phrase"):
            mended = self._text[: token.end] + self._text[value.start :]
            fix = "Remove the space"
        self._notices.say(token, sentences.needs_value(field), fix, mended)

    def _value(self, token: Token, value: Token, *, negative: bool = False) -> Node | None:
        field = field_named(token.text)
        if field is None:
            return None
        if field.kind == "sort":
            self._order(value, negative=negative)
            return None
        start = token.start if token.end == value.start else value.start
        if field.kind == "words":
            found = self._word(value, field.name)
            return replace(found, start=start) if found else None
        unfinished = value.end == len(self._text) and value.text[-1:].isalnum()
        asked = Condition(field, token.sign, value.text, value.kind == "phrase", unfinished)
        made = field_condition(asked, (start, value.end), self._now)
        return self._refused(made, value) if isinstance(made, Notice) else made

    def _refused(self, notice: Notice, value: Token) -> Node | None:
        if notice.fix:
            mended = self._text[: value.start] + notice.mended + self._text[value.end :]
            notice = Notice(notice.start, notice.end, notice.sentence, notice.fix, mended)
        self._notices.keep(notice)
        whole = self._text[notice.start : notice.end]
        return plain_words(whole, (notice.start, notice.end))

    def _order(self, value: Token, *, negative: bool) -> None:
        name = value.text.lower().removeprefix("-")
        name = SORT_NAMES.get(name, name)
        if name in SORTS:
            self._sort, self._reverse = name, negative != value.text.startswith("-")
        else:
            near = nearest_word(name, tuple(SORTS))
            mended = self._text[: value.start] + near + self._text[value.end :] if near else ""
            fix = f"Use {near}" if near else ""
            self._notices.say(value, sentences.unknown_sort(value.text), fix, mended)

    # -- tokens

    def _peek(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _next(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _is_word(self, word: str) -> bool:
        token = self._peek()
        return token is not None and token.kind == "word" and token.text == word
