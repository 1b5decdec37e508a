"""What rows of articles and revisions hold of an entry."""

import hashlib

from reader.model.article import Content
from reader.model.feed import Entry


def stated(entry: Entry) -> tuple[object, ...]:
    """What the publisher says of an article, in the order of its columns."""
    categories = "\n".join(entry.categories)
    title = entry.content.title
    return (
        *(entry.guid, entry.link, title, entry.author),
        *(categories, entry.published, 0 if entry.bare else entry.digest),
    )


def when(entry: Entry, now: int) -> int:
    """The time an article sorts by, settled when it is first seen."""
    return moment(entry.published, now)


def moment(published: int | None, now: int) -> int:
    """A date in the future does not keep an article on top, and one before 1970 is a clock that was
    never set."""
    return now if published is None or published <= 0 else min(published, now)


def sha256_of(content: Content) -> str:
    """What makes a text another text: its words, title included."""
    words = f"{content.title}\0{content.text}"
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()


def row_of(content: Content, *, bare: bool = False) -> tuple[str, ...]:
    """What a revision keeps; of a text that is still to be made, no hash."""
    sha256 = "" if bare else sha256_of(content)
    return (sha256, content.title, content.html, content.text, content.layout)
