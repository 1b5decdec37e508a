"""The second reader: the token classifier, and the story model beside it, where they are installed."""

from dataclasses import dataclass

from reader.study.phrases import marker, stories
from reader.study.phrases.marker import Marker
from reader.study.phrases.stories import StoryModel


@dataclass(frozen=True, slots=True)
class SecondReader:
    """What reads a text once more after the rules; `stories` has its say while they read."""

    marker: Marker
    stories: StoryModel | None = None

    @property
    def name(self) -> str:
        """What stands behind the version of the extractor on the cards it has read."""
        return _joined(self.marker.name, self.stories.name if self.stories else None)


def name() -> str | None:
    """The name of the second reader, or None where none is installed; loads nothing."""
    marks = marker.name()
    return None if marks is None else _joined(marks, stories.name())


def second_reader() -> SecondReader | None:
    """The models, loaded once, or None where the classifier is not installed."""
    marks = marker.marker()
    return None if marks is None else SecondReader(marks, stories.stories())


def _joined(marks: str, told: str | None) -> str:
    return f"{marks}+{told}" if told else marks
