"""The user's highlights and notes, in the terms of the W3C Web Annotation Data Model."""

from reader.model.frozen import dataclass

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
class AnnotationTagging:
    """The user has put a tag on a highlight. Tags that differ in case alone are one tag."""

    annotation_id: str
    article_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Reattachment:
    """Where the user says that a highlight stands which was not found. It is looked for from here
    when the text changes again; the highlight as it was made stays as it was."""

    annotation_id: str
    article_id: int
    revision_id: int
    quote: TextQuoteSelector
    position: TextPositionSelector
    created: int


@dataclass(frozen=True, slots=True)
class Settled:
    """The user has seen what became of a highlight in a revision, and leaves it so."""

    annotation_id: str
    article_id: int
    revision_id: int


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """How far the user has read an article: the offset at the top of the page."""

    article_id: int
    revision_id: int
    start: int


#: What can become of a highlight when its article's text changes.
STATES = ("ok", "changed", "material", "ambiguous", "orphan")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an annotation stands in a revision.

    `state` is one of `STATES`: "changed" says that other words stand there, "material" that they
    have other numbers, units, negations or directions, "ambiguous" that it may be another place.
    An "orphan" was not found; it has no width, and stands about where it was.
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
    tags: tuple[str, ...] = ()
    reattachment: Reattachment | None = None
    settled: Settled | None = None

    @property
    def wants_a_look(self) -> bool:
        """Something became of it that the user has not seen to in this revision."""
        seen = self.settled is not None and self.settled.revision_id == self.anchor.revision_id
        return self.anchor.state != "ok" and not seen


@dataclass(frozen=True, slots=True)
class NotesQuery:
    """Which highlights and notes are wanted; what is empty asks for nothing."""

    words: str = ""
    colours: frozenset[str] = frozenset()
    tag: str = ""
    #: Only those with a note of the user's.
    noted: bool = False
    #: Only those that want a look.
    changed: bool = False

    def wants(self, row: Marked) -> bool:
        """Whether a highlight is among them; `words` is left to whoever searches."""
        tags = {tag.casefold() for tag in row.tags}
        return (
            (not self.colours or row.annotation.colour in self.colours)
            and (not self.tag or self.tag.casefold() in tags)
            and (not self.noted or row.note is not None)
            and (not self.changed or row.wants_a_look)
        )


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A highlight with its note, or (`annotation_id` "") a note on an article, as a list shows it."""

    article_id: int
    title: str
    annotation_id: str
    quote: str
    note: str
    colour: str
    state: str
    tags: tuple[str, ...]
    #: When it was made or last written to, in Unix seconds.
    when: int


#: The rows that change what is shown of highlights and notes.
ANNOTATED = frozenset({Annotation, Note, AnnotationTagging, Reattachment, Settled})
