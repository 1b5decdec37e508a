"""What became of one cell of the evidence table: who said which value of it, and when."""

from reader.model.correction import Correction
from reader.model.frozen import dataclass
from reader.model.study import StudyValue


@dataclass(frozen=True, slots=True)
class PastDecision:
    """A decision of the user that was made, or (`made` False) taken back. `at` is in Unix seconds."""

    at: int
    made: bool
    row: Correction


@dataclass(frozen=True, slots=True)
class PastValues:
    """What extraction said of a field until it said something else."""

    article_id: int
    extractor: str
    until: int
    values: tuple[StudyValue, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the history. `who` is "you" or the extractor with its version, `deed` what was
    done; `words` is the value as it is shown, `sentence` what it rests on. `at` is in Unix
    seconds, 0 where it is not known."""

    at: int
    who: str
    deed: str
    words: str
    article_id: int
    feed_title: str
    sentence: str = ""
    #: What can be put back; None where nothing can.
    value: StudyValue | None = None
    row: Correction | None = None
    #: It holds now.
    holds: bool = False
