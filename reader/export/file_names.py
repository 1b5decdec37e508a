"""Names for files, made of titles: one safe name each, on every system, inside one folder."""

import re
import unicodedata
from collections.abc import Collection

#: Bytes of UTF-8 that a name has at most, ending included.
LIMIT = 120
#: What stands in no name: separators, what shells and Obsidian's links give a meaning.
_UNSAFE = re.compile(r"[\\/:*?\"<>|%$`~#^\[\]{}]+")
_DEVICES = frozenset(("con", "prn", "aux", "nul", "clock$", "conin$", "conout$")) | frozenset(
    f"{device}{number}" for device in ("com", "lpt") for number in "0123456789¹²³"
)


def file_name(title: str, taken: Collection[str], ending: str = "") -> str:
    """A file name for a title that none of `taken` equals, upper and lower case alike.

    The same title and the same taken names give the same name.
    """
    base = _base(title, LIMIT - len(ending.encode()) - len(" (9999)"))
    folded = {name.casefold() for name in taken}
    name, number = f"{base}{ending}", 2
    while name.casefold() in folded:
        name, number = f"{base} ({number}){ending}", number + 1
    return name


def _base(title: str, most: int) -> str:
    letters = (" " if _is_space(c) else c for c in unicodedata.normalize("NFC", title))
    kept = "".join(c for c in letters if unicodedata.category(c) not in _UNNAMED)
    kept = re.sub(r"\s*:\s+", " – ", kept)
    base = " ".join(_UNSAFE.sub("_", kept).split()).strip(" .-_")
    base = base.encode()[:most].decode("utf-8", "ignore").strip(" .-_") or "untitled"
    return f"_{base}" if base.split(".")[0].strip().casefold() in _DEVICES else base


_UNNAMED = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))


def _is_space(letter: str) -> bool:
    return letter in "\n\r\t" or unicodedata.category(letter) in ("Zs", "Zl", "Zp")
