"""The pictures that a text brings along itself, which nobody need fetch."""

from reader.feeds.pictures import look_at
from reader.model.article import Article
from reader.model.errors import FeedError
from reader.model.picture import Picture
from reader.text.inline_pictures import inline_pictures

#: Pixels of a picture in an article's own HTML: more than that of so few bytes is a trap.
MOST_INLINE = 4_000_000


def brought_along(article: Article) -> dict[str, Picture]:
    """The small pictures that an article's own HTML holds, by how its layout names them."""
    found = {}
    for name, body in inline_pictures(article.content.html).items():
        try:
            picture = look_at(body)
        except FeedError:
            continue
        if picture.width * picture.height <= MOST_INLINE:
            found[name] = picture
    return found
