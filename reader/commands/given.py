"""What a verb is given to read: files and standard input, as much as one would ever take."""

import sys
from pathlib import Path

from reader.model.errors import ReaderError


def bytes_of_file(path: Path, limit: int) -> bytes:
    """What a file holds, or a pipe or device, of which there may be no end: `limit` bytes and one
    more at most. Raises ReaderError."""
    try:
        with path.open("rb") as file:
            return file.read(limit + 1)
    except OSError as error:
        raise ReaderError(f"{path} cannot be read: {error.strerror}.") from error


def bytes_of_standard_input(limit: int) -> bytes:
    """The same of standard input. Raises ReaderError where there is none."""
    if sys.stdin is None:
        raise ReaderError("Standard input is closed. Give a file, or send something into it.")
    return sys.stdin.buffer.read(limit + 1)


def whole(words: str) -> str:
    """Words of the command line as text: bytes that were none have a sign in their place."""
    return words.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
