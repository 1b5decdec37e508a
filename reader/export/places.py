"""Files that appear whole or not at all, inside the folder that was chosen."""

import contextlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from reader.model.errors import ReaderError

#: How the names of files begin that are not whole yet, and seconds in a day.
_HALF, _DAY = ".studywire-", 86_400


@contextmanager
def whole(path: Path, *, binary: bool = False) -> Iterator[IO[Any]]:
    """A file to write that takes the place of `path` at the end, on disk then.

    A link at `path` is replaced, never followed, and nothing but a file is; what goes wrong leaves everything as it was.
    Raises ReaderError.
    """
    descriptor, name, partial = -1, path.name, ""
    try:
        if path.is_dir() and not path.is_symlink():
            raise ReaderError(f"{path} is a folder. Give the name of a file.")
        if path.exists() and not path.is_file():
            raise ReaderError(f"{path} is a device or pipe. Give the name of a file.")
        _forget_halves(path.parent)
        descriptor, partial = tempfile.mkstemp(prefix=_HALF, suffix=".part", dir=path.parent)
        with _opened(descriptor, binary=binary) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(partial).chmod(_mode(path))
        Path(partial).replace(path)
        partial = ""
        _settle(path.parent)
    except OSError as error:
        raise ReaderError(f"{name} cannot be written: {error.strerror or error}.") from error
    finally:
        if partial:
            with contextlib.suppress(OSError):
                Path(partial).unlink()


def write(path: Path, data: bytes) -> None:
    """Bytes as a whole file. Raises ReaderError; what was there before stays then."""
    with whole(path, binary=True) as file:
        file.write(data)


def _opened(descriptor: int, *, binary: bool) -> IO[Any]:
    if binary:
        return os.fdopen(descriptor, "wb")
    return os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="")


def _forget_halves(folder: Path) -> None:
    """Take away what a kill left half written, once nobody can be writing it any more."""
    for part in folder.glob(f"{_HALF}*.part"):
        with contextlib.suppress(OSError):
            if part.stat().st_mtime < time.time() - _DAY:
                part.unlink()


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those a new file has."""
    if path.is_file() and not path.is_symlink():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _settle(folder: Path) -> None:
    """Have the new name of a file on disk too, where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def folder(path: Path) -> Path:
    """A folder to write into, made if need be. Raises ReaderError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReaderError(f"The folder {path} cannot be made: {error.strerror}.") from error
    return path.resolve()
