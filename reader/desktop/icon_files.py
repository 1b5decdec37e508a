"""Icons in colours of the theme, as files: style sheets want paths, and what is drawn from a file is
drawn when it is first seen, as large as it is seen."""

import atexit
import os
import shutil
import tempfile
import zlib
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from reader.resource import resource


class IconFiles:
    """Each drawing in each colour is written once, and there at the next start."""

    def __init__(self, folder: Path | None = None) -> None:
        """Without a folder, or where it cannot be written to, one that goes with the process."""
        self._folder = folder

    @classmethod
    def kept(cls) -> "IconFiles":
        """Those in the user's folder for what can be made again."""
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
        return cls(Path(place) / "icons" if place else None)

    def path(self, name: str, colour: str) -> str:
        """The file of an icon in a colour such as "#1b1b1b"."""
        drawing = resource(f"icons/{name}.svg").read_bytes()
        own = f"{name}-{colour[1:]}"
        file = f"{own}-{zlib.crc32(drawing):08x}.svg"
        if self._folder is None or not (self._folder / file).exists():
            self._put(file, own, drawing.replace(b"currentColor", colour.encode()))
        return f"{self._folder}/{file}".replace(os.sep, "/")

    def _put(self, file: str, own: str, drawn: bytes) -> None:
        if self._folder:
            try:
                _write(self._folder, file, own, drawn)
                return
            except OSError:
                pass
        self._folder = _passing_folder()
        _write(self._folder, file, own, drawn)


def _write(folder: Path, file: str, own: str, drawn: bytes) -> None:
    """Under its name only when it is whole: another start may be looking for it."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(f"{own}-*.svg"):  # of a drawing that is another now
        old.unlink(missing_ok=True)
    half = folder / f"{file}.{os.getpid()}"
    half.write_bytes(drawn)
    half.replace(folder / file)


def _passing_folder() -> Path:
    made = tempfile.mkdtemp(prefix="studywire-icons-")
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return Path(made)
