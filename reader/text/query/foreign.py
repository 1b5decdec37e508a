"""How other databases and programs are asked, and what is asked so here."""

import re

from reader.model.frozen import dataclass
from reader.text.query import sentences
from reader.text.query.lexer import Token
from reader.text.query.values import number, years

#: Tags of PubMed and Ovid, and our fields; "" is anywhere.
_TAGS = {
    **dict.fromkeys(("ti", "title"), "title:"),
    **dict.fromkeys(("au", "author"), "author:"),
    **dict.fromkeys(("ta", "jn", "journal"), "journal:"),
    **dict.fromkeys(("mh", "mesh", "majr", "mesh terms"), "condition:"),
    **dict.fromkeys(("tiab", "title/abstract", "tw", "all fields", "all", "ab", "mp", "kw"), ""),
}
_PUBMED = re.compile(r"(.*)\[([A-Za-z/]+)\]", re.DOTALL)
_OVID = re.compile(r"(.+)\.((?:ti|ab|tw|mp|kw|au|jn)(?:,(?:ti|ab|tw|mp|kw|au|jn))*)\.")
_NEAR = re.compile(r"(?:NEAR|ADJ)(?:/?\d+)?|adj\d+|(?:PRE|ONEAR|[NWnw])/\d+|~\d+")
#: Not HLA-B*27.
_JOKER = re.compile(r"[^\W\d][?*][^\W\d]|^[*?]\w")
_COMPARED = re.compile(r"([^\W\d_][\w-]*)(?:>=|<=|≥|≤)\S+")
_SIGNS = {"|": "OR", "||": "OR", "&": "", "&&": "", "+": ""}


@dataclass(frozen=True, slots=True)
class Hint:
    """`better` is what is written here in place of the word; `left_out` that it is not searched."""

    sentence: str
    fix: str = ""
    better: str = ""
    left_out: bool = False


def hint(word: str, *, alone: bool = False) -> Hint | None:
    """What to say of a word that means something elsewhere. `alone` is a word with none beside it."""
    if word in _SIGNS:
        better = _SIGNS[word]
        return Hint(sentences.not_known(word), _fix(better), better, left_out=True)
    if _NEAR.fullmatch(word) and (not alone or word[0] == "~"):
        return Hint(sentences.not_known(word), _fix(""), "", left_out=True)
    if word == "or" and not alone:
        return Hint(sentences.SMALL_OR, _fix("OR"), "OR")
    if word.startswith("!") and word[1:2].isalnum():
        return _written(word, f"-{word[1:]}")
    if found := _PUBMED.fullmatch(word) or _OVID.fullmatch(word):
        return _tagged(word, found[1], found[2].lower().split(","))
    if _JOKER.search(word) and "/" not in word:
        return Hint(sentences.joker(word))
    if found := _COMPARED.fullmatch(word):
        return Hint(sentences.not_compared(found[1]))
    return None


def _tagged(word: str, said: str, tags: list[str]) -> Hint | None:
    """`stroke[ti]`, `stroke.ti,ab.`; a tag by itself stands after a phrase."""
    if any(tag not in _TAGS for tag in tags):
        return None
    if not said:
        return Hint(sentences.not_known(word), _fix(""), "", left_out=True)
    return _written(word, (_TAGS[tags[0]] if len(tags) == 1 else "") + said)


def _written(word: str, better: str) -> Hint:
    return Hint(sentences.asked_elsewhere(word, better), _fix(better), better)


def _fix(better: str) -> str:
    return f"Write {better}" if better else "Remove it"


def with_unit(value: Token, following: Token | None) -> Token:
    """A number and the unit after it as one: followup>24 months."""
    if following is None or following.kind != "word" or value.kind != "word":
        return value
    text = value.text + following.text
    if number(value.text) is None or years(text) is None:
        return value
    return Token("word", text, value.start, following.end)
