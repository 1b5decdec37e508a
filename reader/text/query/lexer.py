"""The typed text as tokens, each with its place."""

import re

from reader.model.frozen import dataclass
from reader.text.query.fields import NUMERIC, OWN, field_named

QUOTES = '"“”„'
_DOI = re.compile(r"(?:doi:\s?)?10\.\d{4,9}/[^\s\"“”<>]+", re.I)
_ADDRESS = re.compile(r"https?://[^\s\"“”]+", re.I)
_FIELD = re.compile(
    r"([Mm][Yy]\.[\w-]+|[^\W\d_][\w-]*)(?:(:)(>=|<=|!=|>|<|=|≥|≤)?|(>=|<=|!=|>|<|=|≥|≤))"
)
_WORD = re.compile(r"[^\s()\"“”„]+")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is "(", ")", "-", "word", "phrase", "tag" or "field"; `text` what it holds. A field
    has its comparison in `sign`; an unclosed phrase has `open`."""

    kind: str
    text: str
    start: int
    end: int
    sign: str = ""
    open: bool = False


def tokens(text: str) -> list[Token]:
    """Never fails: every character is a space or part of a token."""
    found: list[Token] = []
    at = 0
    while at < len(text):
        if space := _SPACE.match(text, at):
            at = space.end()
            continue
        after = found[-1] if found and found[-1].kind == "field" and found[-1].end == at else None
        token = _value(text, at) if after else _token(text, at)
        found.append(token)
        at = token.end
    return found


def _token(text: str, at: int) -> Token:
    char = text[at]
    if char == "-" and _is_minus(text, at):
        return Token("-", "-", at, at + 1)
    if char == "#" and (found := _WORD.match(text, at + 1)):
        return Token("tag", found[0], at, found.end())
    if found := _DOI.match(text, at) or _ADDRESS.match(text, at):
        end = at + len(_balanced(found[0]))
        return Token("word", text[at:end], at, end)
    if (field := _FIELD.match(text, at)) and _is_field(text, field):
        sign = field[3] or field[4] or ""
        sign = {"≥": ">=", "≤": "<="}.get(sign, sign)
        return Token("field", field[1], at, field.end(), sign)
    return _value(text, at)


def _value(text: str, at: int) -> Token:
    char = text[at]
    if char in "()":
        return Token(char, char, at, at + 1)
    if char in QUOTES:
        return _phrase(text, at)
    if found := _DOI.match(text, at):
        end = at + len(_balanced(found[0]))
        return Token("word", text[at:end], at, end)
    word = _WORD.match(text, at)
    end = word.end() if word else at + 1
    return Token("word", text[at:end], at, end)


def _is_minus(text: str, at: int) -> bool:
    """A minus stands at the start of a word and before something."""
    return at + 1 < len(text) and not text[at + 1].isspace() and text[at + 1] != ")"


def _is_field(text: str, found: "re.Match[str]") -> bool:
    """Not an address such as mailto:x or a//b; `p<0.05` only for names that hold numbers."""
    if found[2]:
        is_code = any(map(str.isdigit, found[1])) and field_named(found[1]) is None  # O157:H7
        return not is_code and not text.startswith("//", found.end())
    return found[1].lower() in NUMERIC or found[1].lower().startswith(OWN)


def _balanced(word: str) -> str:
    """A word without a bracket at its end that it did not open, nor the stop of a sentence."""
    word = word.rstrip(".,;")
    while word.endswith(")") and word.count(")") > word.count("("):
        word = word[:-1].rstrip(".,;")
    return word


def _phrase(text: str, at: int) -> Token:
    r"""Up to the next quotation mark; \" is one inside."""
    said, here = "", at + 1
    while here < len(text):
        if text[here] == "\\" and text[here + 1 : here + 2] in ('"', "\\"):
            said += text[here + 1]
            here += 2
        elif text[here] in QUOTES:
            return Token("phrase", said, at, here + 1)
        else:
            said += text[here]
            here += 1
    return Token("phrase", said, at, here, open=True)
