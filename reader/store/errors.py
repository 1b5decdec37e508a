"""SQLite's errors as sentences for the user."""

import sqlite3

from reader.model.errors import ArchiveError

_SENTENCES = {
    "SQLITE_BUSY": "Another program is writing to the archive and has not finished. Close it, or wait, and try again.",
    "SQLITE_LOCKED": "Another program is writing to the archive and has not finished. Close it, or wait, and try again.",
    "SQLITE_FULL": "The disk is full, so this was not saved. Make room and try again; nothing else was lost.",
    "SQLITE_READONLY": "The archive may only be read, not written. Check the permissions of its file and folder.",
    "SQLITE_IOERR": "The disk did not answer while the archive was used. Check the disk, then start Studywire again.",
    "SQLITE_CORRUPT": "The archive is damaged. Close Studywire, keep the file, and restore a backup.",
    "SQLITE_CONSTRAINT": "This cannot be done, because what it touches has changed in the meantime.",
    "SQLITE_NOTADB": "This file is not a Studywire archive.",
    "SQLITE_CANTOPEN": "The archive cannot be opened. Check that its folder exists and may be written.",
    "SQLITE_INTERRUPT": "The search was stopped.",
}


def busy() -> ArchiveError:
    """Somebody else writes for longer than one would wait."""
    return ArchiveError(_SENTENCES["SQLITE_BUSY"])


def damaged() -> ArchiveError:
    """What is in the file makes no sense."""
    return ArchiveError(_SENTENCES["SQLITE_CORRUPT"])


def is_undecodable(error: sqlite3.Error) -> bool:
    """Whether a text was asked for whose bytes are damaged; Python says so in SQLite's name."""
    return str(error).startswith("Could not decode to UTF-8")


def unwritable() -> ArchiveError:
    return ArchiveError(_SENTENCES["SQLITE_READONLY"])


def archive_error(error: sqlite3.Error) -> ArchiveError:
    """The sentence for an error of SQLite; its own words follow where we know none."""
    name = getattr(error, "sqlite_errorname", "") or ""
    for known, sentence in _SENTENCES.items():
        if name.startswith(known):
            return ArchiveError(sentence)
    return ArchiveError(f"The archive could not be used: {error}.")
