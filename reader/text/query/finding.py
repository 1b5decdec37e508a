"""Where the words of a query stand in a text."""

import re
from collections.abc import Sequence
from itertools import islice

from reader.model.query_tree import Words
from reader.text.folding import is_unspaced, plain_letters, spellings
from reader.text.query.parser import parse
from reader.text.query.reading import wanted_words

#: Characters of a passage before and after what was looked for.
_BEFORE, _AFTER = 24, 60
#: Letters and digits, and that none follows.
_WORD, _ENDS = re.compile(r"[^\W_]+"), r"(?![^\W_])"


def occurrences(text: str, words: str, most: int = 500) -> list[tuple[int, int]]:
    """Where the words of a search stand in a text, as the index finds them: whole or begun, in either
    case, with or without accents and hyphens."""
    letters = plain_letters(text)
    found = (
        place.span()
        for term in wanted_words(parse(words))
        if term.scope != "note"
        for form in spellings(term.text)
        for place in _pattern(term, plain_letters(form)).finditer(letters)
    )
    return list(islice(found, most))


def _pattern(term: Words, form: str) -> re.Pattern[str]:
    if term.literal or is_unspaced(form):
        return re.compile(re.escape(plain_letters(term.literal) or form))
    said = r"[\W_]{1,3}".join(_WORD.findall(form)) or r"\b\B"
    return re.compile(rf"(?<![^\W_]){said}{'' if term.prefix else _ENDS}")


def passage(text: str, terms: Sequence[str]) -> str:
    """The first place after the title where one of the terms stands, marked by `\\x02` and `\\x03`;
    "" where none does."""
    begin = text.find("\n") + 1
    places = [(at, term) for term in terms if (at := text.find(term, begin)) >= 0]
    places = places or [(at, term) for term in terms if (at := text.find(term)) >= 0]
    if not places:
        return ""
    at, term = min(places)
    low, high = max(0, at - _BEFORE), min(len(text), at + len(term) + _AFTER)
    head, tail = "…" if low else "", "…" if high < len(text) else ""
    marked = f"{text[low:at]}\x02{term}\x03{text[at + len(term) : high]}"
    return f"{head}{marked}{tail}"
