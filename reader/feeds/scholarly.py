"""What feeds of journals, PubMed and preprint servers say of the paper behind an entry.

Dublin Core, PRISM, the Highwire tags (citation_*), arXiv's and Creative Commons' extensions.
"""

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reader.model.published import NOTHING as NO_PAPER
from reader.model.published import Published, from_entry
from reader.text.clean import line

#: Prefixes of elements that say such things, as feeds write them.
PREFIXES = frozenset(("dc", "dcterms", "prism", "citation", "arxiv", "cc", "creativecommons"))
#: Authors of one paper, and characters of any value, that are kept.
MAX_AUTHORS, _MAX_VALUE = 200, 500

Pairs = tuple[tuple[str, str], ...]

_ITEM = re.compile(r"<(?:[\w.-]+:)?(item|entry)(?=[\s/>])")
_END = re.compile(r"</(?:[\w.-]+:)?(?:item|entry)\s*>")
_ELEMENT = re.compile(
    r"<(dc|dcterms|prism|citation|arxiv|cc|creativeCommons):([\w.-]{1,60})((?:\s[^<>]{0,500})?)"
    r"(?:/>|>((?:<!\[CDATA\[.{0,5000}?\]\]>|[^<]){0,5000})</\1:\2\s*>)",
    re.DOTALL | re.IGNORECASE,
)
_RESOURCE = re.compile(r"\brdf:resource\s*=\s*(?:\"([^\"]{1,500})\"|'([^']{1,500})')")
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>?#&|]{1,200}", re.IGNORECASE)
_DOI_PLACE = re.compile(r"^doi:|doi\.org/|/doi/|/content/10\.|[?&]doi=|^10\.\d{4}", re.IGNORECASE)
_PREPRINT = re.compile(r"(10\.(?:1101|64898)/[\d.]+)v\d+.*", re.IGNORECASE)
_LICENCE = re.compile(r"creativecommons\.org|\bcc[ -]by\b|\bcc0\b|/licenses?/|public domain", re.I)
_NO_JOURNAL = re.compile(r"https?:|doi:|published online|\|", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """What an entry says in its scholarly elements: (name as "prism:doi", value), and who wrote it."""

    pairs: Pairs = ()
    people: tuple[str, ...] = ()
    #: The journal that the whole feed says it is of.
    journal: str = ""


NOTHING = Said()


def published(said: Said, categories: Sequence[str], guid: str, link: str) -> Published:
    """The scholarly facts of an entry."""
    values = _values(said.pairs)
    known = from_entry(categories, guid, link)
    pmid = known.pmid or _after(values, "pmid:", "dc:identifier") or _first(values, "citation_pmid")
    pmid = pmid if pmid.isdecimal() and len(pmid) < 10 else ""
    found = {
        # only PubMed's categories are headings of MeSH; elsewhere they are the publisher's own
        "mesh": known.mesh if pmid else (),
        "publication_types": known.publication_types,
        "doi": _doi(values, guid, link),
        "pmid": pmid,
        **_place(values),
    }
    journal = _journal(values, paper=bool(found["doi"] or pmid))
    journal = journal or (said.journal if values or any(found.values()) else "")
    if not journal and not any(found.values()):
        return NO_PAPER
    return Published(**found, journal=journal, authors=_authors(values, said.people))


def _place(values: Mapping[str, list[str]]) -> dict[str, Any]:
    """Where in its journal a paper stands, and how it may be used."""
    if not values:
        return {}
    return {
        "volume": _first(values, "prism:volume", "citation_volume"),
        "issue": _first(values, "prism:number", "prism:issue", "citation_issue"),
        "pages": _pages(values),
        "licence": _licence(values),
    }


def elements(document: str, entries: int) -> list[Pairs]:
    """The scholarly elements of each entry of a document, nothing where entries cannot be told
    apart by their tags."""
    if not re.search(r"<(?:dc|dcterms|prism|citation|arxiv|cc|creativeCommons):", document):
        return [()] * entries
    starts = [found.start() for found in _ITEM.finditer(document)]
    if len(starts) != entries:
        return [()] * entries
    return [_pairs(document, start, end) for start, end in _extents(document, starts)]


def feed_journal(pairs: Iterable[tuple[str, str]]) -> str:
    """The journal of a whole feed, by what stands in its channel."""
    return _first(_values(tuple(pairs)), "prism:publicationname")


def _extents(document: str, starts: Sequence[int]) -> Iterable[tuple[int, int]]:
    for start in starts:
        end = _END.search(document, start)
        yield start, end.start() if end else len(document)


def _pairs(document: str, start: int, end: int) -> Pairs:
    return tuple(
        (f"{prefix}:{name}".lower(), value)
        for prefix, name, attributes, text in _ELEMENT.findall(document[start:end])
        if (value := _written(text, attributes))
    )


def channel_elements(document: str) -> Pairs:
    """The scholarly elements before the first entry of a document."""
    first = _ITEM.search(document)
    return _pairs(document, 0, first.start() if first else len(document))


def _written(text: str, attributes: str) -> str:
    resource = _RESOURCE.search(attributes)
    plain = "".join(
        part if at % 2 else html.unescape(part) for at, part in enumerate(_CDATA.split(text))
    )
    return plain.strip() or (html.unescape(resource[1] or resource[2]) if resource else "")


def _values(pairs: Pairs) -> Mapping[str, list[str]]:
    """Values by name; `citation:doi` is the same as `citation_doi`."""
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        text = line(value[: 4 * _MAX_VALUE], _MAX_VALUE)
        if text:
            found.setdefault(name.replace("citation:", "citation_"), []).append(text)
    return found


def _first(values: Mapping[str, list[str]], *names: str) -> str:
    return next((values[name][0] for name in names if name in values), "")


def _after(values: Mapping[str, list[str]], start: str, name: str) -> str:
    hits = (value for value in values.get(name, ()) if value.lower().startswith(start))
    return next((hit[len(start) :].strip() for hit in hits), "")


def _journal(values: Mapping[str, list[str]], *, paper: bool) -> str:
    """The journal; what PubMed calls the source is that only where there is a paper at all."""
    named = _first(values, "prism:publicationname", "citation_journal_title")
    source = _first(values, "dc:source") if paper else ""
    return named or ("" if _NO_JOURNAL.search(source) or len(source) > 150 else source)


def _doi(values: Mapping[str, list[str]], guid: str, link: str) -> str:
    stated = ("prism:doi", "citation_doi", "arxiv:doi", "dc:identifier", "dcterms:identifier")
    places = [value for name in stated for value in values.get(name, ())]
    places += [place for place in (guid, link) if _DOI_PLACE.search(place)]
    hit = next((found for place in places if (found := _DOI.search(place))), None)
    if hit is None:
        return ""
    return _PREPRINT.sub(r"\1", hit[0]).rstrip(".,;:)]}/'")


def _pages(values: Mapping[str, list[str]]) -> str:
    whole = _first(values, "prism:pagerange")
    first = _first(values, "prism:startingpage", "citation_firstpage")
    last = _first(values, "prism:endingpage", "citation_lastpage")
    return whole or (f"{first}–{last}" if first and last and last != first else first)


def _licence(values: Mapping[str, list[str]]) -> str:
    named = ("cc:license", "creativecommons:license", "dcterms:license", "dc:rights")
    stated = (value for name in named for value in values.get(name, ()))
    return next((value for value in stated if _LICENCE.search(value)), "")


def _authors(values: Mapping[str, list[str]], people: Sequence[str]) -> tuple[str, ...]:
    """Authors one by one; feeds that write them in one line part them by semicolons or commas."""
    stated = values.get("citation_author") or list(people)
    if len(stated) == 1:
        parts = [part.strip() for part in stated[0].split(";")]
        if len(parts) == 1:
            commas = [part.strip() for part in stated[0].split(",")]
            parts = commas if all(" " in part for part in commas) else parts
        stated = parts
    return tuple(dict.fromkeys(name for name in stated if name))[:MAX_AUTHORS]
