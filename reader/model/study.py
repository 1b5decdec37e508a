"""The study card: which study stands behind an article, and where the text says so.

Field names and enumerations are the contract of the card's JSON (`reader.model.card_json`).
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from reader.model.frozen import dataclass

SCHEMA = "studywire.card/1"

STUDY_TYPES = (
    "randomized_controlled_trial",
    "nonrandomized_trial",
    "single_arm_trial",
    "cohort",
    "case_control",
    "cross_sectional",
    "case_series",
    "case_report",
    "systematic_review",
    "meta_analysis",
    "animal",
    "in_vitro",
    "modelling",
    "qualitative",
    "other",
    "unclear",
)


@dataclass(frozen=True, slots=True)
class Field:
    """A row of the card. `many` fields hold a list of values, the others one or none."""

    name: str
    label: str
    many: bool = False


FIELDS = (
    Field("study_type", "Design"),
    Field("randomized", "Randomised"),
    Field("controlled", "Controlled"),
    Field("blinding", "Blinding"),
    Field("phase", "Phase"),
    Field("sample_size", "Participants"),
    Field("studies_included", "Studies included"),
    Field("population", "Population"),
    Field("species", "Species"),
    Field("condition", "Condition", many=True),
    Field("intervention_or_exposure", "Intervention", many=True),
    Field("comparator", "Comparator"),
    Field("outcome_measures", "Outcome", many=True),
    Field("follow_up", "Follow-up"),
    Field("study_period", "Study period"),
    Field("country", "Country", many=True),
    Field("institution", "Institution", many=True),
    Field("investigators", "Investigators", many=True),
    Field("journal", "Journal"),
    Field("publication_date", "Published"),
    Field("volume_pages", "Volume, pages"),
    Field("doi", "DOI"),
    Field("pmid", "PubMed"),
    Field("nct_id", "Trial registration"),
    Field("funding", "Funding", many=True),
    Field("conflicts", "Conflicts"),
    Field("adverse_events", "Adverse events"),
    Field("deaths", "Deaths"),
    Field("key_results", "Results", many=True),
    Field("limitations", "Limitations", many=True),
    Field("status_of_evidence", "Status of evidence", many=True),
    Field("claim_strength", "Headline claim"),
)

FIELD = {row.name: row for row in FIELDS}


@dataclass(frozen=True, slots=True)
class Span:
    """A passage of evidence: `text` stands in the article at [start, end), in code points."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class StudyValue:
    """One value with the passages that say it. No span, no value.

    `status` is "stated" or "explicitly_none" (the text denies it; `value` is then None).
    `confidence` is the probability that the value is right. `method` names the rule and its
    version. `details` holds the normal forms that belong to the field, with the keys of the
    card's JSON (`min_years`, `unit`, `arms`, `code`, `ids` …): JSON values only.
    """

    value: str | int | bool | None
    evidence: tuple[Span, ...]
    confidence: float
    method: str
    status: str = "stated"
    details: Mapping[str, Any] = field(default_factory=dict)
    #: What the user decided about it; None while nobody looked. A value of the user's own may
    #: have no passage.
    review: "Review | None" = None


@dataclass(frozen=True, slots=True)
class Review:
    """What the user decided about a value, and what extraction says beside it.

    `kind` is that of the `Correction` with this id: "accepted", "corrected", "rejected" or
    "not_reported". `created` is in Unix seconds.
    """

    kind: str
    correction_id: str
    created: int
    #: What extraction said when the user decided.
    said: StudyValue | None = None
    #: Extraction says something else now: `now`, or nothing any more.
    differs: bool = False
    now: StudyValue | None = None
    #: What became of the passage: "ok", "changed", "gone", or "without": gone, and the user keeps the
    #: value all the same.
    source: str = "ok"
    #: The words of passages that the text does not have any more.
    lost: tuple[str, ...] = ()

    @property
    def is_settled(self) -> bool:
        """Nothing happened since that the user should look at."""
        return self.source in ("ok", "without") and not self.differs


@dataclass(frozen=True, slots=True)
class StudyCard:
    """What one text says of the study it reports.

    `values` holds a tuple for each field that is stated; a field without one is not stated.
    `candidates` are (field, value) pairs below the field's threshold. With what the user decided
    worked in (`reader.model.effective`), `rejected` are the values he struck out, and
    `not_reported` the fields of which he says that the article does not report them.
    """

    extractor: str
    text_sha256: str
    is_study: StudyValue
    values: Mapping[str, tuple[StudyValue, ...]] = field(default_factory=dict)
    candidates: tuple[tuple[str, StudyValue], ...] = ()
    #: Language of the text as an ISO 639-1 code, "" where it cannot be told.
    language: str = ""
    rejected: tuple[tuple[str, StudyValue], ...] = ()
    not_reported: tuple[tuple[str, Review], ...] = ()

    def one(self, name: str) -> StudyValue | None:
        """The value of a field, or its first."""
        values = self.values.get(name, ())
        return values[0] if values else None
