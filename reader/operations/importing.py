"""Taking in what other programs export: look at files, see what they would bring, take it."""

import os
import stat
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.imports.limits import MAX_FILE
from reader.imports.read import kind_of, read
from reader.model.change import Change, Edit
from reader.model.errors import ParseError, ReaderError
from reader.model.feed import OWN, Subscription
from reader.model.imported import FoundFile, FoundItem, Imported
from reader.model.own_columns import OwnColumn
from reader.operations.merging import Additions, has_news
from reader.operations.pool import Pool
from reader.operations.reconciling import Columns, together
from reader.store.store import Store

#: Address and name of the feed that holds what came from files.
ADDRESS, NAME = f"{OWN}imports", "Imported"
#: Seconds that reading one file may take, and files taken from one folder.
READ_LIMIT, MAX_FILES = 60.0, 5_000


@dataclass(frozen=True, slots=True)
class Preview:
    """What files come to, before anything is written. `changed` are known articles to which
    something is added, by their ids."""

    kinds: tuple[str, ...]
    new: tuple[FoundItem, ...]
    changed: tuple[tuple[int, FoundItem], ...]
    duplicates: int
    skipped: tuple[tuple[str, str], ...]
    #: Columns of the user's own that the files have values in.
    columns: tuple[OwnColumn, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.changed)


def files_of(path: Path) -> list[Path]:
    """The file, or the files of a folder and those below, links and hidden ones left out."""
    if not path.is_dir():
        return [path]
    found = (Path(at, name) for at, _, names in os.walk(path) for name in names)
    usable = (file for file in found if not file.name.startswith(".") and not file.is_symlink())
    return sorted(usable)[:MAX_FILES]


def bytes_of(path: Path) -> bytes:
    """What a file holds. Raises ReaderError for what is no file of a size that is read."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise ReaderError(f"{path} is not a file. Give a file or a folder of files.")
        if about.st_size > MAX_FILE:
            raise ReaderError(f"{path.name} is larger than 50 MB. Split it and import the parts.")
        with path.open("rb") as file:
            return file.read(MAX_FILE + 1)
    except OSError as error:
        raise ReaderError(f"{path} cannot be read: {error.strerror}.") from error


def is_feed_list(path: Path, data: bytes) -> bool:
    """Whether a file is a list of feeds (OPML), which `subscribing.import_opml` takes in."""
    head = data[:4000].decode("utf-8", "replace")
    return path.suffix.lower() == ".opml" or kind_of(path.name, head) in ("opml", "xml")


def look(pool: Pool, path: Path, data: bytes) -> FoundFile:
    """Read a file in a worker process. Raises ParseError or WorkerError."""
    return pool.submit(read, path.name, data, seconds=READ_LIMIT).result()


def look_at_all(pool: Pool, paths: Sequence[Path]) -> list[FoundFile]:
    """Every file of files and folders; one that cannot be read is skipped with the reason."""
    found = []
    for path in (file for given in paths for file in files_of(given)):
        try:
            data = bytes_of(path)
            if is_feed_list(path, data):
                raise ParseError("This is a list of feeds. Import it alone.")
            found.append(look(pool, path, data))
        except ReaderError as error:
            found.append(FoundFile("", (), ((path.name, str(error)),)))
    return found


def preview(store: Store, files: Sequence[FoundFile]) -> Preview:
    """What taking these files in would do: new articles, known ones with something new, the rest."""
    items = _together(files)
    known = _known(store, items)
    there = [(found, item) for found, item in zip(known, items, strict=True) if found]
    columns = together(file.columns for file in files)
    own_news = Columns(store, columns).have_news(there)
    news = [any(each) for each in zip(has_news(store, there), own_news, strict=True)]
    changed = tuple(pair for pair, has in zip(there, news, strict=True) if has)
    return Preview(
        kinds=tuple(dict.fromkeys(file.kind for file in files if file.kind)),
        new=tuple(item for found, item in zip(known, items, strict=True) if not found),
        changed=changed,
        duplicates=len(there) - len(changed),
        skipped=tuple(reason for file in files for reason in file.skipped),
        columns=columns,
    )


def accept(store: Store, shown: Preview) -> Change:
    """Take in what a preview showed, as one change. Sets the ids of new articles aside."""
    if not shown:
        return Change("Import", ())
    now = int(time.time())
    with store.writing():
        article_id, revision_id = store.arrivals.reserve(len(shown.new))
    arriving = [
        Imported(article_id + at, revision_id + at, ADDRESS, item.entry, now)
        for at, item in enumerate(shown.new)
    ]
    edits: list[Edit[object]] = []
    if arriving and not store.subscriptions.at(ADDRESS):
        edits.append(Edit(None, Subscription(ADDRESS, NAME)))
    edits += (Edit(None, row) for row in arriving)
    edits += Additions(store, now).of(list(zip(arriving, shown.new, strict=True)), shown.changed)
    fresh = [(row.article_id, item) for row, item in zip(arriving, shown.new, strict=True)]
    edits += Columns(store, shown.columns).edits(shown.changed, fresh)
    count = len(shown.new) + len(shown.changed)
    return Change(f"Import {count:,} {'article' if count == 1 else 'articles'}", tuple(edits))


def _together(files: Sequence[FoundFile]) -> list[FoundItem]:
    """The items of all files, each once."""
    found = {item.entry.guid: item for file in files[::-1] for item in file.items[::-1]}
    return list(found.values())[::-1]


def _known(store: Store, items: Sequence[FoundItem]) -> list[int]:
    """The article that each item is, 0 for a new one: imported before, or of the same address.

    A reference to a paper is never taken for the news about it.
    """
    before = store.imports.known(ADDRESS, [item.entry for item in items])
    links = {item.entry.link for item in items if item.entry.link and not item.reference}
    at_link = store.imports.at_links(form for link in links for form in _forms(link))
    texts = store.imports.of_texts({item.sha256 for item in items if item.sha256})
    return [
        found or _elsewhere(item, at_link, texts) for found, item in zip(before, items, strict=True)
    ]


def _elsewhere(item: FoundItem, at_link: dict[str, int], texts: dict[str, int]) -> int:
    if item.reference:
        return 0
    forms = (at_link[form] for form in _forms(item.entry.link) if form in at_link)
    return next(forms, 0) or texts.get(item.sha256, 0)


def _forms(link: str) -> Iterator[str]:
    """The ways in which one address is written."""
    rest = link.partition("://")[2].partition("#")[0]
    bare = rest.removeprefix("www.")
    for scheme in ("https://", "http://") if bare else ():
        for host in ("", "www."):
            for end in ("", "/"):
                yield f"{scheme}{host}{bare.rstrip('/')}{end}"
    if link:
        yield link
