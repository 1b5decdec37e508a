"""Bibliographies as BibTeX. Read as data alone: TeX commands become letters or stay words."""

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from reader.imports.bibliographies import date_of, doi_of, file_of, person, trials_of
from reader.imports.limits import MAX_ITEMS, MAX_TEXT, text
from reader.model.errors import ParseError
from reader.model.imported import FoundFile
from reader.model.reference import JOURNAL_ARTICLE, PAGE, PREPRINT, Person, Reference

_KINDS = {
    code: kind
    for kind, codes in (
        (JOURNAL_ARTICLE, "article"),
        (PAGE, "online electronic"),
        (PREPRINT, "unpublished"),
        ("book", "book"),
        ("chapter", "inbook incollection"),
        ("thesis", "phdthesis mastersthesis thesis"),
        ("report", "techreport report"),
        ("paper-conference", "inproceedings conference"),
        ("dataset", "dataset"),
    )
    for code in codes.split()
}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
#: Commands that the decoder does not know.
_SIGNS = {
    "textbraceleft": "{",
    "textbraceright": "}",
    "textbar": "|",
    "textless": "<",
    "textgreater": ">",
    "textasciicircum": "^",
    "textasciitilde": "~",
}

Decode = Callable[[str], str]
Said = dict[str, str]


def read_bibtex(document: str) -> FoundFile:
    """BibTeX and BibLaTeX. Raises ParseError."""
    from bibtexparser.entrypoint import parse_string

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    try:
        library = parse_string(document)
        entries = [(row.entry_type, row.key, row.fields) for row in library.entries]
    except Exception as error:  # whatever a hostile file makes it raise
        raise ParseError("This BibTeX file cannot be read. It may be damaged.") from error
    decode = _decoder()
    read = (_reference(decode, *row) for row in entries[: MAX_ITEMS + 1])
    broken = len(library.failed_blocks)
    skipped = ((f"{broken:,} entries", "They are no valid BibTeX."),) if broken else ()
    found = file_of("BibTeX", read)
    return FoundFile(found.kind, found.items, (*found.skipped, *skipped))


def _decoder() -> Decode:
    """TeX to text: commands for letters and signs decoded, formulas as they are."""
    from pylatexenc import latex2text

    context = latex2text.get_default_latex_context_db()
    specs = [latex2text.MacroTextSpec(name, sign) for name, sign in _SIGNS.items()]
    context.add_context_category("signs", prepend=True, macros=specs)
    decoder = latex2text.LatexNodes2Text(latex_context=context, math_mode="verbatim")
    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)

    def decode(said: str) -> str:
        if not re.search(r"[\\{}~$]", said):
            return said.strip()
        try:
            return str(decoder.latex_to_text(said)).strip()
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):  # stays TeX
            return said.strip()

    return decode


def _reference(decode: Decode, kind: str, key: str, fields: Iterable[Any]) -> Reference | None:
    raw = {field.key.lower(): text(str(field.value), MAX_TEXT) for field in fields}
    said = {name: decode(value) for name, value in raw.items() if name != "author"}
    title = said.get("title", "")
    if not title:
        return None
    notes = tuple(said[name] for name in ("note", "annote") if said.get(name))
    container = next((said[n] for n in _CONTAINERS if said.get(n)), "")
    keywords = re.split(r"[,;]", said.get("keywords", ""))
    return Reference(
        kind=_kind(kind, said),
        title=title,
        key=text(key, 200),
        authors=tuple(_people(decode, raw.get("author", ""))),
        container=container,
        issued=date_of(said.get("date", "")) or _month(said),
        accessed=date_of(said.get("urldate", "")),
        doi=doi_of(said.get("doi", "")),
        pmid=said.get("pmid", ""),
        pmcid=said.get("pmcid", ""),
        trial_ids=trials_of(notes),
        url=said.get("url", ""),
        volume=said.get("volume", ""),
        issue=said.get("number") or said.get("issue", ""),
        pages=re.sub("[-–]+", "-", said.get("pages", "")),
        issn=said.get("issn", ""),
        abstract=said.get("abstract", ""),
        language=said.get("language", ""),
        tags=tuple(tag.strip() for tag in keywords if tag.strip()),
        notes=notes,
    )


_CONTAINERS = ("journal", "journaltitle", "booktitle", "howpublished")


def _kind(kind: str, said: Said) -> str:
    if kind.lower() == "misc":
        return PAGE if said.get("url") else "document"
    return _KINDS.get(kind.lower(), "document")


def _people(decode: Decode, said: str) -> Iterator[Person]:
    """The authors; what stands in braces as a whole is a group."""
    for name in _names(said):
        if name.startswith("{") and name.endswith("}") and "," not in name:
            yield Person(literal=decode(name))
        elif name.lower() != "others":
            decoded = decode(name)
            yield person(decoded) if "," in decoded else _western(decoded)


def _names(said: str) -> Iterator[str]:
    """What stands between the "and"s that are not in braces."""
    depth = 0
    words: list[str] = []
    for word in said.split():
        if word.lower() == "and" and depth == 0:
            yield " ".join(words)
            words = []
            continue
        words.append(word)
        depth = max(0, depth + word.count("{") - word.count("}"))
    if words:
        yield " ".join(words)


def _western(name: str) -> Person:
    """Of "Jane van der Berg" the last word, and the small words before it, are the family's."""
    words = name.split()
    if len(words) < 2:
        return Person(literal=name)
    cut = next((n for n, word in enumerate(words[1:-1], 1) if word.islower()), len(words) - 1)
    return Person(" ".join(words[cut:]), " ".join(words[:cut]))


def _month(said: Said) -> tuple[int, ...]:
    year = date_of(said.get("year", ""))
    month = said.get("month", "").lower()[:3]
    if not year or not month:
        return year
    if month.isdecimal():
        return (year[0], int(month)) if 1 <= int(month) <= 12 else year
    at = _MONTHS.find(month)
    return (year[0], at // 4 + 1) if at >= 0 and len(month) == 3 else year
