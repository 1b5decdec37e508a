"""The list of all highlights and notes."""

from dataclasses import dataclass

from reader.model.annotation import NoteRow, NotesQuery
from reader.store.store import Store


@dataclass(frozen=True, slots=True)
class FoundNotes:
    """The rows that were asked for, the tags highlights carry, and how many rows there are."""

    rows: list[NoteRow]
    tags: tuple[str, ...]
    total: int


def find_notes(store: Store, query: NotesQuery) -> FoundNotes:
    """Highlights and notes of the whole archive, by article, those written to last first."""
    tags = tuple(name for name, _ in store.annotation_tags.counts())
    return FoundNotes(store.note_lists.rows(query), tags, store.note_lists.count())
