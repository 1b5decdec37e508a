"""Which articles a list shows. Lists, searches and exports all take an `ArticleQuery`."""

from reader.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """Every field narrows; the empty query is the whole archive."""

    feed_id: int | None = None
    folder: str = ""
    unread: bool = False
    starred: bool = False
    annotated: bool = False
    tag: str = ""
    #: As typed, in the language of `reader.text.query`.
    words: str = ""
    #: One of `reader.text.query.fields.SORTS`, unless the words say `sort:`; relevance needs words.
    sort: str = "newest"
    #: These stay in the list though they stopped matching, as an article just read does.
    keep: tuple[int, ...] = ()
