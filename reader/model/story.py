"""One study in many outlets."""

from reader.model.frozen import dataclass

#: Fields whose values can be the same or not, the gravest first.
COMPARED = (
    *("sample_size", "study_type", "follow_up", "randomized", "controlled", "blinding", "phase"),
    *("studies_included", "species", "deaths", "journal", "publication_date", "volume_pages"),
    *("doi", "pmid", "nct_id"),
)


@dataclass(frozen=True, slots=True)
class StoryDecision:
    """The user says that two articles report one study (`together`) or do not.

    `article_id` is the smaller of the two.
    """

    article_id: int
    other_id: int
    together: bool


@dataclass(frozen=True, slots=True)
class Source:
    """An article of a story."""

    article_id: int
    feed_title: str
    title: str
    sorted_at: int


@dataclass(frozen=True, slots=True)
class Contrast:
    """What the sources of a story state of a field: each value with those that state it, the
    most often stated first."""

    field: str
    label: str
    values: tuple[tuple[str, tuple[Source, ...]], ...]
    #: Those that do not state it.
    silent: tuple[Source, ...] = ()

    @property
    def is_disagreement(self) -> bool:
        return len(self.values) > 1


@dataclass(frozen=True, slots=True)
class Story:
    """The articles that report one study, the oldest first, and whose value is whose."""

    sources: tuple[Source, ...] = ()
    contrasts: tuple[Contrast, ...] = ()

    @property
    def disagreements(self) -> tuple[Contrast, ...]:
        """Where the sources contradict each other."""
        return tuple(row for row in self.contrasts if row.is_disagreement)


#: Of an article that no other shares its study with.
ALONE = Story()
