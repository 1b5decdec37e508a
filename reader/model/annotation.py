"""The user's highlights and notes, in the terms of the W3C Web Annotation Data Model."""

from dataclasses import dataclass

COLOURS = ("yellow", "green", "blue", "red", "purple", "orange")

#: Characters of context that a TextQuoteSelector keeps on either side.
CONTEXT = 32


@dataclass(frozen=True, slots=True)
class TextQuoteSelector:
    """A passage by its words and what stands around them (W3C WADM 4.2.4)."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class TextPositionSelector:
    """A passage by its place, half-open, in Unicode code points (W3C WADM 4.2.5)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A highlight as the user made it. Where it stands *now* is an `Anchor`. `id` is a UUID."""

    id: str
    article_id: int
    revision_id: int
    quote: TextQuoteSelector
    position: TextPositionSelector
    colour: str
    created: int


@dataclass(frozen=True, slots=True)
class Note:
    """Markdown that the user wrote, about a highlight or (`annotation_id` "") about the article."""

    id: str
    article_id: int
    annotation_id: str
    text: str
    created: int
    modified: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an annotation stands in a revision.

    `state` is "ok", "ambiguous" or "orphan"; an orphan has no place (`start` == `end` == 0).
    """

    annotation_id: str
    revision_id: int
    start: int
    end: int
    state: str
    method: str


@dataclass(frozen=True, slots=True)
class Marked:
    """An annotation with all that belongs to it, as panes show it."""

    annotation: Annotation
    anchor: Anchor
    note: Note | None = None
