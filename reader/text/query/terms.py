"""Words as typed: a DOI, an address, C++, IL-6 and 50% mean themselves."""

import re

from reader.model.query_tree import And, Criterion, Node, Or, Words

#: Letters that a word must have before what is being typed counts as the beginning of a word.
BEGUN = 3
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s?)?(10\.\d{4,9}/\S+)$", re.I)
_REGISTRY = re.compile(r"NCT\d{8}$", re.I)
_ADDRESS = re.compile(r"https?://\S+$", re.I)
_SIGNS = re.compile(r"[+%#&@$€£=<>~^|]")


def typed_word(text: str, scope: str, place: tuple[int, int], *, unfinished: bool) -> Node | None:
    """What a word asks for; None where it has no letter or digit."""
    stem = text.rstrip("*")
    if not has_letters(stem):
        return None
    if not scope and (special := _special(text, place)):
        return special
    begun = unfinished and len(stem) >= BEGUN
    prefix = (stem != text and len(stem) > 1) or begun
    return Words(stem, prefix, scope, _literal(stem), begun, *place)


def plain_words(text: str, place: tuple[int, int]) -> Words | None:
    """What was not understood, searched as text: its words, one after the other."""
    return Words(text, start=place[0], end=place[1]) if has_letters(text) else None


def typed_phrase(
    text: str, scope: str, place: tuple[int, int], *, unfinished: bool
) -> Words | None:
    if not has_letters(text):
        return None
    begun = unfinished and text[-1:].isalnum() and len(text.split()[-1]) >= BEGUN
    return Words(text.strip(), begun, scope, _literal(text), begun, *place)


def has_letters(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _special(text: str, place: tuple[int, int]) -> Node | None:
    """A DOI, a registration or an address: where it is kept as such, or where it is written."""
    if found := _DOI.match(text):
        name = "doi"
        said = found[1]
    elif _REGISTRY.match(text):
        name, said = "nct", text
    elif _ADDRESS.match(text):
        name, said = "link", text
    else:
        return None
    written = Words(re.sub(r"^https?://", "", said), start=place[0], end=place[1])
    asked = Criterion(name, "exact", normal(name, said), start=place[0], end=place[1])
    return Or((asked, written), *place)


def normal(field: str, text: str) -> str:
    """An identifier as it is compared."""
    text = text.strip()
    if field == "doi":
        found = _DOI.match(text)
        return (found[1] if found else text).lower()
    if field == "link":
        return re.sub(r"^https?://(?:www\.)?|#.*$", "", text).rstrip("/")
    if field == "pmid":
        return text.lower().removeprefix("pmid").lstrip(": ")
    return text.upper()


def _literal(text: str) -> str:
    """The text where its signs say something that the index does not keep, else ""."""
    return text.lower().strip() if _SIGNS.search(text) else ""


def joined(kind: type[And] | type[Or], parts: list[Node]) -> Node | None:
    """The parts as one, without brackets that change nothing; None where there are none."""
    if len(parts) < 2:
        return parts[0] if parts else None
    flat: list[Node] = []
    for part in parts:
        flat += part.parts if isinstance(part, kind) else [part]
    return kind(tuple(flat), flat[0].start, flat[-1].end)
