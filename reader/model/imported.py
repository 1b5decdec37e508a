"""What a file of another program holds, and the rows an import puts into the archive."""

from reader.model.annotation import TextPositionSelector, TextQuoteSelector
from reader.model.correction import Correction
from reader.model.feed import Entry
from reader.model.frozen import dataclass
from reader.model.own_columns import OwnColumn
from reader.model.reference import Reference


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note in a file. `id` is a UUID; times are Unix seconds, 0 where not stated."""

    id: str
    text: str
    created: int = 0
    modified: int = 0


@dataclass(frozen=True, slots=True)
class FoundHighlight:
    """A highlight in a file; without a place (`position` None) its words are looked for."""

    id: str
    quote: TextQuoteSelector
    position: TextPositionSelector | None = None
    colour: str = "yellow"
    created: int = 0
    note: FoundNote | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundItem:
    """One publication or article in a file, with what the user did with it."""

    entry: Entry
    tags: tuple[str, ...] = ()
    starred: bool = False
    read: bool = False
    note: FoundNote | None = None
    highlights: tuple[FoundHighlight, ...] = ()
    reference: Reference | None = None
    #: Hash of the text the highlights were made in, "" where the file does not say.
    sha256: str = ""
    #: What the user decided on values of the card; the articles' ids in them mean nothing here.
    decisions: tuple[Correction, ...] = ()
    #: What stands in columns of the user's own, by the column's id in the file.
    own: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FoundFile:
    """What a file holds. `kind` names its format; `skipped` are (what, why not)."""

    kind: str
    items: tuple[FoundItem, ...]
    skipped: tuple[tuple[str, str], ...] = ()
    #: Columns of the user's own that items have values in.
    columns: tuple[OwnColumn, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """An article that came from a file. Its ids were reserved for it, so undo and redo keep them."""

    article_id: int
    revision_id: int
    #: Address of the feed that holds imports.
    address: str
    entry: Entry
    first_seen: int


@dataclass(frozen=True, slots=True)
class Citation:
    """What a bibliography said of an article; `json` is an item of CSL-JSON."""

    article_id: int
    json: str
