"""An article with all that belongs to it, as exports write it, and what the user wants of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.model.annotation import Marked, Note
from reader.model.article import Article
from reader.model.reference import Reference
from reader.model.study import StudyCard

#: What a bibliography cites: the study behind a news item, the news item, or each.
CITE = ("study", "news", "both")


@dataclass(frozen=True, slots=True)
class Record:
    """One article of the archive, whole."""

    article: Article
    text_sha256: str = ""
    feed_address: str = ""
    starred: bool = False
    read: bool = False
    tags: tuple[str, ...] = ()
    note: Note | None = None
    marked: tuple[Marked, ...] = ()
    card: StudyCard | None = None
    #: What the bibliography said that this article was imported from.
    reference: Reference | None = None
    #: What the user decided of values of the card, by field and place: "accepted", "edited",
    #: "rejected" or "not_reported". A value that is not here nobody has checked.
    decisions: Mapping[tuple[str, int], str] = field(default_factory=dict)

    @property
    def is_study(self) -> bool:
        return bool(self.card and self.card.is_study.value)

    def status(self, field: str, place: int = 0) -> str:
        """What stands behind a value: "auto", or what the user decided of it."""
        return self.decisions.get((field, place), "auto")


@dataclass(frozen=True, slots=True)
class Wishes:
    """How an export is to be written. `made` is in Unix seconds."""

    cite: str = "study"
    #: Put a ' before cells of a CSV file that a sheet program would take for formulas.
    guard: bool = True
    #: Begin a CSV file with the mark by which Excel knows UTF-8.
    mark: bool = True
    #: The user's notes and highlights go into bibliographies too.
    notes: bool = False
    #: The study's design, participants and the like go into bibliographies too.
    attributes: bool = True
    #: The numbers of trial registers go into the notes of bibliographies too.
    trials_in_notes: bool = False
    #: Whole texts go along, so that a fresh archive can place every highlight again.
    texts: bool = True
    #: Notes keep their Markdown in Markdown files; otherwise they stand there word for word.
    live_notes: bool = False
    #: The query whose results these are, as the user typed it.
    asked: str = ""
    made: int = 0
    generator: str = "Studywire"
