"""A feed, as the user subscribed to it, as its publisher describes it, and as we last found it."""

from dataclasses import field, replace

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
    #: `body` as the server packed it (gzip), "" where it did not.
    packed: bytes = b""

    @property
    def unchanged(self) -> bool:
        return self.status == 304

    @property
    def as_sent(self) -> "Response":
        """The same with `body` as it was packed, for whoever keeps it: reading feeds unpacks it.
        Not where what comes out is a gzip file again, of which only one is unpacked."""
        once = self.packed and not self.body.startswith(b"\x1f\x8b")
        return replace(self, body=self.packed if once else self.body, packed=b"")


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
