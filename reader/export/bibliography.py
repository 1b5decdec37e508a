"""References as CSL-JSON and as RIS."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from reader.export.everything import as_json
from reader.export.plain import one_line
from reader.export.references import references
from reader.model.csl_json import reference_to_csl
from reader.model.record import Record, Wishes
from reader.model.reference import BLOG, JOURNAL_ARTICLE, NEWS, PAGE, PREPRINT, Reference

_RIS_TYPES = {
    JOURNAL_ARTICLE: "JOUR",
    PREPRINT: "UNPB",
    NEWS: "NEWS",
    "article-magazine": "MGZN",
    BLOG: "BLOG",
    PAGE: "ELEC",
    "book": "BOOK",
    "chapter": "CHAP",
    "thesis": "THES",
    "report": "RPRT",
    "paper-conference": "CONF",
    "dataset": "DATA",
}


def write_csl(records: Iterable[Record], file: TextIO, wishes: Wishes) -> Iterator[int]:
    """A CSL-JSON list, an item a line. JSON keeps text within its quotes."""
    file.write("[")
    for count, reference in enumerate(references(records, wishes), 1):
        file.write(",\n" if count > 1 else "\n")
        file.write(as_json(reference_to_csl(reference)))
        yield count
    file.write("\n]\n")


def write_ris(records: Iterable[Record], file: TextIO, wishes: Wishes) -> Iterator[int]:
    """RIS. A value is one line, so none can begin a tag or a record."""
    for count, reference in enumerate(references(records, wishes), 1):
        file.writelines(f"{tag}  - {value}\r\n" for tag, value in _tagged(reference))
        file.write("ER  - \r\n\r\n")
        yield count


def _tagged(reference: Reference) -> Iterator[tuple[str, str]]:
    """The tags and values of one record, in order, without its end."""
    yield "TY", _RIS_TYPES.get(reference.kind, "GEN")
    for tag, values in _values(reference):
        for value in values:
            if line := one_line(value):
                yield tag, line


def _values(reference: Reference) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "ID", (reference.key,)
    yield "TI", (reference.title,)
    yield "AU", tuple(person.shown for person in reference.authors)
    yield "T2", (reference.container,)
    if reference.issued:
        yield "PY", (str(reference.issued[0]),)
        yield "DA", (_date(reference.issued),)
    if reference.accessed:
        yield "Y2", (_date(reference.accessed),)
    yield "VL", (reference.volume,)
    yield "IS", (reference.issue,)
    first, dash, last = reference.pages.replace("–", "-").partition("-")
    yield "SP", (first,)
    yield "EP", (last,) if dash else ()
    yield "SN", (reference.issn,)
    yield "DO", (reference.doi,)
    yield "UR", (reference.url,)
    yield "AN", (reference.pmid,)
    yield "M3", (reference.genre,)
    yield "LA", (reference.language,)
    yield "AB", (reference.abstract,)
    yield "KW", (*reference.tags, *reference.trial_ids)
    yield "N1", _notes(reference)


def _notes(reference: Reference) -> tuple[str, ...]:
    said = [f"PMID: {reference.pmid}"] if reference.pmid else []
    said += [f"PMCID: {reference.pmcid}"] if reference.pmcid else []
    said += [f"Trial registration: {number}" for number in reference.trial_ids]
    said += [f"Status: {reference.status}"] if reference.status else []
    if reference.attributes:
        said.append("; ".join(f"{name}={value}" for name, value in reference.attributes.items()))
    return (*said, *reference.notes)


def _date(parts: tuple[int, ...]) -> str:
    """A date as RIS and Zotero write it: "2024/03/05/"."""
    padded = [str(parts[0]), *(f"{part:02}" for part in parts[1:])]
    return "/".join([*padded, *[""] * (4 - len(padded))])
