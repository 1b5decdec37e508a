"""A feed's XML made harmless and whole before a parser sees it.

Entities are expanded here or not at all, nothing external is named any more, and shapes that
take a parser's time or memory are cut (XML 1.0, 4.1 to 4.6; CVE-2012-2921, CVE-2011-1156).
"""

import re
from html.entities import name2codepoint

from reader.feeds.charset import is_utf8
from reader.feeds.entries import MAX_ENTRIES
from reader.model.errors import ParseError

#: What all entities of a document may add, in characters.
MAX_EXPANSION = 1_000_000
#: A start tag beyond these keeps its name alone.
MAX_TAG, MAX_ATTRIBUTES = 65_536, 200

_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_DECLARATION = re.compile(r"<\?xml[^>]{0,500}\?>")
_PROLOGUE = re.compile(r"\s+|<!--.*?(?:-->|$)|<\?.*?(?:\?>|$)", re.DOTALL)
_SUBSET = re.compile(r"\"[^\"]*\"|'[^']*'|<!--.*?-->|[\[\]>]", re.DOTALL)
_ENTITY = re.compile(
    r"<!ENTITY\s+(?:(%)\s+)?([\w.:-]{1,100})\s+(SYSTEM|PUBLIC|\"[^\"]*\"|'[^']*')", re.IGNORECASE
)
_ROOT = re.compile(r"<([A-Za-z_][\w.:-]{0,100})")
_REFERENCE = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|$)|&(?!(?:lt|gt|amp|quot|apos);)"
    r"(?:#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?|([A-Za-z_][\w.-]{0,100});)?",
    re.DOTALL,
)
_START_TAG = re.compile(r"<[A-Za-z][^<>]{1000,}>")
_USUAL_START = re.compile(rb"(?:<\?xml[ \t\r\n][^>]{0,200}\?>)?\s*<(?:rss|feed|rdf:RDF)[\s>]")
_LONG_TAG = re.compile(rb"<[A-Za-z][^<>]{1000,}")
_ITEM = re.compile(r"<(?:[\w.-]+:)?(?:item|entry)(?=[\s/>])")
_ITEM_END = re.compile(r"</(?:[\w.-]+:)?(?:item|entry)\s*>")


def is_usual(body: bytes, content_type: str = "") -> bool:
    """Whether there is nothing to be prepared in a document, if it should turn out well-formed:
    UTF-8, no document type before its root (so no entities either), no endless tag."""
    found = _USUAL_START.match(body)
    if not found or not is_utf8(body, content_type):
        return False
    return not _LONG_TAG.search(body)


def prepared(text: str) -> tuple[str, str]:
    """The document ready to be parsed as UTF-8, and the local name of its root in lower case.

    The name is "" where there is no element. Raises ParseError for entities that explode, and for
    a document that is cut off before its first entry is over.
    """
    text = _UNWANTED.sub("", text).lstrip("\ufeff \t\r\n")
    text = _DECLARATION.sub("", text, count=1)
    entities: dict[str, str] = {}
    at = 0
    while True:
        while skipped := _PROLOGUE.match(text, at):
            at = skipped.end()
        if text[at : at + 9].upper() != "<!DOCTYPE":
            break
        end = _doctype_end(text, at)
        entities |= _declared(text[at:end])
        at = end
    root = _ROOT.match(text, at)
    if not root:
        return "", ""
    body = _expanded(_START_TAG.sub(_cut_tag, text[at:]), entities)
    body = _whole(_cut_items(body, root[1]), root[1])
    return f'<?xml version="1.0" encoding="utf-8"?>{body}', root[1].split(":")[-1].lower()


def _doctype_end(text: str, start: int) -> int:
    """Where a document type declaration ends; the next element, if it never does."""
    depth = 0
    for token in _SUBSET.finditer(text, start):
        if token[0] == "[":
            depth += 1
        elif token[0] == "]":
            depth -= 1
        elif token[0] == ">" and depth <= 0:
            return token.end()
    element = _ROOT.search(text, start + 9)
    return element.start() if element else len(text)


def _declared(doctype: str) -> dict[str, str]:
    """Internal entities that hold no other. External and parameter entities are worth nothing."""
    found: dict[str, str] = {}
    for parameter, name, value in _ENTITY.findall(doctype):
        text = value[1:-1] if value[:1] in "\"'" else ""
        safe = not parameter and not re.search(r"[<%]|&(?!#)", text)
        found.setdefault(name, text if safe else "")
    return found


def _expanded(text: str, entities: dict[str, str]) -> str:
    """Every reference but the predefined ones replaced, outside of CDATA sections."""
    budget = MAX_EXPANSION

    def replace(found: re.Match[str]) -> str:
        nonlocal budget
        hexadecimal, decimal, name = found.groups()
        if found[0].startswith("<"):
            return found[0]
        if hexadecimal or decimal:
            return _character(hexadecimal, decimal)
        if not name:
            return "&amp;"
        if name not in entities:
            return f"&#{name2codepoint[name]};" if name in name2codepoint else f"&amp;{name};"
        budget -= len(entities[name])
        if budget < 0:
            raise ParseError("This feed grows without end when it is read. Studywire stopped.")
        return entities[name]

    return _REFERENCE.sub(replace, text)


def _character(hexadecimal: str | None, decimal: str | None) -> str:
    """A numeric reference as XML allows it (production 2), "" for any other."""
    digits = (hexadecimal or decimal or "").lstrip("0")[:8] or "0"
    code = int(digits, 16 if hexadecimal else 10)
    allowed = code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE
    return f"&#{code};" if allowed or 0x10000 <= code < 0x110000 else ""


def _cut_tag(tag: re.Match[str]) -> str:
    if len(tag[0]) <= MAX_TAG and tag[0].count("=") <= MAX_ATTRIBUTES:
        return tag[0]
    name = _ROOT.match(tag[0])
    return f"<{name[1] if name else 'x'}{'/' if tag[0].endswith('/>') else ''}>"


def _cut_items(text: str, root: str) -> str:
    """The document up to its MAX_ENTRIES-th entry."""
    for count, item in enumerate(_ITEM.finditer(text)):
        if count == MAX_ENTRIES:
            return _closed(text[: item.start()], root)
    return text


def _whole(text: str, root: str) -> str:
    """A document that was cut off, without the entry that is not whole: its id may be half one."""
    ends = [found.end() for found in _ITEM_END.finditer(text)]
    last = ends[-1] if ends else 0
    begun = _ITEM.search(text, last)
    if not begun or f"</{root}".lower() in text[last:].lower():
        return text
    if not ends:
        raise ParseError("This feed is cut off before its end. Try again later.")
    return _closed(text[:last], root)


def _closed(head: str, root: str) -> str:
    channel = "</channel>" if "<channel" in head and "</channel>" not in head else ""
    return f"{head}{channel}</{root}>"
