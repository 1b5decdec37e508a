"""A folder of Markdown pages: new ones written, known ones brought up to date around the user's words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reader.export import markdown, regions
from reader.export.file_names import file_name
from reader.export.markdown import Page
from reader.export.places import whole
from reader.export.regions import LOGSEQ, OBSIDIAN, Flavour
from reader.model.record import Record, Wishes

#: Pages of a folder that are looked at, and bytes of one.
MOST, LARGEST = 50_000, 5_000_000
_ID = re.compile(r"^studywire_id(?:: \"|:: )([0-9a-f]{16})", re.M)


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one page: "new", "updated", "same" or "beside" (the user changed ours)."""

    name: str
    outcome: str


@dataclass(slots=True)
class Vault:
    """The pages of a folder by what they are about. Links in it are never followed."""

    folder: Path
    flavour: Flavour
    names: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def look(self) -> None:
        for path in sorted(self.folder.iterdir())[:MOST]:
            self.taken.add(path.name)
            is_page = path.suffix == ".md" and path.is_file() and not path.is_symlink()
            if is_page and path.stat().st_size <= LARGEST:
                with path.open(encoding="utf-8", errors="replace") as file:
                    found = _ID.search(file.read(4096))
                if found:
                    self.names.setdefault(found[1], path.name)

    def put(self, page: Page) -> Written:
        """Write a page, or bring the one that is there up to date."""
        known = self.names.get(page.id)
        if known is None:
            return self._write(self._name(page.title), regions.fresh(page, self.flavour), "new")
        old = _read(self.folder / known)
        text = regions.merged(old, page, self.flavour) if old is not None else None
        if text is None:
            name = self._name(f"{known.removesuffix('.md')} (new)")
            return self._write(name, regions.fresh(page, self.flavour), "beside")
        if text == old:
            return Written(known, "same")
        return self._write(known, text, "updated")

    def _name(self, title: str) -> str:
        name = file_name(title, self.taken, ".md")
        self.taken.add(name)
        return name

    def _write(self, name: str, text: str, outcome: str) -> Written:
        with whole(self.folder / name) as file:
            file.write(text)
        return Written(name, outcome)


def write_pages(
    records: Iterable[Record], folder: Path, kind: str, wishes: Wishes
) -> Iterator[Written]:
    """A page a record into a folder that is there. `kind` is "obsidian" or "logseq"."""
    make = markdown.logseq if kind == "logseq" else markdown.obsidian
    vault = Vault(folder, LOGSEQ if kind == "logseq" else OBSIDIAN)
    vault.look()
    for record in records:
        yield vault.put(make(record, wishes))


def _read(path: Path) -> str | None:
    """The text of a page exactly; None where it is no text of ours to change."""
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
