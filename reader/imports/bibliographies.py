"""Bibliographies as CSL-JSON and RIS. Read as data alone, nothing in them is carried out."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from reader.imports.items import of_reference
from reader.imports.limits import MANY, MAX_FIELD, MAX_ITEMS, MAX_TEXT, parsed_json, rows, text
from reader.model.csl_json import csl_to_reference
from reader.model.errors import ParseError
from reader.model.imported import FoundFile
from reader.model.reference import BLOG, JOURNAL_ARTICLE, NEWS, PAGE, PREPRINT, Person, Reference

_NOTHING = "This file holds no references. Export it anew from your reference manager."
_RIS_KINDS = {
    code: kind
    for kind, codes in (
        (JOURNAL_ARTICLE, "JOUR JFULL EJOUR ABST INPR"),
        (NEWS, "NEWS MGZN"),
        (PAGE, "ELEC WEB ICOMM"),
        (PREPRINT, "UNPB"),
        (BLOG, "BLOG"),
        ("book", "BOOK EBOOK"),
        ("chapter", "CHAP ECHAP"),
        ("thesis", "THES"),
        ("report", "RPRT"),
        ("paper-conference", "CONF CPAPER"),
        ("dataset", "DATA"),
    )
    for code in codes.split()
}
_DOI = re.compile(r"10\.\d{4,9}/\S+")
#: Of year, month and day.
_RANGES = ((0, 9999), (1, 12), (1, 31))


def read_csl(document: str) -> FoundFile:
    """A list of CSL-JSON items. Raises ParseError."""
    value = parsed_json(document)
    items = value.get("items") if isinstance(value, dict) else value
    return file_of("CSL-JSON", _of_csl(rows(items)))


def read_ris(document: str) -> FoundFile:
    """RIS, as Zotero, EndNote, PubMed and Rayyan write it. Raises ParseError."""
    import rispy

    lines = document.replace("\r\n", "\n").replace("\r", "\n")
    try:
        records = rispy.loads(f"{lines}\nER  - \n", enforce_list_tags=False)
    except Exception as error:  # whatever a hostile file makes it raise
        raise ParseError("This RIS file cannot be read. It may be damaged.") from error
    return file_of("RIS", (_of_ris(row) for row in records))


def file_of(kind: str, references: Iterable[Reference | None]) -> FoundFile:
    """The file's items, as many as we take; each publication once."""
    found: dict[str, Any] = {}
    skipped: list[tuple[str, str]] = []
    unnamed = 0
    for reference in references:
        if reference is None:
            unnamed += 1
        elif len(found) == MAX_ITEMS:
            skipped.append(("The rest", MANY))
            break
        else:
            item = of_reference(reference)
            found.setdefault(item.entry.guid, item)
    if unnamed:
        skipped.append((f"{unnamed:,} entries", "They have no title."))
    if not found and not unnamed:
        raise ParseError(_NOTHING)
    return FoundFile(kind, tuple(found.values()), tuple(skipped))


def _of_csl(items: Iterable[dict[str, Any]]) -> Iterator[Reference | None]:
    for item in items:
        try:
            reference = csl_to_reference(item)
        except ValueError:
            yield None
            continue
        yield reference if reference.title.strip() else None


def _of_ris(row: dict[str, Any]) -> Reference | None:
    def one(*names: str) -> str:
        return next((said for name in names if (said := _first(row.get(name)))), "")

    title = one("title", "primary_title", "short_title")
    if not title:
        return None
    first, last = one("start_page"), one("end_page")
    notes = tuple(_all(row, "notes"))
    return Reference(
        kind=_RIS_KINDS.get(one("type_of_reference").upper(), "document"),
        title=title,
        key=one("id"),
        authors=tuple(person(name) for name in _all(row, "authors", "first_authors")),
        container=one("secondary_title", "journal_name", "alternate_title3", "alternate_title2"),
        issued=date_of(one("date")) or date_of(one("year", "publication_year")),
        accessed=date_of(one("access_date")),
        doi=doi_of(one("doi")) or doi_of(" ".join(_all(row, "urls"))),
        pmid=_pmid(one("accession_number"), notes),
        trial_ids=trials_of([*_all(row, "keywords"), *notes]),
        url=next(iter(_all(row, "urls")), ""),
        volume=one("volume"),
        issue=one("number"),
        pages="-".join(part for part in (first, last) if part),
        issn=one("issn"),
        abstract=one("abstract", "notes_abstract"),
        language=one("language"),
        genre=one("type_of_work"),
        tags=tuple(_all(row, "keywords")),
        notes=notes,
    )


def person(name: str) -> Person:
    """ "Smith, Jane"; a name without a comma is a group's."""
    family, comma, given = (part.strip() for part in name.partition(","))
    return Person(family, given) if comma and given else Person(literal=family)


def date_of(said: str) -> tuple[int, ...]:
    """ "2024/03/05/", "2024-03" or "2024" in parts; () for anything else."""
    found = re.match(r"\s*(\d{4})(?:[/-](\d{1,2})(?:[/-](\d{1,2}))?)?", said)
    if not found:
        return ()
    parts = [int(part) for part in found.groups() if part and int(part)]
    in_range = all(low <= part <= high for part, (low, high) in zip(parts, _RANGES, strict=False))
    return tuple(parts) if in_range else (parts[0],)


def doi_of(said: str) -> str:
    found = _DOI.search(said)
    return found[0].rstrip(".,;)").lower() if found else ""


def _pmid(accession: str, notes: Iterable[str]) -> str:
    if re.fullmatch(r"\d{5,9}", accession):
        return accession
    found = re.search(r"\bPMID:\s*(\d{5,9})\b", "\n".join(notes))
    return found[1] if found else ""


def trials_of(said: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(re.findall(r"\bNCT\d{8}\b", "\n".join(said))))


def _first(value: Any) -> str:
    return text(value[0] if isinstance(value, list) and value else value, MAX_TEXT)


def _all(row: dict[str, Any], *names: str) -> list[str]:
    found: list[str] = []
    for name in names:
        value = row.get(name)
        found += value if isinstance(value, list) else [value] if value else []
    return [said for item in found if (said := text(item, MAX_FIELD))]
