"""What the window shows of an article, made of what the archive has. Loaded with the first article."""

from collections.abc import Iterable

from reader.desktop.article_words import line_above, line_above_earlier, words_of
from reader.desktop.reading.document import Frame
from reader.desktop.reading.images import images_of
from reader.desktop.reading.passages import Passages, evidence_of
from reader.model.annotation import Marked
from reader.model.article import Article, Revision
from reader.model.layout import Layout
from reader.model.study import StudyCard
from reader.operations.annotating import marked
from reader.operations.comparing import remember
from reader.operations.reading import leave_at, resume_at
from reader.store.store import Store
from reader.text.query.finding import occurrences

__all__ = [
    "Page", "chosen_passages", "earlier_page", "leave_at", "marked", "occurrences", "page",
    "passages", "remember", "resume_at",
]  # fmt: skip

#: A text, how it is laid out, and what stands around it.
Page = tuple[str, Layout, Frame]


def page(store: Store, article: Article, cautions: tuple[tuple[str, str], ...]) -> Page:
    said = words_of(article)
    frame = Frame(line_above(article), cautions, images_of(store, article))
    return said.text, Layout.of(said.text, said.layout), frame


def earlier_page(revision: Revision) -> Page:
    """A text that the article had before."""
    said = revision.content
    return said.text, Layout.of(said.text, said.layout), Frame(line_above_earlier(revision))


def passages(
    card: StudyCard | None,
    placed: tuple[Marked, ...],
    chosen: Iterable[tuple[int, int]],
    active: str,
) -> Passages:
    """What is marked in a text: evidence, highlights, the evidence that was chosen, the highlight."""
    return Passages(evidence_of(card) if card else (), placed, tuple(chosen), active)


def chosen_passages(ranges: tuple[tuple[int, int], ...]) -> Passages:
    return Passages(chosen=ranges)
