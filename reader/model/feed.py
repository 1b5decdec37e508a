"""A feed, as the user subscribed to it, as its publisher describes it, and as we last found it."""

from dataclasses import field

from reader.model.article import Content
from reader.model.frozen import dataclass
from reader.model.published import NOTHING, Published

#: Addresses of feeds that come with the program.
OWN = "studywire:"


@dataclass(frozen=True, slots=True)
class Feed:
    """A subscription. `title` is the user's own name for it where given, else the feed's."""

    id: int
    address: str
    title: str
    site: str = ""
    folder: str = ""
    #: The user typed this address himself, so it may lie on this machine or network.
    local: bool = False
    unread: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Subscription:
    """What the user asked for: the address, and what he calls it."""

    address: str
    title: str = ""
    folder: str = ""
    local: bool = False


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave us to ask "anything new?" with (RFC 9110, 8.8), and a hash of the bytes."""

    etag: str = ""
    modified: str = ""
    body_sha256: str = ""


@dataclass(frozen=True, slots=True)
class FeedHealth:
    """How the last look at a feed went. Times are Unix seconds, 0 for never."""

    checked: int = 0
    succeeded: int = 0
    status: int = 0
    error: str = ""
    failures: int = 0


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask a server for. `local` allows `file:` and addresses of this machine or network:
    it is set only for what the user typed himself, and no redirect ever extends it."""

    address: str
    validators: Validators = Validators()
    local: bool = False
    #: What the server is told we are, "" for the usual.
    user_agent: str = ""
    #: Address of a proxy, "" for the system's, "none" for none.
    proxy: str = ""
    #: The header of that name, for the host of `address` alone.
    authorization: str = ""
    #: The media types that are asked for, "" for those of feeds; bytes of an answer, 0 for 10 MB.
    accept: str = ""
    limit: int = 0
    #: The body may come in the gzip that the server packed it in, see `Response.packed`.
    as_sent: bool = False


@dataclass(frozen=True, slots=True)
class Response:
    """An answer. `address` is where it came from in the end; status 304 means "not changed"."""

    address: str
    body: bytes
    content_type: str = ""
    validators: Validators = Validators()
    status: int = 200
    #: The address that permanent redirects (301, 308) led to, "" without one.
    moved_to: str = ""
    #: Seconds for which the server calls the answer fresh (RFC 9111, 4.2).
    lifetime: int = 0
    #: `body` is as the server packed it (gzip); whoever reads it unpacks it, and proves that it is
    #: whole and not too large.
    packed: bool = False

    @property
    def unchanged(self) -> bool:
        return self.status == 304


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that belongs to an entry. Nothing fetches it by itself. `size` is in bytes, 0 unknown."""

    address: str
    kind: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as published, cleaned. Times are Unix seconds UTC, None where not stated."""

    guid: str
    link: str
    content: Content
    author: str = ""
    published: int | None = None
    updated: int | None = None
    categories: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    #: What the feed says of the paper behind the entry.
    paper: Published = NOTHING
    #: A hash of all that the publisher says, by which the same is known again; 0 for none. Two ways
    #: of reading may come to the same entry by other hashes.
    digest: int = field(default=0, compare=False)
    #: `content` is the title alone: the text is to be made later, or known already (by `digest`).
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """How much of the entries that have an id is to be read; of those without, all is."""

    #: Only what a list shows: texts are made later.
    bare: bool = False
    #: Digests of entries whose texts are kept already.
    known: frozenset[int] = frozenset()


#: Everything of every entry.
WHOLE = Wanted()


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A whole feed document. `kind` names the format, such as "RSS 2.0"."""

    title: str
    kind: str
    entries: tuple[Entry, ...]
    site: str = ""
    language: str = ""
    #: Seconds between checks that the publisher asks for, 0 where it says nothing.
    ttl: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """The entries of a feed's first document, as lists show them and each once: columns of equal
    length, in which an entry has the same place. All have a guid."""

    guids: tuple[str, ...]
    links: tuple[str, ...]
    titles: tuple[str, ...]
    authors: tuple[str, ...]
    categories: tuple[tuple[str, ...], ...]
    published: tuple[int | None, ...]
    #: The names that each is known by, see `reader.text.identity`.
    keys: tuple[tuple[str, ...], ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The same, one by one."""
        columns = (self.guids, self.links, self.titles, self.authors, self.published)
        return tuple(
            Entry(guid, link, Content(title, "", "", ""), author, moment, None, names, bare=True)
            for (guid, link, title, author, moment), names in zip(
                zip(*columns, strict=True), self.categories, strict=True
            )
        )


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of the bytes of an answer."""

    #: Of the bytes as they were before they were packed.
    sha256: str
    #: None where the bytes are those that are known already.
    feed: ParsedFeed | None = None
    #: What lists show of a feed's first document, in place of its entries.
    listing: Listing | None = None
    #: What is to be kept of the bytes where they cannot be kept as they were sent.
    kept: bytes = b""


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that discovery found behind an address, ready to subscribe to."""

    address: str
    title: str
    kind: str
    entries: int
    #: Unix seconds of the newest entry, None where no entry has a date.
    newest: int | None = None
    site: str = ""
    #: Titles of its first entries.
    preview: tuple[str, ...] = ()
