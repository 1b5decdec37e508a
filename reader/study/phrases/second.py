"""The second reader: the token classifier, and the story model beside it, where they are installed."""

from dataclasses import dataclass, replace

from reader.study.phrases import marker, stories
from reader.study.phrases.marker import Marker, Marks
from reader.study.phrases.stories import StoryModel
from reader.study.reading.opinion import Opinion

#: Kinds of passages that the rules weigh while they read; the others are worked in when they have read.
HEARD = ("sample", "period")
#: The log odds of a study under which nothing is marked before the verdict: a long text takes a minute.
NO_STUDY = -3.0


@dataclass(frozen=True, slots=True)
class SecondReader:
    """What reads a text once more after the rules; `stories` has its say while they read."""

    marker: Marker
    stories: StoryModel | None = None

    @property
    def name(self) -> str:
        """What stands behind the version of the extractor on the cards it has read."""
        return _joined(self.marker.name, self.stories.name if self.stories else None)


class Heard:
    """What both models say of one text: each reads it once, whoever asks first."""

    def __init__(self, second: SecondReader) -> None:
        self._second = second
        self._marked: tuple[str, Marks] | None = None

    def opinion(self, text: str) -> Opinion | None:
        """What the rules weigh of both; None without the story model, and of it alone where it sees no study."""
        if self._second.stories is None:
            return None
        told = self._second.stories.opinion(text)
        if told.study < NO_STUDY:
            return told
        marks = self.marks(text)
        heard = {kind: marks.odds(kind) for kind in HEARD}
        return replace(told, places=marks.places, speaks={**told.speaks, **heard})

    def marks(self, text: str) -> Marks:
        """The passages that the classifier sees."""
        if self._marked is None or self._marked[0] != text:
            self._marked = text, self._second.marker.mark(text)
        return self._marked[1]


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
