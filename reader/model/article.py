"""An article: what it says, and its line in a list."""

from reader.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """What an entry says, cleaned and laid out; see `reader.text.document`.

    Offsets everywhere (evidence, highlights, layout) are Unicode code points of `text`.
    """

    title: str
    html: str
    text: str
    layout: str


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of a list. Times are Unix seconds UTC."""

    id: int
    feed_id: int
    feed_title: str
    title: str
    sorted_at: int
    published: int | None
    author: str = ""
    link: str = ""
    read: bool = False
    starred: bool = False
    updated: bool = False
    annotations: int = 0
    tags: tuple[str, ...] = ()
    #: Facts of the study as shown in a list, "" before it was studied.
    facts: str = ""
    #: Codes of cautions worth a chip, such as "uncontrolled".
    cautions: tuple[str, ...] = ()
    #: Articles that report the same study, itself too; 1 for one alone.
    sources: int = 1


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the library, in the revision that is current."""

    id: int
    feed_id: int
    feed_title: str
    link: str
    author: str
    published: int | None
    first_seen: int
    revision_id: int
    revisions: int
    fetched: int
    content: Content
    guid: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """One text of an article that was current once. `fetched` is in Unix seconds."""

    id: int
    article_id: int
    fetched: int
    content: Content


@dataclass(frozen=True, slots=True)
class TextChoice:
    """Which of its texts an article shows, searches and studies: the feed's or its page's."""

    article_id: int
    revision_id: int


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An article that matches, and where: `snippet` holds the words between `\\x02` and `\\x03`."""

    article_id: int
    snippet: str
    #: "text", "note", "highlight" or "tag".
    where: str = "text"


@dataclass(frozen=True, slots=True)
class ReadMark:
    """The user has read this article. `at` is when he marked it so, in Unix seconds, by a click or
    by opening it; 0 where that is not known, or where a rule did it."""

    article_id: int
    at: int = 0


@dataclass(frozen=True, slots=True)
class Star:
    """The user has starred this article."""

    article_id: int


@dataclass(frozen=True, slots=True)
class Mute:
    """A rule keeps this article out of the way."""

    article_id: int


@dataclass(frozen=True, slots=True)
class Tagging:
    """The user has tagged this article. Tags that differ in case alone are one tag."""

    article_id: int
    name: str
