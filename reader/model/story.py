"""One study in many outlets."""

from dataclasses import dataclass

#: Fields in which sources can contradict each other.
COMPARED = ("study_type", "sample_size", "follow_up", "phase", "blinding", "randomized", "journal")


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
class Disagreement:
    """A field that the sources state differently: each value with the feeds that say so."""

    label: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """The articles that report one study, the oldest first, and where they contradict each other."""

    sources: tuple[Source, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
