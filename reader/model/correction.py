"""What the user says of a study card's values: the last word, kept beside what was extracted."""

import json

from reader.model.annotation import TextPositionSelector, TextQuoteSelector
from reader.model.frozen import dataclass
from reader.model.study import FIELD, Span, StudyValue

#: The field that says whether the article reports a study at all; it is no row of the card.
IS_STUDY = "is_study"


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of evidence by its words and its place in the revision it was chosen in.

    `absent` says that the text did not have it any more when the user decided, and that he knew; its
    place is then that of an earlier text.
    """

    quote: TextQuoteSelector
    position: TextPositionSelector
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision of the user about one value. A new extraction or a new text never changes it.

    `kind` is "accepted", "corrected" (his own value, `value`), "rejected" or "not_reported".
    `target` names the value it is about, see `target_of`. `said` is what extraction said then,
    None where it said nothing. `id` is a UUID, `created` in Unix seconds.
    """

    id: str
    article_id: int
    revision_id: int
    field: str
    target: str
    kind: str
    value: StudyValue | None
    said: StudyValue | None
    evidence: tuple[Passage, ...]
    created: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A correction, and where its evidence stands in the article's current text.

    `source` is "ok", "changed" (the passage says something else now), "gone", or "without" (gone, as
    the user knew); `lost` are the passages that the text does not have.
    """

    correction: Correction
    spans: tuple[Span, ...]
    source: str = "ok"
    lost: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """The text of an article that the user knows; what changed since is shown on the card."""

    article_id: int
    revision_id: int


def key(value: StudyValue) -> str:
    """What makes two values of a field the same: status and value, whatever their case and space."""
    said = value.value
    words = " ".join(said.casefold().split()) if isinstance(said, str) else said
    return json.dumps([value.status, words], ensure_ascii=False)


def target_of(field: str, value: StudyValue) -> str:
    """Which value of a field a correction is about: of a list, by what it says; else the only one."""
    row = FIELD.get(field)
    return key(value) if row and row.many else ""
