"""Searches that the user keeps, and rules for articles that arrive."""

from reader.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query with a name. `id` is a UUID; `position` its place in the sidebar."""

    id: str
    name: str
    query: str
    position: int = 0
    #: Say so when new articles match.
    notify: bool = False


@dataclass(frozen=True, slots=True)
class SearchCount:
    """How many articles a saved search finds, as counted last. `newest` is the highest id."""

    articles: int = 0
    unread: int = 0
    newest: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """What is done with articles that arrive and match. `tag` is "" for none."""

    id: str
    name: str
    query: str
    tag: str = ""
    star: bool = False
    mark_read: bool = False
    #: Keep out of the inbox, as if read.
    mute: bool = False
    notify: bool = False
    active: bool = True
    position: int = 0


@dataclass(frozen=True, slots=True)
class Ruled:
    """A rule did something to an article; so that it can be explained."""

    article_id: int
    rule_id: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What may be typed next: `text` goes into the query, `words` say what it is."""

    text: str
    words: str = ""
    count: int | None = None
