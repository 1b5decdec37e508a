"""Copies of the archive that were made in case it is lost."""

from pathlib import Path

from reader.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Inside:
    """What an archive holds, as people count it. `newest` is in Unix seconds, 0 for nothing."""

    articles: int = 0
    feeds: int = 0
    highlights: int = 0
    notes: int = 0
    tagged: int = 0
    starred: int = 0
    decisions: int = 0
    newest: int = 0


@dataclass(frozen=True, slots=True)
class Backup:
    """A file with a whole archive. `made` is in Unix seconds; `occasion` says what it was made
    before, "" for one of the daily ones."""

    path: Path
    made: int
    size: int
    occasion: str = ""
