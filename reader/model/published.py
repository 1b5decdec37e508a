"""What a feed says of the paper behind an entry: publication types and MeSH headings of PubMed,
journal, DOI, PubMed number. It is read by librarians, not out of the text, and wins over the text.
"""

import re
from collections.abc import Iterable
from dataclasses import fields

from reader.model.frozen import dataclass

#: Publication types of MeSH (tree V03) that say which kind of study stands behind an article, or
#: that there is none; `reader.study.known` says what each means for the card.
PUBLICATION_TYPES = frozenset(
    {
        *("meta-analysis", "network meta-analysis", "systematic review", "scoping review"),
        *("randomized controlled trial", "controlled clinical trial", "pragmatic clinical trial"),
        *("equivalence trial", "adaptive clinical trial", "clinical trial", "observational study"),
        *("clinical trial, phase i", "clinical trial, phase ii", "clinical trial, phase iii"),
        *("clinical trial, phase iv", "randomized controlled trial, veterinary"),
        *("case reports", "twin study", "preprint", "retracted publication"),
        *("editorial", "comment", "news", "biography", "obituary", "interview", "letter"),
        *("retraction of publication", "published erratum", "newspaper article", "address"),
    }
)
_PMID = re.compile(r"(?i)^pubmed:(\d{1,9})$|pubmed\.ncbi\.nlm\.nih\.gov/(\d{1,9})\b")
_QUALIFIER = re.compile(r"/.*$")


@dataclass(frozen=True, slots=True)
class Published:
    """Scholarly facts of one entry; all of them empty for news that gives none.

    `publication_types` are MeSH's names in lower case. `mesh` are headings as printed, without
    qualifiers and without the star of a major topic.
    """

    publication_types: tuple[str, ...] = ()
    mesh: tuple[str, ...] = ()
    journal: str = ""
    doi: str = ""
    pmid: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    authors: tuple[str, ...] = ()
    #: An address or a name, such as "CC BY 4.0".
    licence: str = ""

    def __bool__(self) -> bool:
        return self != Published()

    def filled(self, other: "Published") -> "Published":
        """With what `other` says where this says nothing; as it is where both name another paper."""
        if self.doi and other.doi and self.doi.casefold() != other.doi.casefold():
            return self
        if other is NOTHING:
            return self
        names = (field.name for field in fields(self))
        return Published(**{name: getattr(self, name) or getattr(other, name) for name in names})


NOTHING = Published()


def from_entry(categories: Iterable[str], guid: str = "", link: str = "") -> Published:
    """What the categories, guid and link of an entry say of its paper."""
    types: dict[str, None] = {}
    headings: dict[str, None] = {}
    for category in categories:
        name = " ".join(category.split())
        if name.casefold() in PUBLICATION_TYPES:
            types[name.casefold()] = None
        elif name := _QUALIFIER.sub("", name).strip("* "):
            headings[name] = None
    found = _PMID.search(guid) or _PMID.search(link)
    pmid = next((group for group in found.groups() if group), "") if found else ""
    return Published(tuple(types), tuple(headings), pmid=pmid)
