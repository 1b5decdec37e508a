"""What a bibliography says of one publication, in the terms of CSL-JSON."""

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from reader.model.frozen import dataclass

#: The kinds that Studywire itself writes; an imported reference may be of any CSL type.
JOURNAL_ARTICLE, PREPRINT, NEWS, BLOG, PAGE = (
    "article-journal",
    "article",
    "article-newspaper",
    "post-weblog",
    "webpage",
)


@dataclass(frozen=True, slots=True)
class Person:
    """An author: family and given name, or (`literal`) a group as it calls itself.

    `others` holds what else CSL knows of a name, such as particles and suffixes.
    """

    family: str = ""
    given: str = ""
    literal: str = ""
    others: Mapping[str, Any] = field(default_factory=dict)

    @property
    def shown(self) -> str:
        """The name as a list of authors has it: "Smith, Jane"."""
        return self.literal or ", ".join(part for part in (self.family, self.given) if part)


@dataclass(frozen=True, slots=True)
class Reference:
    """A publication. Dates are (year, month, day), shorter where less is known."""

    kind: str
    title: str
    key: str = ""
    authors: tuple[Person, ...] = ()
    container: str = ""
    issued: tuple[int, ...] = ()
    accessed: tuple[int, ...] = ()
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    trial_ids: tuple[str, ...] = ()
    url: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    issn: str = ""
    abstract: str = ""
    language: str = ""
    genre: str = ""
    status: str = ""
    tags: tuple[str, ...] = ()
    #: One line each: what the user noted and wants in bibliographies, and remarks of ours.
    notes: tuple[str, ...] = ()
    #: Design, participants and the like, by the name of the card's field.
    attributes: Mapping[str, Any] = field(default_factory=dict)
    #: What an imported reference says beyond this, by the names of CSL-JSON.
    others: Mapping[str, Any] = field(default_factory=dict)
