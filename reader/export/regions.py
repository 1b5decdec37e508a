"""Pages whose own part is written anew while what the user wrote around it stays as it is.

Our part of the text stands between two marks. The first carries two hashes: of the text below it
and of our properties, as written. Where one no longer fits, the user has changed what is ours, and
his version is kept.
"""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.export.markdown import MANAGED, Page

_EXPLAINED = "text between these marks is replaced by the next export, write anywhere else"
_BEGIN = re.compile(
    r"^(?:%%|<!--) studywire:begin ([0-9a-f]{12}) ([0-9a-f]{12}) .*?(?:%%|-->)[ \t]*\r?\n", re.M
)
_END = re.compile(r"^(?:%%|<!--) studywire:end (?:%%|-->)[ \t]*$", re.M)
_YAML_KEY = re.compile(r"^([^\s:#-][^:]*):")
_LOGSEQ_KEY = re.compile(r"^([\w-]+)::")

Blocks = list[tuple[str, list[str]]]


@dataclass(frozen=True, slots=True)
class Flavour:
    """How a program writes properties and marks."""

    open: str
    close: str
    fenced: bool


OBSIDIAN = Flavour("%%", "%%", fenced=True)
LOGSEQ = Flavour("<!--", "-->", fenced=False)


def fresh(page: Page, flavour: Flavour) -> str:
    """The whole text of a page that is not there yet."""
    blocks: Blocks = list(page.properties.items())
    return _head(blocks, flavour) + _region(page, blocks, flavour) + "\n"


def merged(old: str, page: Page, flavour: Flavour) -> str | None:
    """The text of a page that is there, with our part of it new.

    None where our marks are gone or what stands between them was changed by hand.
    """
    begin = _BEGIN.search(old)
    end = _END.search(old, begin.end()) if begin else None
    if begin is None or end is None or _BEGIN.search(old, begin.end()):
        return None
    inside = old[begin.end() : end.start()].replace("\r\n", "\n").rstrip("\n")
    if _hash(inside) != begin[1]:
        return None
    blocks, head_end = _blocks(old, flavour)
    untouched = _hash(_ours(blocks)) == begin[2]
    kept = _properties(blocks, page, replace=untouched)
    region = _region(page, kept, flavour) if untouched else _region_as_left(page, begin, flavour)
    return _head(kept, flavour) + old[head_end : begin.start()] + region + old[end.end() :]


def _region(page: Page, properties: Blocks, flavour: Flavour) -> str:
    hashes = f"{_hash(page.body)} {_hash(_ours(properties))}"
    first = f"{flavour.open} studywire:begin {hashes} {_EXPLAINED} {flavour.close}"
    return f"{first}\n{page.body}\n{flavour.open} studywire:end {flavour.close}"


def _region_as_left(page: Page, begin: re.Match[str], flavour: Flavour) -> str:
    """The region, with the hash of properties that the user has changed since."""
    region = _region(page, [], flavour)
    return region.replace(_hash(""), begin[2], 1)


def _properties(blocks: Blocks, page: Page, *, replace: bool) -> Blocks:
    """The properties in the user's order: his own as they are, ours new where he left them alone.

    Tags that he added stay in any case.
    """
    there = {key for key, _ in blocks}
    kept: Blocks = []
    for key, lines in blocks:
        new = page.properties.get(key)
        if new and (replace or key == "tags"):
            kept.append((key, _joined(key, lines, new)))
        elif new or not replace or key not in MANAGED:
            kept.append((key, lines))
    return kept + [(key, lines) for key, lines in page.properties.items() if key not in there]


def _joined(key: str, old: Sequence[str], new: list[str]) -> list[str]:
    if key != "tags" or not new[0].startswith("tags:") or new[0].startswith("tags::"):
        return new
    if len(old) == 1 and old[0].strip() != "tags: []":
        return list(old) if old[0].strip() != "tags:" else new  # a form of the user's own
    items = dict.fromkeys([*new[1:], *(line for line in old[1:] if line.strip())])
    return ["tags:", *items] if items else ["tags: []"]


def _ours(blocks: Blocks) -> str:
    """Our properties as they stand, but for the tags, to which the user may add."""
    found = {key: lines for key, lines in blocks if key in MANAGED and key != "tags"}
    return "\n".join(line for key in sorted(found) for line in found[key])


def _head(blocks: Blocks, flavour: Flavour) -> str:
    lines = [line for _, block in blocks for line in block]
    if not lines:
        return ""
    text = "\n".join(lines)
    return f"---\n{text}\n---\n" if flavour.fenced else f"{text}\n\n"


def _blocks(old: str, flavour: Flavour) -> tuple[Blocks, int]:
    """The properties of a page by key, and where its text begins."""
    if flavour.fenced:
        fence = re.match(r"---[ \t]*\r?\n(.*?)^---[ \t]*\r?\n", old, re.S | re.M)
        if not fence:
            return [], 0
        return _split(fence[1].splitlines(), _YAML_KEY.match), fence.end()
    head = re.match(r"(?:[\w-]+::.*\r?\n)+(?:\r?\n)?", old)
    return (_split(head[0].split("\n"), _LOGSEQ_KEY.match), head.end()) if head else ([], 0)


def _split(lines: Sequence[str], key_of: Callable[[str], re.Match[str] | None]) -> Blocks:
    """Lines by the key they stand under; what stands before the first is under ""."""
    blocks: Blocks = []
    for line in lines:
        found = None if line.startswith("#") else key_of(line)
        if found or not blocks or line.startswith("#"):
            blocks.append((found[1].strip() if found else "", []))
        blocks[-1][1].append(line.rstrip("\r"))
    return [(key, [line for line in block if line.strip() or key]) for key, block in blocks]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
