"""When feeds are asked, and what servers and publishers say about it. Times are Unix seconds."""

from enum import StrEnum

from reader.model.frozen import dataclass


class Asking(StrEnum):
    """Who wants feeds checked: the clock (those that are due), or the user (all, or just these)."""

    DUE = "due"
    ALL = "all"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class Plan:
    """When a feed is to be asked next. `reason` is a word of `reader.feeds.manners.REASONS`."""

    #: When the clock asks; 0 for at once.
    next_check: int = 0
    reason: str = ""
    #: Before this nobody asks, since the server said so (Retry-After).
    not_before: int = 0
    #: The server said that the feed is gone for good (410).
    ended: bool = False
    #: Seconds between checks that the publisher states in the feed; the answer's life in caches.
    ttl: int = 0
    lifetime: int = 0


@dataclass(frozen=True, slots=True)
class Move:
    """A permanent redirect as it was seen so far."""

    address: str
    seen: int = 0
    #: The user has been told; it is not proposed again.
    told: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """One line of a feed's log: what came of asking it."""

    at: int
    status: int
    words: str


@dataclass(frozen=True, slots=True)
class FeedAddress:
    """Where a feed lies. A publisher who moves it changes this row alone."""

    feed_id: int
    address: str


@dataclass(frozen=True, slots=True)
class FeedSetting:
    """One thing the user has set for one feed; see `FeedOptions` for the names."""

    address: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class FeedOptions:
    """What the user has set for a feed. Defaults and comments here are the documentation."""

    #: Minutes between automatic checks, 0 for those of all feeds.
    interval: int = 0
    #: The user wants it left alone.
    paused: bool = False
    #: The page of every new article is fetched and its text taken out.
    full_text: bool = False
    #: The pictures of every new article are kept in the archive, and shown.
    images: bool = False
    #: What the feed's server is told we are, "" for the usual.
    user_agent: str = ""
    #: Address of the proxy, "" for the system's, "none" for none at all.
    proxy: str = ""
    #: "", "basic" or "bearer"; name, password and token lie in the system's keyring.
    sign_in: str = ""
