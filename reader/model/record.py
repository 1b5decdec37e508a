"""An article with all that belongs to it, as exports write it, and what the user wants of them."""

from reader.model.annotation import Marked, Note
from reader.model.article import Article
from reader.model.correction import Correction
from reader.model.frozen import dataclass
from reader.model.own_columns import OwnColumn
from reader.model.reference import Reference
from reader.model.study import StudyCard, StudyValue

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
    #: What stands in the user's own columns, by the column's id.
    own: tuple[tuple[str, str], ...] = ()
    #: What the user decided on values of the card, in the order he did.
    decisions: tuple[Correction, ...] = ()
    #: The story of articles on one study that it belongs to, 0 for none.
    story: int = 0

    @property
    def is_study(self) -> bool:
        return bool(self.card and self.card.is_study.value)


def status_of(value: StudyValue) -> str:
    """What stands behind a value: "auto" while nobody checked it, else "accepted", "edited",
    "rejected" or "not_reported"."""
    kind = value.review.kind if value.review else "auto"
    return "edited" if kind == "corrected" else kind


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
    #: The columns of the user's own in the evidence table.
    own: tuple[OwnColumn, ...] = ()
    #: Code of the language (ISO 639-1) in which exports that people read say what is ours.
    language: str = "en"
