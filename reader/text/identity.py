"""Which entries of a feed are the same article, whatever its publisher does to their ids.

An entry is known by its guid; without one by link and title where they tell it apart, else by
title and words. Every article remembers all keys it ever had, so an id that changes and changes
back is still the same article. (NetNewsWire #4540 and #1828 show what simpler rules lose.)
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from urllib.parse import urlsplit

from reader.model.feed import Entry
from reader.model.frozen import dataclass

#: An address as most are, whose parts are plain to see.
_USUAL = re.compile(
    r"https?://([A-Za-z0-9.-]+(?::[0-9]+)?)(/[A-Za-z0-9_.~/%+,=@-]*)(?:\?([A-Za-z0-9_.~/%+,=@&-]*))?",
    re.ASCII,
)
_NO_WORDS = re.compile(r"\W+")
_TRACKING = re.compile(r"(utm_\w+|fbclid|gclid|mc_[ce]id)=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Keys:
    """The names of one entry. `strong` ones are its own alone; `guid` is its key by guid, ""
    without one; `weak` (link and title) holds only where the article's old guid is gone."""

    strong: tuple[str, ...]
    guid: str = ""
    weak: str = ""

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.strong, *((self.weak,) if self.weak else ()))


def keys(entries: Sequence[Entry]) -> list[Keys]:
    """The keys of each entry of one document."""
    found = [_pair(entry) for entry in entries]
    guids, pairs = Counter(entry.guid.strip() for entry in entries), Counter(found)
    return [
        _keys(entry, pair, guids[entry.guid.strip()], pairs[pair])
        for entry, pair in zip(entries, found, strict=True)
    ]


def distinct(entries: Sequence[Entry]) -> list[tuple[Entry, Keys]]:
    """The entries of a document of which nothing is known, each once, with its keys."""
    found: list[tuple[Entry, Keys]] = []
    taken: set[str] = set()
    for entry, names in zip(entries, keys(entries), strict=True):
        if taken.isdisjoint(names.strong):
            found.append((entry, names))
            taken.update(names.all)
    return found


def _keys(entry: Entry, pair: tuple[str, str], same_guid: int, same_pair: int) -> Keys:
    guid, (link, title) = entry.guid.strip(), pair
    weak = _hash("link", link, title) if link and title else ""
    if guid and same_guid == 1:
        key = _hash("guid", guid)
        return Keys((key,), key, weak)
    if guid:  # one id for several items is no id
        return Keys((_hash("shared guid", guid, link, title),), _hash("guid", guid), weak)
    words = _hash("words", title, entry.content.text)
    if weak and same_pair == 1:
        return Keys((words, weak), "", "")
    return Keys((words,), "", "")


def _pair(entry: Entry) -> tuple[str, str]:
    return _link(entry.link), _folded(entry.content.title)


def _link(address: str) -> str:
    """An address without what changes when a site moves: scheme, www, tracking, final slash."""
    if usual := _USUAL.fullmatch(address):
        host, path, asked = usual.groups("")
    else:
        try:
            parts = urlsplit(address)
        except ValueError:
            return ""
        host, path, asked = parts.netloc, parts.path, parts.query
    query = asked and _query(asked)
    host = host.lower().removeprefix("www.")
    return f"{host}{path.rstrip('/') or '/'}?{query}" if host else ""


def _query(asked: str) -> str:
    if "&" not in asked:
        return "" if _TRACKING.match(asked) else asked
    return "&".join(sorted(p for p in asked.split("&") if p and not _TRACKING.match(p)))


def _folded(title: str) -> str:
    if title.isascii():
        return _NO_WORDS.sub(" ", title.lower()).strip()
    return _NO_WORDS.sub(" ", unicodedata.normalize("NFKC", title).casefold()).strip()


def _hash(*parts: str) -> str:
    joined = "\0".join(parts).encode("utf-8", "replace")
    return f"{parts[0]} {sha256(joined).hexdigest()[:32]}"
