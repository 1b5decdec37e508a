"""References as BibTeX."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from reader.export.plain import one_line
from reader.export.references import references
from reader.model.record import Record, Wishes
from reader.model.reference import JOURNAL_ARTICLE, PREPRINT, Person, Reference

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: Commands that stand for what TeX gives a meaning. Every one is balanced: BibTeX counts braces
#: without looking at backslashes.
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "%": r"\%",
    "#": r"\#",
    "$": r"\$",
    "&": r"\&",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "|": r"\textbar{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "@": r"{@}",
}
_TYPES = {JOURNAL_ARTICLE: "article", "book": "book", "thesis": "phdthesis", "report": "techreport"}


def write_bibtex(records: Iterable[Record], file: TextIO, wishes: Wishes) -> Iterator[int]:
    """BibTeX in UTF-8. Values are escaped and on one line each."""
    for count, reference in enumerate(references(records, wishes), 1):
        fields = ",\n".join(f"  {name} = {value}" for name, value in _fields(reference))
        file.write(f"@{_TYPES.get(reference.kind, 'misc')}{{{_key(reference)},\n{fields}\n}}\n\n")
        yield count


def _key(reference: Reference) -> str:
    """A key as given where BibTeX can read it; each is unique already."""
    key = "".join(c for c in reference.key if c.isascii() and (c.isalnum() or c in "-_:.+/"))
    return key or "item"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{{{_escaped(reference.title)}}}}}"
    if reference.authors:
        yield "author", f"{{{' and '.join(_name(person) for person in reference.authors)}}}"
    for name, value in _texts(reference).items():
        if one_line(value):
            yield name, f"{{{_escaped(value)}}}"
    if reference.issued:
        yield "year", f"{{{reference.issued[0]}}}"
    if len(reference.issued) > 1 and 1 <= reference.issued[1] <= 12:
        yield "month", _MONTHS[reference.issued[1] - 1]
    for name, parts in (("date", reference.issued), ("urldate", reference.accessed)):
        if len(parts) == 3:
            yield name, f"{{{parts[0]}-{parts[1]:02}-{parts[2]:02}}}"


def _texts(reference: Reference) -> dict[str, str]:
    """Fields that hold text. Notes of ours go to `note`, which styles print, as few as there are."""
    journal = "journal" if _TYPES.get(reference.kind) == "article" else "howpublished"
    remarks = [*reference.notes, *reference.trial_ids]
    remarks += [reference.genre] if reference.kind == PREPRINT else []
    remarks += [reference.status] if reference.status else []
    remarks += [f"{name}={value}" for name, value in reference.attributes.items()]
    return {
        journal: reference.container,
        "volume": reference.volume,
        "number": reference.issue,
        "pages": reference.pages.replace("–", "-").replace("-", "--"),
        "issn": reference.issn,
        "doi": reference.doi,
        "pmid": reference.pmid,
        "pmcid": reference.pmcid,
        "url": reference.url,
        "abstract": reference.abstract,
        "language": reference.language,
        "keywords": ", ".join(reference.tags),
        "annote": "; ".join(remarks),
    }


def _name(person: Person) -> str:
    """A name; one that is a group, or holds "and", is braced so that it stays one."""
    if person.literal or not person.given:
        return f"{{{_escaped(person.literal or person.family)}}}"
    family, given = _escaped(person.family), _escaped(person.given)
    if " and " in f" {person.family} {person.given} ".lower() or "," in person.given:
        return f"{{{family}, {given}}}"
    return f"{family}, {given}"


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(letter, letter) for letter in one_line(text))
